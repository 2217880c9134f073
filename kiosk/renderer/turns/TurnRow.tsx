// Owns the turn emblems: one animal for each child at this station, the one whose turn it is bigger; a touch passes the turn.
import { useEffect } from "react";
import { Picture } from "../scene/Picture.tsx";
import { sentencePiece, turnSentence } from "../speech/sentences.ts";
import { useSay } from "../speech/useSpeech.ts";
import { useStation, useStationState } from "../station/StationContext.tsx";
import styles from "./TurnRow.module.css";
import { useTurns } from "./useTurns.ts";

/** A turn is announced once, on whatever screen it begins. */
let announced: string | null = null;

export function TurnRow({ inGame = false }: { readonly inGame?: boolean }) {
  const turns = useTurns();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  const { send } = useStation();
  const say = useSay();
  const key = turns?.key ?? null;
  const animal = turns?.emblems[turns.current] ?? null;
  useEffect(() => {
    if (key === null || animal === null || announced === key) return;
    announced = key;
    // After what is being said: a game's question is not cut off.
    say(turnSentence(animal));
  }, [key, animal, say]);
  if (turns === null) return null;
  return (
    <div className={styles["row"]} data-game={inGame}>
      {turns.emblems.map((name, place) => {
        const now = place === turns.current;
        return (
          <button
            key={name}
            type="button"
            // The keyboard's way to the games stays short.
            tabIndex={-1}
            className={styles["child"]}
            data-now={now}
            aria-current={now}
            aria-label={sentencePiece(turnSentence(name), locale).text}
            onClick={() => !now && send({ type: "turnPassed" })}
          >
            <Picture name={name} />
          </button>
        );
      })}
    </div>
  );
}
