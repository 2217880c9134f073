import { describe, expect, it } from "vitest";
import type { GameMessage } from "../../protocol/game.ts";
import type { Host } from "./lifecycle.ts";
import { createSpeech } from "./speech.ts";
import { createTimeline } from "./timeline.ts";

function openSpeech() {
  const sent: GameMessage[] = [];
  let spoken: (id: number, heard: boolean) => void = () => {};
  const host: Host = {
    send: (message) => sent.push(message),
    round: () => {},
    interactive: () => {},
    finish: () => {},
    onSpoken: (listener) => {
      spoken = listener;
    },
  };
  let time = 0;
  const due = new Map<number, { at: number; run: () => void }>();
  const timeline = createTimeline({
    clock: { now: () => time },
    timers: {
      set: (run, delayMs) => {
        const handle = due.size + 1 + time * 1000;
        due.set(handle, { at: time + delayMs, run });
        return handle;
      },
      clear: (handle) => void due.delete(handle as number), // made by `set`
    },
  });
  const move = (ms: number) => {
    time += ms;
    for (const [handle, task] of [...due]) {
      if (task.at > time) continue;
      due.delete(handle);
      task.run();
    }
  };
  return {
    sent,
    spoken: (id: number, heard: boolean) => spoken(id, heard),
    timeline,
    move,
    speech: createSpeech({ host, timeline }),
  };
}
const settled = async (promise: Promise<unknown>) => {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  return done;
};

describe("speech", () => {
  it("numbers its prompts and tells which were heard", async () => {
    const { sent, spoken, move, speech } = openSpeech();
    const first = speech.say(["number-1"]);
    const second = speech.sayNow(["number-2", "number-3"]);
    expect(sent).toEqual([
      { type: "say", id: 1, keys: ["number-1"], interrupt: false },
      { type: "say", id: 2, keys: ["number-2", "number-3"], interrupt: true },
    ]);
    spoken(1, false);
    spoken(2, true);
    move(0);
    expect(await first).toBe(false);
    expect(await second).toBe(true);
  });

  it("keeps a child's pace where nothing can be heard", async () => {
    const { spoken, move, speech } = openSpeech();
    const said = speech.say(["number-1"], 600);
    spoken(1, false);
    move(599);
    expect(await settled(said)).toBe(false);
    move(1);
    expect(await said).toBe(false);
  });

  it("goes on when the host never answers", async () => {
    const { move, speech } = openSpeech();
    const said = speech.say(["number-1"]);
    move(14_999);
    expect(await settled(said)).toBe(false);
    move(1);
    expect(await said).toBe(false);
  });

  it("waits for the resume when a pause cut it off", async () => {
    const { spoken, move, speech, timeline } = openSpeech();
    const said = speech.say(["number-1"]);
    move(1);
    timeline.pause();
    spoken(1, false);
    expect(await settled(said)).toBe(false);
    timeline.resume();
    expect(await said).toBe(false);
  });
});
