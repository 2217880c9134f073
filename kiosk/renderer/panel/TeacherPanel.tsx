// Owns the teacher's panel: the PIN first, then lesson, report and facts about this station. Loaded only when it is opened.
import { useEffect, useRef, useState } from "react";
import type { StaffId } from "../../../protocol/ids.ts";
import { Picture } from "../scene/Picture.tsx";
import { useStation, useWords } from "../station/StationContext.tsx";
import { AboutPage } from "./AboutPage.tsx";
import { LessonPage } from "./LessonPage.tsx";
import { PinPad } from "./PinPad.tsx";
import { ReportPage } from "./ReportPage.tsx";
import styles from "./TeacherPanel.module.css";
import { Unlock } from "./Unlock.tsx";

/** A panel that nobody touches closes by itself: a child must not find it open, ms. */
const idleMs = 90_000;

export default function TeacherPanel({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const [staff, setStaff] = useState<StaffId | null>(null);
  const [page, setPage] = useState<"lesson" | "report" | "about">("lesson");
  const panel = useRef<HTMLDivElement>(null);
  // The corner that was held keeps the focus otherwise, and Enter after the PIN would press it.
  useEffect(() => panel.current?.focus(), []);
  useIdleClose(onClose);
  const { link } = useStation();
  // However it closes: from then on nobody leads the room from here.
  useEffect(() => () => link.panelClosed(), [link]);
  useEffect(() => {
    const closeByKey = (event: KeyboardEvent) => event.key === "Escape" && onClose();
    window.addEventListener("keydown", closeByKey);
    return () => window.removeEventListener("keydown", closeByKey);
  }, [onClose]);

  const tab = (name: typeof page, label: string, picture: string) => (
    <button type="button" role="tab" aria-selected={page === name} onClick={() => setPage(name)}>
      <Picture name={picture} />
      {label}
    </button>
  );
  return (
    <div className={styles["veil"]}>
      <div
        ref={panel}
        tabIndex={-1}
        className={styles["panel"]}
        role="dialog"
        aria-modal="true"
        aria-label={words.panel.title}
        data-wide={staff !== null || page === "report"}
      >
        <header>
          <h1>{staff === null && page === "report" ? words.panel.report : words.panel.title}</h1>
          <button type="button" className={styles["close"]} onClick={onClose} aria-label={words.panel.close}>
            ×
          </button>
        </header>
        {staff === null && page === "report" ? (
          <ReportPage staffId={null} onDone={onClose} />
        ) : staff === null ? (
          <>
            <PinPad onRight={setStaff} />
            <ReportDoor onOpen={() => setPage("report")} />
          </>
        ) : (
          <>
            <Unlock />
            <div role="tablist" className={styles["tabs"]}>
              {tab("lesson", words.panel.lesson, "joystick")}
              {tab("report", words.panel.report, "toolbox")}
              {tab("about", words.panel.about, "desktop-computer")}
            </div>
            {page === "lesson" && <LessonPage staffId={staff} onDone={onClose} />}
            {page === "report" && <ReportPage staffId={staff} onDone={onClose} />}
            {page === "about" && <AboutPage />}
          </>
        )}
      </div>
    </div>
  );
}

/** Whoever sees that something is broken need not be somebody with a PIN. The corner that was held keeps children's taps away. */
function ReportDoor({ onOpen }: { readonly onOpen: () => void }) {
  const words = useWords();
  return (
    <button type="button" className={styles["door"]} onClick={onOpen}>
      <Picture name="toolbox" />
      <span>
        <strong>{words.panel.reportDoor}</strong>
        {words.panel.reportDoorHint}
      </span>
    </button>
  );
}

function useIdleClose(onClose: () => void): void {
  useEffect(() => {
    let timer = setTimeout(onClose, idleMs);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(onClose, idleMs);
    };
    window.addEventListener("pointerdown", again);
    window.addEventListener("keydown", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointerdown", again);
      window.removeEventListener("keydown", again);
    };
  }, [onClose]);
}
