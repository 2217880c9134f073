// Owns the teacher's way out of a lock: here, with her PIN, also when the hub is away.
import { useState } from "react";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./Unlock.module.css";

export function Unlock() {
  const words = useWords();
  const { link } = useStation();
  const locked = useStationState((state) => state.locked !== null);
  const [failed, setFailed] = useState(false);
  if (!locked) return null;
  const unlock = () =>
    link.unlock().then(
      (done) => setFailed(!done),
      () => setFailed(true),
    );
  return (
    <div className={styles["locked"]}>
      <p>{failed ? words.panel.unlockFailed : words.panel.lockedHere}</p>
      <button type="button" onClick={unlock}>
        {words.panel.unlock}
      </button>
    </div>
  );
}
