// Owns what a card of the menu says: the game's name and then the level's, each with its recording where the pack has one.
import type { CatalogueEntry, GameId, Locale } from "../../../protocol/game.ts";
import type { Piece } from "../speech/speaker.ts";

type Level = CatalogueEntry["levels"][number];

/** By the prompt keys `title` and `level-<id>`; an older pack without them is named by the system's voice alone. */
export function namePieces(
  game: CatalogueEntry,
  level: Level | null,
  locale: Locale,
  link: { gameFile(game: GameId, path: string): string },
): Piece[] {
  const piece = (key: string, text: string): Piece => {
    const path = `voice/${locale}/${key}.opus`;
    const recorded = Object.hasOwn(game.files, path);
    return { text, locale, recording: recorded ? link.gameFile(game.id, path) : null };
  };
  const title = piece("title", game.title[locale]);
  return level === null ? [title] : [title, piece(`level-${level.id}`, level.title[locale])];
}
