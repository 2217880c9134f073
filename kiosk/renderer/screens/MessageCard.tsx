// Owns a person's words on this screen: large where nothing is played, a card at the top while children play.
import { Picture } from "../scene/Picture.tsx";
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./MessageCard.module.css";

export function MessageCard() {
  const words = useWords();
  const text = useStationState((state) => state.message);
  const playing = useStationState((state) => state.lesson.session !== null);
  if (text === null) return null;
  return (
    <div className={styles["message"]} data-playing={playing} role="status">
      <Picture name="speech-balloon" />
      <div>
        <span>{words.messageFrom}</span>
        <p data-long={text.length > 80}>{text}</p>
      </div>
    </div>
  );
}
