import { expect, it } from "vitest";
import { createMotion } from "./motion.ts";
import { createTimeline } from "./timeline.ts";

/** An element whose animation ends, or is cancelled, when the test says so. */
function makeElement() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const target = { animate: () => ({ finished: promise, cancel: () => {} }) } as unknown as Element;
  return { target, finish: resolve, cancel: () => reject(new DOMException("cancelled", "AbortError")) };
}

const makeTimeline = () =>
  createTimeline({ clock: { now: () => 0 }, timers: { set: () => 0, clear: () => {} } });

it.each(["finish", "cancel"] as const)(
  "a movement that the browser ends in a pause (%s) is over when the game goes on",
  async (how) => {
    const timeline = makeTimeline();
    const element = makeElement();
    let over = false;
    const moved = createMotion(false, timeline)
      .move(element.target, [], 100)
      .then(() => {
        over = true;
      });
    timeline.pause();
    element[how]();
    await new Promise(setImmediate);
    expect(over).toBe(false);
    timeline.resume();
    await moved;
    expect(over).toBe(true);
  },
);

it("what else goes wrong with a movement is told", async () => {
  const target = {
    animate: () => ({ finished: Promise.reject(new Error("no such property")) }),
  } as unknown as Element;
  await expect(createMotion(false, makeTimeline()).move(target, [], 100)).rejects.toThrow("no such property");
});
