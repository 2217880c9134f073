import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId, RecordId, StreamId } from "../../protocol/ids.ts";
import { foldBatch } from "../../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { batchText, boot, faultRecord, healthRecord, newStream } from "../hubFixture.ts";
import { openStore, type Store } from "../store/store.ts";
import { knowsNothing } from "./correctTimes.ts";
import { type Done, type GroupWriter, makeGroupWriter, type Work } from "./groupWriter.ts";

const device = v7() as DeviceId;
const topic = "kidsmart/v1/s/device/d/up";
let folder: string;
let store: Store;
let writer: GroupWriter;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-ingest-"));
  store = await openStore(join(folder, "hub.db"));
  writer = makeGroupWriter(store.sqlite);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const work = (payload: string | Uint8Array, sender = device): Work => ({
  kind: "batch",
  device: sender,
  room: null,
  clock: knowsNothing,
  receivedAt: Date.now(),
  topic,
  payload: Buffer.from(payload),
});
const write = (...payloads: (string | Uint8Array)[]) => writer.write(payloads.map((one) => work(one)));
const only = (done: readonly Done[]): Done => {
  expect(done).toHaveLength(1);
  return done[0] as Done;
};
const quarantined = () =>
  store.query.selectFrom("quarantine").select(["code", "count", "bytes", "excerpt"]).execute();

/** Every stored number of the stream, samples and other records together. */
function storedSeqs(stream: StreamId): number[] {
  const query = "SELECT seq FROM record WHERE stream = ?1 UNION ALL SELECT seq FROM health WHERE stream = ?1";
  return store.sqlite
    .prepare(`${query} ORDER BY seq`)
    .all(stream)
    .map((row) => Number(row["seq"]));
}

const mixed = (seq: number): DeviceRecord => (seq % 3 === 0 ? faultRecord(seq) : healthRecord(seq));
const records = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => mixed(from + index));

test("whatever is resent in whatever order and grouping, each record is stored exactly once", () => {
  const total = 40;
  const span = fc.record({ after: fc.nat(total - 1), length: fc.integer({ min: 1, max: 15 }) });
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 6 }), { maxLength: 12 }), (groups) => {
      const stream = newStream();
      let watermark = 0;
      const send = (spans: readonly { after: number; length: number }[]) => {
        const batches = spans.map(({ after, length }) => {
          const last = Math.min(total, after + length);
          return { after, last, text: batchText(stream, after, records(after + 1, last)) };
        });
        const { done } = write(...batches.map(({ text }) => text));
        for (const [index, { after, last }] of batches.entries()) {
          if (after <= watermark) watermark = Math.max(watermark, last);
          // A gap is answered with the watermark, which asks the device to rewind.
          expect(done[index]?.upto).toBe(watermark);
        }
      };
      for (const spans of groups) if (spans.length > 0) send(spans);
      expect(storedSeqs(stream)).toEqual(Array.from({ length: watermark }, (_, index) => index + 1));
      // The device rewinds to the watermark and sends the rest.
      while (watermark < total) send([{ after: watermark, length: 7 }]);
      expect(storedSeqs(stream)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
    }),
    { numRuns: 60 },
  );
});

test("the watermark survives a restart of the writer", () => {
  const stream = newStream();
  write(batchText(stream, 0, records(1, 5)));
  const restarted = makeGroupWriter(store.sqlite);
  const again = restarted.write([work(batchText(stream, 0, records(1, 7)))]);
  expect(only(again.done).upto).toBe(7);
  expect(storedSeqs(stream)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(restarted.totals().records).toBe(7);
});

test("a record whose id is known is not stored again, also from another stream and in one group", () => {
  const id = v7() as RecordId;
  const record = (seq: number): DeviceRecord => ({ ...faultRecord(seq), id }) as DeviceRecord;
  write(batchText(newStream(), 0, [record(1)]), batchText(newStream(), 0, [record(1)]));
  const third = write(batchText(newStream(), 0, [record(1), faultRecord(2)]));
  expect(only(third.done).upto).toBe(2);
  const rows = store.sqlite.prepare("SELECT id FROM record WHERE id = ?").all(id);
  expect(rows).toHaveLength(1);
  expect(writer.totals().records).toBe(2);
});

test("records that cannot be read are quarantined; their neighbours are stored and all is acked", async () => {
  const stream = newStream();
  const batch = foldBatch(stream, 0, [healthRecord(1), faultRecord(5)]);
  const payload = JSON.stringify({
    ...batch,
    records: [
      batch.records[0],
      { seq: 2, type: "fromTheFuture", at: 1, mono: 1, body: {} },
      { seq: 3, type: "fault", v: 9, at: 1, mono: 1, body: {} },
      { seq: 4, type: "fault", at: 1, mono: 1, body: { kind: "none" } },
      batch.records[1],
    ],
  });
  const { done } = write(payload);
  expect(only(done)).toMatchObject({ upto: 5, quarantined: true });
  expect(storedSeqs(stream)).toEqual([1, 5]);
  const codes = (await quarantined()).map(({ code }) => code);
  expect(codes.sort()).toEqual(["INVALID", "UNKNOWN_TYPE", "UNKNOWN_VERSION"]);
});

test.each([
  ["no JSON", "{", "NOT_JSON"],
  ["no UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "NOT_UTF8"],
  ["no batch", "[1,2]", "INVALID"],
  [
    "a batch that ends before it begins",
    JSON.stringify({ stream: "0123456789abcdef", after: 4, last: 4, boot, records: [] }),
    "INVALID",
  ],
  ["too large", `"${"x".repeat(256 * 1024)}"`, "TOO_LARGE"],
  ["nothing", "", "NOT_JSON"],
])(
  "a payload that is %s is quarantined and its neighbours in the group are stored",
  async (_, payload, code) => {
    const stream = newStream();
    const { done } = write(payload, batchText(stream, 0, records(1, 2)));
    expect(done.map(({ upto }) => upto)).toEqual([null, 2]);
    expect(storedSeqs(stream)).toEqual([1, 2]);
    expect(await quarantined()).toMatchObject([{ code, count: 1 }]);
  },
);

test("a record nested too deep to be written again is quarantined, its neighbours and other devices' batches are stored", async () => {
  const [deep, other] = [newStream(), newStream()];
  const nest = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const good = JSON.stringify({ ...faultRecord(2), boot: undefined });
  const payload = `{"stream":"${deep}","after":0,"last":2,"boot":"${boot}","records":[${nest},${good}]}`;
  const { done, errors } = write(payload, batchText(other, 0, records(1, 2)));
  expect(done.map(({ upto }) => upto)).toEqual([2, 2]);
  expect(errors).toEqual([]);
  expect(storedSeqs(deep)).toEqual([2]);
  expect(storedSeqs(other)).toEqual([1, 2]);
  expect(await quarantined()).toMatchObject([
    { code: "INVALID", count: 1, bytes: Buffer.byteLength(payload) },
  ]);
});

test("a payload that breaks its reader is kept aside and told of; its neighbours are stored", async () => {
  const [bad, good] = [newStream(), newStream()];
  const breaks = { ...work(batchText(bad, 0, records(1, 2))), clock: null as never };
  const { done, errors } = writer.write([breaks, work(batchText(good, 0, records(1, 2)))]);
  expect(done.map(({ stored, upto }) => [stored, upto])).toEqual([
    [true, null],
    [true, 2],
  ]);
  expect(errors).toEqual([expect.stringContaining("TypeError")]);
  expect(storedSeqs(bad)).toEqual([]);
  expect(await quarantined()).toMatchObject([{ code: "INVALID", count: 1 }]);
});

test("records of a screen that break their reader are not told as stored", async () => {
  const good = newStream();
  const breaks: Work = {
    kind: "screen",
    device,
    room: null,
    clock: knowsNothing,
    receivedAt: Date.now(),
    topic: "screen",
    stream: newStream(),
    stamp: { mono: 5, boot },
    records: null as never,
  };
  const { done, errors } = writer.write([breaks, work(batchText(good, 0, records(1, 2)))]);
  expect(done.map(({ stored, upto }) => [stored, upto])).toEqual([
    [false, null],
    [true, 2],
  ]);
  expect(errors).toHaveLength(1);
});

test("the same unreadable message only counts up", async () => {
  write("{", "{");
  write("{");
  expect(await quarantined()).toMatchObject([{ count: 3 }]);
});

test("a flood of different garbage keeps the newest thousand", async () => {
  for (let turn = 0; turn < 4; turn++)
    write(...Array.from({ length: 300 }, (_, index) => `{${turn}.${index}`));
  const kept = await quarantined();
  expect(kept).toHaveLength(1000);
  expect(kept.map(({ excerpt }) => excerpt)).toContain("{3.299");
  expect(kept.map(({ excerpt }) => excerpt)).not.toContain("{0.0");
  expect(writer.totals().quarantine).toBe(1000);
});

test("a stream belongs to the device that first used it", async () => {
  const stream = newStream();
  const thief = v7() as DeviceId;
  write(batchText(stream, 0, records(1, 2)));
  const stolen = writer.write([work(batchText(stream, 2, records(3, 4)), thief)]);
  expect(only(stolen.done)).toMatchObject({ upto: null, foreignOwner: device, quarantined: true });
  expect(storedSeqs(stream)).toEqual([1, 2]);
  expect(await quarantined()).toMatchObject([{ code: "FOREIGN_STREAM" }]);
});

test("a full disk stores nothing of the group, and the same group is stored when there is space", () => {
  const stream = newStream();
  write(batchText(stream, 0, records(1, 3)));
  const pages = Number(store.sqlite.prepare("PRAGMA page_count").get()?.["page_count"]);
  store.sqlite.exec(`PRAGMA max_page_count = ${pages + 2}`);
  const heavy = batchText(
    stream,
    3,
    [4, 5, 6].map((seq) => faultRecord(seq, randomBytes(1900).toString("hex"))),
  );
  const refused = write(heavy, "{");
  expect(refused.diskFull).toBe(true);
  expect(refused.done.map(({ stored, upto }) => [stored, upto])).toEqual([
    [false, null],
    [false, null],
  ]);
  expect(storedSeqs(stream)).toEqual([1, 2, 3]);
  expect(writer.totals()).toEqual({ records: 3, quarantine: 0 });
  store.sqlite.exec("PRAGMA max_page_count = 1000000");
  const later = write(heavy);
  expect(later.diskFull).toBe(false);
  expect(only(later.done).upto).toBe(6);
  expect(storedSeqs(stream)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a batch that the database refuses does not hold up the others, and is not acked", () => {
  const [bad, good] = [newStream(), newStream()];
  store.sqlite.exec(`
    CREATE TRIGGER refuse BEFORE INSERT ON record WHEN NEW.stream = '${bad}'
    BEGIN SELECT RAISE(ABORT, 'refused by the test'); END`);
  const result = write(batchText(bad, 0, [faultRecord(1)]), batchText(good, 0, [faultRecord(1)]));
  expect(result.done.map(({ stored }) => stored)).toEqual([false, true]);
  expect(result.errors).toHaveLength(1);
  expect(storedSeqs(good)).toEqual([1]);
});

test("a session is what its stations tell of it, in any order", async () => {
  const ids = { classId: v7(), lessonId: v7(), slotId: null, staffId: null };
  const sessionId = v7();
  const session = (seq: number, at: number, event: string, headcount: number | null) =>
    ({
      ...faultRecord(seq),
      at,
      type: "session",
      body: { ...ids, sessionId, event, source: "teacher", headcount, startAt: at, endAt: at + 1 },
    }) as unknown as DeviceRecord;
  const base = Date.now() - 100_000;
  const first = batchText(newStream(), 0, [
    session(1, base + 500, "opened", null),
    session(2, base + 9000, "closed", 2),
  ]);
  const second = batchText(newStream(), 0, [
    session(1, base, "opened", 3),
    session(2, base + 8000, "closed", null),
  ]);
  write(second, first);
  expect(await store.query.selectFrom("session").selectAll().execute()).toMatchObject([
    { id: sessionId, openedAt: base, closedAt: base + 9000, headcount: 3, source: "teacher" },
  ]);
});

test("samples are read back one by one, with both times", async () => {
  const stream = newStream();
  const from = Date.now() - 600_000;
  const samples = [1, 2, 3, 7, 8].map((seq) => healthRecord(seq, from + seq * 60_000));
  write(batchText(stream, 0, samples));
  const rows = await store.query
    .selectFrom("health")
    .selectAll()
    .where("deviceId", "=", device)
    .orderBy("seq")
    .execute();
  expect(rows.map(({ seq, at, correctedAt }) => [seq, at, correctedAt])).toEqual(
    samples.map(({ seq, at }) => [seq, at, at]),
  );
  expect(rows[0]).toMatchObject({ cpuPercent: 12.5, memoryPercent: 40, temperatureC: 48, kiosk: "waiting" });
  const runs = await store.query.selectFrom("healthRun").select("firstSeq").execute();
  expect(runs.map(({ firstSeq }) => firstSeq).sort()).toEqual([1, 7]);
});

test("a screen's records follow whatever its stream has, and repeats are told as stored", () => {
  const stream = newStream();
  const report = (id: string) => ({
    id: id as RecordId,
    at: Date.now(),
    type: "fault" as const,
    body: { kind: "other" as const, detail: id },
  });
  const [a, b, c] = [v7(), v7(), v7()];
  const screen = (...ids: string[]): Work => ({
    kind: "screen",
    device,
    room: null,
    clock: knowsNothing,
    receivedAt: Date.now(),
    topic: "screen",
    stream,
    stamp: { mono: 5, boot },
    records: ids.map(report),
  });
  writer.write([screen(a), screen(b)]);
  writer.write([screen(a, b, c)]);
  expect(storedSeqs(stream)).toEqual([1, 2, 5]);
});
