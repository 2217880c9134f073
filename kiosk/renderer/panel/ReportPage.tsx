// Owns the broken-device report: two taps with pictures, kept on this disk at once and sent when it can be. No PIN is needed for it.
import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import type { RecordId, StaffId } from "../../../protocol/ids.ts";
import type { BrokenPart } from "../../../protocol/records/report.ts";
import { Picture } from "../scene/Picture.tsx";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./ReportPage.module.css";

const pictures: readonly (readonly [BrokenPart, string])[] = [
  ["display", "desktop-computer"],
  ["mouse", "computer-mouse"],
  ["keyboard", "keyboard"],
  ["sound", "speaker-high-volume"],
  ["network", "globe-with-meridians"],
  ["game", "joystick"],
];

/** The thanks go away by themselves, ms: the children are waiting. */
const thanksMs = 7_000;

type ReportPageProps = {
  /** Whose PIN opened the panel; null when nobody's did. */
  readonly staffId: StaffId | null;
  /** Closes the panel. */
  readonly onDone: () => void;
};

export function ReportPage({ staffId, onDone }: ReportPageProps) {
  const words = useWords();
  const station = useStation();
  const sessionId = useStationState((state) => state.lesson.session?.sessionId ?? null);
  const reported = useStationState((state) => state.reported);
  const [sent, setSent] = useState<{ readonly part: BrokenPart; readonly kept: boolean } | null>(null);
  const busy = useRef(false);

  const report = useCallback(
    async (part: BrokenPart) => {
      // A tap that comes twice, and a part that was reported a moment ago, are thanked for and not sent again.
      if (busy.current) return;
      busy.current = true;
      try {
        if (!reported.includes(part))
          await station.record({
            id: uuid() as RecordId,
            at: Date.now(),
            type: "report",
            body: { part, note: "", staffId, sessionId },
          });
        setSent({ part, kept: true });
      } catch {
        // The disk refused; the teacher is told in words, which is the only place left to say it.
        setSent({ part, kept: false });
      } finally {
        busy.current = false;
      }
    },
    [reported, station, staffId, sessionId],
  );
  // Where the mouse is what is broken, the number beside each picture does it.
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const chosen = pictures[Number(event.key) - 1];
      if (sent === null && chosen !== undefined && !event.repeat) void report(chosen[0]);
    };
    window.addEventListener("keydown", down);
    return () => window.removeEventListener("keydown", down);
  }, [report, sent]);
  useEffect(() => {
    if (sent?.kept !== true) return;
    const timer = setTimeout(onDone, thanksMs);
    return () => clearTimeout(timer);
  }, [sent, onDone]);

  if (sent !== null) return <Thanks part={sent.part} kept={sent.kept} onDone={onDone} />;
  return (
    <div>
      <p className={styles["ask"]}>{words.panel.reportWhat}</p>
      <div className={styles["parts"]}>
        {pictures.map(([part, picture], place) => (
          <button key={part} type="button" onClick={() => void report(part)}>
            <i aria-hidden="true">{place + 1}</i>
            <Picture name={picture} />
            {words.parts[part]}
            {reported.includes(part) && <small>{words.panel.reportedJustNow}</small>}
          </button>
        ))}
      </div>
    </div>
  );
}

type ThanksProps = { readonly part: BrokenPart; readonly kept: boolean; readonly onDone: () => void };

function Thanks({ part, kept, onDone }: ThanksProps) {
  const words = useWords();
  const number = useStationState((state) => state.status?.config?.stationNumber ?? null);
  const name = useStationState((state) => state.status?.config?.deviceName ?? "");
  const hubOnline = useStationState((state) => state.status?.hubOnline ?? false);
  return (
    <div className={styles["sent"]} role="status">
      <div className={styles["thanks"]} data-kept={kept}>
        <Picture name={pictures.find(([each]) => each === part)?.[1] ?? "toolbox"} />
        <span className={styles["mark"]}>
          <Picture name={kept ? "waving-hand" : "toolbox"} />
        </span>
      </div>
      <strong>{kept ? words.panel.reportThanks : words.panel.report}</strong>
      <p className={styles["place"]}>
        {number === null ? name : words.stationNumber(number)} · {words.parts[part]}
      </p>
      <p>
        {kept ? (hubOnline ? words.panel.reportSent : words.panel.reportWaits) : words.panel.reportFailed}
      </p>
      <button type="button" className={styles["done"]} onClick={onDone}>
        {words.panel.reportDone}
      </button>
    </div>
  );
}
