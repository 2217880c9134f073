// Owns the rules: what is asked of seasons, festivals, days and months. Pure; the same seed gives the same questions.
import type { Random } from "../../sdk/random.ts";
import type { QuizLevel } from "./levels.ts";
import {
  days,
  type Festival,
  festivalNames,
  months,
  type Season,
  seasonNames,
  type ThingName,
  thingsOfFestival,
  thingsOfSeason,
} from "./year.ts";

export type Question =
  | { kind: "belongs"; season: Season; answer: ThingName; choices: ThingName[] }
  | { kind: "odd"; season: Season; answer: ThingName; choices: ThingName[] }
  | { kind: "festival"; festival: Festival; answer: ThingName; choices: ThingName[] }
  | { kind: "dress"; festival: Festival; things: ThingName[] }
  | { kind: "sort"; seasons: Season[]; things: { name: ThingName; season: Season }[] }
  | { kind: "festivalSort"; festivals: Festival[]; things: { name: ThingName; festival: Festival }[] }
  | { kind: "order"; first: Season; shown: Season[] }
  /** Places in the list of days or months: a stretch of it, one of which is missing. */
  | { kind: "week" | "months"; stretch: number[]; missing: number; choices: number[] }
  /** Days of a month from 1. */
  | { kind: "tomorrow"; today: number; asked: "tomorrow" | "yesterday"; answer: number; choices: number[] };

/** The questions of one run; never the same twice in a row. */
export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const seasons = random.shuffle(seasonNames);
  const questions: Question[] = [];
  while (questions.length < level.rounds) {
    const question = makeQuestion(level, questions.length, seasons, random);
    if (JSON.stringify(question) !== JSON.stringify(questions.at(-1))) questions.push(question);
  }
  return questions;
}

/** The seasons from one on, round the year. */
export const seasonsFrom = (first: Season): Season[] => {
  const at = seasonNames.indexOf(first);
  return [...seasonNames.slice(at), ...seasonNames.slice(0, at)];
};

const some = <Item>(items: readonly Item[], amount: number, random: Random): Item[] =>
  random.shuffle(items).slice(0, amount);

function makeQuestion(level: QuizLevel, round: number, order: readonly Season[], random: Random): Question {
  const { amount } = level;
  const season = order[round % order.length] ?? "spring";
  const others = seasonNames.filter((other) => other !== season);
  switch (level.kind) {
    case "belongs": {
      const answer = random.pick(thingsOfSeason(season));
      const lures = random
        .shuffle(others)
        .slice(0, amount - 1)
        .map((other) => random.pick(thingsOfSeason(other)));
      return { kind: "belongs", season, answer, choices: random.shuffle([answer, ...lures]) };
    }
    case "odd": {
      const answer = random.pick(thingsOfSeason(random.pick(others)));
      return {
        kind: "odd",
        season,
        answer,
        choices: random.shuffle([answer, ...some(thingsOfSeason(season), amount - 1, random)]),
      };
    }
    case "festival": {
      // The two great festivals of children first, then the others too.
      const known: readonly Festival[] = round < 4 ? ["tet", "midautumn"] : festivalNames;
      const festival = round < 4 ? (known[round % 2] ?? "tet") : random.pick(known);
      const answer = random.pick(thingsOfFestival(festival));
      const lures = random.shuffle(known.filter((other) => other !== festival));
      const wanted = Math.max(1, Math.min(lures.length, amount - 1 + (round > 3 ? 1 : 0)));
      return {
        kind: "festival",
        festival,
        answer,
        choices: random.shuffle([
          answer,
          ...lures.slice(0, wanted).map((other) => random.pick(thingsOfFestival(other))),
        ]),
      };
    }
    case "dress": {
      const festival = (["tet", "midautumn", "christmas"] as const)[round % 3] ?? "tet";
      return {
        kind: "dress",
        festival,
        things: some(thingsOfFestival(festival), amount + (round > 1 ? 1 : 0), random),
      };
    }
    case "sort": {
      const chosen =
        round < 2
          ? some(seasonNames, 2, random)
          : round < 4
            ? some(seasonNames, 3, random)
            : [...seasonNames];
      const ordered = seasonNames.filter((name) => chosen.includes(name));
      const each = Math.max(1, Math.floor((amount + 1) / ordered.length));
      const sorted = ordered.flatMap((name) =>
        some(thingsOfSeason(name), each, random).map((thing) => ({ name: thing, season: name })),
      );
      return { kind: "sort", seasons: ordered, things: random.shuffle(sorted) };
    }
    case "festivalSort": {
      const chosen = some(festivalNames, round < 2 ? 2 : 3, random);
      const each = 2;
      const sorted = chosen.flatMap((festival) =>
        some(thingsOfFestival(festival), each, random).map((name) => ({ name, festival })),
      );
      return { kind: "festivalSort", festivals: chosen, things: random.shuffle(sorted).slice(0, amount) };
    }
    case "order": {
      // First from the spring on, later round the year from any season.
      const first = round < 2 ? "spring" : random.pick(seasonNames);
      return { kind: "order", first, shown: shuffleApart(seasonsFrom(first), random) };
    }
    case "week":
      return planStretch("week", days.length, 7, round, amount, random);
    case "months":
      return planStretch("months", months.length, 5, round, amount, random);
    case "tomorrow": {
      const asked = round < 4 ? "tomorrow" : "yesterday";
      const today = random.integer(2, round < 3 ? 9 : 29);
      const answer = asked === "tomorrow" ? today + 1 : today - 1;
      const lures = [today - 1, today + 1, today + 2, today].filter((day) => day !== answer && day > 0);
      return {
        kind: "tomorrow",
        today,
        asked,
        answer,
        choices: random.shuffle([answer, ...lures.slice(0, amount - 1)]),
      };
    }
  }
}

/** A stretch of days or months with one missing inside it, and `amount` to choose from. */
function planStretch(
  kind: "week" | "months",
  all: number,
  shown: number,
  round: number,
  amount: number,
  random: Random,
): Question {
  const start = random.integer(0, all - shown);
  const stretch = Array.from({ length: shown }, (_, index) => start + index);
  // Never the first: what comes before tells it.
  const missing = stretch[random.integer(1, round < 2 ? 2 : shown - 1)] ?? start;
  const near = [missing + 1, missing - 1, missing + 2, missing - 2].filter(
    (index) => index >= 0 && index < all,
  );
  return { kind, stretch, missing, choices: random.shuffle([missing, ...near.slice(0, amount - 1)]) };
}

/** Another order than the right one. */
function shuffleApart<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = random.shuffle(items);
  const [first, ...rest] = mixed;
  return first !== undefined && mixed.every((item, index) => item === items[index])
    ? [...rest, first]
    : mixed;
}
