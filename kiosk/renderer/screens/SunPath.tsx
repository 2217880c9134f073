// Owns the timer without digits: the sun travels its arc and sets when the lesson is over.
import type { SunPath as Sun } from "../../lesson/model.ts";
import styles from "./SunPath.module.css";

const arc = { cx: 100, cy: 92, r: 78 };
const arcSteps = 240;

export function SunPath({ sun, small = false }: { readonly sun: Sun; readonly small?: boolean }) {
  // It rises on the left and sets on the right.
  // In steps of about a pixel: less would paint the screen again every second for what nobody sees.
  const angle = (Math.PI * Math.round(sun.left * arcSteps)) / arcSteps;
  const place = { x: arc.cx + arc.r * Math.cos(angle), y: arc.cy - arc.r * Math.sin(angle) };
  return (
    <svg
      className={styles["path"]}
      data-small={small}
      data-warning={sun.warning}
      viewBox="0 0 200 112"
      role="timer"
      aria-label={`${Math.max(1, Math.ceil(sun.leftMs / 60_000))}′`}
    >
      <path
        d={`M${arc.cx - arc.r} ${arc.cy} A${arc.r} ${arc.r} 0 0 1 ${arc.cx + arc.r} ${arc.cy}`}
        fill="none"
        className={styles["way"]}
        strokeWidth="9"
        strokeLinecap="round"
        strokeDasharray="0.1 17"
      />
      <clipPath id="horizon">
        <rect x="-20" y="-20" width="240" height="116" />
      </clipPath>
      <g clipPath="url(#horizon)">
        <circle cx={place.x} cy={place.y} r="24" className={styles["halo"]} />
        <circle cx={place.x} cy={place.y} r="16" className={styles["sun"]} />
      </g>
      <path
        d="M4 104 C20 84 60 86 100 93 S176 88 196 104 Q196 110 186 110 H14 Q4 110 4 104Z"
        className={styles["hill"]}
      />
    </svg>
  );
}
