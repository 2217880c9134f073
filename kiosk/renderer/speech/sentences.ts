// Owns which of the station's sentences the kiosk's screens say.
import type { Locale } from "../../../protocol/game.ts";
import { type StationSentence, stationSentences } from "../../../protocol/stationSentences.ts";
import type { TurnAnimal } from "../turns/turnEmblems.ts";
import type { Piece } from "./speaker.ts";

export type SentenceKey = StationSentence;

/** Beside the kiosk's page. */
export const sentencePiece = (key: SentenceKey, locale: Locale): Piece => ({
  text: stationSentences[key][locale],
  locale,
  recording: `./voice/${locale}/${key}.opus`,
});

export const turnSentence = (animal: TurnAnimal): SentenceKey => `turn-${animal}`;
