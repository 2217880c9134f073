// Owns the bounds of what a device may say of its clocks: a lie must not lead to an instant that no calendar holds.
import { z } from "zod";

/** The last instant that a Date can hold, UTC ms. */
const endOfCalendar = 8.64e15;
/** Three centuries, ms. */
export const longestUptimeMs = 1e13;

export const isWallTime = (at: number) => at >= 0 && at <= endOfCalendar;
export const isUptime = (mono: number) => mono >= 0 && mono <= longestUptimeMs;

/** Wall time of a record, UTC ms. */
export const wallTime = z.number().int().min(0).max(endOfCalendar);
/** Wall time as a clock reads it that may stand before 1970, UTC ms. */
export const clockTime = z.number().int().min(-endOfCalendar).max(endOfCalendar);
/** Time since the operating system started, ms. */
export const uptime = z.number().min(0).max(longestUptimeMs);
