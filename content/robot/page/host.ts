// Owns a bare host page for the robot: one game in its sandbox, everything it says kept in order.
import type { GameMessage, HostMessage } from "../../../protocol/game.ts";
import { type HostedGame, openGame } from "../../gallery/host.ts";
import type { RobotVoice, Stopped } from "../sight.ts";

export type Start = Extract<HostMessage, { type: "start" }>;

export type RobotHost = {
  /** Opens a game in place of the one before. Resolves when it says that a child can touch it. */
  open(options: { address: string; start: Start; voice: RobotVoice; isSeen: boolean }): Promise<void>;
  send(message: HostMessage): void;
  /** Sends, and resolves with how long the answer of this type took, ms; null when it did not come in time. */
  ask(message: HostMessage, answer: GameMessage["type"], withinMs: number): Promise<number | null>;
  /** Stops the game, and resolves with how it said `finished`; null when it never did. */
  stop(): Promise<Stopped | null>;
  /** Resolves with 0 when it has said so, or with how long it took to, ms; null when it did not come in time. */
  answered(answer: GameMessage["type"], withinMs: number): Promise<number | null>;
  /** Gives the keys back to the game: a Tab too many had led them out of it. */
  focusGame(): void;
  /** Everything the game said since it was opened, or since it was to be forgotten. */
  messages(): readonly GameMessage[];
  forget(): void;
};

/** Whoever has not answered by then never will, ms. */
const answerWithinMs = 10_000;

export function openHost(): RobotHost {
  let game: HostedGame | undefined;
  let messages: GameMessage[] = [];
  let hush = () => {};
  const listeners = new Set<(message: GameMessage) => void>();
  const heard = (type: GameMessage["type"], withinMs: number) =>
    new Promise<number | null>((resolve) => {
      const since = performance.now();
      const end = (tookMs: number | null) => {
        listeners.delete(listen);
        clearTimeout(timer);
        resolve(tookMs);
      };
      const listen = (message: GameMessage) => {
        if (message.type === type) end(performance.now() - since);
      };
      const timer = setTimeout(() => end(null), withinMs);
      listeners.add(listen);
    });

  return {
    async open({ address, start, voice, isSeen }) {
      game?.close();
      messages = [];
      listeners.clear();
      const voices = createVoice(voice);
      hush = voices.hush;
      game = openGame({
        address,
        screen: document.body,
        start,
        ...voices,
        onMessage(message) {
          messages.push(message);
          for (const listen of [...listeners]) listen(message);
        },
      });
      // What nobody sees is not drawn: that is half of what playing costs. It can be touched all the same.
      game.frame.style.cssText = `position:fixed;inset:0;width:100%;height:100%;border:0;opacity:${isSeen ? 1 : 0}`;
      const tookMs = await heard("interactive", 2 * answerWithinMs);
      if (tookMs === null) throw new Error(`not interactive; it said ${JSON.stringify(messages)}`);
    },
    send(message) {
      // As every host does: a pause ends what is being spoken.
      if (message.type === "pause" || message.type === "stop") hush();
      game?.send(message);
    },
    ask(message, answer, withinMs) {
      const answered = heard(answer, withinMs);
      this.send(message);
      return answered;
    },
    async stop() {
      // The port keeps the order: the game hears of the stop after the first ping and before the second.
      const heardAt = this.ask({ type: "ping", n: 0 }, "pong", answerWithinMs).then(() => performance.now());
      const finished = this.ask({ type: "stop" }, "finished", answerWithinMs).then((tookMs) => {
        isLate = lastPong === 1;
        return tookMs;
      });
      let lastPong = 0;
      let isLate = true;
      listeners.add((message) => {
        if (message.type === "pong") lastPong = message.n;
      });
      this.send({ type: "ping", n: 1 });
      if ((await finished) === null) return null;
      return { tookMs: Math.max(0, performance.now() - (await heardAt)), isAtOnce: !isLate };
    },
    answered: async (answer, withinMs) =>
      messages.some(({ type }) => type === answer) ? 0 : heard(answer, withinMs),
    focusGame() {
      // Beyond the last thing Tab leaves the page, whose active element stays what it was: only a new focus is one.
      game?.frame.blur();
      game?.frame.focus();
    },
    messages: () => messages,
    forget() {
      messages = [];
    },
  };
}

type Prompt = { over: (heard: boolean) => void };

/** Speaks nothing, but takes its time as a voice does, one prompt after another. */
function createVoice(voice: RobotVoice) {
  let waiting: Prompt[] = [];
  let timer = 0;
  const next = () => {
    const prompt = waiting[0];
    if (!prompt || voice === "missing") return;
    timer = window.setTimeout(() => {
      waiting = waiting.filter((each) => each !== prompt);
      prompt.over(true);
      next();
    }, voice.heardAfterMs);
  };
  const hush = () => {
    clearTimeout(timer);
    const dropped = waiting;
    waiting = [];
    for (const prompt of dropped) prompt.over(false);
  };
  return {
    speak(_keys: readonly string[], interrupt: boolean, over: (heard: boolean) => void) {
      if (voice === "missing") return over(false);
      if (interrupt) hush();
      waiting.push({ over });
      if (waiting.length === 1) next();
    },
    hush,
  };
}
