import { describe, expect, it } from "vitest";
import type { HostMessage } from "../../../protocol/game.ts";
import { type GameHostDependencies, openGameHost, pulseLostMs, readyWithinMs } from "./gameHost.ts";

const start: GameHostDependencies["start"] = {
  type: "start",
  mode: "quiz",
  level: "mixed",
  ageBand: "5-6",
  seed: 1,
  locale: "vi",
  volume: 0.5,
  reducedMotion: false,
  turns: [],
};

function setUp() {
  const sent: HostMessage[] = [];
  const story: string[] = [];
  let listener: ((data: unknown) => void) | null = null;
  let mono = 0;
  let watch: (() => void) | null = null;
  let spoken: (heard: boolean) => void = () => undefined;
  const host = openGameHost({
    port: {
      post: (message) => sent.push(message),
      listen: (next) => {
        listener = next;
      },
      close: () => story.push("port closed"),
    },
    start,
    mono: () => mono,
    every: (ms, run) => {
      expect(ms).toBeLessThanOrEqual(500);
      watch = run;
      return () => {
        watch = null;
      };
    },
    say: (keys) => {
      story.push(`say ${keys.join(" ")}`);
      return new Promise((resolve) => {
        spoken = resolve;
      });
    },
    hush: () => story.push("hush"),
    onInteractive: () => story.push("interactive"),
    onRound: ({ index }) => story.push(`round ${index}`),
    onFinished: ({ rounds }) => story.push(`finished ${rounds}`),
    onLeft: () => story.push("left"),
    onFault: (kind, detail) => story.push(`${kind}: ${detail}`),
  });
  return {
    host,
    sent,
    story,
    say: (message: unknown) => listener?.(message),
    wait: (ms: number) => {
      for (let passed = 0; passed < ms; passed += 250) {
        mono += 250;
        watch?.();
      }
    },
    /** Time between two looks of the watch. */
    pass: (ms: number) => {
      mono += ms;
    },
    /** The whole page stands still, watch and all. */
    sleep: (ms: number) => {
      mono += ms;
      watch?.();
    },
    spoken: (heard: boolean) => spoken(heard),
    watched: () => watch !== null,
  };
}

describe("a game's host", () => {
  it("starts a game that is ready, passes on its rounds and its end, and closes the port", () => {
    const { say, sent, story, watched } = setUp();
    say({ type: "ready" });
    expect(sent).toEqual([start]);
    say({ type: "interactive" });
    say({ type: "round", index: 0, correctFirstTry: true, hints: 0, durationMs: 900 });
    say({ type: "finished", played: { rounds: 1, correctFirstTry: 1, hints: 0 } });
    say({ type: "round", index: 1, correctFirstTry: true, hints: 0, durationMs: 900 });
    expect(story).toEqual(["interactive", "round 0", "port closed", "hush", "finished 1"]);
    expect(watched()).toBe(false);
  });

  it("closes a game that does not answer for three seconds", () => {
    const { say, wait, story, sent } = setUp();
    say({ type: "ready" });
    wait(1000);
    expect(sent.at(-1)).toEqual({ type: "ping", n: 1 });
    say({ type: "pong", n: 1 });
    wait(pulseLostMs - 250);
    expect(story).toEqual([]);
    wait(250);
    expect(story.at(-1)).toMatch(/^gameHang: silent for \d+ ms/);
  });

  it("sends a child whose game hangs back to the menu within three seconds, whenever it began to hang", () => {
    for (const answeredMs of [0, 250, 500, 750, 1000]) {
      const { say, wait, pass, story } = setUp();
      say({ type: "ready" });
      wait(answeredMs);
      // Just after a look of the watch: the longest until the look that finds it silent.
      pass(1);
      say({ type: "pong", n: 1 });
      pass(249);
      wait(2750);
      expect(story.at(-1), `hung after ${answeredMs} ms`).toMatch(/^gameHang/);
    }
  });

  it("does not blame a game for the time that the screen itself stood still", () => {
    const { say, wait, sleep, story } = setUp();
    say({ type: "ready" });
    wait(1000);
    sleep(60_000);
    expect(story).toEqual([]);
    say({ type: "pong", n: 1 });
    wait(1000);
    expect(story).toEqual([]);
    wait(pulseLostMs);
    expect(story.at(-1)).toMatch(/^gameHang/);
  });

  it("closes a game that never becomes ready", () => {
    const { wait, story } = setUp();
    wait(readyWithinMs);
    expect(story.at(-1)).toMatch(/^gameHang: not ready/);
  });

  it("closes a game that sends what is not in the protocol, floods, or tells of its own fault", () => {
    for (const [send, expected] of [
      [(say: (message: unknown) => void) => say({ type: "evil" }), /foreign message/],
      [
        (say: (message: unknown) => void) => {
          for (let n = 0; n < 1000; n += 1) say({ type: "hush" });
        },
        /more than 300 messages/,
      ],
      [(say: (message: unknown) => void) => say({ type: "fault", message: "boom" }), /boom/],
      [
        (say: (message: unknown) => void) => say({ type: "hush", more: new ArrayBuffer(1 << 20) }),
        /too large/,
      ],
    ] as const) {
      const { say, story } = setUp();
      say({ type: "ready" });
      send(say);
      expect(story.at(-1)).toMatch(expected);
      expect(story.filter((line) => line === "port closed")).toHaveLength(1);
    }
  });

  it("takes the first `finished` and no other", () => {
    const { say, story } = setUp();
    say({ type: "ready" });
    say({ type: "finished", played: { rounds: 2, correctFirstTry: 1, hints: 0 } });
    say({ type: "finished", played: { rounds: 9, correctFirstTry: 9, hints: 0 } });
    expect(story.filter((line) => line.startsWith("finished"))).toEqual(["finished 2"]);
  });

  it("lets a game tidy up for half a second when the child leaves, and no longer", () => {
    const { host, say, wait, story, sent } = setUp();
    say({ type: "ready" });
    host.leave();
    host.leave();
    expect(sent.filter(({ type }) => type === "stop")).toHaveLength(1);
    expect(story).toEqual([]);
    wait(500);
    expect(story.at(-1)).toBe("left");
  });

  it("answers every prompt with whether it was heard", async () => {
    const { say, spoken, sent, story } = setUp();
    say({ type: "ready" });
    say({ type: "say", id: 7, keys: ["count-to", "number-5"], interrupt: true });
    expect(story).toEqual(["say count-to number-5"]);
    spoken(false);
    await Promise.resolve();
    await Promise.resolve();
    expect(sent.at(-1)).toEqual({ type: "spoken", id: 7, heard: false });
  });

  it("pauses a game even if the pause came before it was ready", () => {
    const { host, say, sent } = setUp();
    host.setPaused(true);
    say({ type: "ready" });
    expect(sent.map(({ type }) => type)).toEqual(["start", "pause"]);
    host.setPaused(false);
    expect(sent.at(-1)).toEqual({ type: "resume" });
  });
});
