// Owns the picture of a game's level, as children see it in the menu of their station.
import { IconPuzzleOff } from "@tabler/icons-react";
import type { GameLevel } from "../../api/lessons.ts";

export function LevelPicture({ level }: { readonly level: GameLevel | undefined }) {
  if (level === undefined)
    return (
      <span className="lesson-picture lesson-picture-gone">
        <IconPuzzleOff size={22} aria-hidden="true" />
      </span>
    );
  return (
    <img
      className="lesson-picture"
      src={`/games/${level.gameId}/${level.picture}`}
      alt=""
      width={80}
      height={60}
      loading="lazy"
    />
  );
}
