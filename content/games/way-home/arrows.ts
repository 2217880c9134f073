// Owns the arrow buttons, and the strip on which a list of arrows lies.
import { picture, trayButton } from "../../sdk/cards.ts";
import { element } from "../../sdk/element.ts";
import { springy } from "../../sdk/motion.ts";
import type { Table } from "../../sdk/table.ts";
import { type Direction, directions } from "./grid.ts";
import { mostArrows } from "./logic.ts";
import { arrow, goSign, undoSign } from "./pictures.ts";

const labels: Readonly<Record<Direction, string>> = {
  left: "Sang trái",
  right: "Sang phải",
  up: "Lên trên",
  down: "Xuống dưới",
};

export const arrowButtons = () =>
  directions.map((direction) => ({
    direction,
    root: trayButton(labels[direction], arrow(direction), `arrow-${direction}`),
  }));
export const goButton = () => trayButton("Đi nào", goSign, "plain");
export const undoButton = () => trayButton("Bớt một mũi tên", undoSign, "plain");

export type Strip = {
  readonly root: HTMLElement;
  show(program: readonly Direction[]): void;
  /** Lights the arrow that is being walked. */
  light(index: number): void;
};

export function createStrip(table: Table): Strip {
  const root = element("div", "strip");
  let shown = 0;
  return {
    root,
    show(program) {
      const chips = Array.from({ length: mostArrows }, (_, index) => {
        const direction = program[index];
        return element(
          "span",
          direction ? "chip" : "chip empty",
          {},
          ...(direction ? [picture(arrow(direction))] : []),
        );
      });
      root.replaceChildren(...chips);
      const last = chips[program.length - 1];
      if (last && program.length > shown)
        void table.motion.move(last, [{ transform: "scale(0)" }, { transform: "none" }], 240, springy);
      shown = program.length;
    },
    light(index) {
      for (const [at, chip] of [...root.children].entries()) chip.classList.toggle("walked", at === index);
    },
  };
}
