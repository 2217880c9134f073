// Owns the list of levels: what a child does in each, and which patterns of which things it has.
import type { LevelBase } from "../../sdk/level.ts";
import type { Family } from "./items.ts";

/** The piece that repeats, written in letters: AB, AAB … */
export type Unit = readonly number[];
const [a, b, c] = [0, 1, 2] as const;
const AB: Unit = [a, b];
const AAB: Unit = [a, a, b];
const ABB: Unit = [a, b, b];
const ABC: Unit = [a, b, c];
const AABB: Unit = [a, a, b, b];
const ABAC: Unit = [a, b, a, c];

export type QuizKind =
  | "next" // what comes next?
  | "middle" // what is missing in the middle?
  | "mend" // which one is in the wrong place?
  | "string" // go on with the pattern, piece by piece
  | "copy" // the same pattern with other things
  | "music" // hear the row: what sounds next?
  | "moves" // which movement comes next?
  | "grow"; // each is larger than the one before

export type Scenery = "street" | "loom";

export type QuizLevel = LevelBase & {
  mode: "quiz";
  kind: QuizKind;
  scenery: Scenery;
  rounds: number;
  /** Drawn from in this order, easy ones first. */
  units: readonly Unit[];
  families: readonly Family[];
  /** How many answers are offered. */
  choices: number;
};
export type ExploreLevel = LevelBase & {
  mode: "explore";
  scenery: Scenery;
  family: Family;
  /** Things to choose from, and how many hang on one string. */
  things: number;
  room: number;
};
export type Level = QuizLevel | ExploreLevel;

export const levels: readonly Level[] = [
  {
    id: "beads",
    picture: "levels/beads.svg",
    ageBand: "3-4",
    mode: "explore",
    scenery: "loom",
    family: "beads",
    things: 3,
    room: 8,
    title: { vi: "Bé xâu hạt", en: "Thread beads" },
  },
  {
    id: "what-next",
    picture: "levels/what-next.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "next",
    scenery: "street",
    rounds: 6,
    units: [AB],
    families: ["colours", "fruit", "lanterns", "sizes", "animals"],
    choices: 2,
    title: { vi: "Tiếp theo là gì?", en: "What comes next?" },
  },
  {
    id: "string-on",
    picture: "levels/string-on.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "string",
    scenery: "loom",
    rounds: 5,
    units: [AB],
    families: ["beads", "beads", "fruit"],
    choices: 2,
    title: { vi: "Xâu tiếp vòng hạt", en: "Go on with the beads" },
  },
  {
    id: "exercise",
    picture: "levels/exercise.svg",
    ageBand: "3-4",
    mode: "quiz",
    kind: "moves",
    scenery: "loom",
    rounds: 5,
    units: [AB],
    families: ["moves"],
    choices: 2,
    title: { vi: "Bé tập thể dục", en: "Morning exercise" },
  },

  {
    id: "lanterns",
    picture: "levels/lanterns.svg",
    ageBand: "4-5",
    mode: "explore",
    scenery: "street",
    family: "lanterns",
    things: 4,
    room: 8,
    title: { vi: "Phố đèn lồng", en: "Lantern street" },
  },
  {
    id: "in-the-middle",
    picture: "levels/in-the-middle.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "middle",
    scenery: "street",
    rounds: 6,
    units: [AB, AB, AAB, ABB],
    families: ["lanterns", "colours", "animals", "sizes"],
    choices: 3,
    title: { vi: "Ở giữa thiếu gì?", en: "Missing in the middle" },
  },
  {
    id: "mend",
    picture: "levels/mend.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "mend",
    scenery: "street",
    rounds: 6,
    units: [AB],
    families: ["lanterns", "colours", "fruit", "animals"],
    choices: 2,
    title: { vi: "Chỗ nào xếp nhầm?", en: "Which one is wrong?" },
  },
  {
    id: "music-row",
    picture: "levels/music-row.svg",
    ageBand: "4-5",
    mode: "quiz",
    kind: "music",
    scenery: "loom",
    rounds: 6,
    units: [AB, AAB, ABB],
    families: ["music"],
    choices: 3,
    title: { vi: "Tùng tùng boong", en: "Boom, boom, dong" },
  },

  {
    id: "weave",
    picture: "levels/weave.svg",
    ageBand: "5-6",
    mode: "explore",
    scenery: "loom",
    family: "motifs",
    things: 5,
    room: 9,
    title: { vi: "Bé dệt thổ cẩm", en: "Weave brocade" },
  },
  {
    id: "long-rows",
    picture: "levels/long-rows.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "next",
    scenery: "street",
    rounds: 7,
    units: [AAB, ABB, ABC, ABC, AABB, ABAC],
    families: ["lanterns", "colours", "animals", "fruit"],
    choices: 3,
    title: { vi: "Dãy dài hơn", en: "Longer rows" },
  },
  {
    id: "growing",
    picture: "levels/growing.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "grow",
    scenery: "street",
    rounds: 6,
    units: [],
    families: ["colours"],
    choices: 3,
    title: { vi: "Chùm đèn cao dần", en: "Growing taller" },
  },
  {
    id: "same-pattern",
    picture: "levels/same-pattern.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "copy",
    scenery: "loom",
    rounds: 5,
    units: [AB, AAB, ABB, ABC],
    families: ["beads", "fruit", "animals", "motifs"],
    choices: 2,
    title: { vi: "Xếp giống quy luật", en: "The same pattern" },
  },
  {
    id: "mend-long",
    picture: "levels/mend-long.svg",
    ageBand: "5-6",
    mode: "quiz",
    kind: "mend",
    scenery: "street",
    rounds: 6,
    units: [AAB, ABB, ABC],
    families: ["lanterns", "fruit", "animals", "colours"],
    choices: 2,
    title: { vi: "Sửa lại dãy đèn", en: "Mend the long row" },
  },
];
