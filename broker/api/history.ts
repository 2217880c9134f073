// Owns the contract of what a device's past looked like: health over any span, from samples, hours or days (ADR 0037).
import { z } from "zod";
import { deviceId } from "../../protocol/ids.ts";
import { kioskState } from "../../protocol/records/health.ts";
import { defineRoutes } from "./route.ts";

const range = z.object({
  mean: z.array(z.number().nullable()),
  min: z.array(z.number().nullable()),
  max: z.array(z.number().nullable()),
});

export const healthHistory = z.object({
  /** What the points are made of: samples are kept for a week, hours for two years, days for ever. */
  from: z.enum(["minute", "hour", "day"]),
  /** Width of one point, ms. */
  stepMs: z.number().int(),
  /** Column arrays of equal length. Where a point begins: corrected time, UTC ms, ascending; a span without samples has no point. */
  at: z.array(z.number()),
  /** Minutes measured in it. */
  minutes: z.array(z.number()),
  cpuPercent: range,
  memoryPercent: range,
  diskFreeMiB: range,
  temperatureC: range,
  /** Sums. */
  receivedKiB: z.array(z.number()),
  sentKiB: z.array(z.number()),
  /** Minutes in each state. */
  kiosk: z.record(kioskState, z.array(z.number())),
});
export type HealthHistory = z.infer<typeof healthHistory>;

export const historyRoutes = defineRoutes({
  deviceHistory: {
    method: "GET",
    path: "/api/devices/:deviceId/history",
    permission: "devices.view",
    summary:
      "Health over any span up to years: mean, least and most, traffic, minutes by kiosk state; at most 400 points",
    params: z.object({ deviceId }),
    query: z.object({ from: z.coerce.number().int(), to: z.coerce.number().int() }),
    reply: healthHistory,
  },
});
