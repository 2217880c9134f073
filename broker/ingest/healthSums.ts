// Owns the sums that samples leave behind: every part commutes and is a whole number, so late and disordered samples end in the same figures.
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type Health, type KioskState, kioskState } from "../../protocol/records/health.ts";

/** [count, sum, least, most]; tenths for percent and °C, MiB for the disk. */
type Range = [count: number, sum: number, least: number | null, most: number | null];

export type HealthSums = {
  samples: number;
  readonly cpu: Range;
  readonly memory: Range;
  readonly disk: Range;
  readonly temperature: Range;
  receivedKiB: number;
  sentKiB: number;
  /** Samples in each state: minutes, since a device measures once a minute. */
  readonly kiosk: Record<KioskState, number>;
};

const ranges = ["cpu", "memory", "disk", "temperature"] as const;
const traffic = ["receivedKiB", "sentKiB"] as const;
const states = kioskState.options;

/** In the order of the tables' columns after their key. */
export const sumColumns: readonly string[] = [
  "samples",
  ...ranges.flatMap((range) => [`${range}Count`, `${range}Sum`, `${range}Min`, `${range}Max`]),
  ...traffic,
  ...states,
];

export function emptySums(): HealthSums {
  return {
    samples: 0,
    cpu: [0, 0, null, null],
    memory: [0, 0, null, null],
    disk: [0, 0, null, null],
    temperature: [0, 0, null, null],
    receivedKiB: 0,
    sentKiB: 0,
    kiosk: Object.fromEntries(states.map((state) => [state, 0])) as Record<KioskState, number>,
  };
}

export function addSample(sums: HealthSums, body: Health): void {
  sums.samples++;
  addTo(sums.cpu, Math.round(body.cpuPercent * 10));
  addTo(sums.memory, Math.round(body.memoryPercent * 10));
  addTo(sums.disk, body.diskFreeMiB);
  addTo(sums.temperature, body.temperatureC === null ? null : Math.round(body.temperatureC * 10));
  sums.receivedKiB += body.receivedKiB ?? 0;
  sums.sentKiB += body.sentKiB ?? 0;
  sums.kiosk[body.kiosk]++;
}

function addTo(range: Range, value: number | null): void {
  if (value === null) return;
  range[0]++;
  range[1] += value;
  range[2] = range[2] === null ? value : Math.min(range[2], value);
  range[3] = range[3] === null ? value : Math.max(range[3], value);
}

export const sumValues = (sums: HealthSums): SQLInputValue[] => [
  sums.samples,
  ...ranges.flatMap((range) => sums[range]),
  ...traffic.map((name) => sums[name]),
  ...states.map((state) => sums.kiosk[state]),
];

const merged = (column: string): string => {
  const [own, given] = [`"${column}"`, `excluded."${column}"`];
  if (!/(Min|Max)$/.test(column)) return `${own} = ${own} + ${given}`;
  // SQLite's min and max of two are null when one is.
  const pick = column.endsWith("Min") ? "min" : "max";
  return `${own} = coalesce(${pick}(${own}, ${given}), ${own}, ${given})`;
};

/** What a row becomes when more is added to it. */
export const mergeSums: string = sumColumns.map(merged).join(", ");

const names = sumColumns.map((column) => `"${column}"`).join(", ");

/** Adds sums to a device's row of an hour. */
export const addToHourText = `
  INSERT INTO "healthHour" ("deviceId", hour, ${names}) VALUES (?, ?, ${sumColumns.map(() => "?").join(", ")})
  ON CONFLICT ("deviceId", hour) DO UPDATE SET ${mergeSums}`;

/** Moves one hour of a device into its day; the caller deletes the hour in the same transaction. */
export const addHourToDayText = `
  INSERT INTO "healthDay" ("deviceId", date, ${names})
  SELECT "deviceId", ?, ${names} FROM "healthHour" WHERE "deviceId" = ? AND hour = ?
  ON CONFLICT ("deviceId", date) DO UPDATE SET ${mergeSums}`;

export type HourSums = {
  /** Inside the caller's transaction, once for each new sample. `correctedAt`: UTC ms. */
  add(device: string, body: Health, correctedAt: number): void;
  /** Writes what was added, still inside the transaction. */
  write(): void;
  /** Forgets what was added: the transaction is undone. */
  forget(): void;
};

export const hourMs = 3_600_000;

/** One statement for each device and hour of a group, however many samples there are in it. */
export function makeHourSums(database: DatabaseSync): HourSums {
  const statement = database.prepare(addToHourText);
  const waiting = new Map<string, { readonly device: string; readonly hour: number; sums: HealthSums }>();
  let last: { readonly device: string; readonly hour: number; sums: HealthSums } | undefined;
  return {
    add(device, body, correctedAt) {
      const hour = Math.floor(correctedAt / hourMs);
      if (last?.device !== device || last.hour !== hour) {
        const key = `${hour} ${device}`;
        last = waiting.get(key) ?? { device, hour, sums: emptySums() };
        waiting.set(key, last);
      }
      addSample(last.sums, body);
    },
    write() {
      for (const { device, hour, sums } of waiting.values()) statement.run(device, hour, ...sumValues(sums));
      this.forget();
    },
    forget() {
      waiting.clear();
      last = undefined;
    },
  };
}
