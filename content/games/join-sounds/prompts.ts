// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import { type DrumWord, drumWordNames, drumWords } from "./drumWords.ts";
import type { Part, Question } from "./logic.ts";
import {
  idOf,
  type Onset,
  onsets,
  type Rime,
  rimes,
  type Syllable,
  spell,
  syllables,
  type Tone,
  toneNames,
  tones,
} from "./syllables.ts";

type Text = { vi: string; en: string };

const sentences = {
  "drum-it": {
    vi: "Mỗi tiếng, bé gõ trống một cái. Gõ xong, bé chạm vào tranh nhé!",
    en: "Drum once for every syllable, then touch the picture.",
  },
  "beats-1": { vi: "Tranh nào chỉ có một tiếng?", en: "Which has one syllable?" },
  "beats-2": { vi: "Tranh nào có hai tiếng?", en: "Which has two syllables?" },
  "beats-3": { vi: "Tranh nào có ba tiếng?", en: "Which has three syllables?" },
  rhyme: { vi: "Tranh nào cùng vần với", en: "Which rhymes with" },
  pairs: { vi: "Bé đưa các bạn cùng vần về với nhau nhé!", en: "Bring those that rhyme together." },
  tone: { vi: "Bé nghe xem, tiếng này bay theo đường nào?", en: "Listen: which way does this word fly?" },
  build: { vi: "Bé ghép các mảnh chữ thành tiếng", en: "Join the pieces into the word" },
  mark: { vi: "Bé chọn dấu đúng cho tiếng", en: "Choose the right mark for" },
  blend: {
    vi: "Máy đánh vần đây, bé nghe xem là tiếng gì nhé!",
    en: "The machine is spelling. Which word is it?",
  },
  "explore-drum": {
    vi: "Bé chọn một tranh, rồi gõ trống theo từng tiếng nhé!",
    en: "Choose a picture and drum its syllables.",
  },
  "explore-tones": {
    vi: "Bé chạm vào từng đường bay, nghe chim hót nhé!",
    en: "Touch a line and hear the bird sing it.",
  },
  "explore-machine": {
    vi: "Bé bấm các phím chữ, máy sẽ đọc cho bé nghe!",
    en: "Press the keys, and the machine reads.",
  },
  "all-tones": { vi: "Sáu thanh cùng hót này!", en: "All six tones together!" },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const syllableKey = (syllable: Pick<Syllable, "onset" | "rime" | "tone">) => `say-${idOf(syllable)}`;
export const drumKey = (word: DrumWord) => `drum-${word}` as const;
export const onsetKey = (onset: Onset) => `onset-${onset}` as const;
export const rimeKey = (rime: Rime) => `rime-${rime}` as const;
export const toneKey = (tone: Tone) => `tone-${tone}` as const;

export function partKey(part: Part): string {
  switch (part.slot) {
    case "onset":
      return onsetKey(part.value);
    case "rime":
      return rimeKey(part.value);
    case "tone":
      return toneKey(part.value);
  }
}

/** Onset, rime and tone one after another, as children spell in school; the level tone has no name there. */
export const spellKeys = ({ onset, rime, tone }: Syllable): string[] => [
  onsetKey(onset),
  rimeKey(rime),
  ...(tone === "ngang" ? [] : [toneKey(tone)]),
];

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const syllable of syllables)
    prompts[syllableKey(syllable)] = {
      vi: `${spell(syllable)}.`,
      en: `“${spell(syllable)}”: ${syllable.en}.`,
    };
  for (const word of drumWordNames) {
    const { vi, en } = drumWords[word];
    prompts[drumKey(word)] = { vi: `${vi}.`, en: `“${vi}”: ${en}.` };
  }
  for (const { onset, rime } of syllables) {
    prompts[onsetKey(onset)] = { vi: `${onsets[onset].says}.`, en: `${onsets[onset].text}.` };
    prompts[rimeKey(rime)] = { vi: `${rimes[rime]}.`, en: `${rimes[rime]}.` };
  }
  for (const tone of toneNames)
    prompts[toneKey(tone)] = { vi: `${tones[tone].says}.`, en: `${tones[tone].says} tone.` };
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "clap":
      return [drumKey(question.asked), sentence("drum-it")];
    case "beats":
      return [sentence(`beats-${question.beats}`)];
    case "rhyme":
      return [sentence("rhyme"), syllableKey(question.model)];
    case "pairs":
      return [sentence("pairs")];
    case "tone":
      return [sentence("tone"), syllableKey(question.asked)];
    case "build":
      return [sentence("build"), syllableKey(question.asked)];
    case "mark":
      return [sentence("mark"), syllableKey(question.asked)];
    case "blend":
      return [sentence("blend"), ...spellKeys(question.asked)];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "clap":
    case "beats":
      return [drumKey(question.asked)];
    case "rhyme":
      return [syllableKey(question.model), syllableKey(question.asked)];
    case "pairs":
      return question.pairs.flatMap(({ stays, comes }) => [syllableKey(stays), syllableKey(comes)]);
    case "tone":
    case "mark":
      return [toneKey(question.asked.tone), syllableKey(question.asked)];
    case "build":
    case "blend":
      return [...spellKeys(question.asked), syllableKey(question.asked)];
  }
}
