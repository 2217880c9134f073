// Owns what a locked station shows: an animal asleep at night, over everything but the teacher's corner.
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { useWords } from "../station/StationContext.tsx";
import styles from "./LockedScreen.module.css";

export function LockedScreen() {
  const words = useWords();
  return (
    <div className={styles["locked"]} data-locked>
      <Scene part="night">
        <div className={styles["middle"]}>
          <div className={styles["sleeper"]}>
            <Picture name="bear" className={styles["picture"]} />
            {/* The set's bear looks at you; this one has its eyes closed, in the grid of the picture. */}
            <svg viewBox="0 0 32 32" className={styles["lids"]} aria-hidden="true">
              <g fill="#a56953">
                <circle cx="12" cy="16.5" r="2.3" />
                <circle cx="20" cy="16.5" r="2.3" />
              </g>
              <g fill="none" stroke="#402a32" strokeWidth="0.8" strokeLinecap="round">
                <path d="M10.2 16.4 Q12 18.6 13.8 16.4" />
                <path d="M18.2 16.4 Q20 18.6 21.8 16.4" />
              </g>
            </svg>
            <i>z</i>
            <i>z</i>
            <i>z</i>
          </div>
          <h1>{words.lockedTitle}</h1>
          <p>{words.lockedText}</p>
        </div>
      </Scene>
    </div>
  );
}
