// Owns the time without digits: the sun goes from the picture of what is now to the picture of what comes next.
import styles from "./DayPage.module.css";

const steps = 120;

export function SunWay({ progress }: { readonly progress: number }) {
  // In steps: a change that nobody sees would paint the screen for nothing.
  const done = Math.round(progress * steps) / steps;
  const angle = Math.PI * (1 - done);
  const sun = { x: 100 + 82 * Math.cos(angle), y: 96 - 62 * Math.sin(angle) };
  return (
    <svg className={styles["way"]} viewBox="0 0 200 130" aria-hidden="true">
      <path
        d="M18 96 A82 62 0 0 1 182 96"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.9"
        strokeWidth="9"
        strokeLinecap="round"
        strokeDasharray="0.1 18"
      />
      <path
        d="M18 96 A82 62 0 0 1 182 96"
        pathLength={steps}
        fill="none"
        stroke="#ffc94d"
        strokeWidth="9"
        strokeLinecap="round"
        strokeDasharray={`${done * steps} ${steps * 2}`}
        opacity={done === 0 ? 0 : 1}
      />
      <path
        d="M178 84 L194 98 L176 108"
        fill="none"
        stroke="#fff"
        strokeWidth="9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx={sun.x} cy={sun.y} r="26" fill="#ffe082" fillOpacity="0.65" />
      <circle cx={sun.x} cy={sun.y} r="18" fill="#ffb92e" />
    </svg>
  );
}
