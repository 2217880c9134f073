// Owns the moment of joy: stars and petals that rise, and end by themselves.
import { drawing, element, units } from "./element.ts";
import type { Motion } from "./motion.ts";
import { palette } from "./palette.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

const shapes = [
  '<path d="M16 2l4 9 10 1-7.500 6.700 2.200 9.800L16 23.500 7.300 28.500l2.200-9.800L2 12l10-1z"/>',
  '<circle cx="16" cy="16" r="11"/>',
  '<path d="M16 28C4 20 2 14 4 9c2-4 8-5 12 1 4-6 10-5 12-1 2 5 0 11-12 19z"/>',
  '<path d="M16 3c8 6 8 18 0 26-8-8-8-20 0-26z"/>',
];
const colours = [palette.orange, palette.sky, palette.yellow, palette.pink, palette.green, palette.paper];

export type Celebration = {
  /** Petals burst from a point in stage units (x from the stage's middle). Resolves when the last is gone, within 2.6 s. */
  burst(x: number, y: number, pieces: number): Promise<void>;
};

type Held = {
  readonly animation: CSSAnimation;
  readonly target: HTMLElement | SVGElement;
  readonly at: CSSNumberish | null;
  /** What stood in the element's own style under the properties that the animation moves. */
  readonly before: ReadonlyMap<string, string>;
};

/**
 * What moves for its own sake, as leaves and breath do, stands still while petals fly: they get the time of every frame.
 * It is not only paused: what may move is drawn as a layer of its own, and a picture of many layers is slow to put together.
 */
function holdAmbient(): readonly Held[] {
  const held = document.getAnimations().flatMap(ambientOf);
  // All of one step before the next: what is read between two changes would be worked out anew each time.
  for (const { animation } of held) animation.commitStyles();
  for (const { animation } of held) animation.cancel();
  return held;
}

function ambientOf(animation: Animation): readonly Held[] {
  const { effect } = animation;
  if (!(animation instanceof CSSAnimation && effect instanceof KeyframeEffect)) return [];
  const { target } = effect;
  const isEndless = effect.getTiming().iterations === Number.POSITIVE_INFINITY;
  if (!isEndless || animation.playState !== "running" || effect.pseudoElement !== null) return [];
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return [];
  if (target.getClientRects().length === 0) return [];
  const properties = new Set(effect.getKeyframes().flatMap((keyframe) => Object.keys(keyframe)));
  const before = new Map(
    [...properties]
      .map((name) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`))
      .filter((name) => CSS.supports(name, "inherit"))
      .map((name) => [name, target.style.getPropertyValue(name)]),
  );
  return [{ animation, target, at: animation.currentTime, before }];
}

function letGo(held: readonly Held[]): void {
  for (const { target, before } of held)
    for (const [name, value] of before) target.style.setProperty(name, value);
  // A game may have taken some away meanwhile.
  const still = held.filter(({ animation, target }) =>
    getComputedStyle(target).animationName.split(", ").includes(animation.animationName),
  );
  for (const { animation, at } of still) {
    animation.play();
    animation.currentTime = at;
  }
}

export function createCelebration(dependencies: {
  layer: HTMLElement;
  motion: Motion;
  random: Random;
  timeline: Timeline;
}): Celebration {
  const { layer, motion, random, timeline } = dependencies;
  let bursts = 0;
  let held: readonly Held[] = [];
  const piece = async (x: number, y: number) => {
    const size = random.integer(22, 46);
    const colour = random.pick(colours);
    const made = element("span", "celebration-piece", {
      style: `position:absolute;left:calc(50% + ${units(x - size / 2)});top:${units(y - size / 2)};width:${units(size)};height:${units(size)}`,
    });
    made.append(
      drawing(
        `<svg viewBox="0 0 32 32" fill="${colour}" stroke="${palette.ink}" stroke-opacity=".18" stroke-width="1.500">${random.pick(shapes)}</svg>`,
      ),
    );
    layer.append(made);
    const angle = random.next() * Math.PI * 2;
    const reach = 120 + random.next() * 320;
    const across = Math.cos(angle) * reach;
    const up = Math.sin(angle) * reach * 0.7 - 140;
    const turn = random.integer(-320, 320);
    await motion.move(
      made,
      [
        { transform: "translate(0,0) scale(0.2)", opacity: 1, easing: "cubic-bezier(.1,.8,.3,1)" },
        {
          transform: `translate(${units(across)},${units(up)}) scale(1) rotate(${turn / 2}deg)`,
          opacity: 1,
          offset: 0.45,
          easing: "ease-in",
        },
        {
          transform: `translate(${units(across * 1.15)},${units(up + 300)}) scale(.9) rotate(${turn}deg)`,
          opacity: 0,
        },
      ],
      1500 + random.next() * 900,
      "linear",
    );
    made.remove();
  };
  return {
    async burst(x, y, pieces) {
      // With reduced motion a moment of quiet takes the place of the petals.
      if (motion.reduced) return timeline.wait(600);
      bursts += 1;
      if (bursts === 1) held = holdAmbient();
      try {
        await Promise.all(Array.from({ length: pieces }, () => piece(x, y)));
      } finally {
        bursts -= 1;
        if (bursts === 0) letGo(held);
      }
    },
  };
}
