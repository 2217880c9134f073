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
  /** Only while the locked picture is on the screen; `until` in UTC ms by the hub's clock, null without an end. */
  locked: z.object({ until: z.number().int().nullable() }).optional(),
});
/** What a station shows now. */
export type KioskLive = z.infer<typeof kioskLive>;

const perSecond = z.number().min(0).nullable().default(null);

export const deviceLoad = z.object({
  /** Busy share of all cores over the last two seconds, 0–100. */
  cpuPercent: z.number(),
  /** Used share of physical memory, 0–100. */
  memoryPercent: z.number(),
  // Defaults: agents of version 0.2 tell no more than the two above. Null: this machine does not tell it so often.
  temperatureC: z.number().nullable().default(null),
  /** Over all network interfaces, KiB a second. */
  receivedKiBPerSecond: perSecond,
  sentKiBPerSecond: perSecond,
});
/** How hard a device works at this moment. */
export type DeviceLoad = z.infer<typeof deviceLoad>;

export const live = z.object({
  kiosk: kioskLive.nullable(),
  /** Load right now; null unless somebody watches. */
  load: deviceLoad.nullable(),
});
export type Live = z.infer<typeof live>;
