// Owns the rules of Xưởng bánh: which questions a run asks and what is right. Pure: the same seed gives the same run.
import type { Random } from "../../sdk/random.ts";
import {
  type Decoration,
  decorationNames,
  type Friend,
  friendNames,
  type LargeCake,
  largeCakes,
  type SmallCake,
  smallCakeNames,
} from "./bakery.ts";
import type { QuizLevel } from "./levels.ts";

export type Ordered = { decoration: Decoration; count: number };

export type OrderQuestion = {
  kind: "put" | "twoKinds";
  friend: Friend;
  cake: LargeCake;
  order: Ordered[];
  /** What can be put on the cake; more than is ordered for older children. */
  offered: Decoration[];
};
export type TrayQuestion = {
  kind: "more" | "compare";
  wanted: "more" | "fewer";
  trays: [{ cake: SmallCake; count: number }, { cake: SmallCake; count: number }];
};
export type ShareQuestion = {
  kind: "oneEach" | "share" | "equal";
  cake: SmallCake;
  friends: Friend[];
  /** What each has to begin with. */
  start: number[];
  /** How many more lie ready. */
  platter: number;
};
export type Question = OrderQuestion | TrayQuestion | ShareQuestion;

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

const range = (least: number, most: number): number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

/** Numbers for a run, easy ones first on the whole, never one twice in a row. */
export function numbersFor(least: number, most: number, amount: number, random: Random): number[] {
  const numbers = inTurn(range(least, most), amount, random);
  // The first is never the hardest.
  const easiest = numbers.indexOf(Math.min(...numbers));
  const before = numbers[easiest - 1];
  const after = numbers[easiest + 1];
  if (easiest > 0 && before !== after) numbers.unshift(...numbers.splice(easiest, 1));
  return numbers.every((number, index) => number !== numbers[index - 1])
    ? numbers
    : inTurn(range(least, most), amount, random);
}

export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const { rounds, upTo } = level;
  const friends = inTurn(friendNames, rounds, random);
  const cakes = inTurn(smallCakeNames, rounds, random);
  const large = inTurn(largeCakes, rounds, random);
  const wanted = inTurn(decorationNames, rounds, random);
  switch (level.kind) {
    case "put": {
      const least = upTo <= 3 ? 1 : 3;
      return numbersFor(least, upTo, rounds, random).map((count, index) => {
        const decoration = wanted[index] ?? "strawberry";
        const other = random.pick(decorationNames.filter((name) => name !== decoration));
        return {
          kind: "put",
          friend: friends[index] ?? "rabbit",
          cake: large[index] ?? "sponge",
          order: [{ decoration, count }],
          offered: upTo <= 3 ? [decoration] : random.shuffle([decoration, other]),
        };
      });
    }
    case "twoKinds":
      return numbersFor(3, upTo, rounds, random).map((total, index) => {
        const first = random.integer(1, total - 1);
        const decoration = wanted[index] ?? "strawberry";
        const rest = random.shuffle(decorationNames.filter((name) => name !== decoration));
        const [second = "star", third = "flower"] = rest;
        return {
          kind: "twoKinds",
          friend: friends[index] ?? "rabbit",
          cake: large[index] ?? "sponge",
          order: [
            { decoration, count: first },
            { decoration: second, count: total - first },
          ],
          offered: random.shuffle([decoration, second, third]),
        };
      });
    case "more":
    case "compare": {
      const nearly = level.kind === "compare";
      const asks = nearly ? random.shuffle(range(0, rounds - 1).map((index) => index % 2 === 0)) : [];
      return numbersFor(nearly ? 4 : 3, upTo, rounds, random).map((most, index) => {
        const less = nearly ? most - random.integer(1, 2) : random.integer(1, most - 2);
        const cake = cakes[index] ?? "moon";
        const other = nearly && random.next() < 0.5 ? random.pick(smallCakeNames) : cake;
        const trays: TrayQuestion["trays"] = [
          { cake, count: most },
          { cake: other, count: less },
        ];
        if (random.next() < 0.5) trays.reverse();
        return {
          kind: level.kind as "more" | "compare",
          wanted: nearly && asks[index] ? "fewer" : "more",
          trays,
        };
      });
    }
    case "oneEach":
    case "share":
    case "equal":
      return planShares(level, { cakes, random });
  }
}

function planShares(level: QuizLevel, { cakes, random }: { cakes: SmallCake[]; random: Random }): Question[] {
  const { rounds, upTo, sharers } = level;
  const guests = inTurn(range(0, rounds - 1), rounds, random).map(() => random.shuffle(friendNames));
  const howMany =
    level.kind === "oneEach"
      ? numbersFor(2, 4, rounds, random)
      : range(0, rounds - 1).map((index) => sharers[index % sharers.length] ?? 2);
  const each =
    level.kind === "share" ? sharesFor(upTo, howMany, random) : numbersFor(3, upTo, rounds, random);
  return howMany.map((amount, index): ShareQuestion => {
    const friends = (guests[index] ?? friendNames).slice(0, amount);
    const cake = cakes[index] ?? "moon";
    if (level.kind === "oneEach")
      return { kind: "oneEach", cake, friends, start: friends.map(() => 0), platter: amount + 1 };
    const share = each[index] ?? 2;
    if (level.kind === "share")
      return { kind: "share", cake, friends, start: friends.map(() => 0), platter: share * amount };
    const less = share - random.integer(1, Math.min(3, share - 1));
    const start = random.shuffle([share, less]);
    return { kind: "equal", cake, friends, start, platter: share - less + 2 };
  });
}

/** How many each gets, so that no total comes twice in a row and at most twelve cakes lie on the platter. */
function sharesFor(upTo: number, howMany: readonly number[], random: Random): number[] {
  const shares: number[] = [];
  for (const [index, amount] of howMany.entries()) {
    const before = (shares[index - 1] ?? 0) * (howMany[index - 1] ?? 0);
    const least = index === 0 || upTo > 3 ? (index === 0 ? 1 : 2) : 1;
    const most = index === 0 ? 2 : Math.min(upTo, Math.floor(12 / amount));
    shares.push(random.pick(range(least, most).filter((share) => share * amount !== before)));
  }
  return shares;
}
