// Owns what a sentence's recordings mean to whoever looks at them, and which sentences are shown. Pure.
import type { QueuedRecording, Recording, VoiceSentence } from "../../api/voices.ts";
import { matchesSearch } from "../text/searchText.ts";

export type SentenceVoices = {
  /** What children hear, before a voice of the operating system; null: the recording that comes with the game. */
  readonly approved: Recording | null;
  readonly waiting: readonly Recording[];
  /** Sent back, and not recorded anew since. */
  readonly returned: readonly Recording[];
  readonly damaged: boolean;
};

export function voicesOf({ recordings }: Pick<VoiceSentence, "recordings">): SentenceVoices {
  const of = (state: Recording["state"]) =>
    recordings.filter((each) => each.state === state && !each.damaged);
  return {
    approved: of("approved")[0] ?? null,
    waiting: of("waiting"),
    returned: of("returned"),
    damaged: recordings.some(({ damaged }) => damaged),
  };
}

export const filters = ["all", "missing", "mine"] as const;
export type Filter = (typeof filters)[number];

export function shownSentences(
  sentences: readonly VoiceSentence[],
  { filter, search, me }: { readonly filter: Filter; readonly search: string; readonly me: string },
): VoiceSentence[] {
  const fits = (sentence: VoiceSentence) => {
    const { approved, waiting } = voicesOf(sentence);
    // What waits needs nobody to record it again; what was sent back does.
    if (filter === "missing") return approved === null && waiting.length === 0;
    if (filter === "mine") return sentence.recordings.some(({ recordedById }) => recordedById === me);
    return true;
  };
  return sentences.filter((sentence) => fits(sentence) && matchesSearch(search, sentence.text));
}

/** The next sentence behind this one that nobody of the school speaks yet; from the beginning again, and null when there is none. */
export function nextToRecord(sentences: readonly VoiceSentence[], afterKey: string): VoiceSentence | null {
  const place = sentences.findIndex(({ key }) => key === afterKey);
  const behind = [...sentences.slice(place + 1), ...sentences.slice(0, Math.max(0, place))];
  return (
    behind.find((sentence) => {
      const { approved, waiting } = voicesOf(sentence);
      return approved === null && waiting.length === 0;
    }) ?? null
  );
}

export type QueueGroups = {
  readonly waiting: readonly QueuedRecording[];
  readonly returned: readonly QueuedRecording[];
  /** Damaged, or for words that no game says any more. */
  readonly attention: readonly QueuedRecording[];
};

/** What has waited longest stands first. */
export function queueGroups(queue: readonly QueuedRecording[]): QueueGroups {
  const groupOf = ({ state, said, damaged }: QueuedRecording): keyof QueueGroups =>
    !said || damaged ? "attention" : state === "waiting" ? "waiting" : "returned";
  const oldestFirst = [...queue].sort((a, b) => a.recordedAt - b.recordedAt);
  const pick = (group: keyof QueueGroups) => oldestFirst.filter((each) => groupOf(each) === group);
  return { waiting: pick("waiting"), returned: pick("returned"), attention: pick("attention") };
}

/** "Đặng Mai Chi" is called Chi. */
export const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
