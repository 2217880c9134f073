// Owns the map of squares on the stage: its roads, what stands on them, and who walks there.
import { picture } from "../../sdk/cards.ts";
import { drawing, element, units } from "../../sdk/element.ts";
import { hop } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { standAt } from "../../sdk/standAt.ts";
import type { Table } from "../../sdk/table.ts";
import { bump, footstep } from "./effects.ts";
import { allCells, type Cell, type Direction, isOpen, stepTo, type VillageMap } from "./grid.ts";
import { obstacles, walkerPictures } from "./pictures.ts";
import type { Walker } from "./village.ts";

const cellSize = 100;
const top = 142;

export type Board = {
  /** Something that stands on a square; `size` in stage units. */
  put(picture: string, at: Cell, size: number, className?: string): HTMLElement;
  readonly walker: HTMLElement;
  readonly at: Cell;
  /** Puts the walker there at once. */
  stand(at: Cell): void;
  /** One step, or a bump into what is in the way; false for a bump. */
  step(direction: Direction): Promise<boolean>;
};

/** A board in the play layer; nothing on it is touched. */
export function createBoard(table: Table, map: VillageMap, walker: Walker, start: Cell): Board {
  const spot = ({ x, y }: Cell) => ({
    x: (x - (map.columns - 1) / 2) * cellSize,
    y: top + (y + 0.5) * cellSize,
  });
  const [width, height] = [map.columns * cellSize, map.rows * cellSize];
  const open = allCells(map).filter((cell) => isOpen(map, cell));
  const squares = (inset: number, colour: string, radius: number) =>
    open
      .map(
        ({ x, y }) =>
          `<rect x="${x * cellSize + inset}" y="${y * cellSize + inset}" width="${cellSize - 2 * inset}" height="${cellSize - 2 * inset}" rx="${radius}" fill="${colour}"/>`,
      )
      .join("");
  const joints = (inset: number, colour: string) =>
    open
      .flatMap(({ x, y }) => [
        isOpen(map, { x: x + 1, y })
          ? `<rect x="${x * cellSize + 50}" y="${y * cellSize + inset}" width="100" height="${cellSize - 2 * inset}" fill="${colour}"/>`
          : "",
        isOpen(map, { x, y: y + 1 })
          ? `<rect x="${x * cellSize + inset}" y="${y * cellSize + 50}" width="${cellSize - 2 * inset}" height="100" fill="${colour}"/>`
          : "",
        // Where four squares meet.
        isOpen(map, { x: x + 1, y }) && isOpen(map, { x, y: y + 1 }) && isOpen(map, { x: x + 1, y: y + 1 })
          ? `<rect x="${x * cellSize + 80}" y="${y * cellSize + 80}" width="40" height="40" fill="${colour}"/>`
          : "",
      ])
      .join("");
  const pebbles = open
    .map(({ x, y }) => `<circle cx="${x * cellSize + 50}" cy="${y * cellSize + 50}" r="9" fill="#fff3cf"/>`)
    .join("");
  const ground = drawing(
    `<svg viewBox="-14 -14 ${width + 28} ${height + 28}"><rect x="-14" y="-14" width="${width + 28}" height="${height + 28}" rx="34" fill="#8a5a35"/><rect x="-8" y="-8" width="${width + 16}" height="${height + 16}" rx="29" fill="#7fbf4d"/><rect x="-8" y="-8" width="${width + 16}" height="${height / 2}" rx="29" fill="#93cf5c" fill-opacity=".6"/>${squares(5, "#c79a5a", 24)}${joints(5, "#c79a5a")}${squares(9, "#eccf94", 22)}${joints(9, "#eccf94")}${pebbles}</svg>`,
  );
  const root = standAt(
    element("div", "board", { "aria-hidden": "true" }, ground),
    { x: 0, y: top + height / 2 },
    width + 28,
    height + 28,
  );
  table.stage.play.append(root);
  const put = (source: string, at: Cell, size: number, className = "") => {
    const { x, y } = spot(at);
    const thing = standAt(
      element("div", `on-board ${className}`, {}, picture(source)),
      { x, y: y + 34 - size / 2 },
      size,
    );
    thing.style.zIndex = String(10 + at.y * 10);
    table.stage.play.append(thing);
    return thing;
  };
  for (const [index, cell] of allCells(map).entries()) {
    const grows = obstacles[(cell.x * 3 + cell.y * 5) % obstacles.length];
    // Not on every blocked square: a meadow has room in it.
    if (!isOpen(map, cell) && grows && index % 5 !== 2) put(grows, cell, 84);
  }
  const body = element("span", "walker-body", {}, picture(walkerPictures[walker]));
  const figure = element("div", "walker", {}, body);
  table.stage.play.append(figure);
  const size = 96;
  let at = start;
  const stand = (cell: Cell) => {
    at = cell;
    const { x, y } = spot(cell);
    standAt(figure, { x, y: y + 30 - size / 2 }, size);
    figure.style.zIndex = String(15 + cell.y * 10);
  };
  stand(start);
  const turn = (direction: Direction) => {
    // The pictures look to the left.
    if (direction === "left" || direction === "right") body.classList.toggle("turned", direction === "right");
  };
  return {
    put,
    walker: figure,
    get at() {
      return at;
    },
    stand,
    async step(direction) {
      turn(direction);
      const next = stepTo(at, direction);
      const [across, down] = [(next.x - at.x) * cellSize, (next.y - at.y) * cellSize];
      if (!isOpen(map, next)) {
        table.sounds.play(bump);
        await table.motion.move(
          figure,
          [
            { transform: "none" },
            { transform: `translate(${units(across * 0.3)},${units(down * 0.3)}) rotate(6deg)` },
            { transform: "none" },
          ],
          420,
        );
        return false;
      }
      table.sounds.play(footstep);
      stand(next);
      await table.motion.move(
        figure,
        [
          { transform: `translate(${units(-across)},${units(-down)})` },
          { transform: `translate(${units(-across / 2)},${units(-down / 2 - 16)})` },
          { transform: "none" },
        ],
        420,
      );
      return true;
    },
  };
}

/** Something is picked up: it hops and is gone. */
export async function pickUp(table: Table, thing: HTMLElement): Promise<void> {
  table.sounds.play(commonEffects.correct);
  await hop(table, thing);
  thing.classList.add("picked");
}
