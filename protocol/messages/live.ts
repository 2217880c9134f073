// Owns the live message: what only matters now. QoS 0, never stored.
import { z } from "zod";
import { gameId } from "../game.ts";
import { sessionId } from "../ids.ts";
import { kioskState } from "../records/health.ts";

export const kioskLive = z.object({
  state: kioskState,
  gameId: gameId.nullable(),
  sessionId: sessionId.nullable(),
  /** When the running session ends, UTC ms. */
  endAt: z.number().int().nullable(),
  /** Rests because a teacher said so. */
  paused: z.boolean().default(false),
  /** Place of the game that the teacher chose for this station; null while the children choose. */
  place: z.number().int().min(0).nullable().default(null),
  /** Revision of the lead it follows; 0 for none. */
  leadRevision: z.number().int().min(0).default(0),
  /** Children at this station; null when nobody said. */
  seats: z.number().int().min(1).max(3).nullable().default(null),
});
/** What a station shows now. */
export type KioskLive = z.infer<typeof kioskLive>;

export const live = z.object({
  kiosk: kioskLive.nullable(),
  /** Load right now; null unless somebody watches. */
  load: z.object({ cpuPercent: z.number(), memoryPercent: z.number() }).nullable(),
});
export type Live = z.infer<typeof live>;
