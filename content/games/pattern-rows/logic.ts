// Owns the rules: rows that follow a pattern, what is asked of them, and what a pattern is. Pure; the same seed gives the same questions.
import type { Random } from "../../sdk/random.ts";
import { type Family, type ItemName, itemsOf } from "./items.ts";
import type { QuizLevel, Unit } from "./levels.ts";

export type Question =
  | {
      kind: "next" | "middle" | "music" | "moves";
      row: ItemName[];
      /** Which place of the row is empty. */
      hole: number;
      choices: ItemName[];
    }
  | { kind: "mend"; row: ItemName[]; wrongAt: number; wrong: ItemName }
  | {
      kind: "string" | "copy";
      /** The row to be made; its first `given` are there. */
      row: ItemName[];
      given: number;
      /** The same pattern of other things; empty for `string`. */
      model: ItemName[];
      offered: ItemName[];
    }
  | { kind: "grow"; item: ItemName; heights: number[]; answer: number; choices: number[] };

/** The unit over and over, `length` things long. */
export const repeatUnit = <Item>(unit: readonly Item[], length: number): Item[] =>
  Array.from({ length }, (_, index) => unit[index % unit.length] as Item); // the index lies within the unit

/** The shortest piece that makes the whole row when it is repeated; the row itself when nothing shorter does. */
export function unitOf<Item>(row: readonly Item[]): Item[] {
  for (let length = 1; length < row.length; length += 1)
    if (row.every((item, index) => item === row[index % length])) return row.slice(0, length);
  return [...row];
}

/** A row that children may be proud of: something that alternates, at least twice through. */
export function isPattern<Item>(row: readonly Item[]): boolean {
  const unit = unitOf(row);
  return unit.length >= 2 && row.length >= unit.length * 2;
}

/** The questions of one run; never the same row twice in a row. */
export function planQuestions(level: QuizLevel, random: Random): Question[] {
  const questions: Question[] = [];
  while (questions.length < level.rounds) {
    const question = makeQuestion(level, questions.length, random);
    if (JSON.stringify(shownOf(question)) !== JSON.stringify(shownOf(questions.at(-1))))
      questions.push(question);
  }
  return questions;
}

/** What of a question a child would recognise. */
export const shownOf = (question: Question | undefined): unknown =>
  question && (question.kind === "grow" ? question.heights : question.row);

function makeQuestion(level: QuizLevel, round: number, random: Random): Question {
  if (level.kind === "grow") return planGrowing(level, round, random);
  const letters = level.units[Math.floor((round * level.units.length) / level.rounds)] ?? [0, 1];
  const family = level.families[round % level.families.length] ?? "lanterns";
  const different = new Set(letters).size;
  const items = random.shuffle(itemsOf(fits(family, different) ? family : "lanterns"));
  const unit = letters.flatMap((letter) => items[letter] ?? []);
  switch (level.kind) {
    case "next":
    case "music":
    case "moves": {
      // Twice through, and then anywhere in the third time.
      const more = random.integer(0, Math.min(unit.length - 1, 8 - unit.length * 2));
      const row = repeatUnit(unit, unit.length * 2 + more + 1);
      return offer(level.kind, row, row.length - 1, items, level.choices, random);
    }
    case "middle": {
      const row = repeatUnit(unit, unit.length * 3);
      return offer(
        "middle",
        row,
        unit.length + random.integer(0, unit.length - 1),
        items,
        level.choices,
        random,
      );
    }
    case "mend": {
      const row = repeatUnit(unit, unit.length * 3);
      // Not the first: a row is read from its beginning.
      const wrongAt = random.integer(1, row.length - 1);
      const wrong = random.pick([...new Set(unit)].filter((item) => item !== row[wrongAt]));
      return { kind: "mend", row, wrongAt, wrong };
    }
    case "string": {
      const given = unit.length * 2;
      const row = repeatUnit(unit, given + unit.length + (round > 1 ? 1 : 0));
      return fill("string", row, given, [], items, random);
    }
    case "copy": {
      const row = repeatUnit(unit, unit.length > 2 ? 6 : 5);
      const others = level.families.filter((other) => other !== family && fits(other, different));
      const modelItems = random.shuffle(itemsOf(random.pick(others)));
      const model = repeatUnit(
        letters.flatMap((letter) => modelItems[letter] ?? []),
        row.length,
      );
      return fill("copy", row, unit.length, model, items, random);
    }
  }
}

const fits = (family: Family, different: number) => itemsOf(family).length >= different;

function offer(
  kind: "next" | "middle" | "music" | "moves",
  row: ItemName[],
  hole: number,
  items: readonly ItemName[],
  amount: number,
  random: Random,
): Question {
  const used = [...new Set(row)];
  const lures = items.filter((item) => !used.includes(item));
  return {
    kind,
    row,
    hole,
    choices: random.shuffle([...used, ...lures].slice(0, Math.max(amount, used.length))),
  };
}

/** The things that are missing, and one that belongs nowhere. */
function fill(
  kind: "string" | "copy",
  row: ItemName[],
  given: number,
  model: ItemName[],
  items: readonly ItemName[],
  random: Random,
): Question {
  const stranger = random.pick(items.filter((item) => !row.includes(item)));
  const needed = row.slice(given);
  return { kind, row, given, model, offered: random.shuffle([...needed, stranger]) };
}

/** Rows that rise or fall by the same step: 1 2 3 ?, later by two, or downwards. */
function planGrowing(level: QuizLevel, round: number, random: Random): Question {
  const step = round < 2 ? 1 : round < 4 ? -1 : 2;
  const length = step === 2 ? 3 : 4;
  const least = 1;
  const most = 6;
  const reach = (length - 1) * step;
  const start = step > 0 ? random.integer(least, most - reach) : random.integer(least - reach, most);
  const heights = Array.from({ length }, (_, index) => start + index * step);
  const answer = heights.at(-1) ?? least;
  const before = heights.at(-2) ?? least;
  const near = [answer + 1, answer - 1, before, answer + 2, answer - 2].filter(
    (height) => height >= least && height <= most && height !== answer,
  );
  const lures = [...new Set(near)].slice(0, level.choices - 1);
  return {
    kind: "grow",
    item: random.pick(itemsOf("colours")),
    heights,
    answer,
    choices: random.shuffle([answer, ...lures]),
  };
}

export type { Unit };
