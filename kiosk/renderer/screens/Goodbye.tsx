// Owns the calm ending: evening comes over the hills and the class's emblem waves.
import type { PlannedClass } from "../../../protocol/documents/plan.ts";
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { useSpokenOnce } from "../speech/useSpeech.ts";
import { useWords } from "../station/StationContext.tsx";
import styles from "./Goodbye.module.css";

export function Goodbye({ schoolClass }: { readonly schoolClass: PlannedClass }) {
  const words = useWords();
  useSpokenOnce("goodbye");
  return (
    <Scene part="evening" houses>
      <div className={styles["middle"]}>
        <div className={styles["friend"]}>
          <Picture name={schoolClass.emblem} className={styles["emblem"]} />
          <Picture name="waving-hand" className={styles["hand"]} />
        </div>
        <h1>{words.goodbyeText(schoolClass.name)}</h1>
      </div>
    </Scene>
  );
}
