import { expect, test } from "vitest";
import type { Difficulty } from "../api/games.ts";
import { nothingNext, type Step, whatNext } from "./whatNext.ts";

const quiz = (level: string, ageBand: Step["ageBand"], difficulty: Difficulty | null = null): Step => ({
  level,
  ageBand,
  mode: "quiz",
  difficulty,
});
const free = (level: string, ageBand: Step["ageBand"]): Step => ({
  level,
  ageBand,
  mode: "explore",
  difficulty: null,
});
const after = (level: string, steps: readonly Step[]) =>
  whatNext(steps.find((step) => step.level === level && step.mode === "quiz") as Step, steps);

test("after a level that is too hard come its age's free play and the level before", () => {
  const steps = [
    free("yard", "3-4"),
    quiz("touch", "3-4"),
    free("pond", "4-5"),
    quiz("a", "4-5"),
    quiz("b", "4-5", "hard"),
  ];
  expect(after("b", steps)).toEqual({ explore: "pond", before: "a", after: null });
});

test("a level that can be explored itself is explored first", () => {
  const steps = [free("pond", "4-5"), free("b", "4-5"), quiz("b", "4-5", "hard")];
  expect(after("b", steps).explore).toBe("b");
});

test("nobody is sent back to a level that is too hard as well, but to the last bearable one of the younger", () => {
  const steps = [
    quiz("touch", "3-4", "easy"),
    quiz("find", "3-4", "fits"),
    quiz("one-more", "3-4", "hard"),
    quiz("a", "4-5", "hard"),
    quiz("b", "4-5", "hard"),
  ];
  expect(after("b", steps).before).toBe("find");
});

test("the youngest children's first level has nothing before it", () => {
  expect(after("touch", [quiz("touch", "3-4", "hard")])).toEqual(nothingNext);
});

test("after an easy level comes the next one of its age that is not easy, and never one of another age", () => {
  const steps = [quiz("a", "4-5", "easy"), quiz("b", "4-5", "easy"), quiz("c", "4-5"), quiz("d", "5-6")];
  expect(after("a", steps).after).toBe("c");
  expect(after("a", [quiz("a", "4-5", "easy"), quiz("d", "5-6")]).after).toBeNull();
});

test("a level that fits, or of which too little is known, needs nothing else", () => {
  const steps = [free("pond", "4-5"), quiz("a", "4-5", "fits"), quiz("b", "4-5")];
  expect([after("a", steps), after("b", steps)]).toEqual([nothingNext, nothingNext]);
});
