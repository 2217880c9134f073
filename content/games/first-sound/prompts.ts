// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import { type Caller, callerNames, callers } from "./callers.ts";
import type { Question } from "./logic.ts";
import { type Sound, soundNames, sounds, type Word, wordNames, words } from "./words.ts";

type Text = { vi: string; en: string };

const sentences = {
  "who-calls": { vi: "Bé nghe xem, tiếng của ai đây?", en: "Listen: who is this?" },
  "who-first": { vi: "Có hai bạn cùng gọi bé. Bạn nào kêu trước?", en: "Two are calling. Who was first?" },
  "first-was": { vi: "Bạn kêu trước là", en: "First came" },
  "hear-word": {
    vi: "Bé nghe cho rõ, rồi chạm vào đúng tranh nhé!",
    en: "Listen well, and touch what you hear.",
  },
  begins: { vi: "Tranh nào bắt đầu bằng âm", en: "Which picture begins with the sound" },
  alike: { vi: "Tranh nào có âm đầu giống với", en: "Which picture begins like" },
  "which-letter": { vi: "Chữ nào đứng đầu tiếng", en: "Which letter comes first in" },
  odd: {
    vi: "Một tranh có âm đầu khác các tranh kia. Bé tìm xem là tranh nào?",
    en: "One begins differently. Which one?",
  },
  sort: {
    vi: "Bé nghe âm đầu, rồi cất tranh vào đúng giỏ nhé!",
    en: "Listen to the first sound, and put each picture into its basket.",
  },
  "explore-calls": {
    vi: "Bé chạm vào từng bạn để nghe tiếng kêu nhé!",
    en: "Touch each friend and hear how it calls.",
  },
  "explore-flowers": {
    vi: "Bé chạm vào hoa loa kèn, nghe xem hoa nói gì nhé!",
    en: "Touch a flower and hear what it says.",
  },
  "explore-letters": {
    vi: "Bé chạm vào một chữ, nghe âm của chữ nhé!",
    en: "Touch a letter and hear its sound.",
  },
  "new-friends": { vi: "Các bạn mới đến chơi rồi!", en: "New friends are coming!" },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const soundKey = (sound: Sound) => `sound-${sound}` as const;
export const wordKey = (word: Word) => `word-${word}` as const;
export const callKey = (caller: Caller) => `call-${caller}` as const;
export const callerKey = (caller: Caller) => `caller-${caller}` as const;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const sound of soundNames) {
    const { says, letter } = sounds[sound];
    prompts[soundKey(sound)] = { vi: `${says}.`, en: `${letter === "đ" ? "d" : letter}uh.` };
  }
  for (const word of wordNames) {
    const { vi, en } = words[word];
    prompts[wordKey(word)] = { vi: `${vi}.`, en: `“${vi}”: ${en}.` };
  }
  for (const caller of callerNames) {
    const { vi, en, calls, callsEn } = callers[caller];
    prompts[callerKey(caller)] = { vi, en };
    prompts[callKey(caller)] = { vi: calls, en: callsEn };
  }
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. Calls sound by effects too. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "caller":
      return [sentence("who-calls"), callKey(question.asked)];
    case "firstCaller":
      return [sentence("who-first"), callKey(question.asked), callKey(question.second)];
    case "word":
      return [sentence("hear-word"), wordKey(question.asked)];
    case "begins":
      return [sentence("begins"), soundKey(question.sound)];
    case "alike":
      return [sentence("alike"), wordKey(question.model)];
    case "letter":
      return [sentence("which-letter"), wordKey(question.model)];
    case "odd":
      return [sentence("odd")];
    case "sort":
    case "letterSort":
      return [sentence("sort")];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "caller":
      return [callerKey(question.asked), callKey(question.asked)];
    case "firstCaller":
      return [sentence("first-was"), callerKey(question.asked)];
    case "word":
      return [wordKey(question.asked)];
    case "begins":
      return [soundKey(question.sound), wordKey(question.asked)];
    case "alike":
      return [wordKey(question.model), wordKey(question.asked)];
    case "letter":
      return [soundKey(question.asked), wordKey(question.model)];
    case "odd":
      return [soundKey(words[question.asked].sound), wordKey(question.asked)];
    case "sort":
    case "letterSort":
      return question.baskets.map(({ sound }) => soundKey(sound));
  }
}
