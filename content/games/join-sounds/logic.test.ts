import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { beatsOf, drumWordNames, drumWords } from "./drumWords.ts";
import { levels, type QuizKind } from "./levels.ts";
import {
  fallAlike,
  machineWords,
  type Part,
  planQuestions,
  type Question,
  rimesWith,
  soundAlike,
  tonesWith,
  turnMachine,
} from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, questionKeys, spellKeys, syllableKey } from "./prompts.ts";
import { findSyllable, idOf, machineOnsets, pictured, spell, syllables, toneNames } from "./syllables.ts";

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

describe("the syllables", () => {
  it("are written as Vietnamese writes them, each once", () => {
    expect(spell({ onset: "m", rime: "eo", tone: "huyen" })).toBe("mèo");
    expect(spell({ onset: "r", rime: "ua", tone: "huyen" })).toBe("rùa");
    expect(spell({ onset: "l", rime: "own", tone: "nang" })).toBe("lợn");
    expect(spell({ onset: "dd", rime: "en", tone: "huyen" })).toBe("đèn");
    expect(new Set(syllables.map(spell)).size).toBe(syllables.length);
  });

  it("of the pictures and drummed words have their pictures", () => {
    for (const name of [...syllables.flatMap(({ picture }) => picture ?? []), ...drumWordNames])
      expect(existsSync(join(import.meta.dirname, "pictures", `${name}.svg`)), name).toBe(true);
  });

  it("are counted in drummed words as they are written, one to a space", () => {
    for (const word of drumWordNames) expect(drumWords[word].vi.split(" ")).toHaveLength(beatsOf(word));
  });
});

describe("the questions", () => {
  it("are as many as the level says, and the same for the same seed", () => {
    for (const level of quizzes) {
      expect(planQuestions(level, createRandom(3))).toHaveLength(level.rounds);
      expect(planQuestions(level, createRandom(3))).toEqual(planQuestions(level, createRandom(3)));
    }
  });

  it("never ask the same twice in a run", () => {
    for (const level of quizzes)
      for (const seed of seeds) {
        const asked = planQuestions(level, createRandom(seed)).map((question) =>
          question.kind === "pairs"
            ? question.pairs
                .map(({ stays }) => idOf(stays))
                .sort()
                .join()
            : typeof question.asked === "string"
              ? question.asked
              : idOf(question.asked),
        );
        expect(new Set(asked).size, level.id).toBe(level.rounds);
      }
  });

  it("about beats change their number from one to the next and offer each number once", () => {
    for (const seed of seeds)
      for (const level of quizzes.filter(({ kind }) => kind === "clap" || kind === "beats")) {
        const beats = planQuestions(level, createRandom(seed)).flatMap((question) =>
          question.kind === "clap" || question.kind === "beats" ? [beatsOf(question.asked)] : [],
        );
        beats.slice(1).forEach((each, index) => {
          expect(each).not.toBe(beats[index]);
        });
      }
    for (const { question } of ofKind("beats")) {
      expect(question.choices.map(beatsOf).sort()).toEqual([1, 2, 3]);
      expect(beatsOf(question.asked)).toBe(question.beats);
    }
  });

  it("about a rhyme offer one that rhymes; the others neither nearly rhyme nor begin alike", () => {
    for (const { level, question } of ofKind("rhyme")) {
      const { model, asked, choices } = question;
      expect(new Set(choices).size).toBe(level.amount);
      expect(choices).not.toContain(model);
      expect(asked.rime).toBe(model.rime);
      for (const other of choices.filter((each) => each !== asked)) {
        expect(soundAlike(other.rime, model.rime)).toBe(false);
        expect(other.onset).not.toBe(model.onset);
      }
    }
  });

  it("about pairs have one friend for each, and rimes that are clearly different", () => {
    for (const { level, question } of ofKind("pairs")) {
      expect(question.pairs).toHaveLength(level.amount);
      expect([...question.order].sort()).toEqual(question.pairs.map((_, index) => index));
      for (const [index, { stays, comes }] of question.pairs.entries()) {
        expect(comes.rime).toBe(stays.rime);
        expect(comes).not.toBe(stays);
        for (const other of question.pairs.slice(index + 1))
          expect(soundAlike(other.stays.rime, stays.rime)).toBe(false);
      }
    }
  });

  it("about tones offer the right one once, and none that a small ear takes for another", () => {
    for (const { level, question } of ofKind("tone", "mark")) {
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices).toContain(question.asked.tone);
      for (const [index, one] of question.choices.entries())
        for (const other of question.choices.slice(index + 1)) expect(fallAlike(one, other)).toBe(false);
    }
  });

  it("about building have just one tile for every slot", () => {
    for (const { level, question } of ofKind("build")) {
      expect(question.tiles).toHaveLength(level.amount);
      for (const slot of ["onset", "rime", "tone"] as const) {
        const right = question.tiles.filter((tile) => tile.right && tile.slot === slot);
        expect(right.map(({ value }) => value)).toEqual([question.asked[slot]]);
      }
      for (const tile of question.tiles.filter(({ right }) => !right))
        expect(tile.value).not.toBe(question.asked[tile.slot]);
    }
  });

  it("about blending offer different words, one of them the spelt one", () => {
    for (const { level, question } of ofKind("blend")) {
      expect(new Set(question.choices).size).toBe(level.amount);
      expect(question.choices).toContain(question.asked);
      for (const choice of question.choices) expect(pictured).toContain(choice);
    }
  });

  it("and their answers are among the prompts, never more than a host takes at once", () => {
    for (const level of quizzes)
      for (const question of seeds.flatMap((seed) => planQuestions(level, createRandom(seed)))) {
        for (const key of [...questionKeys(question), ...answerKeys(question)])
          expect(manifest.prompts, key).toHaveProperty(key);
        // One word of praise comes before the answer.
        expect(answerKeys(question).length).toBeLessThan(12);
      }
  });
});

describe("the word machine", () => {
  it("offers only what it can read, and every key leads to a word", () => {
    for (const start of machineWords()) {
      const keys: Part[] = [
        ...machineOnsets.map((value) => ({ slot: "onset" as const, value })),
        ...rimesWith(start.onset).map((value) => ({ slot: "rime" as const, value })),
        ...tonesWith(start.onset, start.rime).map((value) => ({ slot: "tone" as const, value })),
      ];
      for (const key of keys) {
        const { onset, rime, tone } = turnMachine(start, key);
        const word = findSyllable(onset, rime, tone);
        expect(word, `${spell(start)} ${key.value}`).toBeDefined();
        expect(turnMachine(start, key)[key.slot]).toBe(key.value);
        if (word)
          for (const prompt of [...spellKeys(word), syllableKey(word)])
            expect(manifest.prompts).toHaveProperty(prompt);
      }
    }
  });

  it("reads more than thirty words, with every tone", () => {
    expect(machineWords().length).toBeGreaterThan(30);
    expect(new Set(machineWords().map(({ tone }) => tone))).toEqual(new Set(toneNames));
  });
});
