// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { card, drawLevelPictures, field, ring, stand } from "../../sdk/levelPicture.ts";
import { type BuildName, builds, type Piece } from "./builds.ts";
import { block, face, friend, outline, usualSize } from "./drawShapes.ts";
import { drawnThings, solidPictures } from "./drawSolids.ts";
import { levels } from "./levels.ts";
import { polygonPicture, polygonPoints } from "./polygons.ts";
import { type Paint, type Shape, type Solid, usualPaint } from "./shapes.ts";

const wall = `<path fill="#ffeccb" d="M0 0h320v240H0z"/><g fill="#ffdfa8" fill-opacity=".55"><path d="M20 0h26v150H20zM90 0h26v150H90zM160 0h26v150h-26zM230 0h26v150h-26z"/></g>`;
const room = `${wall}<path fill="#7d4d24" d="M0 148h320v10H0z"/><path fill="#c98847" d="M0 154h320v86H0z"/><path stroke="#a86b33" stroke-width="3" d="M0 186h320M0 214h320"/>`;
const paper = `<rect x="14" y="17" width="292" height="166" rx="16" fill="#8a5426"/><rect x="14" y="12" width="292" height="166" rx="16" fill="#b27a42"/><rect x="21" y="19" width="278" height="152" rx="11" fill="#fffdf6"/>`;

const inner = (svg: string) => svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
const at = (x: number, y: number, scale: number, inside: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})" fill="none">${inside}</g>`;
const solid = (name: Solid, x: number, y: number, size: number) =>
  at(x - size / 2, y - size / 2, size / 120, inner(solidPictures[name]));
const thing = (name: keyof typeof drawnThings, x: number, y: number, size: number) =>
  at(x - size / 2, y - size / 2, size / 120, inner(drawnThings[name]));
const buddy = (shape: Shape, x: number, y: number, size: number) =>
  at(x, y, size / 220, inner(friend(shape, usualPaint[shape])));
const wood = (
  shape: Shape,
  x: number,
  y: number,
  scale: number,
  turn = 0,
  paint: Paint = usualPaint[shape],
  more = "",
) => {
  const [width, height] = usualSize[shape];
  return at(x, y, scale, block({ shape, width, height, turn, paint }, more));
};
/** A picture half built: the pieces at `open` are outlines still. */
const building = (name: BuildName, scale: number, open: readonly number[], more = "") => {
  const pieces: readonly Piece[] = builds[name].pieces;
  return at(
    160,
    96,
    scale,
    pieces
      .map(
        (piece, index) =>
          `<g transform="translate(${piece.x} ${piece.y})">${open.includes(index) ? outline(piece) : block(piece)}</g>`,
      )
      .join("") + more,
  );
};

const drawings: Readonly<Record<string, () => string>> = {
  table: () =>
    room +
    wood("square", 106, 130, 0.62) +
    wood("triangle", 106, 46, 0.66) +
    wood("circle", 222, 122, 0.62, 0, "red", face("circle", 146, 1.1)) +
    wood("triangle", 60, 206, 0.26) +
    wood("circle", 128, 206, 0.26),
  find: () =>
    room +
    buddy("square", 62, 128, 118) +
    buddy("triangle", 256, 128, 118) +
    ring(160, 186, 54, 16) +
    buddy("circle", 160, 122, 146),
  "build-3": () => room + paper + building("house", 0.37, [0]) + wood("triangle", 96, 206, 0.42, 0, "red"),
  "big-table": () =>
    room +
    wood("halfCircle", 160, 152, 1, 180, "blue") +
    wood("triangle", 124, 72, 0.66) +
    wood("triangle", 210, 84, 0.5, 0, "pink") +
    wood("circle", 48, 52, 0.4, 0, "red") +
    wood("rectangle", 70, 212, 0.3) +
    wood("square", 150, 212, 0.3, 45),
  same: () =>
    wall +
    `<rect x="100" y="12" width="120" height="104" rx="12" fill="#a9713d"/><rect x="108" y="20" width="104" height="88" rx="8" fill="#2f6b5a"/>` +
    wood("triangle", 160, 64, 0.5) +
    card(22, 132, 84, 92) +
    wood("circle", 64, 178, 0.42, 0, "yellow") +
    card(118, 132, 84, 92, "#ffc61a") +
    wood("triangle", 160, 176, 0.38, 180, "blue") +
    card(214, 132, 84, 92) +
    wood("square", 256, 178, 0.4),
  world: () =>
    wall +
    buddy("circle", 160, 64, 120) +
    card(22, 132, 84, 92) +
    thing("banh-chung", 64, 178, 66) +
    card(118, 132, 84, 92, "#ffc61a") +
    thing("clock", 160, 178, 72) +
    card(214, 132, 84, 92) +
    thing("hat", 256, 178, 70),
  "build-5": () => room + paper + building("sailboat", 0.36, [1]) + wood("triangle", 96, 206, 0.4),
  slope: () =>
    field +
    `<path fill="#c98847" stroke="#8a5426" stroke-width="4" stroke-linejoin="round" d="M8 112h54l150 96H8z"/>` +
    solid("sphere", 96, 104, 62) +
    solid("cube", 262, 186, 64) +
    solid("cylinder", 262, 134, 64) +
    solid("box", 262, 92, 64),
  corners: () =>
    room +
    at(160, 92, 0.42, inner(polygonPicture(polygonPoints({ corners: 5, kind: "even", turn: 0 }), "green"))) +
    [0, 1, 2]
      .map((index) => {
        const point = polygonPoints({ corners: 5, kind: "even", turn: 0 })[index] ?? { x: 0, y: 0 };
        return `<circle cx="${160 + point.x * 0.42}" cy="${92 + point.y * 0.42}" r="13" fill="#d55e00" stroke="#fffdf6" stroke-width="4"/>`;
      })
      .join("") +
    stand("lady-beetle", 222, 186, 52),
  solids: () =>
    wall +
    solid("cylinder", 160, 66, 96) +
    card(22, 132, 84, 92) +
    stand("ball", 64, 208, 64) +
    card(118, 132, 84, 92, "#ffc61a") +
    thing("can", 160, 178, 76) +
    card(214, 132, 84, 92) +
    stand("die", 256, 208, 66),
  roll: () =>
    field +
    `<path fill="#c98847" stroke="#8a5426" stroke-width="4" stroke-linejoin="round" d="M8 92h60l160 116H8z"/>` +
    solid("sphere", 120, 92, 70) +
    solid("cube", 44, 60, 58) +
    `<path d="M170 96q44 14 64 62m-24-8l26 12 8-28" fill="none" stroke="#0072b2" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`,
  "build-6": () =>
    room +
    paper +
    building("castle", 0.36, [1, 4]) +
    wood("triangle", 92, 206, 0.4, 90, "red") +
    wood("halfCircle", 196, 206, 0.4, 270),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
