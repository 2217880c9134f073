// Owns the waiting screen: a calm place, this station's emblem and number, and the class that comes next.
import type { NextLesson } from "../../lesson/model.ts";
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { clockText, useClockText, useDayPart } from "../scene/useDaylight.ts";
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./WaitingScreen.module.css";

/** A class sees its emblem arrive this long before its lesson, ms. */
const arrivesMs = 10 * 60_000;

export function WaitingScreen({ next }: { readonly next: NextLesson | null }) {
  const words = useWords();
  const part = useDayPart();
  const config = useStationState((state) => state.status?.config ?? null);
  const zone = useStationState((state) => state.lesson.plan?.timetable.zone ?? null);
  const clock = useClockText();
  const soon = next !== null && next.inMs <= arrivesMs;
  return (
    <Scene part={part} houses>
      <div className={styles["adults"]} data-night={part === "night"}>
        {clock !== null && <span className={styles["clock"]}>{clock}</span>}
        {next !== null && zone !== null && !soon && (
          <span>{words.nextAt(next.schoolClass.name, clockText(next.slot.startAt, zone))}</span>
        )}
      </div>
      {soon && (
        <div className={styles["arriving"]} key={next.slot.sessionId}>
          <Picture name={next.schoolClass.emblem} className={styles["classEmblem"]} />
          <p>{words.soon(next.schoolClass.name)}</p>
        </div>
      )}
      {config !== null && (
        <div className={styles["station"]}>
          <Picture name={config.emblem} className={styles["emblem"]} />
          {config.stationNumber !== null && <Signpost number={config.stationNumber} />}
        </div>
      )}
    </Scene>
  );
}

function Signpost({ number }: { readonly number: number }) {
  return (
    <svg className={styles["signpost"]} viewBox="0 0 140 200" aria-label={String(number)} role="img">
      <rect x="62" y="90" width="16" height="110" rx="6" fill="#a97c52" />
      <rect x="8" y="14" width="124" height="96" rx="22" fill="#c89a67" />
      <rect x="16" y="22" width="108" height="80" rx="16" fill="#fff3d9" />
      <text x="70" y="84" textAnchor="middle" fontSize="64" fontWeight="800" fill="#7a5633">
        {number}
      </text>
    </svg>
  );
}
