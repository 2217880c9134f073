// Owns a device's health over any span, from what is kept of it: samples of the last week, hours of two years, days before that.
import { type Kysely, sql } from "kysely";
import type { DeviceId } from "../../protocol/ids.ts";
import { type KioskState, kioskState } from "../../protocol/records/health.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { HealthHistory } from "../api/history.ts";
import { hourMs } from "../ingest/healthSums.ts";
import { longestHealthRunMs, type Tables } from "../store/schema.ts";
import { hoursKeptMs, samplesKeptMs } from "./prune.ts";

export type HealthHistoryDeps = {
  readonly query: Kysely<Tables>;
  readonly clock: { now(): number };
  readonly school: { readonly zone: string };
};

const minuteMs = 60_000;
const dayMs = 24 * hourMs;
export const mostPoints = 400;
/** Up to here a chart is made of samples; beyond, of hours. */
const samplesSpanMs = 2 * dayMs;
/** Steps that a person can read off an axis. */
const niceSteps = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 4, 6, 12].map((hours) => hours * hourMs),
];

type Row = {
  pointAt: number;
  samples: number;
  receivedKiB: number;
  sentKiB: number;
} & Record<`${Name}${"Count" | "Sum"}`, number> &
  Record<`${Name}${"Min" | "Max"}`, number | null> &
  Record<KioskState, number>;
type Name = "cpu" | "memory" | "disk" | "temperature";
const names: readonly Name[] = ["cpu", "memory", "disk", "temperature"];
const states = kioskState.options;

export type HealthHistoryReader = ReturnType<typeof makeHealthHistory>;

export function makeHealthHistory({ query, clock, school }: HealthHistoryDeps) {
  return {
    /** [from, to) in UTC ms, corrected time. At most `mostPoints` points, at steps of the school's day. */
    async of(device: DeviceId, from: number, to: number): Promise<HealthHistory> {
      const kept = clock.now() - samplesKeptMs;
      if (to <= from) return shown("minute", minuteMs, []);
      const offset = offsetAt(to, school.zone);
      if (to - from <= samplesSpanMs && from >= kept) {
        const stepMs = stepFor(to - from, minuteMs);
        return shown("minute", stepMs, await ofSamples(device, from, to, stepMs, offset));
      }
      const hours = stepFor(to - from, hourMs);
      if (hours < dayMs && from >= clock.now() - hoursKeptMs)
        return shown("hour", hours, await ofHours(device, from, to, hours, offset));
      const days = stepFor(to - from, dayMs);
      return shown("day", days, await ofDays(device, from, to, days, offset));
    },
  };

  function ofSamples(device: DeviceId, from: number, to: number, stepMs: number, offset: number) {
    const value = {
      cpu: sql.raw(`round("cpuPercent" * 10)`),
      memory: sql.raw(`round("memoryPercent" * 10)`),
      disk: sql.raw(`"diskFreeMiB"`),
      temperature: sql.raw(`round("temperatureC" * 10)`),
    };
    return rowsOf(sql`
      SELECT ${pointAt(sql.raw(`"correctedAt"`), stepMs, offset)} AS "pointAt", count(*) AS samples,
        ${sql.join(
          names.map(
            (
              name,
            ) => sql`count(${value[name]}) AS ${sql.ref(`${name}Count`)}, sum(${value[name]}) AS ${sql.ref(`${name}Sum`)},
              min(${value[name]}) AS ${sql.ref(`${name}Min`)}, max(${value[name]}) AS ${sql.ref(`${name}Max`)}`,
          ),
        )},
        sum("receivedKiB") AS "receivedKiB", sum("sentKiB") AS "sentKiB",
        ${sql.join(states.map((state) => sql`sum(CASE WHEN kiosk = ${sql.lit(state)} THEN 1 ELSE 0 END) AS ${sql.ref(state)}`))}
      FROM health
      WHERE "deviceId" = ${device}
        AND "runFromAt" >= ${from - longestHealthRunMs} AND "runFromAt" < ${to}
        AND "correctedAt" >= ${from} AND "correctedAt" < ${to}
      GROUP BY 1 ORDER BY 1`);
  }

  function ofHours(device: DeviceId, from: number, to: number, stepMs: number, offset: number) {
    return rowsOf(sql`
      SELECT ${pointAt(sql`hour * ${sql.lit(hourMs)}`, stepMs, offset)} AS "pointAt", ${sums}
      FROM "healthHour"
      WHERE "deviceId" = ${device} AND hour >= ${Math.floor(from / hourMs)} AND hour < ${Math.ceil(to / hourMs)}
      GROUP BY 1 ORDER BY 1`);
  }

  async function ofDays(device: DeviceId, from: number, to: number, stepMs: number, offset: number) {
    const dateOf = (at: number) => localTimeOf(at, school.zone).date;
    const rows = await rowsOf(sql`
      SELECT *, 0 AS "pointAt"
      FROM "healthDay" WHERE "deviceId" = ${device} AND date >= ${dateOf(from)} AND date <= ${dateOf(to - 1)}
      ORDER BY date`);
    const step = (at: number) => Math.floor((at + offset) / stepMs) * stepMs - offset;
    return joined(
      rows.map((row) => ({
        ...row,
        pointAt: step(Date.parse(`${(row as Row & { date: string }).date}T12:00:00Z`) - offset),
      })),
    );
  }

  async function rowsOf(text: ReturnType<typeof sql>): Promise<Row[]> {
    // The columns are written out above, one for each name of Row.
    return (await text.execute(query)).rows as Row[];
  }
}

const sums = sql.raw(
  [
    "sum(samples) AS samples",
    ...names.flatMap((name) => [
      `sum("${name}Count") AS "${name}Count", sum("${name}Sum") AS "${name}Sum"`,
      `min("${name}Min") AS "${name}Min", max("${name}Max") AS "${name}Max"`,
    ]),
    `sum("receivedKiB") AS "receivedKiB", sum("sentKiB") AS "sentKiB"`,
    ...states.map((state) => `sum("${state}") AS "${state}"`),
  ].join(", "),
);

/** Steps begin at the school's midnight. Numbers are written out: a bound one would be divided as a fraction. */
const pointAt = (at: ReturnType<typeof sql>, stepMs: number, offset: number) =>
  sql`(${at} + ${sql.lit(offset)}) / ${sql.lit(stepMs)} * ${sql.lit(stepMs)} - ${sql.lit(offset)}`;

function stepFor(spanMs: number, leastMs: number): number {
  // One more, since a span seldom begins where a step does.
  const fits = (stepMs: number) => stepMs >= leastMs && spanMs / stepMs + 1 <= mostPoints;
  return niceSteps.find(fits) ?? Math.max(1, Math.ceil(spanMs / dayMs / (mostPoints - 1))) * dayMs;
}

const offsetAt = (at: number, zone: string): number => {
  const { date, minute } = localTimeOf(at, zone);
  return Math.round((Date.parse(`${date}T00:00:00Z`) + minute * minuteMs - at) / minuteMs) * minuteMs;
};

/** Days that share a step, as one point. */
function joined(rows: readonly Row[]): Row[] {
  const points: Row[] = [];
  for (const row of rows) {
    const last = points.at(-1);
    if (last?.pointAt === row.pointAt) points[points.length - 1] = merged(last, row);
    else points.push(row);
  }
  return points;
}

function merged(one: Row, other: Row): Row {
  const sum = { ...one };
  for (const key of ["samples", "receivedKiB", "sentKiB", ...states] as const) sum[key] += other[key];
  for (const name of names) {
    sum[`${name}Count`] += other[`${name}Count`];
    sum[`${name}Sum`] = (sum[`${name}Sum`] ?? 0) + (other[`${name}Sum`] ?? 0);
    sum[`${name}Min`] = least(Math.min, one[`${name}Min`], other[`${name}Min`]);
    sum[`${name}Max`] = least(Math.max, one[`${name}Max`], other[`${name}Max`]);
  }
  return sum;
}

const least = (pick: (a: number, b: number) => number, a: number | null, b: number | null) =>
  a === null ? b : b === null ? a : pick(a, b);

function shown(from: HealthHistory["from"], stepMs: number, rows: readonly Row[]): HealthHistory {
  const column = (name: Name, scale: number) => ({
    mean: rows.map((row) =>
      row[`${name}Count`] === 0
        ? null
        : Math.round(((row[`${name}Sum`] / row[`${name}Count`]) * 10) / scale) / 10,
    ),
    min: rows.map((row) => scaled(row[`${name}Min`], scale)),
    max: rows.map((row) => scaled(row[`${name}Max`], scale)),
  });
  return {
    from,
    stepMs,
    at: rows.map((row) => Number(row.pointAt)),
    minutes: rows.map(({ samples }) => samples),
    cpuPercent: column("cpu", 10),
    memoryPercent: column("memory", 10),
    diskFreeMiB: column("disk", 1),
    temperatureC: column("temperature", 10),
    receivedKiB: rows.map(({ receivedKiB }) => receivedKiB ?? 0),
    sentKiB: rows.map(({ sentKiB }) => sentKiB ?? 0),
    kiosk: Object.fromEntries(
      states.map((state) => [state, rows.map((row) => row[state])]),
    ) as HealthHistory["kiosk"],
  };
}

const scaled = (value: number | null, scale: number) => (value === null ? null : value / scale);
