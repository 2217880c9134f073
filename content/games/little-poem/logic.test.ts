import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizKind } from "./levels.ts";
import { beatsOf, boxOnPage, page, planQuestions, type Question, spreadsOf, touchableOf } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { lineAt, linesOf, poemNames, poems, rhymes } from "./poems.ts";
import { answerKeys, questionKeys } from "./prompts.ts";
import { thingNames, things } from "./things.ts";

const quizzes = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const ofKind = <Kind extends QuizKind>(...kinds: Kind[]) =>
  quizzes
    .filter((level) => kinds.some((kind) => kind === level.kind))
    .flatMap((level) =>
      seeds.flatMap((seed) =>
        planQuestions(level, createRandom(seed)).map((question) => ({
          level,
          question: question as Extract<Question, { kind: Kind }>, // a level asks only its own kind
        })),
      ),
    );
const allLines = poemNames.flatMap((poem) => linesOf(poem).map((line, index) => ({ poem, index, line })));

describe("the poems", () => {
  it("have four lines of four syllables, or of five", () => {
    for (const poem of poemNames) {
      const beats = [0, 1, 2, 3].map((line) => beatsOf({ poem, line }));
      expect(new Set(beats).size, poem).toBe(1);
      expect([4, 5]).toContain(beats[0]);
    }
  });

  it("rhyme in pairs: the vowel and end of the last syllables are the same, and both level or both oblique", () => {
    const bare = (text: string) => text.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "");
    const rimeOf = (text: string) =>
      bare(text.split(" ").at(-1) ?? "")
        .normalize("NFC")
        .replace(/^(ngh|nh|ng|th|tr|ch|kh|gh|ph|gi|qu|[bcdđghklmnprstvx])/, "");
    const isLevel = (text: string) =>
      !/[\u0301\u0303\u0309\u0323]/.test((text.split(" ").at(-1) ?? "").normalize("NFD"));
    for (const poem of poemNames) {
      const said = linesOf(poem).map(({ vi }) => vi);
      for (const [one, other] of [
        [said[0], said[1]],
        [said[2], said[3]],
      ]) {
        expect(rimeOf(one ?? ""), `${one} / ${other}`).toBe(rimeOf(other ?? "-"));
        expect(isLevel(one ?? ""), `${one} / ${other}`).toBe(isLevel(other ?? ""));
      }
    }
  });

  it("show the hero of each line, inside the picture", () => {
    for (const { line } of allLines) {
      expect(line.seen.map(({ thing }) => thing)).toContain(line.hero);
      for (const seen of line.seen) {
        const { left, top, width, height } = boxOnPage(seen);
        expect(left, line.vi).toBeGreaterThanOrEqual(0);
        expect(top, line.vi).toBeGreaterThanOrEqual(0);
        expect(left + width, line.vi).toBeLessThanOrEqual(page.width);
        expect(top + height, line.vi).toBeLessThanOrEqual(page.height);
      }
    }
  });

  it("have a picture of every thing", () => {
    for (const name of thingNames)
      expect(existsSync(join(import.meta.dirname, "pictures", `${name}.svg`)), name).toBe(true);
  });

  it("end the lines of the rhymes with the thing that is asked for", () => {
    for (const { poem, line, thing, vi } of rhymes) {
      const { vi: said, endsWith } = lineAt(poem, line);
      expect(endsWith).toBe(thing);
      const last = said.split(" ").at(-1) ?? "";
      expect(things[thing].vi.split(" ").at(-1), `${vi} / ${said}`).toBe(last);
      const partner = lineAt(poem, line % 2 === 0 ? line + 1 : line - 1).vi;
      expect(partner.endsWith(vi), `${partner} / ${vi}`).toBe(true);
    }
  });

  it("can be touched in a book: at least the hero, nothing too near to something else", () => {
    for (const { line } of allLines) {
      const touchable = touchableOf(line);
      expect(touchable[0]?.thing, line.vi).toBe(line.hero);
      for (const each of touchable) expect(boxOnPage(each).width).toBeGreaterThanOrEqual(88);
    }
  });
});

describe("the questions", () => {
  it("are as many as the level says, and the same for the same seed", () => {
    for (const level of quizzes) {
      expect(planQuestions(level, createRandom(3))).toHaveLength(level.rounds);
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
    }
  });

  it("of one run are all different", () => {
    for (const level of quizzes)
      for (const seed of seeds) {
        const asked = planQuestions(level, createRandom(seed)).map((question) =>
          question.kind === "order" ? question.poem : JSON.stringify(question.asked),
        );
        expect(new Set(asked).size, level.id).toBe(level.rounds);
      }
  });

  it("about a line offer it once among others of its poem; never the line it follows", () => {
    for (const { level, question } of ofKind("heard", "next")) {
      const { asked, choices } = question;
      expect(new Set(choices.map(({ line }) => line)).size).toBe(level.amount);
      expect(choices.filter(({ line }) => line === asked.line)).toHaveLength(1);
      for (const { poem } of choices) expect(poem).toBe(asked.poem);
      expect(level.poems).toContain(asked.poem);
      if (question.kind === "next") {
        expect(asked.line).toBe(question.after.line + 1);
        expect(choices.map(({ line }) => line)).not.toContain(question.after.line);
      }
    }
  });

  it("about the beat have a lantern for every syllable", () => {
    for (const { question } of ofKind("beat")) expect(question.beats).toBe(beatsOf(question.asked));
  });

  it("about the order never lie in it already", () => {
    for (const { level, question } of ofKind("order")) {
      expect(question.lines).toHaveLength(level.amount);
      expect([...question.mixed].sort()).toEqual(question.lines);
      expect(question.mixed).not.toEqual(question.lines);
    }
  });

  it("about words offer one that rhymes, and no two that rhyme with each other", () => {
    for (const { level, question } of ofKind("missing", "rhyme")) {
      expect(question.choices).toContain(question.asked);
      expect(new Set(question.choices.map((thing) => things[thing].rime)).size).toBe(level.amount);
    }
  });

  it("and their answers are among the prompts of the manifest", () => {
    for (const level of quizzes)
      for (const question of seeds.flatMap((seed) => planQuestions(level, createRandom(seed))))
        for (const key of [...questionKeys(question), ...answerKeys(question)])
          expect(manifest.prompts, key).toHaveProperty(key);
  });
});

it("a book has two spreads for each poem, with all its lines in order", () => {
  const spreads = spreadsOf(["moon", "granny"]);
  expect(spreads.map(({ poem }) => poem)).toEqual(["moon", "moon", "granny", "granny"]);
  expect(spreads.slice(0, 2).flatMap(({ lines }) => lines)).toEqual([0, 1, 2, 3]);
  expect(Object.keys(poems)).toContain(spreads[0]?.poem);
});
