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
