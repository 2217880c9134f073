// Owns a game's life between its window's first message and `finished` (ADR 0011).
import { z } from "zod";
import { type GameMessage, type HostMessage, hostMessage, portOffer } from "../../protocol/game.ts";
import type { RoundRecord } from "./rounds.ts";

// The pack's Content-Security-Policy has no 'unsafe-eval', which zod would otherwise try first.
z.config({ jitless: true });

export type GameStart = Extract<HostMessage, { type: "start" }>;

/** What the host is to a game. */
export type Host = {
  send(message: GameMessage): void;
  /** Reports a finished question and adds it to what `finished` sums up. */
  round(record: RoundRecord): void;
  /** The first picture a child can touch is on screen. */
  interactive(): void;
  /** The game's own end; later calls do nothing. */
  finish(): void;
  /** Resolves when the host says prompt `id` is over; `true` when it was heard. */
  onSpoken(listener: (id: number, heard: boolean) => void): void;
};

/** What a game is to its host, from `start` until it is stopped. */
export type Playing = {
  pause(): void;
  resume(): void;
  setVolume(volume: number): void;
  /** Ends all timers and sounds at once; `finished` is sent by the lifecycle. */
  stop(): void;
};

/** The part of a window the lifecycle uses, so that a test can stand in for it. */
export type GameWindow = {
  readonly parent: unknown;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  addEventListener(type: "error", listener: (event: ErrorEvent) => void): void;
  addEventListener(type: "unhandledrejection", listener: (event: PromiseRejectionEvent) => void): void;
};

/** Waits for the host's port, then says `ready`; `begin` is called at each `start`. Returns nothing: the port is all. */
export function connectGame(window: GameWindow, begin: (start: GameStart, host: Host) => Playing): void {
  let port: MessagePort | undefined;

  window.addEventListener("message", (event: MessageEvent) => {
    const offered = event.ports[0];
    if (port || event.source !== window.parent || !offered || !portOffer.safeParse(event.data).success)
      return;
    port = offered;
    serve(offered, begin);
  });
  const report = (thrown: unknown) => {
    const message = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ""}` : String(thrown);
    port?.postMessage({ type: "fault", message: message.slice(0, 2000) } satisfies GameMessage);
  };
  window.addEventListener("error", (event: ErrorEvent) => report(event.error ?? event.message));
  window.addEventListener("unhandledrejection", (event: PromiseRejectionEvent) => report(event.reason));
}

function serve(port: MessagePort, begin: (start: GameStart, host: Host) => Playing): void {
  let run: Run | undefined;
  const end = () => {
    const ending = run;
    run = undefined;
    // `finished` first: whatever stopping does, the host hears from us within its 500 ms.
    ending?.host.finish();
    ending?.playing?.stop();
  };
  const take = (message: HostMessage) => {
    switch (message.type) {
      case "start": {
        run?.playing?.stop();
        run = openRun(port);
        run.playing = begin(message, run.host);
        return;
      }
      case "pause":
        return run?.playing?.pause();
      case "resume":
        return run?.playing?.resume();
      case "stop":
        return end();
      case "volume":
        return run?.playing?.setVolume(message.volume);
      case "spoken":
        return run?.spoken(message.id, message.heard);
      case "ping":
        return port.postMessage({ type: "pong", n: message.n } satisfies GameMessage);
    }
  };
  port.onmessage = (event: MessageEvent) => {
    const parsed = hostMessage.safeParse(event.data);
    // A newer host may say more than this game understands; what it does not know it leaves alone.
    if (parsed.success) take(parsed.data);
  };
  port.postMessage({ type: "ready" } satisfies GameMessage);
}

type Run = { host: Host; spoken(id: number, heard: boolean): void; playing?: Playing };

/** One run's side of the port; after its end it is silent, so that what still unwinds is not taken for the next run. */
function openRun(port: MessagePort): Run {
  let finished = false;
  let played = { rounds: 0, correctFirstTry: 0, hints: 0 };
  let tellSpoken: (id: number, heard: boolean) => void = () => {};

  const send = (message: GameMessage) => {
    if (!finished) port.postMessage(message);
  };
  return {
    spoken: (id, heard) => tellSpoken(id, heard),
    host: {
      send,
      round(record) {
        if (finished) return;
        played = {
          rounds: played.rounds + 1,
          correctFirstTry: played.correctFirstTry + (record.correctFirstTry ? 1 : 0),
          hints: played.hints + record.hints,
        };
        send({ type: "round", ...record });
      },
      interactive: () => send({ type: "interactive" }),
      finish() {
        send({ type: "finished", played });
        finished = true;
      },
      onSpoken(listener) {
        tellSpoken = listener;
      },
    },
  };
}
