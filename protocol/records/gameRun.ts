// Owns the game run: one game played at one station. It names a station and a class, never a child (ADR 0009).
import { z } from "zod";
import { gameId, gameMode, roundsPlayed } from "../game.ts";
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
export type GameRun = z.infer<typeof v1>;
export const gameRun = versioned("gameRun", [{ schema: v1 }]);
