// Owns the large cake with what lies on it: decorations are put on, taken off, and counted in rows of five.

import { picture } from "../../../sdk/cards.ts";
import { element, pictureButton, units } from "../../../sdk/element.ts";
import { springy } from "../../../sdk/motion.ts";
import type { Table } from "../../../sdk/table.ts";
import { type Decoration, decorations, type LargeCake, roomOnCake } from "../bakery.ts";
import { largeCake } from "../drawCakes.ts";
import { landing, lifted } from "../effects.ts";
import { decorationPicture } from "../parts.ts";
import { emptyCake, type OnCake } from "../rules.ts";

/** The middle of the cake's top on the stage. */
export const cakeAt = { x: 0, y: 396 } as const;
const size = 92;
const step = { x: 114, y: 108 } as const;

export type OnTop = { readonly decoration: Decoration; readonly root: HTMLButtonElement; slot: number };

export type CakeBoard = {
  readonly root: HTMLElement;
  readonly onTop: readonly OnTop[];
  counts(): OnCake;
  /** Puts one more on; undefined when the cake is full. */
  add(decoration: Decoration): OnTop | undefined;
  remove(each: OnTop): void;
  change(cake: LargeCake): void;
  clear(): void;
};

/** `onTouch` is called when something on the cake is touched. */
export function createCakeBoard(table: Table, cake: LargeCake, onTouch: (each: OnTop) => void): CakeBoard {
  const root = element("div", "large-cake", {}, picture(largeCake(cake)));
  table.stage.play.append(root);
  let onTop: OnTop[] = [];
  const stand = (each: OnTop) => {
    const x = cakeAt.x + ((each.slot % 5) - 2) * step.x;
    const y = cakeAt.y + (each.slot < 5 ? -0.5 : 0.5) * step.y;
    each.root.style.left = `calc(50% + ${units(x - size / 2)})`;
    each.root.style.top = units(y - size / 2);
    each.root.style.zIndex = String(each.slot < 5 ? 1 : 2);
  };
  return {
    root,
    get onTop() {
      return onTop;
    },
    counts() {
      const counts = { ...emptyCake };
      for (const { decoration } of onTop) counts[decoration] += 1;
      return counts;
    },
    add(decoration) {
      const taken = new Set(onTop.map(({ slot }) => slot));
      const slot = Array.from({ length: roomOnCake }, (_, index) => index).find((index) => !taken.has(index));
      if (slot === undefined) return undefined;
      const button = pictureButton("on-cake", decorations[decoration].vi, {}, decorationPicture(decoration));
      const each: OnTop = { decoration, root: button, slot };
      onTop.push(each);
      stand(each);
      button.addEventListener("click", () => onTouch(each));
      table.stage.play.append(button);
      table.sounds.play(landing[decoration]);
      void table.motion.move(
        button,
        [
          { transform: "translateY(-120%) scale(1.2)", opacity: 0 },
          { transform: "none", opacity: 1 },
        ],
        420,
        springy,
      );
      return each;
    },
    remove(each) {
      onTop = onTop.filter((other) => other !== each);
      each.root.remove();
      table.sounds.play(lifted);
    },
    change(next) {
      root.replaceChildren(picture(largeCake(next)));
    },
    clear() {
      for (const { root: button } of onTop) button.remove();
      onTop = [];
    },
  };
}
