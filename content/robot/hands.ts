// Owns the robot's hands: real input of a mouse, a finger or the keyboard, sent to the browser without waiting between.
import type { CDPSession } from "@playwright/test";
import type { Point } from "./sight.ts";

export const handKinds = ["mouse", "touch", "keyboard"] as const;
export type HandKind = (typeof handKinds)[number];

export type Hands = {
  click(at: Point, times?: number): Promise<void>;
  tap(at: Point): Promise<void>;
  /** Presses and moves; the thing is in the hand until `drop`. */
  grab(from: Point, to: Point): Promise<void>;
  drop(at: Point): Promise<void>;
  press(key: string): Promise<void>;
  /** Presses all keys and holds them while they repeat, then lets go. */
  hold(keys: readonly string[], repeats: number): Promise<void>;
};

export function createHands(session: CDPSession): Hands {
  const mouse = (type: "mouseMoved" | "mousePressed" | "mouseReleased", at: Point, clickCount = 0) =>
    session.send("Input.dispatchMouseEvent", {
      type,
      ...at,
      button: type === "mouseMoved" && clickCount === 0 ? "none" : "left",
      buttons: type === "mouseReleased" || clickCount === 0 ? 0 : 1,
      clickCount: type === "mouseMoved" ? 0 : clickCount,
    });
  const keyDown = (key: string, autoRepeat = false) => {
    const { code, keyCode, text } = keyOf(key);
    return session.send("Input.dispatchKeyEvent", {
      type: text === undefined ? "rawKeyDown" : "keyDown",
      key: key === "Space" ? " " : key,
      code,
      windowsVirtualKeyCode: keyCode,
      autoRepeat,
      ...(text === undefined ? {} : { text }),
    });
  };
  const keyUp = (key: string) => {
    const { code, keyCode } = keyOf(key);
    return session.send("Input.dispatchKeyEvent", {
      type: "keyUp",
      key: key === "Space" ? " " : key,
      code,
      windowsVirtualKeyCode: keyCode,
    });
  };
  /** The browser keeps the order of what it is sent; only the last answer is of interest, and every refusal. */
  const all = async (sent: readonly Promise<unknown>[]) => {
    await Promise.all(sent);
  };
  return {
    click: (at, times = 1) =>
      all([
        mouse("mouseMoved", at),
        ...Array.from({ length: times }, (_, index) => [
          mouse("mousePressed", at, index + 1),
          mouse("mouseReleased", at, index + 1),
        ]).flat(),
      ]),
    tap: (at) =>
      all([
        session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] }),
        session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }),
      ]),
    grab: (from, to) =>
      all([
        mouse("mouseMoved", from),
        mouse("mousePressed", from, 1),
        mouse("mouseMoved", { x: (from.x * 2 + to.x) / 3, y: (from.y * 2 + to.y) / 3 }, 1),
        mouse("mouseMoved", { x: (from.x + to.x * 2) / 3, y: (from.y + to.y * 2) / 3 }, 1),
        mouse("mouseMoved", to, 1),
      ]),
    drop: (at) => all([mouse("mouseReleased", at, 1)]),
    press: (key) => all([keyDown(key), keyUp(key)]),
    hold: (keys, repeats) =>
      all([
        ...keys.map((key) => keyDown(key)),
        ...Array.from({ length: repeats }, () => keys.map((key) => keyDown(key, true))).flat(),
        ...keys.map(keyUp),
      ]),
  };
}

type Key = { code: string; keyCode: number; text?: string };

const namedKeys: Readonly<Record<string, Key>> = {
  Enter: { code: "Enter", keyCode: 13, text: "\r" },
  Space: { code: "Space", keyCode: 32, text: " " },
  ArrowLeft: { code: "ArrowLeft", keyCode: 37 },
  ArrowUp: { code: "ArrowUp", keyCode: 38 },
  ArrowRight: { code: "ArrowRight", keyCode: 39 },
  ArrowDown: { code: "ArrowDown", keyCode: 40 },
  Tab: { code: "Tab", keyCode: 9 },
  Escape: { code: "Escape", keyCode: 27 },
  Backspace: { code: "Backspace", keyCode: 8 },
  Delete: { code: "Delete", keyCode: 46 },
  Home: { code: "Home", keyCode: 36 },
  End: { code: "End", keyCode: 35 },
  PageUp: { code: "PageUp", keyCode: 33 },
  PageDown: { code: "PageDown", keyCode: 34 },
  Shift: { code: "ShiftLeft", keyCode: 16 },
};

/** Every kind of key a child can reach that does not belong to the system; letters and digits are all alike. */
export const everyKey: readonly string[] = [...Object.keys(namedKeys), ..."aeqzm", ..."159"];

function keyOf(key: string): Key {
  const named = namedKeys[key];
  if (named) return named;
  const upper = key.toUpperCase();
  return { code: /\d/.test(key) ? `Digit${key}` : `Key${upper}`, keyCode: upper.charCodeAt(0), text: key };
}
