// Owns what is done to a recording before it is kept: rumble out, silence off both ends, loudness as of the other voices. Pure.
import { failure, ok, type Result } from "../../../../protocol/result.ts";
import { longestVoiceMs } from "../../../../protocol/voiceLimits.ts";
import { limitPeaks } from "./limitPeaks.ts";
import { filter, loudnessOf, meanSquare } from "./loudness.ts";
import { opusRate } from "./writeOggOpus.ts";

export type VoiceProblem =
  /** Nobody spoke, or the microphone hears nothing. */
  "SILENT" | "TOO_SHORT" | "TOO_LONG";

export type PreparedVoice = {
  /** One channel at 48 kHz. */
  readonly samples: Float32Array;
  readonly durationMs: number;
  /** It can be kept, and would be better otherwise. */
  readonly hint: "clipped" | "noisy" | "quiet" | null;
};

/** A little softer than the recordings that come with the games, which are loud throughout. */
const wantedLufs = -16;
/** More would make the room louder than the voice. */
const mostGainDb = 30;
const ceiling = 10 ** (-1 / 20);
const shortestMs = 250;
/** A recorder that encodes as it plays adds a little silence of its own. */
const longestMs = longestVoiceMs - 500;
const frame = 960;
/** What nobody would call speech, dB of full scale. */
const quietestDb = -52;
const beforeMs = 90;
const afterMs = 180;
/** Words are heard beside a room this much quieter, dB. */
const cleanDb = 18;
const fadeInMs = 6;
const fadeOutMs = 40;

const samplesOf = (ms: number) => Math.round((ms * opusRate) / 1000);
const decibels = (value: number) => 20 * Math.log10(Math.max(value, 1e-7));

/** Second order, 75 Hz: fans and knocks at the table. */
const rumble = {
  b: [0.993082035, -1.98616407, 0.993082035],
  a: [-1.986116212, 0.986211929],
} as const;

/** One channel at 48 kHz, as it was recorded. */
export function prepareVoice(raw: Float32Array): Result<PreparedVoice, VoiceProblem> {
  const clean = filter(raw, rumble);
  const levels = levelsOf(clean);
  const speech = speechIn(levels);
  if (speech === undefined) return failure("SILENT", `loudest ${Math.max(...levels, -140)} dB`);
  const from = Math.max(0, speech.first * frame - samplesOf(beforeMs));
  const until = Math.min(clean.length, (speech.last + 1) * frame + samplesOf(afterMs));
  const cut = clean.slice(from, until);
  const durationMs = Math.round((cut.length * 1000) / opusRate);
  if (durationMs < shortestMs) return failure("TOO_SHORT", `${durationMs} ms`);
  if (durationMs > longestMs) return failure("TOO_LONG", `${durationMs} ms`);
  const lufs = loudnessOf(cut) ?? wantedLufs;
  const gainDb = Math.min(mostGainDb, wantedLufs - lufs);
  const gain = 10 ** (gainDb / 20);
  const samples = fade(
    limitPeaks(
      cut.map((sample) => sample * gain),
      ceiling,
    ),
  );
  const hint = isClipped(raw.subarray(from, until))
    ? "clipped"
    : speech.loudestDb - speech.roomDb < cleanDb
      ? "noisy"
      : gainDb === mostGainDb
        ? "quiet"
        : null;
  return ok({ samples, durationMs, hint });
}

function levelsOf(samples: Float32Array): number[] {
  const levels: number[] = [];
  for (let from = 0; from + frame <= samples.length; from += frame) {
    levels.push(decibels(Math.sqrt(meanSquare(samples.subarray(from, from + frame)))));
  }
  return levels;
}

type Speech = {
  readonly first: number;
  readonly last: number;
  readonly loudestDb: number;
  readonly roomDb: number;
};

/** Frames from the first word to the last one. */
function speechIn(levels: readonly number[]): Speech | undefined {
  const sorted = [...levels].sort((a, b) => a - b);
  // The quietest tenth is the room; a take without a pause has no room to measure.
  const roomDb = Math.min(sorted[Math.floor(sorted.length / 10)] ?? -140, -30);
  // A click is shorter than a vowel.
  const loudestDb = sorted.at(-3) ?? -140;
  if (loudestDb < quietestDb) return undefined;
  const threshold = Math.max(quietestDb - 6, Math.min(roomDb + 8, loudestDb - 12), loudestDb - 42);
  const spoken = (place: number) =>
    (levels[place] ?? -140) > threshold &&
    ((levels[place - 1] ?? -140) > threshold || (levels[place + 1] ?? -140) > threshold);
  const places = levels.map((_, place) => place).filter(spoken);
  const [first, last] = [places[0], places.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last, loudestDb, roomDb };
}

/** Several samples in a row at the very end of the scale are a microphone that was too near. */
function isClipped(raw: Float32Array): boolean {
  let run = 0;
  let runs = 0;
  for (const sample of raw) {
    run = Math.abs(sample) > 0.985 ? run + 1 : 0;
    if (run === 4) runs += 1;
  }
  return runs > 5;
}

function fade(samples: Float32Array): Float32Array {
  const [rise, fall] = [samplesOf(fadeInMs), samplesOf(fadeOutMs)];
  return samples.map((sample, place) => {
    const left = samples.length - 1 - place;
    return sample * Math.min(1, place / rise, left / fall);
  });
}
