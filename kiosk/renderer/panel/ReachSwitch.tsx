// Owns the switch between this station and the whole room, and what is said when only this station is reached.
import { useWords } from "../station/StationContext.tsx";
import styles from "./LessonPage.module.css";
import type { Lead, Reach } from "./useLead.ts";

export function ReachSwitch({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const choice = (reach: Reach, label: string) => (
    <button
      type="button"
      aria-pressed={lead.reach === reach}
      disabled={reach === "room" && !lead.roomReached}
      onClick={() => lead.choose(reach)}
    >
      {label}
    </button>
  );
  const said = lead.sending ? words.panel.sending : lead.problem;
  return (
    <>
      <div className={styles["reach"]}>
        <span>{words.panel.where}</span>
        {choice("room", words.panel.wholeRoom)}
        {choice("station", words.panel.hereOnly)}
      </div>
      {!lead.roomReached && <p className={styles["note"]}>{words.panel.roomOffline}</p>}
      {said !== null && (
        <p className={styles["note"]} role="status" data-problem={!lead.sending}>
          {said}
        </p>
      )}
    </>
  );
}
