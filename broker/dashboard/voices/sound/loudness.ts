// Owns how loud speech is to the ear (ITU-R BS.1770-4, one channel) and the one filter it is made of. Pure.

type Coefficients = {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
};

/** Direct form I; coefficients for 48 kHz, a0 = 1. */
export function filter(samples: Float32Array, { b, a }: Coefficients): Float32Array {
  const out = new Float32Array(samples.length);
  const [b0, b1, b2] = b;
  const [a1, a2] = a;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  // Counted, not iterated: half a million samples on a slow laptop while somebody waits.
  for (let place = 0; place < samples.length; place++) {
    const x = samples[place] ?? 0;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    out[place] = y;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
  }
  return out;
}

export function meanSquare(samples: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < samples.length; place++) sum += (samples[place] ?? 0) ** 2;
  return sum / samples.length;
}

/** The head's own lift of high tones (BS.1770-4, table 1). */
const head: Coefficients = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
/** What is below 40 Hz is hardly heard (BS.1770-4, table 2). */
const low: Coefficients = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

const blockSamples = 0.4 * 48_000;
const stepSamples = 0.1 * 48_000;
const silenceLufs = -70;
/** Pauses between words are this much quieter than the words, LU. */
const pauseLufs = 10;

const lufsOf = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

/** LUFS of one channel at 48 kHz; null for silence. */
export function loudnessOf(samples: Float32Array): number | null {
  const weighted = filter(filter(samples, head), low);
  const blocks: number[] = [];
  // A word shorter than a block is a block by itself.
  const length = Math.min(blockSamples, weighted.length);
  for (let from = 0; from + length <= weighted.length; from += stepSamples) {
    blocks.push(meanSquare(weighted.subarray(from, from + length)));
  }
  const heard = blocks.filter((each) => each > 0 && lufsOf(each) > silenceLufs);
  if (heard.length === 0) return null;
  const floor = lufsOf(mean(heard)) - pauseLufs;
  return lufsOf(mean(heard.filter((each) => lufsOf(each) > floor)));
}
