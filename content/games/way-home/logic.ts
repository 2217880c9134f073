// Owns the rules: which ways, places and maps a level asks about. Pure; the same seed gives the same questions.
import type { Random } from "../../sdk/random.ts";
import {
  allCells,
  type Cell,
  type Direction,
  isOpen,
  isSame,
  keyOf,
  planRoad,
  shortestRound,
  shortestWay,
  type VillageMap,
  walk,
} from "./grid.ts";
import type { QuizLevel } from "./levels.ts";
import {
  type Find,
  findNames,
  type Holder,
  holders,
  type Landmark,
  landmarkNames,
  type Relation,
  relationsOf,
  type Side,
  sideNames,
  type Walker,
  walkerNames,
} from "./village.ts";

export const mapSize = { columns: 7, rows: 4 } as const;

/** A map with someone on it who wants to get home. */
export type Journey = {
  map: VillageMap;
  walker: Walker;
  start: Cell;
  home: Cell;
  stops: { find: Find; at: Cell }[];
};

export type Question =
  | { kind: "stones"; walker: Walker; stones: number; lures: number; waves: number[] }
  | { kind: "where"; walker: Walker; holder: Holder; asked: Relation; shown: Relation[] }
  | { kind: "nearFar"; asked: "near" | "far"; walkers: Walker[]; distances: number[] }
  | { kind: "nextStep"; journey: Journey; way: Direction[] }
  | { kind: "sides"; asked: Side; standing: Record<Side, Walker> }
  | { kind: "put"; asked: Side; walker: Walker }
  | { kind: "program" | "collect"; journey: Journey }
  | { kind: "shortest"; walkers: Walker[]; stones: number[] };

export const amountAt = ({ rounds, from, to }: QuizLevel, round: number): number =>
  Math.round(from + ((to - from) * round) / Math.max(1, rounds - 1));

/** The questions of one run; never the same twice in a row. */
export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const questions: Question[] = [];
  while (questions.length < level.rounds) {
    const question = makeQuestion(level, questions.length, random);
    if (askedOf(question) !== askedOf(questions.at(-1))) questions.push(question);
  }
  return questions;
}

/** What a child would take for the same question again. */
export function askedOf(question: Question | undefined): string {
  switch (question?.kind) {
    case undefined:
      return "";
    case "where":
      return `${question.holder} ${question.asked}`;
    case "sides":
    case "put":
      return question.asked;
    default:
      return JSON.stringify(question);
  }
}

function makeQuestion(level: QuizLevel, round: number, random: Random): Question {
  const amount = amountAt(level, round);
  const walker = random.pick(walkerNames);
  switch (level.kind) {
    case "stones":
      return {
        kind: "stones",
        walker,
        stones: amount,
        lures: round < 2 ? 0 : 2,
        waves: Array.from({ length: amount }, () => random.integer(-1, 1)),
      };
    case "where": {
      const holder = random.pick(Object.keys(holders) as Holder[]); // keys of a constant: exactly the holders
      const shown = random.shuffle(relationsOf[holder]);
      // "Beside" is only there to be told from the others.
      return {
        kind: "where",
        walker,
        holder,
        shown,
        asked: random.pick(shown.filter((relation) => relation !== "beside")),
      };
    }
    case "nearFar": {
      const distances = random.shuffle([1, 2, 3]).slice(0, amount);
      return {
        kind: "nearFar",
        asked: round % 2 === 0 ? "near" : "far",
        walkers: random.shuffle(walkerNames).slice(0, amount),
        distances,
      };
    }
    case "nextStep": {
      const road = planRoad(mapSize.columns, mapSize.rows, amount + 1, random);
      const open = road.map(keyOf);
      const map = {
        ...mapSize,
        blocked: allCells(mapSize)
          .map(keyOf)
          .filter((cell) => !open.includes(cell)),
      };
      const start = road[0] ?? { x: 0, y: 0 };
      const home = road.at(-1) ?? start;
      return {
        kind: "nextStep",
        journey: { map, walker, start, home, stops: [] },
        way: shortestWay(map, start, home) ?? [],
      };
    }
    case "sides": {
      const [left, right, front, behind] = random.shuffle(walkerNames) as [
        Walker,
        Walker,
        Walker,
        Walker,
        ...Walker[],
      ]; // there are eight
      return { kind: "sides", asked: random.pick(sideNames), standing: { left, right, front, behind } };
    }
    case "put":
      return { kind: "put", asked: random.pick(sideNames), walker };
    case "program":
    case "collect":
      return {
        kind: level.kind,
        journey: planJourney(amount, level.kind === "collect" ? (round > 2 ? 2 : 1) : 0, random),
      };
    case "shortest": {
      const least = random.integer(3, 4);
      return {
        kind: "shortest",
        walkers: random.shuffle(walkerNames).slice(0, round < 2 ? 2 : 3),
        stones: random.shuffle(round < 2 ? [least, least + 3] : [least, least + 2, least + 3]),
      };
    }
  }
}

/** A map on which the shortest way home, past all that is to be picked up, takes `steps` arrows. */
export function planJourney(steps: number, stops: number, random: Random): Journey {
  for (;;) {
    const cells = random.shuffle(allCells(mapSize));
    const start = cells.find(({ x }) => x <= 2) ?? { x: 0, y: 0 };
    const blocked = cells.filter((cell) => !isSame(cell, start)).slice(0, 9);
    const map = { ...mapSize, blocked: blocked.map(keyOf) };
    const free = cells.filter((cell) => isOpen(map, cell) && !isSame(cell, start));
    const [home, ...others] = free;
    if (!home) continue;
    const picked = others.slice(0, stops);
    const way = shortestRound(map, start, picked, home);
    if (way?.length !== steps) continue;
    // Without a turn there would be nothing to think about; what is picked up must cost a detour or a thought.
    if (new Set(way).size < 2) continue;
    const names = random.shuffle(findNames);
    return {
      map,
      start,
      home,
      walker: random.pick(walkerNames),
      stops: picked.flatMap((at, index) => (names[index] ? [{ find: names[index], at }] : [])),
    };
  }
}

/** A program comes home when it bumps into nothing, ends at home, and passed everything. */
export function comesHome({ map, start, home, stops }: Journey, program: readonly Direction[]): boolean {
  const { cells, bumped } = walk(map, start, program);
  const last = cells.at(-1);
  return (
    !bumped &&
    last !== undefined &&
    isSame(last, home) &&
    stops.every(({ at }) => cells.some((cell) => isSame(cell, at)))
  );
}

/** A list of arrows has so many places. */
export const mostArrows = 12;

/** What to do next with a program: add this arrow, let it run, or take the last arrow off because it leads nowhere. */
export function nextMove(
  { map, start, home, stops }: Journey,
  program: readonly Direction[],
): Direction | "go" | "undo" {
  const { cells, bumped } = walk(map, start, program);
  if (bumped) return "undo";
  const left = stops.filter(({ at }) => !cells.some((cell) => isSame(cell, at))).map(({ at }) => at);
  const way = shortestRound(map, cells.at(-1) ?? start, left, home);
  if (!way || program.length + way.length > mostArrows) return "undo";
  return way[0] ?? "go";
}

/** The village one walks about in freely: its places stand on squares of their own, each to be reached. */
export function planVillage(random: Random): {
  map: VillageMap;
  start: Cell;
  places: { landmark: Landmark; at: Cell }[];
} {
  for (;;) {
    const cells = random.shuffle(allCells(mapSize));
    const blocked = cells.slice(0, 6);
    const map = { ...mapSize, blocked: blocked.map(keyOf) };
    const [start, ...rest] = cells.slice(6);
    if (!start) continue;
    const apart = rest.filter((cell) => Math.abs(cell.x - start.x) + Math.abs(cell.y - start.y) > 1);
    const places: { landmark: Landmark; at: Cell }[] = [];
    for (const landmark of landmarkNames.slice(0, 5)) {
      const at = apart.find((cell) =>
        places.every((place) => Math.abs(place.at.x - cell.x) + Math.abs(place.at.y - cell.y) > 1),
      );
      if (at) places.push({ landmark, at });
    }
    if (places.length === 5 && places.every(({ at }) => shortestWay(map, start, at)))
      return { map, start, places };
  }
}
