// Owns what a game's prompt keys sound like: the manifest's text for a voice, and the pack's recording where it has one.
import type { CatalogueEntry, Locale } from "../../../protocol/game.ts";
import type { Piece } from "../speech/speaker.ts";

/** Keys that the manifest does not know are left out: a game speaks nothing else. */
export function piecesFor(
  game: CatalogueEntry,
  keys: readonly string[],
  locale: Locale,
  addressOf: (path: string) => string,
): Piece[] {
  return keys.flatMap((key) => {
    const prompt = Object.hasOwn(game.prompts, key) ? game.prompts[key] : undefined;
    if (prompt === undefined) return [];
    const path = `voice/${locale}/${key}.opus`;
    return [
      { text: prompt[locale], locale, recording: Object.hasOwn(game.files, path) ? addressOf(path) : null },
    ];
  });
}
