// Owns how a sentence finds the school's own recording of it. Pure.
import type { Locale } from "../../protocol/game.ts";
import type { VoiceList } from "../../protocol/voices.ts";

/** Sentence as it is written → SHA-256 of its recording. */
export type OwnVoices = { readonly [Each in Locale]: { readonly [text: string]: string } };

export const noVoices: VoiceList = { format: 1, recordings: [] };

/** Those of the list that can be played here. */
export function ownVoicesOf({ recordings }: VoiceList, playable: (sha256: string) => boolean): OwnVoices {
  const of = (locale: Locale) =>
    Object.fromEntries(
      recordings
        .filter((each) => each.locale === locale && playable(each.sha256))
        .map(({ text, sha256 }) => [text, sha256]),
    );
  return { vi: of("vi"), en: of("en") };
}

/** Null when nobody of the school has spoken this sentence. */
export function ownVoiceFor(voices: OwnVoices | undefined, locale: Locale, text: string): string | null {
  const found = voices?.[locale];
  return found !== undefined && Object.hasOwn(found, text) ? (found[text] ?? null) : null;
}
