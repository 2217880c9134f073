// Owns the way from what was recorded or chosen to what can be kept: decoded, prepared, encoded, and drawn.
import { failure, ok, type Result } from "../../../../protocol/result.ts";
import { decodeSound } from "./decodeSound.ts";
import { encodeOpus } from "./encodeOpus.ts";
import { type PreparedVoice, prepareVoice, type VoiceProblem } from "./prepareVoice.ts";

export type Take = {
  /** Opus in Ogg. */
  readonly file: Blob;
  readonly durationMs: number;
  readonly hint: PreparedVoice["hint"];
  /** Its loudness from beginning to end, each 0 to 1. */
  readonly bars: readonly number[];
};
export type TakeProblem = VoiceProblem | "NO_SOUND" | "TOO_LARGE" | "UNSUPPORTED";

/** A phone's recording of a sentence is far below it; a film is not to be read into memory. Bytes. */
const largestFileBytes = 20 * 1024 * 1024;
const barCount = 72;

export async function makeTake(sound: Blob): Promise<Result<Take, TakeProblem>> {
  if (sound.size > largestFileBytes) return failure("TOO_LARGE", `${sound.size} bytes`);
  const decoded = await decodeSound(sound);
  if (!decoded.ok) return decoded;
  const prepared = prepareVoice(decoded.value);
  if (!prepared.ok) return prepared;
  const { samples, durationMs, hint } = prepared.value;
  try {
    return ok({ file: await encodeOpus(samples), durationMs, hint, bars: barsOf(samples) });
  } catch (error) {
    return failure("UNSUPPORTED", String(error));
  }
}

function barsOf(samples: Float32Array): number[] {
  const length = Math.max(1, Math.floor(samples.length / barCount));
  return Array.from({ length: barCount }, (_, bar) => {
    let peak = 0;
    for (let place = bar * length; place < Math.min(samples.length, (bar + 1) * length); place++)
      peak = Math.max(peak, Math.abs(samples[place] ?? 0));
    return peak;
  });
}

/** For the hub's JSON. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
