// Owns the screens on which nothing is asked of a child: a friendly picture, a short sentence, small words for adults.
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { useDayPart } from "../scene/useDaylight.ts";
import type { SentenceKey } from "../speech/sentences.ts";
import { useSpokenOnce } from "../speech/useSpeech.ts";
import styles from "./CalmScreen.module.css";

type CalmScreenProps = {
  readonly picture: string;
  readonly title: string;
  /** For the adult beside the child; may be empty. */
  readonly text: string;
  readonly spoken?: SentenceKey;
};

export function CalmScreen({ picture, title, text, spoken }: CalmScreenProps) {
  useSpokenOnce(spoken ?? null);
  return (
    <Scene part={useDayPart()}>
      <div className={styles["middle"]}>
        <Picture name={picture} className={styles["picture"]} />
        <h1>{title}</h1>
        {text !== "" && <p>{text}</p>}
      </div>
    </Scene>
  );
}
