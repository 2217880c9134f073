// Owns the talk with one game: the port, the watch over its pulse, and the end of a game that misbehaves (ADR 0011).
import "../withoutEval.ts";
import {
  type GameMessage,
  gameMessage,
  type HostMessage,
  type RoundsPlayed,
} from "../../../protocol/game.ts";
import { describeIssues } from "../../../protocol/versioned.ts";
import { isModest } from "./modestMessage.ts";

/** What the host needs of a MessagePort. */
export type HostPort = {
  post(message: HostMessage): void;
  /** Replaces the listener; null stops listening. */
  listen(listener: ((data: unknown) => void) | null): void;
  close(): void;
};

export function hostPort(port: MessagePort): HostPort {
  return {
    post: (message) => port.postMessage(message),
    listen(listener) {
      port.onmessage = listener && (({ data }: { readonly data: unknown }) => listener(data));
    },
    close: () => port.close(),
  };
}

export type GameHostDependencies = {
  readonly port: HostPort;
  readonly start: Extract<HostMessage, { type: "start" }>;
  /** Monotonic ms. */
  readonly mono: () => number;
  readonly every: (ms: number, run: () => void) => () => void;
  readonly say: (keys: readonly string[], interrupt: boolean) => Promise<boolean>;
  readonly hush: () => void;
  readonly onInteractive: () => void;
  readonly onRound: (round: Extract<GameMessage, { type: "round" }>) => void;
  readonly onFinished: (played: RoundsPlayed) => void;
  readonly onLeft: () => void;
  readonly onFault: (kind: "gameCrash" | "gameHang", detail: string) => void;
};

export type GameHost = {
  setPaused(paused: boolean): void;
  setVolume(volume: number): void;
  /** The child goes back to the menu: the game may tidy up for half a second. */
  leave(): void;
  /** Closes the port at once. */
  dispose(): void;
};

export const pingEveryMs = 1_000;
/** Silence of this length means it hangs, ms: with the watch's own pace the child is back at the menu within three seconds. */
export const pulseLostMs = 2_700;
/** Its page must be there by then, ms: on a web screen it may come over a slow network. */
export const loadedWithinMs = 10_000;
/** Once its page is there it must say that it is ready, ms. */
export const readyWithinMs = 2_700;
export const leaveWithinMs = 500;
/** More than this between two pings is not a game, it is an attack or a loop. */
const mostMessages = 300;
const watchEveryMs = 250;
/** When the watch itself comes later than this, the screen was held up, not the game, ms. */
const ownDelayMs = 1_000;

export function openGameHost(dependencies: GameHostDependencies): GameHost {
  const { port, mono } = dependencies;
  let openedAt = mono();
  let watchedAt = openedAt;
  let ready = false;
  let over = false;
  let paused = false;
  let leavingAt: number | null = null;
  let heardAt = openedAt;
  let pingedAt = openedAt;
  let pings = 0;
  let messages = 0;

  const post = (message: HostMessage) => {
    if (!over) port.post(message);
  };
  const end = (tell: () => void) => {
    if (over) return;
    over = true;
    stopWatch();
    port.listen(null);
    port.close();
    dependencies.hush();
    tell();
  };
  const fault = (kind: "gameCrash" | "gameHang", detail: string) =>
    end(() => (leavingAt === null ? dependencies.onFault(kind, detail) : dependencies.onLeft()));

  const watch = () => {
    const now = mono();
    const late = now - watchedAt - watchEveryMs;
    watchedAt = now;
    if (late > ownDelayMs) {
      // A machine that slept or a page that stood still: what the game answered meanwhile is not heard yet.
      openedAt += late;
      heardAt += late;
    }
    if (leavingAt !== null) {
      if (now - leavingAt >= leaveWithinMs) end(dependencies.onLeft);
      return;
    }
    if (!ready) {
      if (now - openedAt >= readyWithinMs) fault("gameHang", `not ready after ${readyWithinMs} ms`);
      return;
    }
    if (now - heardAt >= pulseLostMs) return fault("gameHang", `silent for ${Math.round(now - heardAt)} ms`);
    if (now - pingedAt < pingEveryMs) return;
    pingedAt = now;
    messages = 0;
    pings += 1;
    post({ type: "ping", n: pings });
  };
  const stopWatch = dependencies.every(watchEveryMs, watch);

  const receive = (message: GameMessage) => {
    switch (message.type) {
      case "ready":
        if (ready) return;
        ready = true;
        heardAt = mono();
        post(dependencies.start);
        if (paused) post({ type: "pause" });
        return;
      case "interactive":
        return dependencies.onInteractive();
      case "say":
        void dependencies
          .say(message.keys, message.interrupt)
          .then((heard) => post({ type: "spoken", id: message.id, heard }));
        return;
      case "hush":
        return dependencies.hush();
      case "round":
        return dependencies.onRound(message);
      case "finished":
        return end(() =>
          leavingAt === null ? dependencies.onFinished(message.played) : dependencies.onLeft(),
        );
      case "pong":
        heardAt = mono();
        return;
      case "fault":
        return fault("gameCrash", message.message);
    }
  };
  port.listen((data) => {
    if (over) return;
    messages += 1;
    if (messages > mostMessages) return fault("gameCrash", `more than ${mostMessages} messages in a second`);
    if (!isModest(data)) return fault("gameCrash", "foreign message: far too large, or no plain data");
    const parsed = gameMessage.safeParse(data);
    if (parsed.success) receive(parsed.data);
    else fault("gameCrash", `foreign message: ${describeIssues(parsed.error)}`);
  });

  return {
    setPaused(next) {
      if (next === paused) return;
      paused = next;
      if (ready) post({ type: next ? "pause" : "resume" });
      if (next) dependencies.hush();
    },
    setVolume: (volume) => {
      if (ready) post({ type: "volume", volume });
    },
    leave() {
      if (leavingAt !== null || over) return;
      if (!ready) return end(dependencies.onLeft);
      leavingAt = mono();
      post({ type: "stop" });
    },
    dispose: () => end(() => undefined),
  };
}
