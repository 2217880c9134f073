// Owns the rules of Một ngày của bé: which questions a run asks and what is right. Pure: the same seed gives the same run.
import type { Random } from "../../sdk/random.ts";
import {
  type ActivityName,
  activities,
  dayOrder,
  isAtNight,
  onDial,
  type Part,
  partNames,
  placeInDay,
} from "./day.ts";
import type { QuizLevel } from "./levels.ts";

export type Question =
  | { kind: "find"; asked: ActivityName; choices: ActivityName[] }
  | { kind: "dayNight"; pictures: ActivityName[] }
  | {
      kind: "order" /** In the order of the day. */;
      inOrder: ActivityName[] /** As they lie before the child. */;
      mixed: ActivityName[];
    }
  | { kind: "parts"; pictures: ActivityName[] }
  | {
      kind: "next";
      from: ActivityName;
      direction: "after" | "before";
      asked: ActivityName;
      choices: ActivityName[];
    }
  | { kind: "read" /** Minutes on the dial, as all clock times here. */; asked: number; choices: number[] }
  | {
      kind: "set";
      asked: number;
      start: number /** Minutes that one touch moves the hands. */;
      step: 30 | 60;
    }
  | { kind: "when"; asked: ActivityName; choices: ActivityName[] };

/** Each item once before any comes back, never one twice in a row. */
export function inTurn<Item>(items: readonly Item[], amount: number, random: Random): Item[] {
  const taken: Item[] = [];
  while (taken.length < amount) {
    const pass = random.shuffle(items);
    if (pass.length > 1 && pass[0] === taken.at(-1)) pass.push(...pass.splice(0, 1));
    taken.push(...pass);
  }
  return taken.slice(0, amount);
}

const dialOf = (name: ActivityName): number => onDial(activities[name].at);
const inPart = (part: Part): ActivityName[] => dayOrder.filter((name) => activities[name].part === part);

/** `amount` moments of the day in order, with at least `apart` others between. */
export function momentsApart(amount: number, apart: number, random: Random): ActivityName[] {
  const step = apart + 1;
  const loose = dayOrder.length - 1 - (amount - 1) * step;
  // Every moment may come later by a part of what is loose; together never more than all of it.
  const shifts = Array.from({ length: amount }, () => random.integer(0, loose)).sort(
    (one, other) => one - other,
  );
  return shifts.flatMap((shift, index) => dayOrder[index * step + shift] ?? []);
}

export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const { rounds, amount } = level;
  switch (level.kind) {
    case "find":
      return inTurn(dayOrder, rounds, random).map((asked) => {
        const others = random.shuffle(dayOrder.filter((name) => !looksLike(asked, name)));
        const second = others[0] ?? "play";
        const third = others.find((name) => name !== second && !looksLike(second, name)) ?? "bath";
        return { kind: "find", asked, choices: random.shuffle([asked, second, third]) };
      });
    case "dayNight": {
      const nights = inTurn(dayOrder.filter(isAtNight), rounds, random);
      const days = inTurn(
        dayOrder.filter((name) => !isAtNight(name) && name !== "nap"),
        rounds * 2,
        random,
      );
      return nights.map((night, index) => {
        // The first questions have two pictures, the later ones three.
        const withThem = days.slice(index * 2, index * 2 + (index < amount ? 1 : 2));
        return { kind: "dayNight", pictures: random.shuffle([night, ...withThem]) };
      });
    }
    case "order":
      return planOrders(level, random);
    case "parts": {
      const drawn = partNames.map((part) => inTurn(inPart(part), rounds, random));
      return Array.from({ length: rounds }, (_, index) => ({
        kind: "parts",
        pictures: random.shuffle(drawn.flatMap((ofPart) => ofPart[index] ?? [])),
      }));
    }
    case "next":
      return inTurn(dayOrder.slice(1, -1), rounds, random).map((from, index) => {
        const place = placeInDay(from);
        const direction = index % 2 === 0 ? "after" : "before";
        const asked = dayOrder[direction === "after" ? place + 1 : place - 1] ?? "play";
        // Near neighbours could be argued about: the others are far away.
        const far = random.shuffle(
          dayOrder.filter((name) => Math.abs(placeInDay(name) - place) > 3 && !looksLike(asked, name)),
        );
        return {
          kind: "next",
          from,
          direction,
          asked,
          choices: random.shuffle([asked, ...far.slice(0, amount - 1)]),
        };
      });
    case "read":
      return planTimes(rounds, random).map((asked) => {
        const isHalf = asked % 60 === 30;
        const near = isHalf
          ? [onDial(asked - 30), onDial(asked + 60), onDial(asked + 180)]
          : [onDial(asked + 60), onDial(asked - 60), onDial(asked + 240)];
        return {
          kind: "read",
          asked,
          choices: random.shuffle([asked, ...random.shuffle(near).slice(0, amount - 1)]),
        };
      });
    case "set":
      return planTimes(rounds, random).map((asked) => {
        const step = asked % 60 === 30 ? 30 : 60;
        const away = step * random.pick([-3, -2, 2, 3]);
        return { kind: "set", asked, start: onDial(asked + away), step };
      });
    case "when":
      return inTurn(dayOrder, rounds, random).map((asked) => {
        // Two things at one place of the dial, one by day and one by night, never stand together.
        const others = random.shuffle(
          dayOrder.filter(
            (name) => Math.abs(placeInDay(name) - placeInDay(asked)) > 1 && dialOf(name) !== dialOf(asked),
          ),
        );
        return { kind: "when", asked, choices: random.shuffle([asked, ...others.slice(0, amount - 1)]) };
      });
  }
}

/** Pictures a small child could take for each other. */
const alike: readonly (readonly ActivityName[])[] = [
  ["breakfast", "lunch", "snack", "dinner"],
  ["wake", "nap", "sleep"],
  ["school", "home"],
  ["sleep", "story"],
];
export const looksLike = (one: ActivityName, other: ActivityName): boolean =>
  one === other || alike.some((group) => group.includes(one) && group.includes(other));

function planOrders({ rounds, amount }: QuizLevel, random: Random): Question[] {
  const questions: Question[] = [];
  const apart = amount === 3 ? 3 : amount === 4 ? 2 : 1;
  let before = "";
  while (questions.length < rounds) {
    const inOrder = momentsApart(amount, apart, random);
    // The same row twice in a row would be no question.
    if (inOrder.join() === before) continue;
    before = inOrder.join();
    let mixed = random.shuffle(inOrder);
    if (mixed.join() === before) mixed = [...mixed].reverse();
    questions.push({ kind: "order", inOrder, mixed });
  }
  return questions;
}

/** Whole hours first, then half hours, each once. */
function planTimes(rounds: number, random: Random): number[] {
  const whole = Math.ceil(rounds / 2);
  const hours = inTurn(
    Array.from({ length: 12 }, (_, hour) => hour),
    rounds,
    random,
  );
  return hours.map((hour, index) => hour * 60 + (index < whole ? 0 : 30));
}

/** Which way round the dial is shorter from one time to another: 1 forward, −1 back, 0 when it is the same. */
export function wayTo(from: number, to: number): 1 | -1 | 0 {
  const ahead = onDial(to - from);
  if (ahead === 0) return 0;
  return ahead <= 360 ? 1 : -1;
}
