// Owns the sums that samples leave behind: every part commutes and is a whole number, so late and disordered samples end in the same figures.
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { type Health, type KioskState, kioskState } from "../../protocol/records/health.ts";
import type { SchoolDay } from "./localDay.ts";

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
/** KiB of traffic in a minute, MiB of a disk: no device has more. Whatever it says beyond that, its sums stay exact numbers. */
const mostCounted = 2 ** 40;

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
  addTo(sums.disk, body.diskFreeMiB === null ? null : Math.min(body.diskFreeMiB, mostCounted));
  addTo(sums.temperature, body.temperatureC === null ? null : Math.round(body.temperatureC * 10));
  sums.receivedKiB += Math.min(body.receivedKiB ?? 0, mostCounted);
  sums.sentKiB += Math.min(body.sentKiB ?? 0, mostCounted);
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
const mergeSums: string = sumColumns.map(merged).join(", ");

const names = sumColumns.map((column) => `"${column}"`).join(", ");

const addText = (table: string, time: string) => `
  INSERT INTO "${table}" ("deviceId", ${time}, ${names}) VALUES (?, ?, ${sumColumns.map(() => "?").join(", ")})
  ON CONFLICT ("deviceId", ${time}) DO UPDATE SET ${mergeSums}`;

/** Adds sums to a device's row of an hour, or of a day. */
export const addToHourText = addText("healthHour", "hour");
export const addToDayText = addText("healthDay", "date");

export type HealthRollup = {
  /** Inside the caller's transaction, once for each new sample. `correctedAt`: UTC ms. */
  add(device: string, body: Health, correctedAt: number): void;
  /** Writes what was added, still inside the transaction. */
  write(): void;
  /** Forgets what was added: the transaction is undone. */
  forget(): void;
};

export const hourMs = 3_600_000;

/** One statement for each device and hour, and device and day, of a group, however many samples there are in it. */
export function makeHealthRollup(database: DatabaseSync, schoolDay: SchoolDay): HealthRollup {
  const hours = makeWaiting(database.prepare(addToHourText));
  const days = makeWaiting(database.prepare(addToDayText));
  return {
    add(device, body, correctedAt) {
      addSample(hours.of(device, Math.floor(correctedAt / hourMs)), body);
      addSample(days.of(device, schoolDay.of(correctedAt).date), body);
    },
    write() {
      hours.write();
      days.write();
    },
    forget() {
      hours.forget();
      days.forget();
    },
  };
}

function makeWaiting<Time extends number | string>(statement: StatementSync) {
  type Row = { readonly device: string; readonly time: Time; readonly sums: HealthSums };
  const waiting = new Map<string, Row>();
  let last: Row | undefined;
  function forget(): void {
    waiting.clear();
    last = undefined;
  }
  return {
    forget,
    of(device: string, time: Time): HealthSums {
      if (last?.device !== device || last.time !== time) {
        const key = `${time} ${device}`;
        last = waiting.get(key) ?? { device, time, sums: emptySums() };
        waiting.set(key, last);
      }
      return last.sums;
    },
    write() {
      for (const { device, time, sums } of waiting.values()) statement.run(device, time, ...sumValues(sums));
      forget();
    },
  };
}
