// Owns a page the robot plays at: opens games in it, looks, touches, and keeps what went wrong.
import type { CDPSession, Frame, Page } from "@playwright/test";
import type { GameMessage, HostMessage } from "../../protocol/game.ts";
import { createHands, type HandKind, type Hands } from "./hands.ts";
import type { Robot } from "./openRobot.ts";
import type { LookRequest, Pace, RobotVoice, Sight, Size, Stopped, Target } from "./sight.ts";

export type Start = Extract<HostMessage, { type: "start" }>;

export type RobotTable = {
  readonly page: Page;
  readonly hands: Hands;
  /** Errors of the page and lines of its console that are errors, since the game was opened. */
  readonly errors: readonly string[];
  /** Opens a game; resolves when it can be touched. `rate` is the game's own milliseconds per real one; a game that is not seen is cheaper. */
  open(options: {
    address: string;
    start: Start;
    voice: RobotVoice;
    rate: number;
    isSeen: boolean;
  }): Promise<void>;
  look(request: LookRequest): Promise<Sight>;
  /** Touches or drags as a hand of this kind does; the keyboard goes there first. */
  touch(hand: HandKind, target: Target, times?: number): Promise<void>;
  /** Calls something in the game's frame, by its text. */
  inGame<Answer>(script: string): Promise<Answer>;
  send(message: HostMessage): Promise<void>;
  /** Stops the game, and resolves with how it said `finished`; null when it never did. */
  stop(): Promise<Stopped | null>;
  ask(message: HostMessage, answer: GameMessage["type"], withinMs: number): Promise<number | null>;
  /** As `ask`, without sending anything; 0 when it was said before. */
  answered(answer: GameMessage["type"], withinMs: number): Promise<number | null>;
  messages(): Promise<readonly GameMessage[]>;
  /** Forgets what a run said that was stopped. */
  forget(): Promise<void>;
  resize(size: Size): Promise<void>;
  close(): Promise<void>;
};

/** Opens a page. A small `scale` draws fewer pixels, where nobody looks. */
export async function openTable(
  { browser, script, hostAddress }: Robot,
  options: { size: Size; scale: number },
): Promise<RobotTable> {
  const context = await browser.newContext({
    viewport: options.size,
    deviceScaleFactor: options.scale,
    hasTouch: true,
  });
  await context.addInitScript({ content: script });
  const page = await context.newPage();
  await page.goto(hostAddress);
  const session: CDPSession = await context.newCDPSession(page);
  const hands = createHands(session);
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  let frame: Frame | undefined;
  let current = options.size;
  const inGame = <Answer>(text: string): Promise<Answer> => {
    if (!frame) throw new Error("no game is open");
    return frame.evaluate(text);
  };
  return {
    page,
    hands,
    errors,
    inGame,
    async open({ address, start, voice, rate, isSeen }) {
      errors.length = 0;
      const pace: Pace = { rate };
      const opened = { address: `${address}#${JSON.stringify(pace)}`, start, voice, isSeen };
      await page.evaluate(`robotHost.open(${JSON.stringify(opened)})`);
      frame = page.frames()[1];
    },
    look: (request) => inGame(`robotEyes.look(${JSON.stringify({ size: current, ...request })})`),
    async touch(hand, { at, to, keys, name }, times = 1) {
      if (hand === "keyboard") {
        if (keys === undefined) throw new Error(`no arrow keys lead to ${name}`);
        await Promise.all(keys.map((key) => hands.press(key)));
        // What moved on meanwhile may have led the arrows astray: nobody presses without looking.
        if (!(await inGame<boolean>("robotEyes.isReached()"))) return;
        await Promise.all(Array.from({ length: times }, () => hands.press("Enter")));
      } else if (hand === "touch") {
        await Promise.all(Array.from({ length: times }, () => hands.tap(at)));
      } else if (to === undefined) await hands.click(at, times);
      else {
        await hands.grab(at, to);
        await hands.drop(to);
      }
    },
    send: (message) => page.evaluate(`robotHost.send(${JSON.stringify(message)})`),
    stop: () => page.evaluate("robotHost.stop()"),
    ask: (message, answer, withinMs) =>
      page.evaluate(`robotHost.ask(${JSON.stringify(message)}, ${JSON.stringify(answer)}, ${withinMs})`),
    answered: (answer, withinMs) =>
      page.evaluate(`robotHost.answered(${JSON.stringify(answer)}, ${withinMs})`),
    messages: () => page.evaluate("robotHost.messages()"),
    async forget() {
      await Promise.all([page.evaluate("robotHost.forget()"), inGame("robotEyes.forget()")]);
    },
    async resize(size) {
      if (size.width === current.width && size.height === current.height) return;
      current = size;
      await page.setViewportSize(size);
    },
    close: () => context.close(),
  };
}
