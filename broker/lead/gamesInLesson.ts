// Owns a lesson's games as a teacher sees them: titles and pictures from the hub's catalogue of games.
import { stat } from "node:fs/promises";
import type { PlannedLesson } from "../../protocol/documents/plan.ts";
import type { Catalogue, CatalogueEntry } from "../../protocol/game.ts";
import type { Log } from "../../runtime/log.ts";
import type { GameInLesson } from "../api/lessons.ts";
import { readCatalogue } from "../desired/buildContent.ts";

/** A game that is no longer installed keeps its place in the list, since orders speak of places. */
export function makeGamesInLesson(
  catalogueFile: string,
  log: Log,
): (games: PlannedLesson["games"]) => Promise<GameInLesson[]> {
  let read: { readonly at: number; readonly catalogue: Catalogue | undefined } | undefined;

  async function installed(): Promise<readonly CatalogueEntry[]> {
    // The page is asked for again at each change in the room; the file changes with an update of the hub.
    const at = await stat(catalogueFile).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (read?.at !== at)
      read = { at, catalogue: at === 0 ? undefined : await readCatalogue(catalogueFile, log) };
    return read.catalogue?.games ?? [];
  }

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
