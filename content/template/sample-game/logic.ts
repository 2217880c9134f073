// Owns the rules: which questions a level asks. Pure; the same random numbers give the same questions.
import type { Random } from "../../sdk/random.ts";
import type { Level } from "./levels.ts";
import { type Group, groupNames, type ThingName, thingNames, things, thingsOf } from "./things.ts";

export type Question =
  | { kind: "find" | "odd" | "shadow"; asked: ThingName; choices: ThingName[] }
  | { kind: "sort"; groups: Group[]; sorted: ThingName[] };

/** More than four things want a third basket. */
export const basketsFor = (amount: number): number => (amount > 4 ? 3 : 2);

/** As many things of each group as of the others, as near as `amount` allows. */
export function mixThings(amount: number, chosen: readonly Group[], random: Random): ThingName[] {
  const piles = chosen.map((group) => random.shuffle(thingsOf(group)));
  const mixed = Array.from({ length: amount }, (_, index) => piles[index % piles.length]?.shift());
  return random.shuffle(mixed.flatMap((name) => name ?? []));
}

/** The questions of one run, as many as the level says; nothing is asked for twice as long as there is something else. */
export function planQuestions(level: Level & { mode: "quiz" }, random: Random): Question[] {
  const asked = random.shuffle(thingNames);
  return Array.from({ length: level.rounds }, (_, index) =>
    makeQuestion(level, asked[index % asked.length] ?? "ball", random),
  );
}

function makeQuestion(level: Level & { mode: "quiz" }, asked: ThingName, random: Random): Question {
  const { group } = things[asked];
  switch (level.kind) {
    case "find":
    case "shadow": {
      const others = random.shuffle(thingNames.filter((name) => name !== asked));
      return {
        kind: level.kind,
        asked,
        choices: random.shuffle([asked, ...others.slice(0, level.amount - 1)]),
      };
    }
    case "odd": {
      const other = random.pick(groupNames.filter((name) => name !== group));
      const alike = random.shuffle(thingsOf(other)).slice(0, level.amount - 1);
      return { kind: "odd", asked, choices: random.shuffle([asked, ...alike]) };
    }
    case "sort": {
      const groups = random.shuffle(groupNames).slice(0, basketsFor(level.amount));
      return { kind: "sort", groups, sorted: mixThings(level.amount, groups, random) };
    }
  }
}
