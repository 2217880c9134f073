import { describe, expect, it } from "vitest";
import { createRandom } from "../../sdk/random.ts";
import { levels, type QuizKind } from "./levels.ts";
import { letterSounds, planGarden, planQuestions, type Question } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, questionKeys } from "./prompts.ts";
import { areClearlyDifferent, soundNames, sounds, wordNames, words, wordsOf } from "./words.ts";

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
const soundOf = (word: keyof typeof words) => words[word].sound;

describe("the words", () => {
  it("are four at least for every sound, and spelt with its letter", () => {
    for (const sound of soundNames) {
      expect(wordsOf(sound).length, sound).toBeGreaterThanOrEqual(4);
      for (const word of wordsOf(sound))
        expect(words[word].vi.startsWith(sounds[sound].letter), words[word].vi).toBe(true);
    }
  });

  it("of t do not hide behind th, nor those of c behind ch", () => {
    for (const word of [...wordsOf("t"), ...wordsOf("c")]) expect(words[word].vi[1]).not.toBe("h");
  });

  it("never begin with a sound that the North does not tell from another", () => {
    for (const word of wordNames) expect(words[word].vi).not.toMatch(/^(s|x|tr|d|gi|r)/);
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
          "asked" in question
            ? question.asked
            : question.baskets
                .map(({ sound }) => sound)
                .sort()
                .join(),
        );
        expect(new Set(asked).size, level.id).toBe(level.rounds);
      }
  });

  it("offer the right choice once among as many as the level says", () => {
    for (const { level, question } of ofKind(
      "caller",
      "firstCaller",
      "word",
      "begins",
      "alike",
      "letter",
      "odd",
    )) {
      expect(new Set<string>(question.choices).size, level.id).toBe(level.amount);
      expect(question.choices, level.id).toContain(question.asked);
    }
  });

  it("about who called first have the second caller among the choices too", () => {
    for (const { question } of ofKind("firstCaller")) {
      expect(question.second).not.toBe(question.asked);
      expect(question.choices).toContain(question.second);
    }
  });

  it("about a first sound offer one picture that begins so, and no sound that is mixed up with another", () => {
    for (const { question } of ofKind("begins", "alike")) {
      const sound = question.kind === "begins" ? question.sound : soundOf(question.model);
      expect(question.choices.filter((word) => soundOf(word) === sound)).toEqual([question.asked]);
      if (question.kind === "alike") expect(question.choices).not.toContain(question.model);
      const heard = question.choices.map(soundOf);
      for (const [index, one] of heard.entries())
        for (const other of heard.slice(index + 1)) expect(areClearlyDifferent(one, other)).toBe(true);
    }
  });

  it("about the odd one show one sound in all the others, clearly another than the odd one's", () => {
    for (const { question } of ofKind("odd")) {
      const others = new Set(question.choices.filter((word) => word !== question.asked).map(soundOf));
      expect(others.size).toBe(1);
      for (const sound of others) expect(areClearlyDifferent(sound, soundOf(question.asked))).toBe(true);
    }
  });

  it("about a letter ask only for sounds of one letter", () => {
    for (const { question } of ofKind("letter")) {
      expect(soundOf(question.model)).toBe(question.asked);
      for (const sound of question.choices) expect(sounds[sound].letter).toHaveLength(1);
    }
  });

  it("about baskets bring something to each, and never what a basket already shows", () => {
    for (const { level, question } of ofKind("sort", "letterSort")) {
      const [one, other] = question.baskets.map(({ sound }) => sound);
      expect(one && other && areClearlyDifferent(one, other)).toBe(true);
      expect(new Set(question.sorted).size).toBe(level.amount);
      expect(new Set(question.sorted.map(soundOf))).toEqual(new Set([one, other]));
      for (const { sign } of question.baskets) expect(question.sorted).not.toContain(sign);
      if (question.kind === "letterSort")
        for (const { sound } of question.baskets) expect(letterSounds).toContain(sound);
    }
  });

  it("and their answers are among the prompts of the manifest", () => {
    for (const level of quizzes)
      for (const question of seeds.flatMap((seed) => planQuestions(level, createRandom(seed))))
        for (const key of [...questionKeys(question), ...answerKeys(question)])
          expect(manifest.prompts, key).toHaveProperty(key);
  });
});

it("a garden grows as many different sounds as it has room for, with letters only single ones", () => {
  for (const seed of seeds) {
    expect(new Set(planGarden(6, false, createRandom(seed))).size).toBe(6);
    const letters = planGarden(8, true, createRandom(seed));
    expect(new Set(letters).size).toBe(8);
    for (const sound of letters) expect(sounds[sound].letter).toHaveLength(1);
  }
});
