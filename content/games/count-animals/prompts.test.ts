import { describe, expect, it } from "vitest";
import { gameManifest } from "../../../protocol/game.ts";
import { praiseKeys } from "../../sdk/commonPrompts.ts";
import { createRandom } from "../../sdk/random.ts";
import { type Level, levels } from "./levels.ts";
import { planQuestions } from "./logic.ts";
import { manifest } from "./manifest.ts";
import { answerKeys, questionKeys } from "./prompts.ts";

describe("prompts", () => {
  const { prompts } = manifest;

  it("name every sentence that any question asks or answers with", () => {
    for (const level of levels.filter(
      (candidate): candidate is Level & { mode: "quiz" } => candidate.mode === "quiz",
    )) {
      for (let seed = 0; seed < 60; seed += 1) {
        for (const question of planQuestions(level, createRandom(seed))) {
          const said = [...questionKeys(question), ...answerKeys(question)];
          for (const key of said) expect(prompts, key).toHaveProperty(key);
          // With a word of praise it must still fit into one message.
          expect(said.length + 1).toBeLessThanOrEqual(12);
        }
      }
    }
    for (const key of praiseKeys) expect(prompts).toHaveProperty(key);
  });

  it("count animals with the classifier con, and English ones in the plural", () => {
    expect(prompts["how-many-chicken"]).toEqual({ vi: "Có mấy con gà?", en: "How many chickens are there?" });
    expect(prompts["count-fish-1"]).toEqual({ vi: "một con cá", en: "one fish" });
    expect(prompts["count-butterfly-10"]).toEqual({ vi: "mười con bướm", en: "ten butterflies" });
  });

  it("stand in a manifest that fits the contract", () => {
    expect(gameManifest.safeParse(manifest).error).toBeUndefined();
  });
});
