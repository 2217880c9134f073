// Owns the robot's eyes inside a game's frame: they wait for the child's turn and tell where to touch.
import type { LookRequest, Pace, Point, Sight, Size, Stillness, Target, Wish } from "../sight.ts";
import { arrowPath } from "./arrowPath.ts";
import { findFlaws, nameOf, touchables } from "./flaws.ts";
import { type GameClock, takeOverClock } from "./gameClock.ts";

export type Eyes = {
  clock: GameClock;
  look(request: LookRequest): Promise<Sight>;
  /** The focus is on what was last told to be touched. */
  isReached(): boolean;
  /** Forgets the rounds of a run that was stopped. */
  forget(): void;
  /** Everything on the page as text, and what moves on it: equal twice means that nothing happened between. */
  freeze(): Stillness;
  /**
   * The next celebration runs at its true rate, stands still after so many ms, and then ends every look at once. The
   * host must pause the game then: only what moves was stopped.
   */
  watchJoy(afterMs: number): void;
};

/** Longer than any show at the robot's pace; then the caller hears that there is nothing to do, real ms. */
const patienceMs = 15_000;
/** A tap that has not become a click by then will not: what it was meant for has gone. */
const tapWithinMs = 2_000;
/** A window that was resized is drawn anew by then. */
const sizedWithinMs = 5_000;

export function openEyes(): Eyes {
  const realTimer = window.setTimeout.bind(window);
  const clearRealTimer = window.clearTimeout.bind(window);
  const clock = takeOverClock();
  const { rate } = JSON.parse(decodeURIComponent(location.hash.slice(1))) as Pace; // written by the robot's table
  clock.setRate(rate);
  let clicks = 0;
  /** What was last told to be touched, by which event it shows that it was, and whether it did. */
  let wished: { thing: HTMLElement; by: "click" | "pointerdown" } | null = null;
  let isHit = false;
  let rounds = 0;
  let finished = false;
  let isJoyful = false;
  const listeners = new Set<() => void>();
  let sized: Size = { width: innerWidth, height: innerHeight };
  window.addEventListener("resize", () => {
    // Once the game's own listeners have run too.
    realTimer(() => {
      sized = { width: innerWidth, height: innerHeight };
      for (const tell of listeners) tell();
    }, 0);
  });
  document.addEventListener("click", () => {
    clicks += 1;
    for (const tell of listeners) tell();
  });
  for (const type of ["click", "pointerdown"] as const) {
    // On the window, before any listener of the game can change the phase.
    window.addEventListener(
      type,
      ({ target }) => {
        if (wished?.by === type && target instanceof Node && wished.thing.contains(target))
          isHit ||= document.body.dataset["phase"] === "asking";
      },
      { capture: true },
    );
  }
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: []) {
    const type = typeof message === "object" && message !== null && "type" in message ? message.type : "";
    if (type === "round") rounds += 1;
    if (type === "finished") finished = true;
    return post.call(this, message, ...rest);
  };

  const isTurn = (request: LookRequest) => {
    if (isJoyful) return true;
    const phase = document.body?.dataset["phase"];
    if (phase === "over") return true;
    return phase === "asking" && (request.wish.kind !== "next" || find(request.wish) !== null);
  };
  const until = (isSo: () => boolean, withinMs: number) =>
    new Promise<void>((resolve) => {
      if (isSo()) return resolve();
      const observer = new MutationObserver(() => check());
      const end = () => {
        observer.disconnect();
        listeners.delete(check);
        clearRealTimer(timer);
        resolve();
      };
      const check = () => {
        if (isSo()) end();
      };
      listeners.add(check);
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ["data-phase", "data-next", "data-to", "data-wrong", "data-place", "disabled"],
      });
      const timer = realTimer(end, withinMs);
    });

  let measured = { moment: "", kinds: new Set<string>() };
  /** At a new question, in another window, and when things of another kind have come; not while something lies enlarged in the hand. */
  const isNewToMeasure = (question: string) => {
    const moment = `${question} ${innerWidth} × ${innerHeight}`;
    if (measured.moment !== moment) measured = { moment, kinds: new Set() };
    if (document.querySelector("[data-picked], [data-dragging]")) return false;
    const before = measured.kinds.size;
    for (const { className } of touchables()) measured.kinds.add(className);
    return measured.kinds.size > before;
  };

  return {
    clock,
    async look(request) {
      const { clicks: wanted = 0, size } = request;
      await until(() => clicks >= wanted, tapWithinMs);
      await until(() => !size || (sized.width === size.width && sized.height === size.height), sizedWithinMs);
      await until(() => isTurn(request), patienceMs);
      const { phase = "", question = "" } = document.body.dataset;
      const measures = request.measure === true && phase === "asking" && isNewToMeasure(question);
      if (request.still || measures) await untilStill(realTimer);
      const found = phase === "over" ? null : await findAtRest(request.wish, realTimer);
      const target = found && targetOf(found, request);
      const wasHit = isHit;
      isHit = false;
      wished = found && target && { thing: target.root, by: target.told.to ? "pointerdown" : "click" };
      return {
        phase,
        question,
        clicks,
        wasHit,
        rounds,
        finished,
        isJoyful,
        emblem: document.querySelector<HTMLElement>("[data-emblem]")?.dataset["emblem"] ?? null,
        target: target?.told ?? null,
        flaws: measures ? findFlaws({ tight: innerWidth <= 1024 }) : [],
        questions: document.querySelectorAll(".progress-mark").length,
        signature: signature(),
      };
    },
    isReached: () => wished?.thing.contains(document.activeElement) === true,
    forget() {
      rounds = 0;
      finished = false;
    },
    freeze: () => {
      // What a hovering mouse lights up is not the game going on.
      const running = document
        .getAnimations()
        .filter((animation) => animation.playState === "running" && !(animation instanceof CSSTransition))
        .map((animation) => {
          const { effect } = animation;
          const kind =
            animation instanceof CSSAnimation ? animation.animationName : animation.constructor.name;
          return effect instanceof KeyframeEffect && effect.target
            ? `${kind} of ${nameOf(effect.target)}`
            : kind;
        });
      return { running, page: document.body.outerHTML };
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

/** What to touch, and what is told of it. */
type TargetHere = { root: HTMLElement; told: Target };

function targetOf({ thing, place }: Found, { drags = false, keys = false }: LookRequest): TargetHere {
  const inHand = "picked" in thing.dataset;
  const touched = place && inHand && !drags ? place : thing;
  const at = visiblePoint(touched);
  const way = keys ? arrowPath(touched) : null;
  const middle = middleOf(thing);
  const goal = place && middleOf(place);
  const told: Target = {
    at,
    name: nameOf(touched),
    completes: !place || drags || inHand,
    // Where the hand let go, the thing's middle lies on the place's.
    ...(drags && goal ? { to: { x: goal.x + at.x - middle.x, y: goal.y + at.y - middle.y } } : {}),
    ...(way ? { keys: way } : {}),
  };
  return { root: touched, told };
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

/** What is wished for, once it does not pop up, walk or shake any more: no child touches what is not there yet. */
async function findAtRest(wish: Wish, realTimer: typeof window.setTimeout): Promise<Found | null> {
  for (;;) {
    const found = find(wish);
    if (!found) return null;
    await untilStill(realTimer, [found.thing, ...(found.place ? [found.place] : [])]);
    const again = find(wish);
    if (again?.thing === found.thing && again.place === found.place) return found;
  }
}

/**
 * What is still popping up has not its size yet. What moves without end is not waited for. With `parts`, only what
 * moves these.
 */
async function untilStill(
  realTimer: typeof window.setTimeout,
  parts?: readonly HTMLElement[],
): Promise<void> {
  let isLate = false;
  const late = new Promise<void>((resolve) =>
    realTimer(() => {
      isLate = true;
      resolve();
    }, stillWithinMs),
  );
  const concerns = ({ effect }: Animation) => {
    if (!parts) return true;
    const moved = effect instanceof KeyframeEffect ? effect.target : null;
    return moved !== null && parts.some((part) => moved.contains(part));
  };
  while (!isLate) {
    const moving = document
      .getAnimations()
      .filter(
        (animation) =>
          animation.playState === "running" &&
          animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY &&
          concerns(animation),
      );
    if (moving.length === 0) return;
    await Promise.race([late, Promise.allSettled(moving.map((animation) => animation.finished))]);
  }
}
