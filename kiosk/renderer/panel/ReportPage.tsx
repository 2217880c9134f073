// Owns the broken-device report: two taps with pictures, kept on this disk at once and sent when it can be.
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { RecordId } from "../../../protocol/ids.ts";
import type { BrokenPart } from "../../../protocol/records/report.ts";
import { Picture } from "../scene/Picture.tsx";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import type { PageProps } from "./pageProps.ts";
import styles from "./ReportPage.module.css";

const pictures: readonly (readonly [BrokenPart, string])[] = [
  ["display", "desktop-computer"],
  ["mouse", "computer-mouse"],
  ["keyboard", "keyboard"],
  ["sound", "speaker-high-volume"],
  ["network", "globe-with-meridians"],
  ["game", "joystick"],
];

export function ReportPage({ staffId }: PageProps) {
  const words = useWords();
  const station = useStation();
  const sessionId = useStationState((state) => state.lesson.session?.sessionId ?? null);
  const [sent, setSent] = useState<{ readonly part: BrokenPart; readonly kept: boolean } | null>(null);

  const report = async (part: BrokenPart) => {
    try {
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
    }
  };
  if (sent !== null)
    return (
      <div className={styles["sent"]} role="status">
        <Picture name={pictures.find(([part]) => part === sent.part)?.[1] ?? "toolbox"} />
        <strong>{words.parts[sent.part]}</strong>
        <p>{sent.kept ? words.panel.reportSent : words.panel.reportFailed}</p>
      </div>
    );
  return (
    <div>
      <p className={styles["ask"]}>{words.panel.reportWhat}</p>
      <div className={styles["parts"]}>
        {pictures.map(([part, picture]) => (
          <button key={part} type="button" onClick={() => void report(part)}>
            <Picture name={picture} />
            {words.parts[part]}
          </button>
        ))}
      </div>
    </div>
  );
}
