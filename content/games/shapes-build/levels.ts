// Owns the list of levels: what a child does in each.
import type { LevelBase } from "../../sdk/level.ts";
import type { Shape } from "./shapes.ts";

/** What a child does in a level; each kind is another activity, not another number. */
export type QuizKind =
  | "find" // hear a shape's name, touch it
  | "build" // bring each shape onto its outline
  | "same" // the same shape in another size, turn and colour
  | "world" // which thing has this shape
  | "corners" // walk round a shape and count sides or corners
  | "solids" // which thing has the form of this solid
  | "roll"; // which solid rolls, which carries another

export type Level = LevelBase &
  (
    | { mode: "quiz"; kind: QuizKind; rounds: number; shapes: readonly Shape[] }
    | { mode: "explore"; toys: "shapes"; shapes: readonly Shape[]; canGrow: boolean }
    | { mode: "explore"; toys: "solids" }
  );
export type QuizLevel = Level & { mode: "quiz" };

const three = ["circle", "square", "triangle"] as const;
const all = ["circle", "square", "triangle", "rectangle", "halfCircle"] as const;

export const levels: readonly Level[] = [
  {
    id: "table",
    picture: "levels/table.svg",
    ageBand: "3-4",
    mode: "explore",
    toys: "shapes",
    shapes: three,
    canGrow: false,
    title: { vi: "Bàn xếp hình", en: "The building table" },
  },
  {
    id: "find",
    picture: "levels/find.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "find",
    rounds: 5,
    shapes: ["circle", "square", "triangle", "rectangle"],
    title: { vi: "Bạn hình nào đây?", en: "Which shape is it?" },
  },
  {
    id: "build-3",
    picture: "levels/build-3.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "build",
    rounds: 5,
    shapes: three,
    title: { vi: "Ghép hình", en: "Build a picture" },
  },
  {
    id: "big-table",
    picture: "levels/big-table.svg",
    ageBand: "4-5",
    mode: "explore",
    toys: "shapes",
    shapes: all,
    canGrow: true,
    title: { vi: "Bé xếp tranh", en: "Make a picture" },
  },
  {
    id: "same",
    picture: "levels/same.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "same",
    rounds: 6,
    shapes: all,
    title: { vi: "Cùng hình dạng", en: "The same shape" },
  },
  {
    id: "world",
    picture: "levels/world.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "world",
    rounds: 6,
    shapes: all,
    title: { vi: "Đồ vật giống hình gì?", en: "Shapes around us" },
  },
  {
    id: "build-5",
    picture: "levels/build-5.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "build",
    rounds: 5,
    shapes: all,
    title: { vi: "Ghép tranh", en: "Build more" },
  },
  {
    id: "slope",
    picture: "levels/slope.svg",
    ageBand: "5-6",
    mode: "explore",
    toys: "solids",
    title: { vi: "Lăn và xếp chồng", en: "Rolling and stacking" },
  },
  {
    id: "corners",
    picture: "levels/corners.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "corners",
    rounds: 6,
    shapes: all,
    title: { vi: "Đếm cạnh, đếm góc", en: "Sides and corners" },
  },
  {
    id: "solids",
    picture: "levels/solids.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "solids",
    rounds: 6,
    shapes: all,
    title: { vi: "Vật giống khối nào?", en: "Solids around us" },
  },
  {
    id: "roll",
    picture: "levels/roll.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "roll",
    rounds: 6,
    shapes: all,
    title: { vi: "Khối nào lăn được?", en: "What rolls?" },
  },
  {
    id: "build-6",
    picture: "levels/build-6.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "build",
    rounds: 5,
    shapes: all,
    title: { vi: "Xoay và ghép", en: "Turn and build" },
  },
];
