// Owns which sentences can be recorded: those of the games in the catalogue, and those that stations say themselves. Pure.
import type { CatalogueEntry, Locale } from "../../protocol/game.ts";
import { stationSentences } from "../../protocol/stationSentences.ts";

export type Text = { readonly vi: string; readonly en: string };

/** A game, or the station itself. */
export type Speaker = {
  readonly gameId: string;
  readonly title: Text;
  /** Address of its picture on the hub; null for the station. */
  readonly picture: string | null;
  readonly sentences: readonly Sentence[];
};

export type Sentence = {
  readonly key: string;
  readonly text: Text;
  /** Of the level that it names; null when there is none of its own. */
  readonly picture: string | null;
  /** Addresses of the recordings that come with the software. */
  readonly bundled: { readonly [Each in Locale]: string | null };
};

/** Stands where a game's id does: no game may be called so. */
export const stationId = "station";

const station: Speaker = {
  gameId: stationId,
  title: { vi: "Lời của máy", en: "The station itself" },
  picture: null,
  sentences: Object.entries(stationSentences).map(([key, text]) => ({
    key,
    text,
    picture: null,
    bundled: { vi: `/screen/voice/vi/${key}.opus`, en: `/screen/voice/en/${key}.opus` },
  })),
};

/** The station first, since every child hears it; then the games as the catalogue has them. */
export const speakersOf = (games: readonly CatalogueEntry[]): Speaker[] => [
  station,
  ...games.filter(({ id }) => id !== stationId).map(speakerOf),
];

function speakerOf(game: CatalogueEntry): Speaker {
  const address = (path: string) => `/games/${game.id}/${path}`;
  const levelOf = (key: string) => game.levels.find(({ id }) => key === `level-${id}`);
  const bundled = (locale: Locale, key: string) => {
    const path = `voice/${locale}/${key}.opus`;
    return Object.hasOwn(game.files, path) ? address(path) : null;
  };
  const pictureOf = (key: string) => {
    if (key === "title") return address(game.icon);
    const level = levelOf(key);
    return level === undefined ? null : address(level.picture ?? game.icon);
  };
  const sentences = Object.entries(game.prompts).map(([key, text]) => ({
    key,
    text,
    picture: pictureOf(key),
    bundled: { vi: bundled("vi", key), en: bundled("en", key) },
  }));
  // What a child hears first is recorded first: the game's name, its levels, then the rest in the game's own order.
  const rank = ({ key }: Sentence) => (key === "title" ? 0 : levelOf(key) === undefined ? 2 : 1);
  return {
    gameId: game.id,
    title: game.title,
    picture: address(game.icon),
    sentences: sentences.sort((a, b) => rank(a) - rank(b)),
  };
}

/** How many of them say each sentence, by language and words. */
export function saidBy(speakers: readonly Speaker[]): { readonly [Each in Locale]: Map<string, number> } {
  const said = { vi: new Map<string, number>(), en: new Map<string, number>() };
  for (const { sentences } of speakers)
    for (const locale of ["vi", "en"] as const)
      for (const text of new Set(sentences.map((each) => each.text[locale])))
        said[locale].set(text, (said[locale].get(text) ?? 0) + 1);
  return said;
}
