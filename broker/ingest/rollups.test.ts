// Tests that hours of health and days of use are what the records amount to, however and whenever those came.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId, RoomId, StreamId } from "../../protocol/ids.ts";
import { foldBatch } from "../../protocol/messages/upBatch.ts";
import type { Health } from "../../protocol/records/health.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { boot, newStream } from "../hubFixture.ts";
import { openStore, type Store } from "../store/store.ts";
import { type ClockKnowledge, knowsNothing } from "./correctTimes.ts";
import { type GroupWriter, makeGroupWriter } from "./groupWriter.ts";

const minute = 60_000;
const hour = 60 * minute;
const [schoolClass, lesson, sessionId] = [v7(), v7(), `${v7()}.20261123`];
/** Half past eleven in the evening in Vietnam: midnight is near. */
const evening = Date.parse("2026-11-23T16:30:00Z");
const received = evening + 30 * 24 * hour;
let folder: string;
let store: Store;
let writer: GroupWriter;
let device: DeviceId;
let stream: StreamId;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-rollups-"));
  store = await openStore(join(folder, "hub.db"));
  await setZone("Asia/Ho_Chi_Minh");
  writer = makeGroupWriter(store.sqlite);
  device = v7() as DeviceId;
  stream = newStream();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function setZone(zone: string): Promise<void> {
  await store.query.deleteFrom("school").execute();
  await store.query.insertInto("school").values({ id: v7(), name: "Thử", zone, createdAt: 0 }).execute();
}

const sample = (seq: number, at: number, more: Partial<Health> = {}): DeviceRecord => ({
  seq,
  at,
  mono: at - evening + 240 * hour,
  boot,
  type: "health",
  body: {
    ...{ cpuPercent: (seq * 7) % 101, memoryPercent: 40, diskFreeMiB: 5000 - seq },
    ...{ temperatureC: seq % 3 === 0 ? null : 50, receivedKiB: 2, sentKiB: null, kiosk: "game", ...more },
  },
});
const power = (seq: number, at: number, lastAliveAt: number | null): DeviceRecord => ({
  ...{ seq, at, mono: minute, boot },
  type: "power",
  body: { event: "unexpectedStop", scope: "machine", lastAliveAt },
});
const run = (seq: number, at: number, more: object = {}): DeviceRecord =>
  ({
    ...{ seq, at, mono: minute, boot, id: v7(), type: "gameRun" },
    body: {
      ...{
        sessionId,
        classId: schoolClass,
        gameId: "count-animals",
        gameVersion: "1.0.0",
        level: "1",
        mode: "quiz",
      },
      ...{ durationMs: 2 * minute, ended: "finished", rounds: 3, correctFirstTry: 2, hints: 1 },
      ...{ ageBand: "4-5", shownHow: 0, roundsMs: 1000, ...more },
    },
  }) as unknown as DeviceRecord;
const session = (seq: number, at: number, event: string, endAt: number, playedMs: number | null = null) =>
  ({
    ...{ seq, at, mono: minute, boot, id: v7(), type: "session" },
    body: {
      ...{ sessionId, event, source: "timetable", slotId: null, classId: schoolClass, lessonId: lesson },
      ...{ staffId: null, seats: null, playedMs, headcount: null, startAt: at, endAt },
    },
  }) as unknown as DeviceRecord;

function send(
  records: readonly DeviceRecord[],
  { after = (records[0]?.seq ?? 1) - 1, clock = knowsNothing, room = null as RoomId | null } = {},
) {
  const payload = Buffer.from(JSON.stringify(foldBatch(stream, after, records)));
  const outcome = writer.write([
    {
      kind: "batch",
      device,
      room,
      clock: clock as ClockKnowledge,
      receivedAt: received,
      topic: "up",
      payload,
    },
  ]);
  expect(outcome.done[0]?.quarantined).toBe(false);
  return outcome;
}
const rows = (text: string) =>
  store.sqlite
    .prepare(text)
    .all()
    .map((row) => ({ ...row }));
const days = () => rows(`SELECT * FROM "usageDay" ORDER BY date`);

/** What the samples amount to, counted anew. */
const counted = `SELECT "deviceId", "correctedAt" / 3600000 AS hour, count(*) AS samples,
    sum(CAST(round("cpuPercent" * 10) AS INTEGER)) AS "cpuSum", min(CAST(round("cpuPercent" * 10) AS INTEGER)) AS "cpuMin",
    max(CAST(round("cpuPercent" * 10) AS INTEGER)) AS "cpuMax", min("diskFreeMiB") AS "diskMin",
    count("temperatureC") AS "temperatureCount", sum(kiosk = 'game') AS game, sum("receivedKiB") AS "receivedKiB"
  FROM health GROUP BY 1, 2 ORDER BY 1, 2`;
const kept = `SELECT "deviceId", hour, samples, "cpuSum", "cpuMin", "cpuMax", "diskMin", "temperatureCount", game, "receivedKiB"
  FROM "healthHour" ORDER BY 1, 2`;

test("batches that come late, twice, overlapping and out of order leave the sums of each sample once", () => {
  const all = Array.from({ length: 60 }, (_, index) => sample(index + 1, evening + index * 7 * minute));
  const span = fc.record({ after: fc.nat(59), length: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 15 }), (spans) => {
      stream = newStream();
      device = v7() as DeviceId;
      for (const { after, length } of spans) send(all.slice(after, after + length), { after });
      // The device rewinds to what the hub has, and sends the rest.
      for (let after = 0; after < 60; after += 13) send(all.slice(after, after + 13), { after });
      expect(rows(kept)).toEqual(rows(counted));
      const sums = (table: string) =>
        rows(`SELECT sum(samples) AS n, min("cpuMin") AS low, sum("cpuSum") AS cpu FROM "${table}"`);
      expect(sums("healthDay")).toEqual(sums("healthHour"));
      const minutes = `SELECT sum("onMinutes") AS minutes FROM "usageDay" WHERE "deviceId" = '${device}'`;
      expect(rows(minutes)).toEqual([{ minutes: 60 }]);
    }),
    { numRuns: 25 },
  );
});

test.each(["healthRun", "healthDay", "usageDay", "record", "watermark"])(
  "a batch that is undone at %s leaves nothing behind, and counts once when it comes again",
  (table) => {
    const batch = [sample(1, evening), run(2, evening)];
    store.sqlite.exec(
      `CREATE TEMP TRIGGER broken BEFORE INSERT ON "${table}" BEGIN SELECT RAISE(ABORT, 'broken'); END`,
    );
    expect(send(batch).done[0]?.stored).toBe(false);
    expect([...rows(kept), ...days(), ...rows(`SELECT * FROM "healthRun"`)]).toEqual([]);
    store.sqlite.exec("DROP TRIGGER broken");
    expect(send(batch).done[0]?.stored).toBe(true);
    expect(rows(kept)).toMatchObject([{ samples: 1 }]);
    expect(days()).toMatchObject([{ onMinutes: 1 }]);
  },
);

test("samples of a device with a wrong clock count in the hour in which they were made", () => {
  const wrong = evening - 300 * 24 * hour;
  const start = evening - 240 * hour;
  const clock: ClockKnowledge = { ...knowsNothing, bootStarts: new Map([[boot, start]]) };
  send([{ ...sample(1, wrong), mono: 240 * hour }], { clock });
  expect(rows(kept)).toMatchObject([{ hour: Math.floor(evening / hour) }]);
  expect(days()).toMatchObject([{ date: "2026-11-23", firstAt: evening }]);
});

test("a device that is on over midnight is on in both days, each with its own minutes", () => {
  send(Array.from({ length: 60 }, (_, index) => sample(index + 1, evening + index * minute)));
  expect(days()).toMatchObject([
    { date: "2026-11-23", onMinutes: 30, lessonMinutes: 30, onSlots16: 2 ** 45 + 2 ** 46 + 2 ** 47 },
    { date: "2026-11-24", onMinutes: 30, onSlots0: 0b111, firstAt: evening + 30 * minute },
  ]);
});

test("the day is the school's, wherever its zone is, also when the zone was corrected while the hub ran", async () => {
  send([sample(1, evening)]);
  await setZone("America/New_York");
  send([sample(2, evening)]);
  await setZone("Asia/Kathmandu");
  // Five hours and three quarters east: 22:15.
  send([sample(3, evening)]);
  expect(days()).toMatchObject([{ date: "2026-11-23", onMinutes: 3 }]);
  const { onSlots8, onSlots16 } = days()[0] as { onSlots8: number; onSlots16: number };
  expect(onSlots8).toBe(2 ** 21);
  expect(onSlots16).toBe(2 ** 45 + 2 ** 37);
});

test("a power cut that is told after the weekend belongs to the day on which it happened", () => {
  const friday = Date.parse("2026-11-20T09:00:00Z");
  const monday = Date.parse("2026-11-23T00:30:00Z");
  send([sample(1, friday), power(2, monday, friday + minute), sample(3, monday + minute)]);
  expect(days()).toMatchObject([
    { date: "2026-11-20", powerLosses: 1, onMinutes: 1 },
    { date: "2026-11-23", powerLosses: 0, onMinutes: 1 },
  ]);
});

test("a lesson that is closed at the next start ends when it was planned to, and its games count once", () => {
  const morning = Date.parse("2026-11-23T01:00:00Z");
  const end = morning + 30 * minute;
  send([
    session(1, morning, "opened", end),
    run(2, morning + 10 * minute),
    run(3, morning + 15 * minute, { sessionId: null, classId: null }),
    session(4, morning + 24 * hour, "closed", end, 9 * minute),
  ]);
  expect(rows(`SELECT * FROM "usageSession" ORDER BY "sessionId"`)).toMatchObject([
    { sessionId: "", runs: 1, classId: "" },
    { sessionId, classId: schoolClass, openedAt: morning, closedAt: end, playedMs: 9 * minute, runs: 1 },
  ]);
  expect(days()[0]).toMatchObject({ runs: 2, playedMs: 4 * minute });
});

test("figures that no device can have leave sums that can still be read", () => {
  const huge = Number.MAX_SAFE_INTEGER;
  const most = { diskFreeMiB: huge, receivedKiB: huge, sentKiB: huge };
  send([
    ...[sample(1, evening, most), sample(2, evening + minute, most)],
    ...[run(3, evening, { durationMs: huge }), run(4, evening, { durationMs: huge })],
    session(5, evening, "opened", evening + 30 * minute, huge),
  ]);
  expect(days()).toMatchObject([{ runs: 2, playedMs: 48 * hour }]);
  expect(rows(`SELECT * FROM "usageSession"`)).toMatchObject([{ gameMs: 48 * hour, playedMs: 24 * hour }]);
  const sums = { diskSum: 2 ** 41, diskMax: 2 ** 40, receivedKiB: 2 ** 41, sentKiB: 2 ** 41 };
  for (const table of ["healthHour", "healthDay"])
    expect(rows(`SELECT * FROM "${table}"`)).toMatchObject([sums]);
});

test("a device that was moved keeps the room of its day", () => {
  const [one, other] = [v7() as RoomId, v7() as RoomId];
  send([sample(1, evening)], { room: one });
  send([sample(2, evening + minute)], { room: other });
  expect(days()).toMatchObject([{ roomId: one, onMinutes: 2 }]);
});
