// Owns the pictures that are built from shapes: where each piece lies, on a board from x −480 to 480 and y −205 to 205. Pure.
import type { AgeBand } from "../../../protocol/game.ts";
import { type Paint, type Shape, usualPaint } from "./shapes.ts";

export type Piece = {
  readonly shape: Shape;
  /** Middle of the piece on the board. */
  readonly x: number;
  readonly y: number;
  /** Size before it is turned. */
  readonly width: number;
  readonly height: number;
  /** Clockwise, in degrees. */
  readonly turn: number;
  readonly paint: Paint;
};

/** How a finished picture comes alive. */
export type Alive = "sail" | "swim" | "drive" | "fly" | "sway" | "hop";

export type Build = {
  readonly ageBand: AgeBand;
  /** With "ghép": "ghép ngôi nhà". */
  readonly vi: string;
  readonly en: string;
  readonly alive: Alive;
  readonly pieces: readonly Piece[];
};

const piece = (
  shape: Shape,
  x: number,
  y: number,
  width: number,
  height = width,
  turn = 0,
  paint = usualPaint[shape],
): Piece => ({ shape, x, y, width, height, turn, paint });

export const builds = {
  house: {
    ageBand: "3-4",
    vi: "ngôi nhà",
    en: "house",
    alive: "hop",
    pieces: [
      piece("triangle", 0, -112, 330, 160, 0, "red"),
      piece("square", 0, 82, 214),
      piece("circle", 310, -110, 140, 140, 0, "yellow"),
    ],
  },
  boat: {
    ageBand: "3-4",
    vi: "chiếc thuyền",
    en: "boat",
    alive: "sail",
    pieces: [
      piece("triangle", 0, -86, 230, 210),
      piece("rectangle", 0, 90, 390, 120, 0, "red"),
      piece("circle", -320, -110, 140, 140, 0, "yellow"),
    ],
  },
  "ice-creams": {
    ageBand: "3-4",
    vi: "hai chiếc kem",
    en: "ice creams",
    alive: "hop",
    pieces: [
      piece("circle", -150, -108, 180, 180, 0, "pink"),
      piece("triangle", -150, 96, 160, 206, 180),
      piece("circle", 150, -108, 180, 180, 0, "green"),
      piece("triangle", 150, 96, 160, 206, 180),
    ],
  },
  fish: {
    ageBand: "3-4",
    vi: "chú cá",
    en: "fish",
    alive: "swim",
    pieces: [
      piece("circle", 50, 10, 270),
      piece("triangle", -172, 10, 210, 160, 90),
      piece("circle", 300, -110, 120, 120, 0, "blue"),
    ],
  },
  car: {
    ageBand: "3-4",
    vi: "chiếc ô tô",
    en: "car",
    alive: "drive",
    pieces: [
      piece("square", -20, -114, 150),
      piece("rectangle", 0, 24, 450, 112, 0, "red"),
      piece("circle", -135, 144, 112, 112, 0, "green"),
      piece("circle", 135, 144, 112, 112, 0, "green"),
    ],
  },
  tree: {
    ageBand: "3-4",
    vi: "cái cây",
    en: "tree",
    alive: "sway",
    pieces: [
      piece("circle", 0, -80, 230, 230, 0, "green"),
      piece("rectangle", 0, 118, 112, 160, 0, "red"),
      piece("triangle", 270, 100, 230, 190),
    ],
  },

  mushrooms: {
    ageBand: "4-5",
    vi: "hai cây nấm",
    en: "mushrooms",
    alive: "hop",
    pieces: [
      piece("halfCircle", -80, -96, 380, 190, 0, "red"),
      piece("rectangle", -80, 100, 130, 190, 0, "yellow"),
      piece("halfCircle", 260, 24, 230, 115),
      piece("square", 260, 142, 110, 110, 0, "yellow"),
    ],
  },
  train: {
    ageBand: "4-5",
    vi: "đoàn tàu",
    en: "train",
    alive: "drive",
    pieces: [
      piece("square", -160, -44, 176),
      piece("rectangle", 70, -8, 270, 104, 0, "red"),
      piece("triangle", 130, -122, 130, 112, 180),
      piece("circle", -170, 108, 112, 112, 0, "green"),
      piece("circle", -20, 108, 112, 112, 0, "green"),
      piece("circle", 130, 108, 112, 112, 0, "green"),
    ],
  },
  sailboat: {
    ageBand: "4-5",
    vi: "thuyền buồm",
    en: "sailing boat",
    alive: "sail",
    pieces: [
      piece("triangle", -98, -96, 180, 200),
      piece("triangle", 98, -96, 180, 200),
      piece("halfCircle", 0, 102, 380, 190, 180, "blue"),
      piece("circle", -330, -110, 140, 140, 0, "red"),
    ],
  },
  rocket: {
    ageBand: "4-5",
    vi: "tên lửa",
    en: "rocket",
    alive: "fly",
    pieces: [
      piece("triangle", 0, -142, 156, 114, 0, "red"),
      piece("square", 0, 0, 156),
      piece("triangle", -140, 12, 108, 136, 0, "green"),
      piece("triangle", 140, 12, 108, 136, 0, "green"),
      piece("triangle", 0, 140, 156, 114, 180),
    ],
  },
  butterfly: {
    ageBand: "4-5",
    vi: "con bướm",
    en: "butterfly",
    alive: "fly",
    pieces: [
      piece("rectangle", 0, -56, 104, 230, 0, "blue"),
      piece("circle", -150, -86, 180, 180, 0, "pink"),
      piece("circle", 150, -86, 180, 180, 0, "pink"),
      piece("triangle", -140, 98, 160, 170),
      piece("triangle", 140, 98, 160, 170),
    ],
  },
  cat: {
    ageBand: "4-5",
    vi: "chú mèo",
    en: "cat",
    alive: "hop",
    pieces: [
      piece("triangle", -66, -150, 114, 104),
      piece("triangle", 66, -150, 114, 104),
      piece("circle", 0, -4, 176, 176, 0, "yellow"),
      piece("halfCircle", 0, 144, 236, 118, 0, "yellow"),
      piece("circle", 270, 134, 130),
    ],
  },

  "stilt-house": {
    ageBand: "5-6",
    vi: "nhà sàn",
    en: "house on stilts",
    alive: "hop",
    pieces: [
      piece("triangle", 0, -132, 560, 136, 0, "red"),
      piece("rectangle", -126, 0, 244, 112, 0, "yellow"),
      piece("rectangle", 126, 0, 244, 112, 0, "yellow"),
      piece("square", -190, 128, 112, 112, 0, "green"),
      piece("square", 0, 128, 112, 112, 0, "blue"),
      piece("square", 190, 128, 112, 112, 0, "green"),
    ],
  },
  robot: {
    ageBand: "5-6",
    vi: "chú rô bốt",
    en: "robot",
    alive: "hop",
    pieces: [
      piece("square", 0, -142, 118),
      piece("rectangle", 0, 2, 230, 138, 0, "green"),
      piece("circle", -188, 2, 116),
      piece("circle", 188, 2, 116),
      piece("triangle", -70, 142, 124, 112),
      piece("triangle", 70, 142, 124, 112),
    ],
  },
  truck: {
    ageBand: "5-6",
    vi: "xe tải",
    en: "lorry",
    alive: "drive",
    pieces: [
      piece("halfCircle", 90, -142, 250, 125, 0, "yellow"),
      piece("rectangle", 90, -14, 350, 112, 0, "blue"),
      piece("square", -168, -28, 140, 140, 0, "red"),
      piece("circle", -168, 112, 112, 112, 0, "green"),
      piece("circle", 20, 112, 112, 112, 0, "green"),
      piece("circle", 190, 112, 112, 112, 0, "green"),
    ],
  },
  hen: {
    ageBand: "5-6",
    vi: "cô gà mái",
    en: "hen",
    alive: "hop",
    pieces: [
      piece("circle", 130, -64, 136, 136, 0, "red"),
      piece("triangle", 254, -64, 104, 108, 90, "yellow"),
      piece("triangle", -130, -84, 160, 160, 0, "yellow"),
      piece("halfCircle", 0, 100, 380, 190, 180, "red"),
      piece("circle", -310, 138, 108, 108, 0, "yellow"),
      piece("circle", 310, 138, 108, 108, 0, "yellow"),
    ],
  },
  castle: {
    ageBand: "5-6",
    vi: "toà lâu đài",
    en: "castle",
    alive: "hop",
    pieces: [
      piece("triangle", -210, -134, 170, 130, 0, "red"),
      piece("triangle", 210, -134, 170, 130, 0, "red"),
      piece("rectangle", -210, 66, 130, 256, 0, "blue"),
      piece("rectangle", 210, 66, 130, 256, 0, "blue"),
      piece("halfCircle", 0, -38, 250, 125),
      piece("rectangle", 0, 118, 250, 152, 0, "yellow"),
    ],
  },
} as const satisfies Record<string, Build>;

export type BuildName = keyof typeof builds;
export const buildNames = Object.keys(builds) as BuildName[]; // the keys of the table above

export type Rectangle = { left: number; top: number; right: number; bottom: number };

/** What a piece covers once it is turned. */
export function boxOf({ x, y, width, height, turn }: Piece): Rectangle {
  const lies = Math.abs(turn) % 180 === 90;
  const [across, down] = lies ? [height, width] : [width, height];
  return { left: x - across / 2, top: y - down / 2, right: x + across / 2, bottom: y + down / 2 };
}

/** Where a piece's outline can be touched: its box, a little smaller, so that neighbours stay apart. */
export function touchAreaOf(piece: Piece): Rectangle {
  const box = boxOf(piece);
  const inset = 8;
  return {
    left: box.left + inset,
    top: box.top + inset,
    right: box.right - inset,
    bottom: box.bottom - inset,
  };
}

/** Pieces that look alike fit on each other's outlines. */
export const looksLike = (one: Piece, other: Piece): boolean =>
  one.shape === other.shape && one.width === other.width && one.height === other.height;
