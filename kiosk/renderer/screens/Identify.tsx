// Owns the answer to "which one is this?": number and emblem as big as the screen, over everything.
import { Picture } from "../scene/Picture.tsx";
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./Identify.module.css";

export function Identify() {
  const words = useWords();
  const asked = useStationState((state) => state.identifyUntil !== null);
  const config = useStationState((state) => state.status?.config ?? null);
  if (!asked || config === null) return null;
  return (
    <div className={styles["identify"]}>
      <Picture name={config.emblem} />
      {config.stationNumber !== null && <b>{config.stationNumber}</b>}
      <span>
        {config.stationNumber === null ? config.deviceName : words.stationNumber(config.stationNumber)} ·{" "}
        {config.roomName}
      </span>
    </div>
  );
}
