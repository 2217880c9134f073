// Owns the lesson's games in order: moving them by drag, buttons or arrow keys, how each is played, taking one out.
import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type GameMode, gameMode } from "../../../protocol/game.ts";
import type { GameLevel } from "../../api/lessons.ts";
import { movedTo } from "../parts/listOrder.ts";
import { useRowDrag } from "../parts/useRowDrag.ts";
import { LevelPicture } from "./LevelPicture.tsx";
import { type DraftGame, levelOf } from "./lessonDraft.ts";
import { useTexts } from "./texts/useTexts.ts";

type PlaylistProps = {
  readonly games: readonly DraftGame[];
  readonly levels: readonly GameLevel[];
  readonly problemOf: (game: DraftGame, place: number) => string | null;
  /** About the whole list. */
  readonly problem: string | null;
  readonly onMove: (from: number, to: number) => void;
  readonly onMode: (key: number, mode: GameMode) => void;
  readonly onRemove: (key: number) => void;
};

type Moved = { readonly key: number; readonly by: "up" | "down" };

export function Playlist({ games, levels, problemOf, problem, onMove, onMode, onRemove }: PlaylistProps) {
  const { t } = useTexts();
  const { list, drag, begin } = useRowDrag(onMove);
  const [moved, setMoved] = useState<Moved | null>(null);
  const titleOf = (game: DraftGame) => levelOf(game, levels)?.levelTitle ?? game.gameId;
  const focused = useRef(moved);
  useEffect(() => {
    // The row went to another place: the finger stays on its button, or on the other one at the end of the list.
    if (moved === null || moved === focused.current) return;
    focused.current = moved;
    const row = list.current?.querySelector(`[data-key="${moved.key}"]`);
    const other = moved.by === "up" ? "down" : "up";
    const button =
      row?.querySelector<HTMLButtonElement>(`[data-by="${moved.by}"]:not(:disabled)`) ??
      row?.querySelector<HTMLButtonElement>(`[data-by="${other}"]`);
    button?.focus();
  }, [moved, list]);

  const step = (place: number, by: Moved["by"]) => {
    const to = by === "up" ? place - 1 : place + 1;
    const game = games[place];
    if (game === undefined || to < 0 || to >= games.length) return;
    onMove(place, to);
    setMoved({ key: game.key, by });
  };
  const stepByKey = (place: number) => (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    step(place, event.key === "ArrowUp" ? "up" : "down");
  };
  const dragged = drag === null ? undefined : games[drag.from];
  const shown = drag === null ? games : movedTo(games, drag.from, drag.to);
  const told = games.find(({ key }) => key === moved?.key);
  return (
    <fieldset className="lesson-fieldset lesson-playlist">
      <legend>{t("form.games")}</legend>
      {games.length > 1 && <p className="soft small">{t("form.gamesHint")}</p>}
      <ul ref={list}>
        {shown.map((game, place) => {
          const level = levelOf(game, levels);
          const title = titleOf(game);
          const wrong = problemOf(game, place);
          return (
            <li key={game.key} data-key={game.key} data-dragged={game === dragged || undefined}>
              {/* For the pointer only; the arrows do the same from the keyboard. */}
              <span
                className="lesson-grip"
                title={t("form.drag")}
                aria-hidden="true"
                onPointerDown={(event) => begin(place, event)}
              >
                <IconGripVertical size={18} />
              </span>
              <LevelPicture level={level} />
              <span className="lesson-game-words">
                <strong>{title}</strong>
                {level !== undefined && level.modes.length > 1 ? (
                  <SegmentedControl
                    size="xs"
                    aria-label={t("form.modeOf", { title })}
                    value={game.mode}
                    onChange={(value) => onMode(game.key, gameMode.parse(value))}
                    data={level.modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
                  />
                ) : (
                  <span className="soft small">{t(`mode.${game.mode}`)}</span>
                )}
                {wrong !== null && <span className="lesson-error">{wrong}</span>}
              </span>
              <span className="lesson-actions">
                {(["up", "down"] as const).map((by) => (
                  <ActionIcon
                    key={by}
                    variant="subtle"
                    color="gray"
                    size="lg"
                    data-by={by}
                    disabled={by === "up" ? place === 0 : place === games.length - 1}
                    aria-label={t(`form.${by}`, { title })}
                    onClick={() => step(place, by)}
                    onKeyDown={stepByKey(place)}
                  >
                    {by === "up" ? <IconArrowUp size={18} /> : <IconArrowDown size={18} />}
                  </ActionIcon>
                ))}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t("form.remove", { title })}
                  onClick={() => onRemove(game.key)}
                >
                  <IconX size={18} />
                </ActionIcon>
              </span>
            </li>
          );
        })}
      </ul>
      {problem !== null && <p className="lesson-error">{problem}</p>}
      <p className="visually-hidden" aria-live="polite">
        {told !== undefined &&
          t("form.moved", { title: titleOf(told), place: games.indexOf(told) + 1, count: games.length })}
      </p>
    </fieldset>
  );
}
