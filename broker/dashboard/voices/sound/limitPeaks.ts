// Owns keeping peaks below a ceiling without a crackle: the gain goes down a little before a peak and slowly up behind it. Pure.

/** 4 ms and 60 ms at 48 kHz. */
const aheadSamples = 192;
const releaseSamples = 2_880;

export function limitPeaks(samples: Float32Array, ceiling: number): Float32Array {
  const gains = new Float32Array(samples.length).fill(1);
  for (let place = 0; place < samples.length; place++) {
    const size = Math.abs(samples[place] ?? 0);
    if (size > ceiling) gains[place] = ceiling / size;
  }
  // Backwards the way down before a peak, forwards the way up behind it.
  for (let place = gains.length - 2; place >= 0; place--)
    gains[place] = Math.min(gains[place] ?? 1, (gains[place + 1] ?? 1) + 1 / aheadSamples);
  for (let place = 1; place < gains.length; place++)
    gains[place] = Math.min(gains[place] ?? 1, (gains[place - 1] ?? 1) + 1 / releaseSamples);
  return samples.map((sample, place) => sample * (gains[place] ?? 1));
}
