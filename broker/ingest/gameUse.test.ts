// Tests that the sums of use hold every run once, in whatever order and how often it came, and that a rebuild finds the same.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GameId } from "../../protocol/game.ts";
import type { ClassId, DeviceId, RecordId } from "../../protocol/ids.ts";
import type { GameRun } from "../../protocol/records/gameRun.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { boot, newStream } from "../hubFixture.ts";
import { gameUse } from "../store/migrations/0007gameUse.ts";
import { openStore, type Store } from "../store/store.ts";
import { makeCommitter } from "./committer.ts";

const device = v7() as DeviceId;
const [rabbits, bees] = [v7() as ClassId, v7() as ClassId];
const hourMs = 3_600_000;
const nine = Date.parse("2026-11-23T09:00:00+07:00");
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-use-"));
  store = await openStore(join(folder, "hub.db"));
  const rows = [
    { id: rabbits, name: "Lớp Thỏ Trắng", emblem: "rabbit-face", ageBand: "3-4", position: 0 },
    { id: bees, name: "Lớp Ong Vàng", emblem: "honeybee", ageBand: "5-6", position: 1 },
  ].map((row) => ({ ...row, homeRoomId: null, children: null, archivedAt: null }));
  await store.query.insertInto("schoolClass").values(rows).execute();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (more: Partial<GameRun> = {}): GameRun => ({
  sessionId: null,
  classId: rabbits,
  gameId: "count-animals" as GameId,
  gameVersion: "1.0.0",
  level: "touch",
  mode: "quiz",
  durationMs: 60_000,
  ended: "finished",
  rounds: 5,
  correctFirstTry: 4,
  hints: 2,
  ageBand: "3-4",
  shownHow: 1,
  roundsMs: 40_000,
  ...more,
});
type Told = { readonly at: number; readonly id?: RecordId; readonly body: GameRun };

/** As the writer commits a batch of a stream of its own. */
function commit(told: readonly Told[], stream = newStream(), after = 0): void {
  const records = told.map(
    ({ at, id = v7() as RecordId, body }, index): DeviceRecord => ({
      ...{ seq: after + index + 1, at, mono: 1, boot, id, type: "gameRun", body },
    }),
  );
  const batch = {
    ...{ device, room: null, stream, after, last: after + records.length, receivedAt: nine, records },
    correctedAt: told.map(({ at }) => at),
  };
  makeCommitter(store.sqlite).commit([{ batch, quarantine: [], foreign: null }]);
}
const rows = () => store.sqlite.prepare(`SELECT * FROM "gameUse"`).all();

test("runs of one hour, class, age and level are one row of sums, with no station in it", () => {
  commit([
    { at: nine, body: run() },
    { at: nine + hourMs - 1, body: run({ ended: "left", correctFirstTry: 1, hints: 9, shownHow: 2 }) },
    {
      at: nine + 1,
      body: run({ ended: "faulted", rounds: 0, correctFirstTry: 0, hints: 0, shownHow: 0, roundsMs: 0 }),
    },
    { at: nine + 2, body: run({ ended: "replaced" }) },
    { at: nine + 3, body: run({ ended: "lessonEnded" }) },
  ]);
  expect(rows()).toEqual([
    {
      ...{ hour: nine / hourMs, gameId: "count-animals", level: "touch", mode: "quiz", classId: rabbits },
      ...{ ageBand: "3-4", runs: 5, finished: 1, leftEarly: 1, faulted: 1, playedMs: 300_000 },
      ...{ rounds: 20, correctFirstTry: 13, hints: 15, toldRounds: 20, shownHow: 5, roundsMs: 160_000 },
    },
  ]);
});

test("a broken station's endless runs leave sums that can be read", () => {
  const endless = { durationMs: Number.MAX_SAFE_INTEGER, roundsMs: Number.MAX_SAFE_INTEGER, hints: 2 ** 52 };
  commit([
    { at: nine, body: run(endless) },
    { at: nine + 1, body: run(endless) },
  ]);
  expect(rows()).toMatchObject([{ runs: 2, playedMs: 48 * hourMs, roundsMs: 48 * hourMs }]);
});

test("another hour, level, mode, class or age is another row", () => {
  commit([
    { at: nine, body: run() },
    { at: nine + hourMs, body: run() },
    { at: nine, body: run({ level: "find" }) },
    { at: nine, body: run({ mode: "explore" }) },
    { at: nine, body: run({ classId: bees }) },
    { at: nine, body: run({ ageBand: "4-5" }) },
    { at: nine, body: run({ gameId: "sorting" as GameId }) },
  ]);
  expect(rows().map(({ runs }) => runs)).toEqual(Array.from({ length: 7 }, () => 1));
});

test("an older station's run counts for its class's age, and not as a question that took no time", () => {
  const older = { ageBand: null, shownHow: null, roundsMs: null };
  commit([
    { at: nine, body: run(older) },
    { at: nine, body: run({ ...older, classId: null }) },
  ]);
  expect(rows()).toMatchObject([
    { classId: "", ageBand: "", rounds: 5, toldRounds: 0, shownHow: 0, roundsMs: 0 },
    { classId: rabbits, ageBand: "3-4", rounds: 5, toldRounds: 0 },
  ]);
});

test("a run that comes again, in the same batch or under its id in another stream, is not counted again", () => {
  const stream = newStream();
  const told = { at: nine, id: v7() as RecordId, body: run() };
  commit([told], stream);
  commit([told], stream);
  commit([told], newStream());
  expect(rows()).toMatchObject([{ runs: 1, rounds: 5 }]);
});

test("nothing is counted when the commit fails", () => {
  store.sqlite.exec(`CREATE TRIGGER refuse BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'no'); END`);
  expect(() => commit([{ at: nine, body: run() }])).toThrow("no");
  expect(rows()).toEqual([]);
});

test("whatever was recorded, a rebuild from the records finds the same sums", async () => {
  const counted = fc.record({
    at: fc.integer({ min: 0, max: 3 }).map((hours) => nine + hours * hourMs + 17),
    body: fc
      .record({
        classId: fc.constantFrom(rabbits, bees, null),
        level: fc.constantFrom("touch", "find"),
        mode: fc.constantFrom("explore" as const, "quiz" as const),
        ended: fc.constantFrom("finished", "left", "replaced", "lessonEnded", "faulted"),
        rounds: fc.nat(9),
        hints: fc.nat(9),
        ageBand: fc.constantFrom("3-4" as const, "5-6" as const, null),
        told: fc.boolean(),
        durationMs: fc.nat(400_000),
      })
      .map(({ told, ended, ...more }) =>
        run({
          ...more,
          ended: ended as GameRun["ended"],
          correctFirstTry: more.rounds,
          ...(told ? {} : { shownHow: null, roundsMs: null }),
        }),
      ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(counted, { minLength: 1, maxLength: 12 }), async (told) => {
      store.sqlite.exec(`DELETE FROM record; DELETE FROM "gameUse"`);
      commit(told);
      const summed = rows();
      store.sqlite.exec(`DROP TABLE "gameUse"`);
      await gameUse.up(store.query);
      expect(rows()).toEqual(summed);
    }),
    { numRuns: 40 },
  );
});

test("a hub that is updated finds the runs that it had before", async () => {
  const file = join(folder, "older.db");
  const older = await openStore(file, "0005schoolYears");
  const { ageBand: _, shownHow: __, roundsMs: ___, ...shipped } = run({ rounds: 7 });
  older.sqlite
    .prepare(
      `INSERT INTO record VALUES ('r1', 's', 1, ?, 'gameRun', 0, ${nine}, 0, 'b', 0, ?), ('r2', 's', 2, ?, 'fault', 0, ${nine}, 0, 'b', 0, '{}')`,
    )
    .run(device, JSON.stringify(shipped), device);
  await older.close();
  const updated = await openStore(file);
  const found = updated.sqlite.prepare(`SELECT * FROM "gameUse"`).all();
  await updated.close();
  expect(found).toMatchObject([{ runs: 1, rounds: 7, toldRounds: 0, classId: rabbits, ageBand: "" }]);
});

test("a record that is no longer readable costs itself, not the rebuild", async () => {
  commit([
    { at: nine, body: run() },
    { at: nine, body: run() },
  ]);
  // The index over sessions would refuse it; damage does not ask.
  store.sqlite.exec(`DROP INDEX "recordBySession"; UPDATE record SET body = '{"gameId":"cou' WHERE seq = 1`);
  store.sqlite.exec(`DROP TABLE "gameUse"`);
  await gameUse.up(store.query);
  expect(rows()).toMatchObject([{ runs: 1 }]);
});
