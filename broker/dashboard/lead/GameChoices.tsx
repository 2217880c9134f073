// Owns the lesson's games as pictures: which one plays, which one comes next, and choosing any.
import type { SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import type { GameInLesson } from "../../api/lessons.ts";

type GameChoicesProps = {
  readonly games: readonly GameInLesson[];
  readonly playing: number | null;
  readonly next: number | null;
  readonly disabled: boolean;
  readonly onPlay: (place: number) => void;
};

export const pictureOf = ({ gameId, picture }: GameInLesson): string | null =>
  picture === "" ? null : `/games/${gameId}/${picture}`;

/** A picture that has not come says less than none; the name stands beside it. */
const hide = ({ currentTarget }: SyntheticEvent<HTMLImageElement>) => {
  currentTarget.hidden = true;
};

export function GameChoices({ games, playing, next, disabled, onPlay }: GameChoicesProps) {
  const { t } = useTranslation("lead");
  if (games.length === 0) return <p className="soft">{t("running.noGames")}</p>;
  return (
    <ul className="lead-games" aria-label={t("running.games")}>
      {games.map((game, place) => {
        const picture = pictureOf(game);
        const isPlaying = place === playing;
        const sign = isPlaying ? t("running.playing") : place === next ? t("running.proposed") : null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place IS what an order names; a game may stand twice
          <li key={place}>
            <button
              type="button"
              className="lead-game"
              aria-pressed={isPlaying}
              disabled={disabled}
              onClick={() => onPlay(place)}
            >
              {picture !== null && (
                <img src={picture} alt="" width={72} height={72} loading="lazy" onError={hide} />
              )}
              <span>{game.title}</span>
              {sign !== null && <em>{sign}</em>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
