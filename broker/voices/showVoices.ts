// Owns what the page of the school's own voices shows: speakers with their counts, sentences with their recordings, what has to be done. Pure.
import type { Locale } from "../../protocol/game.ts";
import type { QueuedRecording, Recording, SpeakerVoices, VoiceOverview } from "../api/voices.ts";
import { type Speaker, saidBy } from "./sentences.ts";

/** Live recordings by language and words. */
function byWords(live: readonly Recording[]): { readonly [Each in Locale]: Map<string, Recording[]> } {
  const found = { vi: new Map<string, Recording[]>(), en: new Map<string, Recording[]>() };
  for (const each of live)
    found[each.locale].set(each.text, [...(found[each.locale].get(each.text) ?? []), each]);
  return found;
}

export function overviewOf(speakers: readonly Speaker[], live: readonly Recording[]): VoiceOverview {
  const recorded = byWords(live);
  const count = ({ sentences }: Speaker, locale: Locale) => {
    const having = (state: Recording["state"]) =>
      sentences.filter(({ text }) =>
        recorded[locale].get(text[locale])?.some((each) => each.state === state && !each.damaged),
      ).length;
    return { sentences: sentences.length, own: having("approved"), waiting: having("waiting") };
  };
  return {
    speakers: speakers.map((speaker) => ({
      gameId: speaker.gameId,
      title: speaker.title,
      picture: speaker.picture,
      counts: { vi: count(speaker, "vi"), en: count(speaker, "en") },
    })),
    waiting: live.filter(({ state }) => state === "waiting").length,
    usedBytes: live.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

export function speakerVoicesOf(
  speakers: readonly Speaker[],
  gameId: string,
  locale: Locale,
  live: readonly Recording[],
): SpeakerVoices | undefined {
  const speaker = speakers.find((each) => each.gameId === gameId);
  if (speaker === undefined) return undefined;
  const recorded = byWords(live)[locale];
  const said = saidBy(speakers)[locale];
  return {
    gameId,
    title: speaker.title,
    picture: speaker.picture,
    sentences: speaker.sentences.map(({ key, text, picture, bundled }) => ({
      key,
      text: text[locale],
      picture,
      saidBy: said.get(text[locale]) ?? 1,
      bundled: bundled[locale],
      recordings: recorded.get(text[locale]) ?? [],
    })),
  };
}

/** What somebody has to do something about: judge it, record it again, or take it back. */
export function queueOf(speakers: readonly Speaker[], live: readonly Recording[]): QueuedRecording[] {
  const said = saidBy(speakers);
  return live
    .map((each) => {
      const speaker = speakers.find(({ gameId }) => gameId === each.gameId);
      return {
        ...each,
        title: speaker?.title ?? { vi: each.gameId, en: each.gameId },
        picture:
          speaker?.sentences.find(({ key }) => key === each.promptKey)?.picture ?? speaker?.picture ?? null,
        said: said[each.locale].has(each.text),
      };
    })
    .filter(({ state, said: isSaid, damaged }) => state !== "approved" || !isSaid || damaged);
}
