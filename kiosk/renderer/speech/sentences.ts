// Owns which of the kiosk's sentences are spoken, and the name of each one's recording.
import type { Locale } from "../../../protocol/game.ts";
import { type TurnAnimal, turnAnimals } from "../turns/turnEmblems.ts";
import { wordsOf } from "../words.ts";

export type SentenceKey =
  | "choose-game"
  | "two-minutes"
  | "eye-break"
  | "paused"
  | "goodbye"
  | "ask-teacher"
  | "day-used"
  | `turn-${TurnAnimal}`;

export function spokenSentences(locale: Locale): Record<SentenceKey, string> {
  const words = wordsOf(locale);
  return {
    "choose-game": words.chooseGame,
    "two-minutes": words.twoMinutes,
    "eye-break": words.eyeBreak,
    paused: words.paused,
    goodbye: words.goodbye,
    "ask-teacher": words.askTeacherTitle,
    "day-used": words.dayUsed,
    ...(Object.fromEntries(turnAnimals.map((animal) => [`turn-${animal}`, words.turn[animal]])) as Record<
      `turn-${TurnAnimal}`,
      string
    >),
  };
}
