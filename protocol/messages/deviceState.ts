// Owns the device state: birth, last will, clean stop.
import { z } from "zod";
import { bootId } from "../ids.ts";
import { clockTime, uptime } from "../stamp.ts";

/** A version above this is a lie: the hub counts up by one with each change. */
export const highestVersion = 1_000_000_000;
const heldVersion = z.number().int().min(0).max(highestVersion);

/** Versions of the desired documents a device holds; 0 when it has none. */
export const heldVersions = z.object({
  plan: heldVersion,
  config: heldVersion,
  content: heldVersion,
});
export type HeldVersions = z.infer<typeof heldVersions>;

export const deviceState = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("online"),
    /** Boot of the machine plus the agent's own run, so that an old run's will is told apart. */
    boot: bootId,
    run: z.number().int().min(0),
    agent: z.string(),
    /** Version of the connected kiosk; null while none is. */
    kiosk: z.string().nullable(),
    have: heldVersions,
    clock: z.object({
      /** Wall time, UTC ms. */
      at: clockTime,
      /** Uptime, ms. */
      mono: uptime,
      /** What the device itself thinks of its clock (ADR 0006). */
      trusted: z.boolean(),
    }),
  }),
  z.object({ state: z.literal("lost"), boot: bootId, run: z.number().int().min(0) }),
  z.object({ state: z.literal("stopped"), boot: bootId, run: z.number().int().min(0) }),
]);
export type DeviceState = z.infer<typeof deviceState>;
