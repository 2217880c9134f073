// Owns a lesson's games as a teacher sees them: titles and pictures from the hub's catalogue of games.
import type { PlannedLesson } from "../../protocol/documents/plan.ts";
import type { GameInLesson } from "../api/lessons.ts";
import type { InstalledGames } from "../games/installedGames.ts";

/** A game that is no longer installed keeps its place in the list, since orders speak of places. */
export function makeGamesInLesson(
  installed: InstalledGames,
): (games: PlannedLesson["games"]) => Promise<GameInLesson[]> {
  return async (games) => {
    const known = await installed();
    return games.map(({ gameId, level, mode }) => {
      const game = known.find(({ id }) => id === gameId);
      const found = game?.levels.find(({ id }) => id === level);
      return {
        gameId,
        level,
        mode,
        title: game === undefined ? gameId : titleOf(game.title.vi, found?.title.vi),
        picture: found?.picture ?? game?.icon ?? "",
      };
    });
  };
}

const titleOf = (game: string, level: string | undefined) =>
  level === undefined || level === game ? game : `${game} · ${level}`;
