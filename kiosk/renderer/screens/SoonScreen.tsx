// Owns the minutes before a lesson: the class sees its emblem come, and a ring that closes instead of digits.
import type { NextLesson } from "../../lesson/model.ts";
import { soonMs } from "../../lesson/model.ts";
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { useDayPart } from "../scene/useDaylight.ts";
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./SoonScreen.module.css";

const radius = 92;
const round = 2 * Math.PI * radius;
/** In steps that can be seen: less would paint the screen again every second for nothing. */
const steps = 60;

export function SoonScreen({ next }: { readonly next: NextLesson }) {
  const words = useWords();
  const emblem = useStationState((state) => state.status?.config?.emblem ?? null);
  const done = Math.round(steps * (1 - Math.min(1, next.inMs / soonMs))) / steps;
  return (
    <Scene part={useDayPart()} houses>
      <div className={styles["coming"]}>
        <div className={styles["ring"]}>
          <svg viewBox="0 0 200 200" role="timer" aria-label={words.soon(next.schoolClass.name)}>
            <circle cx="100" cy="100" r={radius} className={styles["way"]} />
            <circle
              cx="100"
              cy="100"
              r={radius}
              className={styles["gone"]}
              strokeDasharray={`${done * round} ${round}`}
              transform="rotate(-90 100 100)"
            />
          </svg>
          <Picture name={next.schoolClass.emblem} className={styles["emblem"]} />
        </div>
        <p>{words.soon(next.schoolClass.name)}</p>
      </div>
      {emblem !== null && <Picture name={emblem} className={styles["station"]} />}
    </Scene>
  );
}
