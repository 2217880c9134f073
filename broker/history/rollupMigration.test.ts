// Tests that a database from before the sums is summed up to what it would have been with them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { expect, onTestFinished, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { foldBatch } from "../../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { boot, newStream } from "../hubFixture.ts";
import { knowsNothing } from "../ingest/correctTimes.ts";
import { makeGroupWriter } from "../ingest/groupWriter.ts";
import { openStore, type Store } from "../store/store.ts";

const minute = 60_000;
const morning = Date.parse("2026-11-23T07:30:00+07:00");
const [classId, sessionId] = [v7(), `${v7()}.20261123`];
const tables = ["healthHour", "healthDay", "usageDay", "usageSession"];

function dayOfRecords(): DeviceRecord[] {
  const stamp = (seq: number, at: number) => ({ seq, at, mono: seq * 1000, boot });
  const samples = Array.from({ length: 200 }, (_, index) => ({
    // Over midnight too: every seventh sample is in the evening before.
    ...stamp(index + 1, index < 40 ? morning - 8 * 60 * minute + index * minute : morning + index * minute),
    type: "health",
    body: {
      ...{ cpuPercent: (index * 7.3) % 100, memoryPercent: 40, diskFreeMiB: index % 5 === 0 ? null : 5000 },
      ...{ temperatureC: index % 3 === 0 ? null : 48.5, receivedKiB: index % 4 === 0 ? null : 3, sentKiB: 1 },
      kiosk: index % 2 === 0 ? "game" : "off",
    },
  }));
  const session = (seq: number, at: number, event: string) => ({
    ...{ ...stamp(seq, at), id: v7(), type: "session" },
    body: {
      ...{ sessionId, event, source: "timetable", slotId: null, classId, lessonId: v7(), staffId: null },
      ...{ seats: 2, playedMs: 20 * minute, headcount: 20, startAt: at, endAt: morning + 400 * minute },
    },
  });
  const run = (seq: number, at: number) => ({
    ...{ ...stamp(seq, at), id: v7(), type: "gameRun" },
    body: {
      ...{ sessionId, classId, gameId: "count-animals", gameVersion: "1.0.0", level: "1", mode: "quiz" },
      ...{ durationMs: 2 * minute, ended: "finished", rounds: 3, correctFirstTry: 2, hints: 1 },
      ...{ ageBand: "4-5", shownHow: 0, roundsMs: 1000 },
    },
  });
  // What no device can have: neither way may make sums that cannot be read.
  const huge = Number.MAX_SAFE_INTEGER;
  const impossible = (seq: number) => ({
    ...{ ...stamp(seq, morning + 301 * minute), type: "health" },
    body: {
      ...{ cpuPercent: 1, memoryPercent: 1, temperatureC: null, kiosk: "off" },
      ...{ diskFreeMiB: huge, receivedKiB: huge, sentKiB: huge },
    },
  });
  const endlessRun = (seq: number) => {
    const { body, ...rest } = run(seq, morning + 302 * minute);
    return { ...rest, body: { ...body, sessionId: null, durationMs: huge } };
  };
  const power = {
    ...{ ...stamp(205, morning + 300 * minute), type: "power" },
    body: { event: "unexpectedStop", scope: "machine", lastAliveAt: morning + 290 * minute },
  };
  return [
    ...samples,
    ...[session(201, morning + 210 * minute, "opened"), run(202, morning + 215 * minute)],
    ...[run(203, morning + 220 * minute), session(204, morning + 240 * minute, "closed"), power],
    ...[impossible(206), impossible(207), endlessRun(208), endlessRun(209)],
  ] as unknown as DeviceRecord[];
}

const addSchool = (store: Store) =>
  store.query
    .insertInto("school")
    .values({ id: v7(), name: "Thử", zone: "Asia/Ho_Chi_Minh", createdAt: 0 })
    .execute();
const rows = (store: Store, table: string) =>
  store.sqlite
    .prepare(`SELECT * FROM "${table}"`)
    .all()
    .map((row) => ({ ...row }));

test("samples and records of an older hub make the same hours, days and lessons", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kidsmart-rollup-migration-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const fresh = await openStore(join(folder, "fresh.db"));
  await addSchool(fresh);
  const sender = { device: v7() as DeviceId, room: null, clock: knowsNothing, topic: "up" };
  const payload = Buffer.from(JSON.stringify(foldBatch(newStream(), 0, dayOfRecords())));
  const { done } = makeGroupWriter(fresh.sqlite).write([
    { kind: "batch", ...sender, receivedAt: morning + 1000 * minute, payload },
  ]);
  expect(done[0]).toMatchObject({ stored: true, quarantined: false });

  const file = join(folder, "old.db");
  const old = await openStore(file, "0007gameUse");
  await addSchool(old);
  for (const table of ["healthRun", "record"])
    for (const row of rows(fresh, table))
      old.sqlite
        .prepare(
          `INSERT INTO "${table}" VALUES (${Object.keys(row)
            .map(() => "?")
            .join(", ")})`,
        )
        .run(...(Object.values(row) as (string | number | null)[]));
  // What is no JSON any more costs itself, not the hub's start.
  old.sqlite.exec(`INSERT INTO record VALUES ('x', 's', 9, 'd', 'power', 1, 1, 1, 'b', 1, 'not json')`);
  old.sqlite.exec(`INSERT INTO "healthRun" VALUES ('d', 1, 's', 9, '[[0')`);
  await old.close();
  const migrated = await openStore(file);
  for (const table of tables) {
    expect([table, rows(fresh, table).length]).not.toEqual([table, 0]);
    expect([table, rows(migrated, table)]).toEqual([table, rows(fresh, table)]);
  }
  await fresh.close();
  await migrated.close();
});
