// Tests what is kept for how long, and that letting go is done in small steps that lose nothing.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Health } from "../../protocol/records/health.ts";
import { makeHealthRuns } from "../ingest/healthRuns.ts";
import {
  addToDayText,
  addToHourText,
  emptySums,
  hourMs,
  addSample as sumSample,
  sumValues,
} from "../ingest/healthSums.ts";
import { longestHealthRunMs } from "../store/schema.ts";
import { openStore, type Store } from "../store/store.ts";
import { hoursKeptMs, makePruner, type PruneStep, samplesKeptMs } from "./prune.ts";
import { startRetention } from "./retention.ts";

const minute = 60_000;
const now = Date.parse("2028-11-23T03:00:00Z");
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-retention-"));
  store = await openStore(join(folder, "hub.db"));
  await store.query
    .insertInto("school")
    .values({ id: "s", name: "Thử", zone: "Asia/Ho_Chi_Minh", createdAt: 0 })
    .execute();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const body = (cpuPercent: number): Health => ({
  ...{ cpuPercent, memoryPercent: 50, diskFreeMiB: 1000, temperatureC: null },
  ...{ receivedKiB: 1, sentKiB: 1, kiosk: "game" },
});

/** Runs of five samples, one a minute. */
function addSamples(device: string, from: number, runs: number): void {
  const insert = store.sqlite.prepare(`INSERT INTO "healthRun" VALUES (?, ?, 's', ?, ?)`);
  store.sqlite.exec("BEGIN");
  for (let run = 0; run < runs; run++) {
    const samples = Array.from({ length: 5 }, (_, index) => {
      const at = from + (run * 5 + index) * minute;
      return { seq: run * 5 + index + 1, at, correctedAt: at, body: body(10) };
    });
    for (const { fromAt, firstSeq, samples: text } of makeHealthRuns(samples))
      insert.run(device, fromAt, firstSeq, text);
  }
  store.sqlite.exec("COMMIT");
}
function addHour(device: string, at: number, cpuPercent: number): void {
  const sums = emptySums();
  sumSample(sums, body(cpuPercent));
  store.sqlite.prepare(addToHourText).run(device, Math.floor(at / hourMs), ...sumValues(sums));
}
const rows = (text: string) =>
  store.sqlite
    .prepare(text)
    .all()
    .map((row) => ({ ...row }));
const count = (table: string) => Number(rows(`SELECT count(*) AS n FROM "${table}"`)[0]?.["n"]);

function pruneAll(): PruneStep[] {
  const pruner = makePruner(store.sqlite);
  const steps: PruneStep[] = [];
  do steps.push(pruner.step(now));
  while (steps.at(-1)?.done !== true);
  return steps;
}

test("samples go after a week, and none that is younger goes with them", () => {
  const limit = now - samplesKeptMs;
  addSamples("d", limit - 2 * longestHealthRunMs, 100);
  pruneAll();
  const left = rows(`SELECT min("correctedAt") AS oldest, count(*) AS n FROM health`)[0];
  expect(Number(left?.["oldest"])).toBe(limit - longestHealthRunMs);
  expect(rows(`SELECT count(*) AS n FROM health WHERE "correctedAt" >= ${limit}`)[0]?.["n"]).toBe(260);
});

test("hours go after two years, and their days stay", () => {
  const limit = now - hoursKeptMs;
  addHour("d", limit - hourMs, 10);
  addHour("d", limit, 70);
  store.sqlite.prepare(addToDayText).run("d", "2020-01-01", ...sumValues(emptySums()));
  pruneAll();
  expect(rows(`SELECT hour FROM "healthHour"`)).toEqual([{ hour: Math.floor(limit / hourMs) }]);
  expect(count("healthDay")).toBe(1);
});

test("comings and goings are kept for two years, and records for ever", () => {
  const insert = store.sqlite.prepare(`INSERT INTO presence VALUES ('d', ?, ?, 'online')`);
  for (const at of [now - hoursKeptMs - minute, now - hoursKeptMs, now])
    insert.run(Math.floor(at / minute), at);
  store.sqlite.prepare(`INSERT INTO record VALUES ('r', 's', 1, 'd', 'fault', 1, 1, 1, 'b', 1, '{}')`).run();
  pruneAll();
  expect(count("presence")).toBe(2);
  expect(count("record")).toBe(1);
});

test("many rows of many devices go in steps of a bounded size, each of them once", () => {
  for (let device = 0; device < 150; device++) addSamples(`d${device}`, now - 30 * samplesKeptMs, 3);
  addSamples("e", now - 30 * samplesKeptMs, 1500);
  const steps = pruneAll();
  expect(count("healthRun")).toBe(0);
  expect(steps.reduce((sum, { removed }) => sum + removed, 0)).toBe(150 * 3 + 1500);
  expect(Math.max(...steps.map(({ removed }) => removed))).toBeLessThanOrEqual(400);
});

test("a step that fails is undone whole and tried again from where it stood", () => {
  addHour("d", now - 2 * hoursKeptMs, 10);
  store.sqlite.exec(
    `CREATE TEMP TRIGGER full BEFORE DELETE ON "healthHour" BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  );
  const pruner = makePruner(store.sqlite);
  expect(() => pruner.step(now)).toThrow("disk is full");
  expect(count("healthHour")).toBe(1);
  store.sqlite.exec("DROP TRIGGER full");
  while (!pruner.step(now).done);
  expect(count("healthHour")).toBe(0);
});

test("a round goes on step by step, a failed one is left for the next, and stopping waits for the step that runs", async () => {
  const waits: number[] = [];
  let due: (() => void) | undefined;
  const answers = [
    { removed: 5, done: false, tookMs: 3 },
    { removed: 0, done: true, tookMs: 9 },
  ];
  const logged: unknown[] = [];
  const asked: number[] = [];
  const retention = startRetention({
    clock: { now: () => now },
    log: {
      info: (entry: unknown) => void logged.push(entry),
      error: (entry: unknown) => void logged.push(entry),
    } as never,
    after(ms, call) {
      waits.push(ms);
      due = call;
      return () => (due = undefined);
    },
    async prune(at) {
      asked.push(at);
      const answer = answers.shift();
      if (answer === undefined) throw new Error("disk");
      return answer;
    },
  });
  const turn = async () => {
    due?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  await turn();
  await turn();
  await turn();
  expect(asked).toEqual([now, now, now]);
  expect(waits[1]).toBe(250);
  expect(waits[2]).toBeGreaterThan(hourMs);
  expect(waits[3]).toBe(waits[2]);
  expect(logged).toMatchObject([{ rows: 5, longestMs: 9 }, { err: { message: "disk" } }]);
  await retention.stop();
  expect(due).toBeUndefined();
});
