// Owns reading what happened on a device: health averaged for a chart, and its events.
import { type Kysely, sql } from "kysely";
import type { DeviceId } from "../../protocol/ids.ts";
import type { DeviceEvent, HealthSeries } from "../api/devices.ts";
import { samplesKeptMs } from "../history/prune.ts";
import type { Device } from "../hubServices.ts";
import { hourMs } from "../ingest/healthSums.ts";
import { longestHealthRunMs, type Tables } from "../store/schema.ts";

export type DeviceHistory = {
  /** [from, to) in UTC ms, corrected time. */
  health(device: DeviceId, from: number, to: number): Promise<HealthSeries>;
  /**
   * Newest first; `before` is a corrected time, exclusive. A page may be longer than `limit`: events of its last
   * millisecond all stand on it, for the next page begins before them.
   */
  events(device: Device, before: number | undefined, limit: number): Promise<DeviceEvent[]>;
};

/** Of one millisecond; only a device whose clock stands still has more. */
const mostAtOnce = 1000;
const mostPoints = 600;
/** Devices measure once a minute. */
const leastStepMs = 60_000;

export function makeDeviceHistory(query: Kysely<Tables>): DeviceHistory {
  /** The newest in [from, before). */
  async function between(
    device: Device,
    from: number,
    before: number,
    limit: number,
  ): Promise<DeviceEvent[]> {
    const rows = await query
      .selectFrom("record")
      .where("deviceId", "=", device.id)
      .where("correctedAt", ">=", from)
      .where("correctedAt", "<", before)
      .orderBy("correctedAt", "desc")
      .limit(limit)
      .select(["type", "correctedAt", "body"])
      .execute();
    const refused = await query
      .selectFrom("audit")
      .where("action", "=", "device.topicRefused")
      .where("at", ">=", from)
      .where("at", "<", before)
      // The audit names people's things, not ids; its detail carries the device for this page.
      .where("detail", "like", `%"deviceId":"${device.id}"%`)
      .orderBy("at", "desc")
      .limit(limit)
      .select(["at", "detail"])
      .execute();
    const moves = await query
      .selectFrom("presence")
      .where("deviceId", "=", device.id)
      // What the index can find; the time itself then decides.
      .where("minute", ">=", Math.floor(from / 60_000))
      .where("minute", "<=", Math.floor(before / 60_000))
      .where("at", ">=", from)
      .where("at", "<", before)
      .orderBy("minute", "desc")
      .limit(limit)
      .select(["state", "at"])
      .execute();
    const replaced = await query
      .selectFrom("audit")
      .where("action", "=", "device.replace")
      .where("at", ">=", from)
      .where("at", "<", before)
      .where("detail", "like", `%"deviceId":"${device.id}"%`)
      .orderBy("at", "desc")
      .limit(limit)
      .select(["at", "detail"])
      .execute();
    const events = [
      ...moves.map(({ state, at }) => ({ type: state, at, body: null })),
      ...rows.map(({ type, correctedAt, body }) => ({ type, at: correctedAt, body: parsed(body) })),
      ...replaced.map(({ at, detail }) => ({ type: "replaced", at, body: parsed(detail) })),
      ...refused.map(({ at, detail }) => ({ type: "refusedTopic", at, body: parsed(detail) })),
      ...(device.enrolledAt >= from && device.enrolledAt < before
        ? [{ type: "enrolled", at: device.enrolledAt, body: { via: device.via } }]
        : []),
    ];
    return events.sort((a, b) => b.at - a.at).slice(0, limit);
  }

  async function byHours(device: DeviceId, from: number, to: number): Promise<HealthSeries> {
    const stepHours = Math.max(1, Math.ceil((to - from) / hourMs / mostPoints));
    const mean = (name: string, scale: number) =>
      sql<
        number | null
      >`sum(${sql.ref(`${name}Sum`)}) * 1.0 / ${sql.lit(scale)} / nullif(sum(${sql.ref(`${name}Count`)}), 0)`;
    const first = Math.floor(from / hourMs);
    const rows = await query
      .selectFrom("healthHour")
      .where("deviceId", "=", device)
      .where("hour", ">=", first)
      .where("hour", "<", Math.ceil(to / hourMs))
      .select([
        sql<number>`(hour - (hour - ${sql.lit(first)}) % ${sql.lit(stepHours)}) * ${sql.lit(hourMs)}`.as(
          "pointAt",
        ),
        mean("cpu", 10).as("cpuPercent"),
        mean("memory", 10).as("memoryPercent"),
        mean("disk", 1).as("diskFreeMiB"),
        mean("temperature", 10).as("temperatureC"),
      ])
      .groupBy("pointAt")
      .orderBy("pointAt")
      .execute();
    return seriesOf(stepHours * hourMs, rows);
  }

  return {
    async health(device, from, to) {
      // Samples are gone after a week.
      if (to - from > samplesKeptMs) return byHours(device, from, to);
      const stepMs = Math.max(leastStepMs, Math.ceil((to - from) / mostPoints));
      // Counted from `from`, so that the points never outnumber the span's steps.
      const rows = await query
        .selectFrom("health")
        .where("deviceId", "=", device)
        // What the index can find; the samples' own times then decide.
        .where("runFromAt", ">=", from - longestHealthRunMs)
        .where("runFromAt", "<", to)
        .where("correctedAt", ">=", from)
        .where("correctedAt", "<", to)
        .select(({ fn }) => [
          sql<number>`"correctedAt" - ("correctedAt" - ${from}) % ${stepMs}`.as("pointAt"),
          fn.avg<number | null>("cpuPercent").as("cpuPercent"),
          fn.avg<number | null>("memoryPercent").as("memoryPercent"),
          fn.avg<number | null>("diskFreeMiB").as("diskFreeMiB"),
          fn.avg<number | null>("temperatureC").as("temperatureC"),
        ])
        .groupBy("pointAt")
        .orderBy("pointAt")
        .execute();
      return rows.length === 0 ? byHours(device, from, to) : seriesOf(stepMs, rows);
    },

    async events(device, before = Number.MAX_SAFE_INTEGER, limit) {
      const page = await between(device, Number.MIN_SAFE_INTEGER, before, limit);
      const last = page[limit - 1];
      if (last === undefined) return page;
      const together = await between(device, last.at, last.at + 1, mostAtOnce);
      return [...page.filter(({ at }) => at > last.at), ...together];
    },
  };
}

type Point = { readonly pointAt: number } & Record<
  "cpuPercent" | "memoryPercent" | "diskFreeMiB" | "temperatureC",
  number | null
>;

const seriesOf = (stepMs: number, rows: readonly Point[]): HealthSeries => ({
  stepMs,
  at: rows.map(({ pointAt }) => Number(pointAt)),
  cpuPercent: rows.map(({ cpuPercent }) => rounded(cpuPercent)),
  memoryPercent: rows.map(({ memoryPercent }) => rounded(memoryPercent)),
  diskFreeMiB: rows.map(({ diskFreeMiB }) => rounded(diskFreeMiB)),
  temperatureC: rows.map(({ temperatureC }) => rounded(temperatureC)),
});

const rounded = (value: number | null) => (value === null ? null : Math.round(Number(value) * 10) / 10);

const parsed = (json: string): unknown => JSON.parse(json);
