// Owns what to try after a level that is too hard or easy for its children. Pure.
import { type AgeBand, ageBand as ageBands, type GameMode } from "../../protocol/game.ts";
import type { Difficulty, LevelReport } from "../api/games.ts";

/** A level in one of its modes, in the game's own order: from first to last, as its makers think children grow. */
export type Step = {
  readonly level: string;
  readonly ageBand: AgeBand;
  readonly mode: GameMode;
  readonly difficulty: Difficulty | null;
};

export const nothingNext: LevelReport["next"] = { explore: null, before: null, after: null };

export function whatNext(step: Step, steps: readonly Step[]): LevelReport["next"] {
  const sameAge = (other: Step) => other.ageBand === step.ageBand;
  const asks = steps.filter(({ mode }) => mode === "quiz");
  const place = asks.findIndex(({ level }) => level === step.level);
  if (step.difficulty === "hard") {
    const free = steps.filter(({ mode }) => mode === "explore").filter(sameAge);
    const younger = ageBands.options[ageBands.options.indexOf(step.ageBand) - 1];
    const bearable = (other: Step) => other.difficulty !== "hard";
    const before =
      asks.slice(0, place).filter(sameAge).findLast(bearable) ??
      asks.filter((other) => other.ageBand === younger).findLast(bearable);
    return {
      // Its own free play before that of another level.
      explore: (free.find(({ level }) => level === step.level) ?? free[0])?.level ?? null,
      before: before?.level ?? null,
      after: null,
    };
  }
  if (step.difficulty !== "easy") return nothingNext;
  const after = asks
    .slice(place + 1)
    .filter(sameAge)
    .find(({ difficulty }) => difficulty !== "easy");
  return { ...nothingNext, after: after?.level ?? null };
}
