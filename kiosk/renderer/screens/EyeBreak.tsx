// Owns the eye break: twenty seconds in which the screen is dull on purpose and the window is the better view.
import { eyeBreakMs } from "../../lesson/model.ts";
import { useSpokenOnce } from "../speech/useSpeech.ts";
import { useWords } from "../station/StationContext.tsx";
import styles from "./EyeBreak.module.css";

export function EyeBreak({ leftMs }: { readonly leftMs: number }) {
  const words = useWords();
  useSpokenOnce("eye-break");
  const done = Math.min(1, 1 - leftMs / eyeBreakMs);
  return (
    <div className={styles["break"]}>
      <svg viewBox="0 0 600 420" className={styles["window"]} aria-hidden="true">
        <defs>
          <clipPath id="pane">
            <rect x="90" y="40" width="420" height="320" rx="24" />
          </clipPath>
          <linearGradient id="far" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor="#a9d7e8" />
            <stop offset="1" stopColor="#eef3da" />
          </linearGradient>
        </defs>
        <g clipPath="url(#pane)">
          <rect x="90" y="40" width="420" height="320" fill="url(#far)" />
          <path d="M90 250 Q180 190 280 235 T510 215 V360 H90Z" fill="#b6d4a4" />
          <path d="M90 300 Q220 250 330 290 T510 275 V360 H90Z" fill="#98c284" />
          <g className={styles["bird"]} stroke="#5d7480" strokeWidth="5" fill="none" strokeLinecap="round">
            <path d="M0 0 q14 -14 26 0 q12 -14 26 0" />
            <path d="M60 34 q10 -10 18 0 q8 -10 18 0" />
          </g>
        </g>
        <g fill="none" stroke="#c49a6c" strokeWidth="16" strokeLinejoin="round">
          <rect x="90" y="40" width="420" height="320" rx="24" />
          <path d="M300 44 V356 M94 200 H506" strokeWidth="10" />
        </g>
        <rect x="66" y="352" width="468" height="26" rx="12" fill="#b3875a" />
      </svg>
      <p>{words.eyeBreakText}</p>
      <div className={styles["leaves"]} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((leaf) => (
          <i key={leaf} data-on={done * 5 > leaf} />
        ))}
      </div>
    </div>
  );
}
