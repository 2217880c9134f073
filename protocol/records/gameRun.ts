// Owns the game run: one game played at one station. It names a station and a class, never a child (ADR 0009).
// It carries sums, not a trace of every answer (ADR 0028).
import { z } from "zod";
import { ageBand, gameId, gameMode, roundsPlayed } from "../game.ts";
import { classId, sessionId } from "../ids.ts";
import { versioned } from "../versioned.ts";

const v1 = roundsPlayed.extend({
  sessionId: sessionId.nullable(),
  classId: classId.nullable(),
  gameId,
  gameVersion: z.string(),
  level: z.string(),
  mode: gameMode,
  durationMs: z.number().int().min(0),
  /** How it ended: by itself, by the child leaving, by the lesson's end, or closed by the host for a fault. */
  ended: z.enum(["finished", "left", "lessonEnded", "faulted"]),
});

const v2 = v1.extend({
  /** `replaced`: the teacher, or a lesson that was changed, put another game in its place. It counted as `left` before. */
  ended: z.enum(["finished", "left", "replaced", "lessonEnded", "faulted"]),
  // Defaults: a kiosk's spool may hold records from before its update, and those carry no version.
  /** The class's age when it played: a class is older next year. Null from older kiosks. */
  ageBand: ageBand.nullable().default(null),
  /** Rounds whose way had to be shown, the third hint. Null when the game told of no single round. */
  shownHow: z.number().int().min(0).nullable().default(null),
  /** Time between question and answer over all finished rounds, ms. Null when the game told of no single round. */
  roundsMs: z.number().int().min(0).nullable().default(null),
});
export type GameRun = z.infer<typeof v2>;
export const gameRun = versioned("gameRun", [
  { schema: v1 },
  {
    schema: v2,
    upgrade: (before: z.infer<typeof v1>) => ({ ...before, ageBand: null, shownHow: null, roundsMs: null }),
  },
]);
