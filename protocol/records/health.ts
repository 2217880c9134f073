// Owns the health sample: what a device measures of itself every minute.
import { z } from "zod";
import { versioned } from "../versioned.ts";

export const kioskState = z.enum([
  "off",
  "starting",
  "waiting",
  "menu",
  "game",
  "break",
  "warning",
  "goodbye",
  "panel",
  "stuck",
]);
export type KioskState = z.infer<typeof kioskState>;

const v1 = z.object({
  /** Busy share of all cores since the sample before, 0–100. */
  cpuPercent: z.number().min(0).max(100),
  /** Used share of physical memory without caches, 0–100. */
  memoryPercent: z.number().min(0).max(100),
  /** Free space of the data disk, MiB. */
  diskFreeMiB: z.number().int().min(0).nullable(),
  /** Hottest sensor, °C; null where none is readable. */
  temperatureC: z.number().min(-60).max(200).nullable(),
  /** Received over all network interfaces since the sample before, KiB. */
  receivedKiB: z.number().int().min(0).nullable(),
  /** Sent over all network interfaces since the sample before, KiB. */
  sentKiB: z.number().int().min(0).nullable(),
  /** What the kiosk showed; `off` when it is not connected to the agent. */
  kiosk: kioskState,
});
/** Uptime is the record's `mono`. */
export type Health = z.infer<typeof v1>;
export const health = versioned("health", [{ schema: v1 }]);
