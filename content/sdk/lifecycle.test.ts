import { afterEach, describe, expect, it } from "vitest";
import type { GameMessage, HostMessage } from "../../protocol/game.ts";
import { connectGame, type GameWindow, type Host } from "./lifecycle.ts";

const start: HostMessage = {
  type: "start",
  mode: "quiz",
  level: "one",
  ageBand: "3-4",
  seed: 1,
  locale: "vi",
  volume: 0.5,
  reducedMotion: false,
  turns: [],
};
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A game in a pretended window, and the host's end of its port. */
function openGame() {
  const parent = {};
  const listeners: Record<string, (event: never) => void> = {};
  const window = {
    parent,
    addEventListener: (type: string, listener: (event: never) => void) => {
      listeners[type] = listener;
    },
  } as GameWindow; // stands in for the three overloads with one function
  const calls: string[] = [];
  const hosts: Host[] = [];
  connectGame(window, (began, host) => {
    calls.push(`begin ${began.level}`);
    hosts.push(host);
    return {
      pause: () => calls.push("pause"),
      resume: () => calls.push("resume"),
      setVolume: (volume) => calls.push(`volume ${volume}`),
      stop: () => calls.push("stop"),
    };
  });
  const offer = (source: object, data: unknown) => {
    const channel = new MessageChannel();
    ports.push(channel.port1, channel.port2);
    listeners["message"]?.({ source, data, ports: [channel.port2] } as never); // the part of a MessageEvent that is read
    const received: GameMessage[] = [];
    const waiting: (() => void)[] = [];
    channel.port1.onmessage = (event) => {
      received.push(event.data as GameMessage); // what the game posts; its shape is what is tested
      for (const wake of waiting.splice(0)) wake();
    };
    const until = async (amount: number) => {
      while (received.length < amount) await new Promise<void>((resolve) => waiting.push(resolve));
      return received;
    };
    return { send: (message: unknown) => channel.port1.postMessage(message), until, received };
  };
  return { parent, listeners, calls, hosts, offer };
}
const port = { kidsmart: "port", protocol: 1 };

describe("a game's life", () => {
  it("says ready to its parent's port, and to nobody else's", async () => {
    const game = openGame();
    const stranger = game.offer({}, port);
    const wrong = game.offer(game.parent, { kidsmart: "port", protocol: 2 });
    const host = game.offer(game.parent, port);
    expect(await host.until(1)).toEqual([{ type: "ready" }]);
    expect(stranger.received).toEqual([]);
    expect(wrong.received).toEqual([]);
  });

  it("answers stop with what was played, once, and then is silent", async () => {
    const game = openGame();
    const host = game.offer(game.parent, port);
    host.send(start);
    host.send({ type: "ping", n: 1 });
    await host.until(2);
    const playing = game.hosts[0];
    playing?.round({ index: 0, correctFirstTry: true, hints: 0, durationMs: 10 });
    playing?.round({ index: 1, correctFirstTry: false, hints: 2, durationMs: 20 });
    host.send({ type: "stop" });
    const messages = await host.until(5);
    expect(messages.at(-1)).toEqual({
      type: "finished",
      played: { rounds: 2, correctFirstTry: 1, hints: 2 },
    });
    playing?.round({ index: 2, correctFirstTry: true, hints: 0, durationMs: 10 });
    playing?.send({ type: "hush" });
    playing?.finish();
    host.send({ type: "ping", n: 2 });
    expect((await host.until(6)).at(-1)).toEqual({ type: "pong", n: 2 });
    expect(game.calls).toEqual(["begin one", "stop"]);
  });

  it("passes pause, resume and volume on, and leaves unknown messages alone", async () => {
    const game = openGame();
    const host = game.offer(game.parent, port);
    host.send(start);
    host.send({ type: "pause" });
    host.send({ type: "sing" });
    host.send("nonsense");
    host.send({ type: "resume" });
    host.send({ type: "volume", volume: 0 });
    host.send({ type: "ping", n: 7 });
    await host.until(2);
    expect(game.calls).toEqual(["begin one", "pause", "resume", "volume 0"]);
  });

  it("starts anew without mixing two runs", async () => {
    const game = openGame();
    const host = game.offer(game.parent, port);
    host.send(start);
    host.send({ ...start, level: "two" });
    host.send({ type: "ping", n: 1 });
    await host.until(2);
    expect(game.calls).toEqual(["begin one", "stop", "begin two"]);
    game.hosts[1]?.round({ index: 0, correctFirstTry: true, hints: 0, durationMs: 1 });
    game.hosts[1]?.finish();
    expect((await host.until(4)).at(-1)).toMatchObject({ played: { rounds: 1 } });
  });

  it("reports what it did not catch as a fault", async () => {
    const game = openGame();
    const host = game.offer(game.parent, port);
    game.listeners["error"]?.({ error: new Error("broken") } as never); // the part of an ErrorEvent that is read
    game.listeners["unhandledrejection"]?.({ reason: "x".repeat(5000) } as never);
    const messages = await host.until(3);
    expect(messages[1]).toMatchObject({ type: "fault", message: expect.stringContaining("broken") });
    expect(messages[2]).toEqual({ type: "fault", message: "x".repeat(2000) });
  });
});
