// Owns the small shows of every game: things pop up, a hand points, a head is shaken softly, a right answer is enjoyed.
import { praiseKeys } from "./commonPrompts.ts";
import { drawing, element, units } from "./element.ts";
import { springy } from "./motion.ts";
import { commonEffects } from "./sounds.ts";
import { stageHeight } from "./stage.ts";
import type { Table } from "./table.ts";

const hand = `<svg viewBox="0 0 64 64"><path fill="#ffdcb8" stroke="#7a4a2b" stroke-width="3" stroke-linejoin="round" d="M25 60C17 53 10 43 7 36c-2-5 4-8 8-4l7 8V9c0-7 10-7 10 0v18c0-6 9-6 9 0v4c0-6 9-5 9 1v4c0-5 8-5 8 1 0 10-2 17-7 23z"/><path fill="none" stroke="#7a4a2b" stroke-opacity=".45" stroke-width="2.500" stroke-linecap="round" d="M32 30v8M41 32v7M50 36v5"/><path fill="#fff1e0" d="M24.500 9.500c0-3 5-3 5 0v5h-5z"/></svg>`;

/** Pops new things up one after another. */
export async function popIn(table: Table, targets: readonly HTMLElement[], stepMs = 90): Promise<void> {
  await Promise.all(
    targets.map(async (target, index) => {
      if (!table.motion.reduced) {
        target.style.visibility = "hidden";
        await table.timeline.wait(index * stepMs);
        target.style.visibility = "";
      }
      await table.motion.move(
        target,
        [
          { transform: "scale(0)", opacity: 0 },
          { transform: "none", opacity: 1 },
        ],
        360,
        springy,
      );
    }),
  );
}

/** A hand that points at the right thing until it is taken away by what is returned. */
export function pointAt(table: Table, target: HTMLElement): () => void {
  const stageBox = table.stage.play.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  const scale = table.stage.fit().scale;
  const x = (box.left + box.width / 2 - stageBox.left) / scale;
  const y = (box.bottom - stageBox.top) / scale;
  const pointing = element("div", "pointing-hand", {}, drawing(hand));
  pointing.style.left = units(x - 44);
  pointing.style.top = units(Math.min(y - 34, stageHeight - 96));
  table.stage.above.append(pointing);
  target.classList.add("shown");
  return () => {
    pointing.remove();
    target.classList.remove("shown");
  };
}

/** A soft "not that one": it shakes its head, nothing red, nothing lost. */
export function shakeHead(table: Table, target: Element): Promise<void> {
  table.sounds.play(commonEffects.gentleNo);
  return table.motion.move(
    target,
    [
      { transform: "rotate(0)" },
      { transform: "rotate(-4deg) translateX(-2%)" },
      { transform: "rotate(4deg) translateX(2%)" },
      { transform: "rotate(-2deg)" },
      { transform: "none" },
    ],
    420,
  );
}

/** A little hop of joy, in place. */
export const hop = (table: Table, target: Element): Promise<void> =>
  table.motion.move(
    target,
    [
      { transform: "scale(1.1,.88)", offset: 0.15 },
      { transform: "translateY(-22%) scale(.95,1.08)", offset: 0.45 },
      { transform: "scale(1.08,.92)", offset: 0.75 },
      { transform: "none" },
    ],
    560,
    "ease-out",
  );

/** The joy of a right answer: petals, a word of praise, and the answer said in full. */
export async function rejoice(table: Table, answer: readonly string[]): Promise<void> {
  table.sounds.play(commonEffects.correct);
  void table.celebration.burst(0, 430, 28);
  await table.speech.sayNow([table.random.pick(praiseKeys), ...answer], 1800);
}
