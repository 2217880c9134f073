import { describe, expect, it } from "vitest";
import { createTimeline } from "./timeline.ts";

/** A clock whose timers run when it is moved on. */
function createFakeTime() {
  let time = 0;
  const planned = new Map<number, { at: number; run: () => void }>();
  let nextHandle = 1;
  return {
    clock: { now: () => time },
    timers: {
      set(run: () => void, delayMs: number) {
        planned.set(nextHandle, { at: time + delayMs, run });
        nextHandle += 1;
        return nextHandle - 1;
      },
      clear: (handle: unknown) => void planned.delete(handle as number), // made by `set`
    },
    move(ms: number) {
      const until = time + ms;
      for (;;) {
        const due = [...planned]
          .filter(([, task]) => task.at <= until)
          .sort(([, one], [, other]) => one.at - other.at)[0];
        if (!due) break;
        planned.delete(due[0]);
        time = Math.max(time, due[1].at);
        due[1].run();
      }
      time = until;
    },
    planned: () => planned.size,
  };
}

describe("the game's own time", () => {
  it("runs what is due, in order", () => {
    const time = createFakeTime();
    const timeline = createTimeline(time);
    const ran: string[] = [];
    timeline.after(200, () => ran.push("late"));
    timeline.after(100, () => ran.push("early"));
    time.move(99);
    expect(ran).toEqual([]);
    time.move(101);
    expect(ran).toEqual(["early", "late"]);
  });

  it("stands still while paused and goes on with what was left", () => {
    const time = createFakeTime();
    const timeline = createTimeline(time);
    let ran = false;
    timeline.after(100, () => {
      ran = true;
    });
    time.move(60);
    timeline.pause();
    time.move(10_000);
    expect(ran).toBe(false);
    expect(timeline.now()).toBe(60);
    timeline.resume();
    time.move(39);
    expect(ran).toBe(false);
    time.move(1);
    expect(ran).toBe(true);
    expect(timeline.now()).toBe(100);
  });

  it("plans during a pause for after it", () => {
    const time = createFakeTime();
    const timeline = createTimeline(time);
    timeline.pause();
    let ran = false;
    timeline.after(10, () => {
      ran = true;
    });
    time.move(500);
    expect(ran).toBe(false);
    timeline.resume();
    time.move(10);
    expect(ran).toBe(true);
  });

  it("tells when it runs again", async () => {
    const time = createFakeTime();
    const timeline = createTimeline(time);
    await timeline.whenRunning();
    timeline.pause();
    let running = false;
    const waiting = timeline.whenRunning().then(() => {
      running = true;
    });
    await Promise.resolve();
    expect(running).toBe(false);
    timeline.resume();
    await waiting;
    expect(running).toBe(true);
  });

  it("drops everything when cleared, and single plans when cancelled", () => {
    const time = createFakeTime();
    const timeline = createTimeline(time);
    const cancel = timeline.after(10, () => expect.unreachable());
    cancel();
    timeline.after(20, () => expect.unreachable());
    timeline.clear();
    time.move(100);
    expect(time.planned()).toBe(0);
  });
});
