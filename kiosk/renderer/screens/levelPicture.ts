// Owns which picture of a pack stands for a level: what is done in it, or the icon of a pack that draws no levels.
import type { CatalogueEntry } from "../../../protocol/game.ts";

/** Path inside the pack. */
export function levelPicture(game: CatalogueEntry, level: string | null): string {
  const picture = game.levels.find(({ id }) => id === level)?.picture;
  return picture !== undefined && Object.hasOwn(game.files, picture) ? picture : game.icon;
}
