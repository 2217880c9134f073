// Owns the rules: which questions a level asks, and what is right. Pure; the same random numbers give the same questions.
import type { Random } from "../../sdk/random.ts";
import type { QuizLevel } from "./levels.ts";
import {
  alikeChanges,
  type Change,
  type Child,
  changeNames,
  type GarmentName,
  garmentNames,
  isFor,
  isWrong,
  outfits,
  slotOf,
  type Weather,
  weatherNames,
} from "./weather.ts";

/** How warm: 1 is cold, 5 is hot. */
export type Warmth = 1 | 2 | 3 | 4 | 5;
export type Feeling = "cold" | "mild" | "hot";
export const feelingOf = (warmth: Warmth): Feeling => (warmth <= 2 ? "cold" : warmth === 3 ? "mild" : "hot");

export type Question =
  /** `choices` hold the weather once. */
  | { kind: "whatWeather" | "listen"; weather: Weather; choices: Weather[] }
  /** Only `asked` is for the weather; `leave`: only `asked` is out of place. */
  | { kind: "need" | "leave"; weather: Weather; child: Child; asked: GarmentName; choices: GarmentName[] }
  /** All of `fitting` go on, each to another part of the body; none of `wrong` does. */
  | { kind: "dress"; weather: Weather; child: Child; fitting: GarmentName[]; offered: GarmentName[] }
  | { kind: "after"; asked: Change; choices: Change[] }
  /** Each child wears the outfit of the weather it is named by; only one fits. */
  | { kind: "who"; weather: Weather; child: Child; choices: Weather[] }
  /** `read`: the thermometer is shown and the feeling asked; else a feeling is shown and the thermometer asked. */
  | { kind: "thermometer"; read: boolean; warmth: Warmth; choices: Warmth[] }
  /** Seven days; `count` asks how many are `asked`, `most` which of the choices is most often, `day` how day number `day` was. */
  | { kind: "week"; about: "count"; days: Weather[]; asked: Weather; choices: number[] }
  | { kind: "week"; about: "most"; days: Weather[]; asked: Weather; choices: Weather[] }
  | { kind: "week"; about: "day"; days: Weather[]; day: number; asked: Weather; choices: Weather[] };

export type ScenicQuestion = Extract<Question, { weather: Weather }>;

/** Every item once before one comes back, never twice in a row. */
export function takeTurns<Item>(items: readonly Item[], amount: number, random: Random): Item[] {
  const taken: Item[] = [];
  while (taken.length < amount) {
    const pass = random.shuffle(items);
    if (pass.length > 1 && pass[0] === taken.at(-1)) pass.push(...pass.splice(0, 1));
    taken.push(...pass.slice(0, amount - taken.length));
  }
  return taken;
}

const among = <Item>(right: Item, others: readonly Item[], amount: number, random: Random): Item[] =>
  random.shuffle([right, ...random.shuffle(others).slice(0, amount - 1)]);

/** Cloudy sounds like nothing and needs nothing. */
const eventful: readonly Weather[] = ["sunny", "rainy", "windy", "cold"];
const audible: readonly Weather[] = ["sunny", "rainy", "windy"];

/** The questions of one run, as many as the level says. */
export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const { kind, rounds, amount } = level;
  const children = random.shuffle<Child>(["boy", "girl"]);
  const childOf = (index: number): Child => children[index % 2] ?? "boy";
  switch (kind) {
    case "whatWeather":
      return takeTurns(weatherNames, rounds, random).map((weather) => ({
        kind,
        weather,
        // Grey sky and rain are one step apart; side by side they come only later.
        choices: among(
          weather,
          weatherNames.filter((other) => other !== weather),
          amount,
          random,
        ),
      }));
    case "listen":
      return takeTurns(audible, rounds, random).map((weather) => ({
        kind,
        weather,
        choices: among(
          weather,
          audible.filter((other) => other !== weather),
          amount,
          random,
        ),
      }));
    case "need":
    case "leave":
      return takeTurns(eventful, rounds, random).map((weather, index) =>
        kind === "need"
          ? needed(weather, childOf(index), amount, random)
          : notNeeded(weather, childOf(index), amount, random),
      );
    case "dress":
      return takeTurns(eventful, rounds, random).map((weather, index) => {
        const fitting = [...outfits[weather]];
        const taken = new Set(fitting.map(slotOf));
        const wrong = random.shuffle(garmentNames.filter((name) => isWrong(name, weather)));
        // A wrong one for a part of the body that is free would look like an addition: those come last.
        wrong.sort((one, other) => Number(taken.has(slotOf(other))) - Number(taken.has(slotOf(one))));
        const offered = random.shuffle([...fitting, ...wrong.slice(0, 5 - fitting.length)]);
        return { kind, weather, child: childOf(index), fitting, offered };
      });
    case "after":
      return takeTurns(changeNames, rounds, random).map((asked) => ({
        kind,
        asked,
        choices: among(
          asked,
          changeNames.filter((other) => !areAlike(asked, other)),
          amount,
          random,
        ),
      }));
    case "who":
      return takeTurns(eventful, rounds, random).map((weather, index) => ({
        kind,
        weather,
        child: childOf(index),
        choices: among(
          weather,
          eventful.filter((other) => isOutOfPlace(other, weather)),
          amount,
          random,
        ),
      }));
    case "thermometer":
      return thermometers(rounds, random);
    case "week":
      return weeks(rounds, amount, random);
  }
}

export const areAlike = (one: Change, other: Change): boolean =>
  alikeChanges.some((group) => group.includes(one) && group.includes(other));

/** An outfit in which at least two things are out of place; a jacket in the cold is no mistake. */
export const isOutOfPlace = (outfit: Weather, weather: Weather): boolean =>
  outfits[outfit].filter((name) => isWrong(name, weather)).length >= 2;

function needed(weather: Weather, child: Child, amount: number, random: Random): Question {
  const asked = random.pick(garmentNames.filter((name) => isFor(name, weather)));
  const wrong = garmentNames.filter((name) => isWrong(name, weather));
  return { kind: "need", weather, child, asked, choices: among(asked, wrong, amount, random) };
}

function notNeeded(weather: Weather, child: Child, amount: number, random: Random): Question {
  const asked = random.pick(garmentNames.filter((name) => isWrong(name, weather)));
  const fine = garmentNames.filter((name) => !isWrong(name, weather));
  return { kind: "leave", weather, child, asked, choices: among(asked, fine, amount, random) };
}

function thermometers(rounds: number, random: Random): Question[] {
  const asked = takeTurns<Warmth>([1, 3, 5], rounds, random);
  return asked.map((clear, index) => {
    // The later half is less plain: a little cold, quite warm.
    const warmth: Warmth = index < rounds / 2 ? clear : clear === 1 ? 2 : clear === 5 ? 4 : 3;
    return {
      kind: "thermometer",
      read: index % 2 === 0,
      warmth,
      choices: random.shuffle<Warmth>(
        [...new Set<Warmth>([warmth, 1, 3, 5])].filter(
          (each) => each === warmth || feelingOf(each) !== feelingOf(warmth),
        ),
      ),
    };
  });
}

/** A week with three kinds of weather, one of them clearly most often. */
export function makeWeek(random: Random): Weather[] {
  const [most = "sunny", some = "rainy", few = "cloudy"] = random.shuffle<Weather>([
    "sunny",
    "rainy",
    "cloudy",
    "windy",
  ]);
  const counts = random.pick([
    [4, 2, 1],
    [3, 2, 2],
    [5, 1, 1],
    [4, 1, 2],
  ] as const);
  return random.shuffle([
    ...Array.from({ length: counts[0] }, () => most),
    ...Array.from({ length: counts[1] }, () => some),
    ...Array.from({ length: counts[2] }, () => few),
  ]);
}

export const countOf = (days: readonly Weather[], weather: Weather): number =>
  days.filter((day) => day === weather).length;

function weeks(rounds: number, amount: number, random: Random): Question[] {
  const abouts = takeTurns(["count", "most", "day"] as const, rounds, random);
  return abouts.map((about): Question => {
    const days = makeWeek(random);
    const kinds = random.shuffle([...new Set(days)]);
    if (about === "count") {
      const asked = random.pick(kinds);
      const count = countOf(days, asked);
      const near = [count - 1, count + 1, count + 2, count - 2].filter(
        (number) => number >= 1 && number <= 7,
      );
      const choices = [count, ...near.slice(0, amount - 1)].sort((one, other) => one - other);
      return { kind: "week", about, days, asked, choices };
    }
    if (about === "most") {
      const asked = kinds.reduce((best, each) => (countOf(days, each) > countOf(days, best) ? each : best));
      return { kind: "week", about, days, asked, choices: kinds };
    }
    const day = random.integer(0, 6);
    return { kind: "week", about, days, day, asked: days[day] ?? "sunny", choices: kinds };
  });
}
