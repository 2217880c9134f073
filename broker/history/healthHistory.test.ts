// Tests a device's chart over every span, made of what is kept for it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import type { Health } from "../../protocol/records/health.ts";
import { healthHistory } from "../api/history.ts";
import { makeHealthRuns } from "../ingest/healthRuns.ts";
import {
  addSample,
  addToDayText,
  addToHourText,
  emptySums,
  hourMs,
  sumValues,
} from "../ingest/healthSums.ts";
import { openStore, type Store } from "../store/store.ts";
import { makeHealthHistory, mostPoints } from "./healthHistory.ts";

const minute = 60_000;
const day = 24 * hourMs;
/** Ten in the morning. */
const now = Date.parse("2028-11-23T10:00:00+07:00");
const device = "0190a1b2-0000-7000-8000-0000000000d1" as DeviceId;
let folder: string;
let store: Store;
const history = () =>
  makeHealthHistory({ query: store.query, clock: { now: () => now }, school: { zone: "Asia/Ho_Chi_Minh" } });
const chart = async (spanMs: number, to = now) =>
  healthHistory.parse(await history().of(device, to - spanMs, to));

const body = (cpuPercent: number, more: Partial<Health> = {}): Health => ({
  ...{ cpuPercent, memoryPercent: 50, diskFreeMiB: 1000, temperatureC: null },
  ...{ receivedKiB: 3, sentKiB: 1, kiosk: "game", ...more },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-history-"));
  store = await openStore(join(folder, "hub.db"));
  store.sqlite.exec("BEGIN");
  const samples = Array.from({ length: 7 * 1440 }, (_, index) => {
    const at = now - (7 * 1440 - index) * minute;
    return { seq: index + 1, at, correctedAt: at, body: body(index % 2 === 0 ? 10 : 20.5) };
  });
  const insertRun = store.sqlite.prepare(`INSERT INTO "healthRun" VALUES (?, ?, 's', ?, ?)`);
  for (let from = 0; from < samples.length; from += 5)
    for (const run of makeHealthRuns(samples.slice(from, from + 5)))
      insertRun.run(device, run.fromAt, run.firstSeq, run.samples);
  const insertHour = store.sqlite.prepare(addToHourText);
  const hour = (low: number, high: number) => {
    const sums = emptySums();
    for (let n = 0; n < 60; n++)
      addSample(sums, body(n % 2 === 0 ? low : high, { kiosk: n < 20 ? "menu" : "waiting" }));
    return sumValues(sums);
  };
  const values = hour(10, 20.5);
  for (let at = now - 732 * day; at < now; at += hourMs)
    insertHour.run(device, Math.floor(at / hourMs), ...values);
  const insertDay = store.sqlite.prepare(addToDayText);
  for (let n = 0; n <= 732; n++) {
    const date = new Date(now - n * day).toISOString().slice(0, 10);
    for (let each = 0; each < 24; each++) insertDay.run(device, date, ...values);
  }
  insertDay.run(device, "2026-01-05", ...hour(40, 60));
  store.sqlite.exec("COMMIT");
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ["an hour", hourMs, "minute", minute],
  ["a day", day, "minute", 5 * minute],
  ["a week", 7 * day, "hour", hourMs],
  ["a month", 30 * day, "hour", 2 * hourMs],
  ["half a year", 183 * day, "hour", 12 * hourMs],
  ["a year", 365 * day, "day", day],
  ["two years", 731 * day, "day", 2 * day],
])("the chart of %s is made of few points of the right width", async (_, spanMs, from, stepMs) => {
  const found = await chart(spanMs);
  expect([found.from, found.stepMs]).toEqual([from, stepMs]);
  expect(found.at.length).toBeLessThanOrEqual(mostPoints);
  expect(found.at.length).toBeGreaterThanOrEqual(Math.floor(spanMs / stepMs));
  expect(found.at).toEqual([...found.at].sort((a, b) => a - b));
  // In the middle every point is whole.
  const middle = found.at.length >> 1;
  expect(found.minutes[middle]).toBe(stepMs / minute);
  expect(found.receivedKiB[middle]).toBe((3 * stepMs) / minute);
  expect([found.memoryPercent.mean[middle], found.temperatureC.mean[middle]]).toEqual([50, null]);
  if (stepMs > minute) {
    expect(found.cpuPercent.min[middle]).toBe(10);
    expect(found.cpuPercent.max[middle]).toBe(20.5);
    expect(found.cpuPercent.mean[middle]).toBeGreaterThan(14);
    expect(found.cpuPercent.mean[middle]).toBeLessThan(16);
  }
});

test("days and half days begin at the school's midnight", async () => {
  const { at } = await chart(365 * day);
  expect(new Set(at.map((each) => (each + 7 * hourMs) % day))).toEqual(new Set([0]));
});

test("minutes in each state of the kiosk add up to what was measured", async () => {
  const { kiosk, minutes } = await chart(30 * day);
  expect(kiosk.menu[100]).toBe(40);
  expect(kiosk.waiting[100]).toBe(80);
  expect(minutes[100]).toBe(120);
});

test("a day of last month is shown by its hours, and years before that by the days that are left", async () => {
  const lastMonth = await chart(day, now - 30 * day);
  expect([lastMonth.from, lastMonth.stepMs, lastMonth.at.length]).toEqual(["hour", hourMs, 24]);
  const long = await chart(1100 * day);
  expect(long.from).toBe("day");
  expect(long.at.length).toBeLessThanOrEqual(mostPoints);
  expect(long.cpuPercent.max[0]).toBe(60);
  expect(new Date((long.at[0] ?? 0) + 12 * hourMs).getUTCFullYear()).toBe(2026);
});

test("a span that is empty, reversed or before everything has no points", async () => {
  for (const [from, to] of [
    [now, now],
    [now, now - day],
    [0, day],
  ] as const)
    expect((await history().of(device, from, to)).at).toEqual([]);
});

test("two years of a device are read within 50 ms", async () => {
  await chart(731 * day);
  const took: number[] = [];
  for (let n = 0; n < 5; n++) {
    const begun = performance.now();
    await chart(731 * day);
    took.push(performance.now() - begun);
  }
  // The fastest: the machine may be busy with other things.
  expect(Math.min(...took)).toBeLessThan(50);
});
