// Owns building a picture: each block is brought onto its outline, and the finished picture comes alive.
import { picture } from "../../../sdk/cards.ts";
import { drawing, element, pictureButton, units } from "../../../sdk/element.ts";
import { bringToPlaces, type Place, type Thing } from "../../../sdk/scenes/bringToPlaces.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { boxOf, builds, looksLike, type Piece, touchAreaOf } from "../builds.ts";
import { extras } from "../drawExtras.ts";
import { blockPicture, outline } from "../drawShapes.ts";
import { notes, turned, wood } from "../effects.ts";
import type { Question } from "../logic.ts";
import { questionKeys, sentence, shapeKey } from "../prompts.ts";
import { shapes } from "../shapes.ts";

type BuildQuestion = Extract<Question, { kind: "build" }>;

/** The board's middle lies here inside of it, stage units. */
const middleX = 488;
const middleY = 208;
const boardBox = `viewBox="${-middleX} ${-middleY} ${2 * middleX} ${2 * middleY}" fill="none"`;
/** Room on the tray for the longest side of a block. */
const traySize = 104;

/** An element over a part of the board. */
function lieAt(target: HTMLElement, left: number, top: number, width: number, height: number): void {
  target.style.left = units(middleX + left);
  target.style.top = units(middleY + top);
  target.style.width = units(width);
  target.style.height = units(height);
}

export const playBuild: Scene<BuildQuestion> = async (table, question, tellWrong) => {
  const build = builds[question.build];
  const pieces: readonly Piece[] = build.pieces;
  const largest = Math.max(...pieces.flatMap(({ width, height }) => [width, height]));

  const figure = element("div", "figure");
  const outlines = drawing(
    `<svg class="board-layer" ${boardBox}>${pieces.map((piece) => `<g transform="translate(${piece.x} ${piece.y})">${outline(piece)}</g>`).join("")}</svg>`,
  );
  const board = element("div", "board", {}, outlines, figure);
  const places = pieces.map((piece, index): Place => {
    const root = pictureButton("spot", shapes[piece.shape].vi);
    const area = touchAreaOf(piece);
    lieAt(root, area.left, area.top, area.right - area.left, area.bottom - area.top);
    board.append(root);
    return { root, name: `spot-${index}`, room: 1 };
  });
  const blocks = question.order.flatMap((index) => {
    const piece = pieces[index];
    if (!piece) return [];
    const lies = { ...piece, turn: question.turns[index] ?? piece.turn };
    // Larger blocks are larger on the tray too, but not by as much: small ones stay easy to see.
    const longest = Math.max(piece.width, piece.height);
    const scale = (traySize * Math.cbrt(longest / largest)) / longest;
    const art = element("span", "block-art", {}, picture(blockPicture(lies)));
    const side = (Math.max(piece.width, piece.height) + 8) * scale;
    art.style.width = units(side);
    art.style.height = units(side);
    art.style.setProperty("--grow", String(1 / scale));
    const root = pictureButton("block", shapes[piece.shape].vi, {}, art);
    const to = pieces.flatMap((other, at) => (looksLike(piece, other) ? [`spot-${at}`] : []));
    return [{ root, to, piece, turn: lies.turn }];
  });
  const tray = element("div", "tray blocks", {}, ...blocks.map(({ root }) => root));
  table.stage.play.append(board, tray);
  await popIn(table, [board, ...blocks.map(({ root }) => root)], 110);

  await bringToPlaces<(typeof blocks)[number] & Thing, Place>(table, {
    things: blocks,
    places,
    ask: questionKeys(question),
    tellWrong,
    onPick: ({ piece }) => {
      table.sounds.play(notes[piece.shape]);
      void table.speech.sayNow([shapeKey(piece.shape)]);
    },
    onPlaced: async (block, at) => {
      const target = pieces[places.indexOf(at)];
      if (!target) throw new Error("a block was laid where no outline is");
      block.root.remove();
      at.root.classList.add("filled");
      // The colour is the block's own; where it lies is the outline's.
      await layBlock(table, figure, { ...target, paint: block.piece.paint }, block.turn);
      void table.speech.sayNow([shapeKey(target.shape)]);
    },
    onWrong: async ({ piece }) => void (await table.speech.sayNow([shapeKey(piece.shape)], 700)),
  });
  const { under, over } = extras[question.build];
  const behind = drawing(`<svg class="board-layer extra" ${boardBox}>${under}</svg>`);
  const before = drawing(`<svg class="board-layer extra" ${boardBox}>${over}</svg>`);
  figure.prepend(behind);
  figure.append(before);
  outlines.remove();
  tray.remove();
  board.classList.add("finished");
  await Promise.all(
    [behind, before].map((layer) => table.motion.move(layer, [{ opacity: 0 }, { opacity: 1 }], 500)),
  );
  figure.classList.add(`alive-${build.alive}`);
  await rejoice(
    table,
    question.turns.some((turn, index) => turn !== pieces[index]?.turn) ? [sentence("turn-it")] : [],
  );
};

/** Shows the block on its outline; one that lay turned turns into its place. */
async function layBlock(table: Table, figure: HTMLElement, piece: Piece, cameTurned: number): Promise<void> {
  const laid = element("span", "laid", {}, picture(blockPicture(piece)));
  const box = boxOf(piece);
  const side = Math.max(box.right - box.left, box.bottom - box.top) + 8;
  lieAt(laid, piece.x - side / 2, piece.y - side / 2, side, side + 6);
  figure.append(laid);
  const turn = cameTurned - piece.turn;
  table.sounds.play(turn === 0 ? wood : turned);
  await table.motion.move(
    laid,
    [
      { transform: `scale(1.12) rotate(${turn}deg)` },
      { transform: "scale(1.04)", offset: 0.7 },
      { transform: "none" },
    ],
    turn === 0 ? 260 : 560,
  );
}
