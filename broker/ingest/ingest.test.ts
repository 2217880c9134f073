// Tests ingest with its writer thread, as the hub runs it.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId, RecordId } from "../../protocol/ids.ts";
import { makeHubEvents } from "../events/hubEvents.ts";
import { batchText, boot, faultRecord, healthRecord, newStream } from "../hubFixture.ts";
import { openStore, type Store } from "../store/store.ts";
import { knowsNothing } from "./correctTimes.ts";
import { type Ingest, makeIngest } from "./ingest.ts";
import { makeInlineWriter, startWriterThread, type Writer } from "./writer.ts";

const device = v7() as DeviceId;
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-ingest-"));
  store = await openStore(join(folder, "hub.db"));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const logged: string[] = [];
function ingestWith(writer: Writer): Ingest {
  return makeIngest({
    writer,
    events: makeHubEvents((error) => {
      throw error;
    }),
    audit: { write: async () => {} },
    log: pino({ level: "info" }, { write: (line) => logged.push(line) }),
    clock: { now: () => Date.now() },
    device: () => ({ room: null, clock: knowsNothing }),
  });
}
const incoming = (payload: string) => ({
  device,
  topic: "up",
  payload: Buffer.from(payload),
  receivedAt: Date.now(),
});

test("batches that arrive together are one commit, and each stream gets one ack", async () => {
  const ingest = ingestWith(await startWriterThread(store.file));
  const streams = Array.from({ length: 50 }, newStream);
  const acks = await Promise.all(
    streams.flatMap((stream) =>
      [0, 1, 2].map((after) => ingest.accept(incoming(batchText(stream, after, [healthRecord(after + 1)])))),
    ),
  );
  expect(ingest.figures()).toMatchObject({ commits: 1, batches: 150, records: 150 });
  const spoken = acks.filter((ack) => ack !== undefined);
  expect(spoken.map(({ upto }) => upto)).toEqual(streams.map(() => 3));
  await ingest.stop();
});

test("what web screens send counts as waiting too, until it is written", async () => {
  const gate = Promise.withResolvers<void>();
  const inline = makeInlineWriter(store.sqlite);
  const ingest = ingestWith({ ...inline, write: (group) => gate.promise.then(() => inline.write(group)) });
  const stamp = { mono: 5, boot };
  const big = () =>
    ({
      id: v7() as RecordId,
      at: Date.now(),
      type: "fault",
      body: { kind: "other", detail: "đ".repeat(100_000) },
    }) as const;
  // 64 MiB of two-byte letters, and not one batch of a device among them.
  const sent = Array.from({ length: 70 }, () =>
    ingest.acceptFromScreen(device, newStream(), stamp, Array.from({ length: 5 }, big)),
  );
  const pressure = ingest.pressure();
  expect(pressure).toBeDefined();
  gate.resolve();
  await pressure;
  await Promise.all(sent);
  expect(ingest.pressure()).toBeUndefined();
  await ingest.stop();
});

test("while the disk is full nothing is acked and the figures say so; then it works again", async () => {
  const ingest = ingestWith(makeInlineWriter(store.sqlite));
  const stream = newStream();
  const heavy = incoming(
    batchText(
      stream,
      0,
      Array.from({ length: 20 }, (_, index) => faultRecord(index + 1, "đầy ".repeat(900))),
    ),
  );
  const pages = Number(store.sqlite.prepare("PRAGMA page_count").get()?.["page_count"]);
  store.sqlite.exec(`PRAGMA max_page_count = ${pages + 1}`);
  expect(await ingest.accept(heavy)).toBeUndefined();
  expect(ingest.figures()).toMatchObject({ diskFull: true, records: 0 });
  expect(logged.join("")).toContain("the disk is full");
  store.sqlite.exec("PRAGMA max_page_count = 1000000");
  expect(await ingest.accept(heavy)).toMatchObject({ upto: 20 });
  expect(ingest.figures()).toMatchObject({ diskFull: false, records: 20 });
  await ingest.stop();
});

test("a writer that breaks acks nothing and the next group finds a new one", async () => {
  let calls = 0;
  const inline = makeInlineWriter(store.sqlite);
  const ingest = ingestWith({
    ...inline,
    write: (group) => (++calls === 1 ? Promise.reject(new Error("broke")) : inline.write(group)),
  });
  const batch = incoming(batchText(newStream(), 0, [healthRecord(1)]));
  logged.length = 0;
  expect(await ingest.accept(batch)).toBeUndefined();
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ err: { message: "broke" } }]);
  expect(await ingest.accept(batch)).toMatchObject({ upto: 1 });
  await ingest.stop();
});

test("a kill -9 at any moment loses nothing that was acked, and stores nothing twice", async () => {
  const stream = newStream();
  const file = store.file;
  let acked = 0;
  for (let round = 0; round < 3; round++) {
    const child: ChildProcess = fork(join(import.meta.dirname, "killedIngest.fixture.ts"), [file, stream], {
      execArgv: [],
    });
    // The child acks without end; it dies after a few acks, wherever it is in its next transaction.
    const target = acked + 25 + round * 7;
    child.on("message", (upto: number) => {
      acked = Math.max(acked, upto);
      if (acked >= target) child.kill("SIGKILL");
    });
    await once(child, "exit");
    const rows = store.sqlite
      .prepare(
        "SELECT seq FROM record WHERE stream = ?1 UNION ALL SELECT seq FROM health WHERE stream = ?1 ORDER BY seq",
      )
      .all(stream);
    const seqs = rows.map((row) => Number(row["seq"]));
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(seqs.length).toBeGreaterThanOrEqual(acked);
    const mark = store.sqlite.prepare("SELECT upto FROM watermark WHERE stream = ?").get(stream);
    expect(mark?.["upto"]).toBe(seqs.length);
    // What the samples amount to stands in the same transaction.
    const sums = `SELECT (SELECT count(*) FROM health) AS samples,
      (SELECT sum(samples) FROM "healthHour") AS hours, (SELECT sum("onMinutes") FROM "usageDay") AS days`;
    const samples = seqs.length / 3;
    expect({ ...store.sqlite.prepare(sums).get() }).toEqual({ samples, hours: samples, days: samples });
  }
});
