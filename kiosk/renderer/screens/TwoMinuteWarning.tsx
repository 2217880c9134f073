// Owns the two-minute warning: the sun goes down over whatever is played, with a soft word and no interruption.
import { useEffect, useState } from "react";
import { useSpokenOnce } from "../speech/useSpeech.ts";
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./TwoMinuteWarning.module.css";

/** The sentence stays this long; the evening light stays to the end. */
const shownMs = 9_000;

export function TwoMinuteWarning() {
  const warning = useStationState(
    ({ view }) => (view.kind === "menu" || view.kind === "game") && view.sun.warning,
  );
  return warning ? <Evening /> : null;
}

function Evening() {
  const words = useWords();
  const [shown, setShown] = useState(true);
  useSpokenOnce("two-minutes");
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), shownMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles["evening"]} aria-live="polite">
      <div className={styles["message"]} data-shown={shown}>
        <svg viewBox="0 0 120 80" aria-hidden="true">
          <clipPath id="set">
            <rect width="120" height="58" />
          </clipPath>
          <g clipPath="url(#set)">
            <circle cx="60" cy="52" r="38" fill="#ffd9a0" />
            <circle cx="60" cy="52" r="26" fill="#ff9a4d" />
          </g>
          <path d="M4 60 Q34 48 62 57 T116 58 V74 H4Z" fill="#8cb56c" />
        </svg>
        <p>{words.twoMinutes}</p>
      </div>
    </div>
  );
}
