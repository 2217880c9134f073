// Owns “Mắt nhìn cô”: two calm eyes that look to the teacher while the lesson rests.
import type { PlannedClass } from "../../../protocol/documents/plan.ts";
import { Picture } from "../scene/Picture.tsx";
import { useSpokenOnce } from "../speech/useSpeech.ts";
import { useWords } from "../station/StationContext.tsx";
import styles from "./PausedScreen.module.css";

export function PausedScreen({ schoolClass }: { readonly schoolClass: PlannedClass }) {
  const words = useWords();
  useSpokenOnce("paused");
  return (
    <div className={styles["paused"]}>
      <svg viewBox="0 0 400 190" className={styles["eyes"]} aria-hidden="true">
        {[100, 300].map((x) => (
          <g key={x}>
            <ellipse cx={x} cy="95" rx="88" ry="84" fill="#fffdf6" />
            <ellipse cx={x} cy="95" rx="88" ry="84" fill="none" stroke="#e3c88f" strokeWidth="6" />
            <g className={styles["look"]}>
              <circle cx={x} cy="76" r="44" fill="#7a5230" />
              <circle cx={x} cy="76" r="24" fill="#33231a" />
              <circle cx={x + 14} cy="60" r="11" fill="#fffdf6" />
            </g>
          </g>
        ))}
      </svg>
      <h1>{words.pausedTitle}</h1>
      <p>{words.pausedText}</p>
      <Picture name={schoolClass.emblem} className={styles["emblem"]} />
    </div>
  );
}
