import { expect, test } from "vitest";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { makeAsker, type Probe, UnreadableAnswer } from "./probe.ts";
import { sourceOf, startRounds } from "./sources.ts";

const settled = () => new Promise(setImmediate);

test("a probe answers, fails or talks rubbish, and each is told apart", async () => {
  const asker = makeAsker(makeFakeClock());
  const ask = (probe: Probe<number>) => asker.ask("x", probe, 1000);
  expect(await ask(async () => 7)).toEqual({ outcome: "answered", value: 7 });
  expect(await ask(() => Promise.reject(new Error("no disk")))).toEqual({
    outcome: "unanswered",
    reason: "failed",
    detail: "no disk",
  });
  expect(
    await ask(() => {
      throw new UnreadableAnswer("<html>");
    }),
  ).toMatchObject({ reason: "unreadable" });
});

test("a probe that hangs is given up, its work is called off, and it is asked again only when it ended", async () => {
  const clock = makeFakeClock();
  const asker = makeAsker(clock);
  let asked = 0;
  let finish: (value: number) => void = () => {};
  let aborted: AbortSignal | undefined;
  const hanging: Probe<number> = (signal) => {
    asked += 1;
    aborted = signal;
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  const first = asker.ask("disks", hanging, 60_000);
  clock.advance(60_000);
  expect(await first).toMatchObject({ outcome: "unanswered", reason: "timedOut" });
  expect(aborted?.aborted).toBe(true);
  // For hours: no second one is started beside it.
  for (let turn = 0; turn < 10; turn++)
    expect(await asker.ask("disks", hanging, 60_000)).toEqual({ outcome: "stillAsking" });
  expect(asked).toBe(1);
  // Another name is another question.
  expect(await asker.ask("sound", async () => 1, 1000)).toMatchObject({ value: 1 });
  finish(3);
  await settled();
  const again = asker.ask("disks", hanging, 60_000);
  finish(4);
  expect(await again).toEqual({ outcome: "answered", value: 4 });
});

test("each source is asked in its own time, and one that hangs, fails or lies stops none of the others", async () => {
  const clock = makeFakeClock();
  const taken: string[] = [];
  const failed: string[] = [];
  const cadence = { firstAfterMs: 1000, everyMs: 60_000, withinMs: 5000 };
  const stop = startRounds({
    clock,
    asker: makeAsker(clock),
    answered: () => undefined,
    failed: (source, { reason }) => failed.push(`${source} ${reason}`),
    sources: [
      sourceOf(
        "hangs",
        cadence,
        () => new Promise<number>(() => {}),
        () => taken.push("hangs"),
      ),
      sourceOf(
        "fails",
        cadence,
        () => Promise.reject(new Error("no")),
        () => taken.push("fails"),
      ),
      sourceOf(
        "works",
        cadence,
        async () => 1,
        () => taken.push("works"),
      ),
      sourceOf(
        "lies",
        cadence,
        async () => 1,
        () => {
          throw new Error("nobody can use it");
        },
      ),
      sourceOf(
        "seldom",
        { ...cadence, everyMs: 3_600_000 },
        async () => 1,
        () => taken.push("seldom"),
      ),
    ],
  });
  for (let second = 0; second < 180; second++) {
    clock.advance(1000);
    await settled();
  }
  expect(taken).toEqual(["works", "seldom", "works", "works"]);
  expect(new Set(failed)).toEqual(new Set(["hangs timedOut", "fails failed", "lies failed"]));
  expect(failed.filter((each) => each === "hangs timedOut")).toHaveLength(1);
  stop();
  clock.advance(3_600_000);
  await settled();
  expect(taken).toHaveLength(4);
  expect(clock.waiting()).toBe(0);
});
