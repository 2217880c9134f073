// Owns khám phá of shapes: take blocks to the table, turn them, move them about; the star lets them dance. Open-ended.
import { picture, tray, trayButton } from "../../../sdk/cards.ts";
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { createCarry, type Point } from "../../../sdk/drag.ts";
import { drawing, element, pictureButton, units } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import { springy } from "../../../sdk/motion.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { blockPicture, usualSize } from "../drawShapes.ts";
import { tools } from "../drawTools.ts";
import { notes, turned, wood } from "../effects.ts";
import type { Level } from "../levels.ts";
import { sentence, shapeKey } from "../prompts.ts";
import { paintNames, type Shape, shapes, usualPaint } from "../shapes.ts";
import { cellCount, faceOf, freeCells, meadow, size } from "./tableGround.ts";

/** A touch turns a block by this much. */
const quarter = 45;

type Laid = {
  shape: Shape;
  root: HTMLButtonElement;
  art: HTMLElement;
  x: number;
  y: number;
  turn: number;
  grown: boolean;
};

/** Runs until the host stops it. A dance of what was newly built is a round. */
export async function exploreTable(
  run: Run,
  level: Level & { mode: "explore"; toys: "shapes" },
): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const laid: Laid[] = [];
  let selected: Laid | undefined;
  let isNew = false;
  let topmost = 10;
  let made = 0;

  const board = element("div", "board outdoors", {}, drawing(meadow));
  const shelf = level.shapes.map((shape) => {
    const [width, height] = usualSize[shape];
    return {
      shape,
      root: trayButton(
        shapes[shape].vi,
        blockPicture({ shape, width, height, turn: 0, paint: usualPaint[shape] }),
      ),
    };
  });
  const star = trayButton("Cùng nhảy múa", tools.star, "tool");
  const bin = trayButton("Cất đi", tools.basket, "tool");
  const jump = trayButton("Sang chỗ khác", tools.jump, "tool");
  const grow = trayButton("To ra, nhỏ lại", tools.grow, "tool");
  const bar = tray(...shelf.map(({ root }) => root), jump, ...(level.canGrow ? [grow] : []), bin, star);
  bar.classList.add("toolbar");
  table.stage.play.append(board, bar);
  run.showScenery("workshop");
  run.setRepeat([sentence("explore-table")]);

  const mark = () => {
    for (const { root } of [...shelf, ...laid]) clearMarks(root);
    clearMarks(star);
    const next =
      isNew && laid.length >= 3
        ? star
        : laid.length < cellCount
          ? shelf[made % shelf.length]?.root
          : laid[0]?.root;
    if (next) markNext(next);
  };
  const stand = (block: Laid) => {
    block.root.style.left = `calc(50% + ${units(block.x - size / 2)})`;
    block.root.style.top = units(block.y - size / 2);
    block.art.style.rotate = `${block.turn}deg`;
    block.art.style.scale = block.grown ? "1.45" : "1";
  };
  const select = (block: Laid | undefined) => {
    selected?.root.classList.remove("selected");
    selected = block;
    block?.root.classList.add("selected");
  };
  const freeCell = () => {
    const free = freeCells(laid);
    return free.length === 0 ? undefined : table.random.pick(free.slice(0, 4));
  };
  const changed = () => {
    isNew = true;
    mark();
  };
  const carry = createCarry({ blocked: () => false });
  const layOut = (shape: Shape) => {
    const free = freeCell();
    if (!free) {
      void table.speech.sayNow([sentence("table-full")]);
      void hop(table, star);
      return;
    }
    made += 1;
    const [width, height] = usualSize[shape];
    const paint = made <= level.shapes.length ? usualPaint[shape] : table.random.pick(paintNames);
    const drawn = { shape, width: width * 0.78, height: height * 0.78, turn: 0, paint };
    const art = element(
      "span",
      "table-art",
      {},
      picture(blockPicture(drawn)),
      element("span", "table-face", {}, picture(faceOf(shape, height))),
    );
    const root = pictureButton("on-table", shapes[shape].vi, {}, art);
    const block: Laid = { shape, root, art, ...free, turn: 0, grown: false };
    laid.push(block);
    stand(block);
    table.stage.play.append(root);
    carry.addThing(root, () => {
      block.turn += quarter;
      stand(block);
      select(block);
      table.sounds.play(turned);
      table.sounds.play(notes[shape]);
      void table.speech.sayNow([shapeKey(shape)]);
      changed();
    });
    select(block);
    table.sounds.play(wood);
    void table.speech.sayNow([shapeKey(shape)]);
    void popIn(table, [root]);
    changed();
  };
  const remove = (block: Laid | undefined) => {
    if (!block) return void hop(table, bin);
    laid.splice(laid.indexOf(block), 1);
    block.root.remove();
    select(laid.at(-1));
    table.sounds.play(commonEffects.put);
    void hop(table, bin);
    changed();
  };
  const moveTo = (block: Laid, to: { x: number; y: number }) => {
    topmost = Math.min(2000, topmost + 1);
    block.x = Math.max(-430, Math.min(430, to.x));
    block.y = Math.max(200, Math.min(510, to.y));
    block.root.style.zIndex = String(topmost);
    stand(block);
    select(block);
    table.sounds.play(wood);
    changed();
  };
  const dance = async () => {
    if (laid.length === 0) return void hop(table, star);
    const isDiscovery = isNew && laid.length >= 3;
    isNew = false;
    mark();
    void table.speech.sayNow([sentence("all-dance")]);
    const inOrder = [...laid].sort((one, other) => one.x - other.x);
    for (const block of inOrder) {
      block.root.classList.add("dancing");
      table.sounds.play(notes[block.shape]);
      void hop(table, block.root);
      await table.timeline.wait(190);
    }
    if (isDiscovery) {
      void table.celebration.burst(0, 380, 22);
      discoveries.found();
    }
    await table.timeline.wait(1400);
    for (const { root } of inOrder) root.classList.remove("dancing");
  };
  const onBoard = (at: Point) => {
    const box = table.stage.play.getBoundingClientRect();
    const { scale } = table.stage.fit();
    return { x: (at.x - box.left - box.width / 2) / scale, y: (at.y - box.top) / scale };
  };
  const blockOf = (thing: HTMLElement) => laid.find(({ root }) => root === thing);
  carry.addPlace(bar, (thing, at) => {
    if (at) remove(blockOf(thing));
  });
  carry.addPlace(board, (thing, at) => {
    const block = blockOf(thing);
    if (block && at) moveTo(block, onBoard(at));
  });
  // A touch of the empty table brings there what was touched last.
  board.addEventListener("click", (event) => {
    if (selected) moveTo(selected, onBoard({ x: event.clientX, y: event.clientY }));
  });
  for (const { shape, root } of shelf) root.addEventListener("click", () => layOut(shape));
  star.addEventListener("click", () => void dance());
  bin.addEventListener("click", () => remove(selected));
  jump.addEventListener("click", () => {
    const free = selected && freeCell();
    if (!selected || !free) return void hop(table, jump);
    const from = { x: selected.x - free.x, y: selected.y - free.y };
    moveTo(selected, free);
    void table.motion.move(
      selected.root,
      [{ transform: `translate(${units(from.x)}, ${units(from.y)})` }, { transform: "none" }],
      420,
      springy,
    );
  });
  grow.addEventListener("click", () => {
    if (!selected) return void hop(table, grow);
    selected.grown = !selected.grown;
    stand(selected);
    table.sounds.play(commonEffects.pop);
    changed();
  });
  // Something to touch is there from the first moment.
  for (const shape of level.shapes.slice(0, 2)) layOut(shape);
  discoveries.open();
  void table.speech.say([sentence("explore-table")]);
  await popIn(table, [board, bar]);
}
