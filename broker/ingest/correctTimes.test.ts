import fc from "fast-check";
import { expect, test } from "vitest";
import type { BootId } from "../../protocol/ids.ts";
import { bootStart, type ClockKnowledge, correctTimes, knowsNothing } from "./correctTimes.ts";

const now = Date.UTC(2026, 10, 23, 8);
const [old, current] = ["00000000000000a1" as BootId, "00000000000000a2" as BootId];
const knows = (starts: [BootId, number][], more: Partial<ClockKnowledge> = {}): ClockKnowledge => ({
  ...knowsNothing,
  bootStarts: new Map(starts),
  ...more,
});
const in2009 = Date.UTC(2009, 0, 1);

test("a clock of 2009 does not matter once the boot's start is known", () => {
  const records = [1000, 61_000].map((mono) => ({ at: in2009 + mono, mono, boot: current }));
  expect(correctTimes(records, knows([[current, now - 100_000]]), now)).toEqual([now - 99_000, now - 39_000]);
});

test("a plausible wall clock of a boot the hub never met is believed", () => {
  expect(correctTimes([{ at: now - 5000, mono: 1, boot: old }], knowsNothing, now)).toEqual([now - 5000]);
});

test("the wall clock's known error is taken off in the boot in which it was measured, and only there", () => {
  const record = { at: now - 1000, mono: 1, boot: old };
  expect(correctTimes([record], knows([], { boot: old, clockErrorMs: 60_000 }), now)).toEqual([now - 61_000]);
  expect(correctTimes([record], knows([], { boot: current, clockErrorMs: 60_000 }), now)).toEqual([
    now - 1000,
  ]);
});

test("an implausible clock of an earlier boot is laid just before the next boot, by its uptime", () => {
  const records = [
    { at: in2009, mono: 10_000, boot: old },
    { at: in2009, mono: 40_000, boot: old },
    { at: now, mono: 500, boot: current },
  ];
  const start = now - 20_000;
  expect(correctTimes(records, knows([[current, start]]), now)).toEqual([start - 30_000, start, start + 500]);
});

test("nothing is later than its receipt, and uptime keeps its order within a boot", () => {
  const stamp = fc.record({
    at: fc.integer({ min: 0, max: now * 2 }),
    mono: fc.integer({ min: 0, max: 1e9 }),
  });
  const known = fc.option(fc.integer({ min: now - 1e9, max: now + 1e9 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(stamp, { minLength: 1 }), known, (stamps, start) => {
      const records = stamps.map((one) => ({ ...one, boot: current }));
      const found = correctTimes(records, knows(start === undefined ? [] : [[current, start]]), now);
      expect(Math.max(...found)).toBeLessThanOrEqual(now);
      if (start === undefined) return;
      for (const [a, first] of records.entries())
        for (const [b, second] of records.entries())
          if (first.mono <= second.mono) expect(found[a]).toBeLessThanOrEqual(found[b] as number);
    }),
  );
});

test("of two births close together the less delayed one tells the boot's start; after a sleep the newer one", () => {
  expect(bootStart(undefined, 10_000, 4000)).toBe(6000);
  expect(bootStart(6000, 70_300, 64_000)).toBe(6000);
  expect(bootStart(6300, 70_000, 64_000)).toBe(6000);
  expect(bootStart(6000, 3_700_000, 94_000)).toBe(3_606_000);
});
