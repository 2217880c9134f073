// Owns what says that a picture of this screen is taken: a camera's frame and words, so that nobody is looked at unseen.
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./CameraFrame.module.css";

export function CameraFrame() {
  const words = useWords();
  const shown = useStationState((state) => state.cameraUntil !== null);
  if (!shown) return null;
  return (
    <div className={styles["frame"]} role="status">
      <p>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <rect x="4" y="13" width="40" height="28" rx="7" fill="#3c4a57" />
          <path d="M15 14 L19 7 H29 L33 14Z" fill="#3c4a57" />
          <circle cx="24" cy="27" r="10" fill="#fff7df" />
          <circle cx="24" cy="27" r="6" fill="#5b9bd5" />
          <circle cx="21.5" cy="24.5" r="2" fill="#fff" />
          <circle cx="38" cy="19" r="2" fill="#ffc83d" />
        </svg>
        {words.camera}
      </p>
    </div>
  );
}
