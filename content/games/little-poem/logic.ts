// Owns the rules: which questions a level asks. Pure; the same random numbers give the same questions.
import type { Random } from "../../sdk/random.ts";
import type { Level } from "./levels.ts";
import { type Line, lineAt, linesOf, type PoemName, type Rhyme, rhymes, type Seen } from "./poems.ts";
import { type Thing, thingNames, things } from "./things.ts";

/** A line of a poem by its place 0–3. */
export type LineOf = { readonly poem: PoemName; readonly line: number };

export type Question =
  | { kind: "heard"; asked: LineOf; choices: LineOf[] }
  | { kind: "beat"; asked: LineOf; beats: number }
  | { kind: "next"; after: LineOf; asked: LineOf; choices: LineOf[] }
  | { kind: "order"; poem: PoemName; lines: number[]; mixed: number[] }
  | { kind: "missing"; rhyme: Rhyme; asked: Thing; choices: Thing[] }
  | { kind: "rhyme"; rhyme: Rhyme; asked: Thing; choices: Thing[] };

export const beatsOf = ({ poem, line }: LineOf): number => lineAt(poem, line).vi.split(" ").length;

/** The questions of one run, as many as the level says; nothing is asked for twice. */
export function planQuestions(level: Level & { mode: "quiz" }, random: Random): Question[] {
  const { kind, rounds, amount } = level;
  const places = level.poems.flatMap((poem) => linesOf(poem).map((_, line) => ({ poem, line })));
  const poemsInTurn = random.shuffle(level.poems);
  const rhymesInTurn = random.shuffle(rhymes);
  const numbers = Array.from({ length: rounds }, (_, index) => index);
  switch (kind) {
    case "heard":
      return random
        .shuffle(places)
        .slice(0, rounds)
        .map((asked) => ({ kind, asked, choices: fromOnePoem(asked, [], amount, random) }));
    case "beat":
      return random
        .shuffle(places)
        .slice(0, rounds)
        .map((asked) => ({ kind, asked, beats: beatsOf(asked) }));
    case "next":
      return random
        .shuffle(places.filter(({ line }) => line < 3))
        .slice(0, rounds)
        .map((after) => {
          const asked = { poem: after.poem, line: after.line + 1 };
          return { kind, after, asked, choices: fromOnePoem(asked, [after.line], amount, random) };
        });
    case "order":
      return numbers.map((index) => {
        const poem = poemsInTurn[index % poemsInTurn.length] ?? "kitten";
        const lines = [0, 1, 2, 3].slice(0, amount);
        return { kind, poem, lines, mixed: mixUp(lines, random) };
      });
    case "missing":
    case "rhyme":
      return numbers.flatMap((index) => {
        const rhyme = rhymesInTurn[index % rhymesInTurn.length];
        return rhyme ? [{ kind, rhyme, asked: rhyme.thing, choices: askThing(rhyme, amount, random) }] : [];
      });
  }
}

/** The line and others of its poem, as far as they are not `left` out. */
function fromOnePoem(asked: LineOf, left: readonly number[], amount: number, random: Random): LineOf[] {
  const others = [0, 1, 2, 3].filter((line) => line !== asked.line && !left.includes(line));
  const lines = [asked.line, ...random.shuffle(others).slice(0, amount - 1)];
  return random.shuffle(lines).map((line) => ({ poem: asked.poem, line }));
}

/** Another order than the right one. */
function mixUp(lines: readonly number[], random: Random): number[] {
  const mixed = random.shuffle(lines);
  return mixed.every((line, index) => line === lines[index])
    ? [...mixed.slice(1), ...mixed.slice(0, 1)]
    : mixed;
}

/** The thing and others that do not rhyme with it, nor with each other. */
function askThing({ thing }: Rhyme, amount: number, random: Random): Thing[] {
  const chosen: Thing[] = [thing];
  for (const other of random.shuffle(thingNames)) {
    if (chosen.length === amount) break;
    if (chosen.every((each) => things[each].rime !== things[other].rime)) chosen.push(other);
  }
  return random.shuffle(chosen);
}

/** The spreads of a book: two lines of a poem side by side. */
export const spreadsOf = (poems: readonly PoemName[]): { poem: PoemName; lines: [number, number] }[] =>
  poems.flatMap((poem) => [
    { poem, lines: [0, 1] as [number, number] },
    { poem, lines: [2, 3] as [number, number] },
  ]);

/** A page of the book in stage units, and how large and how far apart what is touched must be there. */
export const page = { width: 432, height: 388 };
const least = { size: 92, distance: 20 };

/** Where a thing lies on a page, in stage units. */
export const boxOnPage = ({ x, y, size }: Seen) => ({
  left: ((x - size / 2) / 320) * page.width,
  top: ((y - size * 0.94) / 240) * page.height,
  width: (size / 320) * page.width,
  height: (size / 240) * page.height,
});

const areApart = (one: Seen, other: Seen): boolean => {
  const a = boxOnPage(one);
  const b = boxOnPage(other);
  const across = Math.max(a.left, b.left) - Math.min(a.left + a.width, b.left + b.width);
  const down = Math.max(a.top, b.top) - Math.min(a.top + a.height, b.top + b.height);
  return Math.max(across, down) >= least.distance;
};

/** What of a line can be touched on a page: its hero, and what is large enough and lies clear of it. */
export function touchableOf({ seen, hero }: Line): Seen[] {
  const chosen: Seen[] = [];
  const inTurn = [
    ...seen.filter(({ thing }) => thing === hero),
    ...seen.filter(({ thing }) => thing !== hero),
  ];
  for (const each of inTurn)
    if (boxOnPage(each).width >= least.size && chosen.every((other) => areApart(each, other)))
      chosen.push(each);
  return chosen;
}
