// Owns the robot's eyes inside a game's frame: they wait for the child's turn and tell where to touch.
import type { LookRequest, Pace, Point, Sight, Target, Wish } from "../sight.ts";
import { arrowPath } from "./arrowPath.ts";
import { findFlaws, nameOf, touchables } from "./flaws.ts";
import { type GameClock, takeOverClock } from "./gameClock.ts";

export type Eyes = {
  clock: GameClock;
  look(request: LookRequest): Promise<Sight>;
  /** Everything on the page as text, and how many animations run: equal twice means that nothing happened between. */
  freeze(): string;
  /**
   * The next celebration runs at its true rate, stands still after so many ms, and then ends every look at once. The
   * host must pause the game then: only what moves was stopped.
   */
  watchJoy(afterMs: number): void;
};

/** Longer than any show at the robot's pace; then the caller hears that there is nothing to do, real ms. */
const patienceMs = 15_000;

export function openEyes(): Eyes {
  const realTimer = window.setTimeout.bind(window);
  const clock = takeOverClock();
  const { rate, plain } = JSON.parse(decodeURIComponent(location.hash.slice(1))) as Pace; // written by the robot's table
  clock.setRate(rate);
  if (plain) document.adoptedStyleSheets.push(plainStyle());
  let clicks = 0;
  let rounds = 0;
  let finished = false;
  let isJoyful = false;
  const listeners = new Set<() => void>();
  document.addEventListener("click", () => {
    clicks += 1;
    for (const tell of listeners) tell();
  });
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: []) {
    const type = typeof message === "object" && message !== null && "type" in message ? message.type : "";
    if (type === "round") rounds += 1;
    if (type === "finished") finished = true;
    return post.call(this, message, ...rest);
  };

  const isTurn = (request: LookRequest) => {
    if (isJoyful) return true;
    if (clicks < (request.clicks ?? 0)) return false;
    const phase = document.body?.dataset["phase"];
    if (phase === "over") return true;
    return phase === "asking" && (request.wish.kind !== "next" || find(request.wish) !== null);
  };
  const untilTurn = (request: LookRequest) =>
    new Promise<void>((resolve) => {
      if (isTurn(request)) return resolve();
      const observer = new MutationObserver(() => check());
      const end = () => {
        observer.disconnect();
        listeners.delete(check);
        resolve();
      };
      const check = () => {
        if (isTurn(request)) end();
      };
      listeners.add(check);
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ["data-phase", "data-next", "data-to", "data-wrong", "data-place", "disabled"],
      });
      realTimer(end, patienceMs);
    });

  return {
    clock,
    async look(request) {
      await untilTurn(request);
      if (request.still || request.measure) await untilStill(realTimer);
      const { phase = "", question = "" } = document.body.dataset;
      const found = phase === "over" ? null : find(request.wish);
      return {
        phase,
        question,
        clicks,
        rounds,
        finished,
        isJoyful,
        target: found && targetOf(found, request),
        flaws: request.measure ? findFlaws({ tight: innerHeight <= 768 }) : [],
        signature: signature(),
      };
    },
    freeze: () => {
      const running = document.getAnimations().filter((animation) => animation.playState === "running");
      return `${running.length} animations run\n${document.body.outerHTML}`;
    },
    watchJoy(afterMs) {
      const animate = Element.prototype.animate;
      const hold = () => {
        for (const animation of document.getAnimations()) {
          animation.pause();
          // However slowly this machine draws: the picture is that of the same moment.
          const { effect } = animation;
          if (effect instanceof KeyframeEffect && effect.target?.matches(".celebration-piece"))
            animation.currentTime = afterMs;
        }
        isJoyful = true;
        for (const tell of listeners) tell();
      };
      Element.prototype.animate = function (...how) {
        if (this.matches(".celebration-piece")) {
          Element.prototype.animate = animate;
          clock.setRate(1);
          realTimer(hold, afterMs);
        }
        return animate.apply(this, how);
      };
    },
  };
}

function plainStyle(): CSSStyleSheet {
  const style = new CSSStyleSheet();
  style.replaceSync(
    ".stage-backdrop { visibility: hidden } * { filter: none !important; box-shadow: none !important; text-shadow: none !important }",
  );
  return style;
}

/** What is touched, and for a thing that is carried the place it is carried to. */
type Found = { thing: HTMLElement; place?: HTMLElement };

const enabled = (target: HTMLElement) => !target.matches(":disabled") && target.offsetParent !== null;
const placeNamed = (name: string) =>
  document.querySelector<HTMLElement>(`[data-place="${CSS.escape(name)}"]`);

function find(wish: Wish): Found | null {
  if (wish.kind === "none") return null;
  if (wish.kind === "any") return findAny(wish.number);
  const [mark, way] = wish.kind === "next" ? (["next", "to"] as const) : (["wrong", "wrong"] as const);
  const marked = [...document.querySelectorAll<HTMLElement>(`[data-${mark}]`)].filter(enabled);
  // A thing in the hand is put down first.
  const thing = marked.find((each) => "picked" in each.dataset) ?? marked[0];
  if (!thing) return wish.kind === "next" && wish.orAny !== undefined ? findAny(wish.orAny) : null;
  const name = thing.dataset[way];
  if (name === undefined || name === "") return { thing };
  const place = placeNamed(name);
  return place ? { thing, place } : null;
}

function findAny(number: number): Found | null {
  const all = touchables();
  const thing = all[number % Math.max(1, all.length)];
  return thing ? { thing } : null;
}

function targetOf({ thing, place }: Found, { drags = false, keys = false }: LookRequest): Target | null {
  const inHand = "picked" in thing.dataset;
  const touched = place && inHand && !drags ? place : thing;
  const at = visiblePoint(touched);
  const way = keys ? arrowPath(touched) : null;
  const middle = middleOf(thing);
  const goal = place && middleOf(place);
  return {
    at,
    name: nameOf(touched),
    // Where the hand let go, the thing's middle lies on the place's.
    ...(drags && goal ? { to: { x: goal.x + at.x - middle.x, y: goal.y + at.y - middle.y } } : {}),
    ...(way ? { keys: way } : {}),
  };
}

function middleOf(target: Element): Point {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The middle, or where something lies over it, another point of the element that a finger reaches. */
function visiblePoint(target: Element): Point {
  const { left, top, width, height } = target.getBoundingClientRect();
  for (const share of [0.5, 0.25, 0.75, 0.1, 0.9]) {
    for (const other of [0.5, 0.25, 0.75, 0.1, 0.9]) {
      const at = { x: left + width * other, y: top + height * share };
      const hit = document.elementFromPoint(at.x, at.y);
      if (hit && (target.contains(hit) || hit.contains(target))) return at;
    }
  }
  return middleOf(target);
}

/** What is asked, by its marks; the same seed must give the same. */
function signature(): string {
  const marked = document.querySelectorAll<HTMLElement>("[data-next], [data-wrong], [data-place]");
  const parts = [...marked].map((each) => {
    const { next, to, wrong, place } = each.dataset;
    return [each.getAttribute("aria-label"), next, to, wrong, place].map((part) => part ?? "-").join("|");
  });
  return `${document.body.dataset["question"] ?? ""} ${parts.sort().join(" ")}`;
}

/** What moves on and on is not waited for longer than this, real ms. */
const stillWithinMs = 2_000;

/** What is still popping up has not its size yet. What moves without end is not waited for. */
async function untilStill(realTimer: typeof window.setTimeout): Promise<void> {
  let isLate = false;
  const late = new Promise<void>((resolve) =>
    realTimer(() => {
      isLate = true;
      resolve();
    }, stillWithinMs),
  );
  while (!isLate) {
    const moving = document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    if (moving.length === 0) return;
    await Promise.race([late, Promise.allSettled(moving.map((animation) => animation.finished))]);
  }
}
