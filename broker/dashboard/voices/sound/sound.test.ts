// Tests what is done to a recording, on sound made here: a voice-like tone in a room with its own noise.
import { expect, test } from "vitest";
import { limitPeaks } from "./limitPeaks.ts";
import { loudnessOf } from "./loudness.ts";
import { prepareVoice } from "./prepareVoice.ts";
import { opusRate } from "./writeOggOpus.ts";

const ratio = (db: number) => 10 ** (db / 20);
const length = (ms: number) => Math.round((ms * opusRate) / 1000);

/** Even noise of this level, always the same. */
function room(ms: number, db: number): Float32Array {
  let seed = 1;
  return Float32Array.from({ length: length(ms) }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed / 2 ** 31 - 1) * ratio(db) * Math.sqrt(3);
  });
}
/** Syllables of a fifth of a second, with harmonics as a voice has them. */
function voice(ms: number, peakDb: number): Float32Array {
  return Float32Array.from({ length: length(ms) }, (_, place) => {
    const t = place / opusRate;
    const syllable = 0.25 + 0.75 * Math.abs(Math.sin(Math.PI * 2.5 * t));
    const tone = [1, 2, 3, 5, 8].reduce((sum, n) => sum + Math.sin(2 * Math.PI * 210 * n * t) / n, 0) / 2;
    return tone * syllable * ratio(peakDb);
  });
}
function after(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
const mix = (a: Float32Array, b: Float32Array) => a.map((sample, place) => sample + (b[place] ?? 0));
const silence = (ms: number) => new Float32Array(length(ms));

function prepared(samples: Float32Array) {
  const outcome = prepareVoice(samples);
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.detail}`);
  return outcome.value;
}
const problem = (samples: Float32Array) => {
  const outcome = prepareVoice(samples);
  return outcome.ok ? "none" : outcome.code;
};
const peakOf = (samples: Float32Array) => samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

test("a tone of 997 Hz at full scale is -3.01 LUFS, as the standard says", () => {
  const tone = Float32Array.from({ length: opusRate * 2 }, (_, place) =>
    Math.sin((2 * Math.PI * 997 * place) / opusRate),
  );
  expect(loudnessOf(tone)).toBeCloseTo(-3.01, 1);
  expect(loudnessOf(tone.map((each) => each * ratio(-20)))).toBeCloseTo(-23.01, 1);
  expect(loudnessOf(silence(1000))).toBeNull();
});

test("pauses do not make speech softer", () => {
  const words = voice(1000, -20);
  const paused = after(words, silence(3000), words);
  expect(loudnessOf(paused)).toBeGreaterThan((loudnessOf(words) ?? 0) - 1);
});

test("silence is cut off before and behind the words, the room's noise with it, and pauses between words stay", () => {
  const take = after(silence(1500), voice(600, -15), silence(500), voice(600, -15), silence(2000));
  const { durationMs } = prepared(mix(take, room(5200, -62)));
  expect(durationMs).toBeGreaterThan(600 + 500 + 600);
  expect(durationMs).toBeLessThan(600 + 500 + 600 + 400);
});

test.each([-6, -18, -26, -34])(
  "a voice of %i dB comes out as loud as any other, without a sample too loud",
  (db) => {
    const { samples } = prepared(
      mix(after(silence(400), voice(1500, db), silence(400)), room(2300, db - 50)),
    );
    expect(Math.abs((loudnessOf(samples) ?? 0) + 16)).toBeLessThan(1.2);
    expect(peakOf(samples)).toBeLessThanOrEqual(ratio(-1) + 1e-6);
  },
);

test("a knock on the table does not make the words behind it softer", () => {
  const words = voice(1500, -30);
  const knocked = Float32Array.from(words);
  knocked[length(700)] = 0.9;
  const { samples } = prepared(after(silence(300), knocked, silence(300)));
  expect(Math.abs((loudnessOf(samples) ?? 0) + 16)).toBeLessThan(1.5);
  expect(peakOf(samples)).toBeLessThanOrEqual(ratio(-1) + 1e-6);
});

test("it begins and ends without a click", () => {
  const { samples } = prepared(voice(1000, -10));
  expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
});

test("nobody spoke: silence, a quiet room and a single click are told from speech", () => {
  expect(problem(silence(2000))).toBe("SILENT");
  expect(problem(room(3000, -60))).toBe("SILENT");
  const click = silence(2000);
  click[length(1000)] = 1;
  expect(problem(click)).toBe("SILENT");
  expect(problem(new Float32Array(0))).toBe("SILENT");
});

test("what is longer than a child listens is told, and how long it is counts without its silence", () => {
  expect(problem(voice(16_000, -15))).toBe("TOO_LONG");
  expect(problem(after(silence(4000), voice(13_000, -15), silence(4000)))).toBe("none");
});

test("a take that could be better says why", () => {
  const clean = mix(after(silence(500), voice(1200, -12), silence(500)), room(2200, -70));
  expect(prepared(clean).hint).toBeNull();
  const near = clean.map((each) => Math.max(-1, Math.min(1, each * 8)));
  expect(prepared(near).hint).toBe("clipped");
  const far = clean.map((each) => each * ratio(-29));
  expect(prepared(far).hint).toBe("quiet");
  const loudRoom = mix(after(silence(500), voice(1200, -20), silence(500)), room(2200, -38));
  expect(prepared(loudRoom).hint).toBe("noisy");
});

test("a limited peak is exactly at the ceiling, and what is far from it is untouched", () => {
  const samples = voice(500, -20);
  samples[length(250)] = -0.99;
  const limited = limitPeaks(samples, 0.5);
  expect(limited[length(250)]).toBeCloseTo(-0.5, 5);
  expect(limited[length(100)]).toBe(samples[length(100)]);
  expect(limited[length(450)]).toBe(samples[length(450)]);
  const steps = limited.map((each, place) => (samples[place] === 0 ? 1 : each / (samples[place] ?? 1)));
  const most = steps.reduce(
    (sum, each, place) => Math.max(sum, Math.abs(each - (steps[place - 1] ?? each))),
    0,
  );
  expect(most).toBeLessThan(0.01);
});
