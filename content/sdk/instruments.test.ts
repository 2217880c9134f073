import { describe, expect, it } from "vitest";
import { fiveTones, instruments, later, playTone, toneAt } from "./instruments.ts";

describe("instruments", () => {
  it("give every tone a pitch that a filter and an oscillator can follow", () => {
    for (const instrument of instruments)
      for (const pitch of fiveTones)
        for (const { pitch: pitches, lasts, loud, throat } of playTone(instrument, pitch)) {
          expect(lasts).toBeGreaterThan(0);
          expect(loud).toBeGreaterThan(0);
          expect(loud).toBeLessThanOrEqual(1);
          for (const each of [...pitches, ...(throat?.at ?? [])]) {
            expect(each).toBeGreaterThan(0);
            expect(each).toBeLessThan(20_000);
          }
        }
  });

  it("sound higher at a higher step, and stay on the last tone beyond it", () => {
    for (let step = 1; step < fiveTones.length; step += 1)
      expect(toneAt(step)).toBeGreaterThan(toneAt(step - 1));
    expect(toneAt(99)).toBe(fiveTones.at(-1));
    expect(toneAt(-3)).toBe(fiveTones[0]);
  });

  it("are louder when they are struck harder", () => {
    const loudest = (loud: number) => Math.max(...playTone("drum", 440, loud).map((tone) => tone.loud));
    expect(loudest(0.5)).toBeGreaterThan(loudest(0.1));
  });

  it("can be played later without another sound", () => {
    const drum = playTone("drum", 440);
    expect(later(drum, 250).map(({ at }) => at)).toEqual(drum.map(({ at }) => at + 250));
    expect(later(drum, 250).map(({ pitch }) => pitch)).toEqual(drum.map(({ pitch }) => pitch));
  });
});
