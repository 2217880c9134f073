// Owns the words between the robot in Node and its eyes in the page: what to look for, and what was seen.

/** Looks for what is right or wrong to touch, for the n-th thing that can be touched, or for nothing in particular. */
export type Wish =
  /** Where nothing is right, in free play, the `orAny`-th thing. */
  { kind: "next"; orAny?: number } | { kind: "wrong" } | { kind: "any"; number: number } | { kind: "none" };

export type LookRequest = {
  wish: Wish;
  /** Waits a little until the game has had this many clicks, so that a tap on its way is not overtaken. */
  clicks?: number;
  /** Waits until the game has heard that its window has this size. */
  size?: Size;
  /** Waits until nothing moves that comes to rest by itself. */
  still?: boolean;
  /** Also finds what is too small, too near or cut off, once nothing moves, where there is something new to measure. */
  measure?: boolean;
  /** A touch screen and keys pick up and put down in two touches; a mouse drags. */
  drags?: boolean;
  /** Also plans the arrow keys that lead to the target. */
  keys?: boolean;
};

/** Of a window, in CSS pixels. */
export type Size = { width: number; height: number };

/** A point in CSS pixels of the page. */
export type Point = { x: number; y: number };

export type Target = {
  at: Point;
  /** Where a drag lets go; absent for a touch. */
  to?: Point;
  /** The arrow keys that lead there from where the focus is; absent without `keys`. */
  keys?: readonly string[];
  /** The touch is the whole try; false for the first of two touches that carry a thing. */
  completes: boolean;
  /** For messages to people. */
  name: string;
};

export type Sight = {
  phase: string;
  question: string;
  /** Clicks the game has had until now. */
  clicks: number;
  /** What the look before told to touch was touched while a child might answer. */
  wasHit: boolean;
  /** Messages of type `round` the game has sent. */
  rounds: number;
  finished: boolean;
  /** A celebration was seen since it was watched for. */
  isJoyful: boolean;
  /** Whose turn the emblem shows; null without one. */
  emblem: string | null;
  /** What was wished for; null when the game has no such thing now. */
  target: Target | null;
  /** What a child would see as wrong on the screen, in words; empty unless measured. */
  flaws: readonly string[];
  /** How many questions the progress above shows; 0 without it. */
  questions: number;
  /** The question as its marks tell it, without places on the screen. */
  signature: string;
};

/** How the page's host answers `say`. */
export type RobotVoice =
  /** Every prompt takes this long, ms, and was heard. */
  | { heardAfterMs: number }
  /** No voice here: every prompt is over at once, unheard. */
  | "missing";

/** How a game runs under the robot; it stands after the # of the game's address. */
export type Pace = {
  /** Game milliseconds per real millisecond. */
  rate: number;
};

/** The page at one moment. */
export type Stillness = {
  /** Names of the animations that run. */
  running: readonly string[];
  /** The whole document as text. */
  page: string;
};

/** How a game obeyed a stop. */
export type Stopped = {
  /** From when it heard of the stop, ms; a busy machine is part of it. */
  tookMs: number;
  /** It said so before it did anything else: then only the machine can have taken long. */
  isAtOnce: boolean;
};
