// Tests the thread that writes: storing and letting go share it, and each gets its own answer.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { batchText, healthRecord, newStream } from "../hubFixture.ts";
import { openStore, type Store } from "../store/store.ts";
import { knowsNothing } from "./correctTimes.ts";
import type { Work } from "./groupWriter.ts";
import { startWriterThread } from "./writer.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-writer-"));
  store = await openStore(join(folder, "hub.db"));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const tenDaysMs = 10 * 86_400_000;
const work = (receivedAt: number): Work => ({
  ...{ kind: "batch", device: v7() as DeviceId, room: null, clock: knowsNothing, receivedAt, topic: "up" },
  payload: Buffer.from(batchText(newStream(), 0, [healthRecord(1, receivedAt)])),
});

test("groups and steps of letting go that are asked for together each get their own answer", async () => {
  const writer = await startWriterThread(store.file);
  const now = Date.now();
  const answers = await Promise.all([
    writer.write([work(now - tenDaysMs), work(now)]),
    writer.prune(now),
    writer.write([work(now)]),
    writer.prune(now),
  ]);
  expect(answers).toMatchObject([
    { done: [{ stored: true }, { stored: true }], totals: { records: 2 } },
    { removed: 1 },
    { done: [{ stored: true }], totals: { records: 3 } },
    { removed: 0 },
  ]);
  await writer.stop();
});

test("a step that cannot be done is told, and the thread goes on storing", async () => {
  const writer = await startWriterThread(store.file);
  store.sqlite.exec(`DROP TABLE presence`);
  const now = Date.now();
  await writer.write([work(now - tenDaysMs)]);
  await expect(writer.prune(now)).rejects.toThrow("presence");
  expect((await writer.write([work(now)])).done).toMatchObject([{ stored: true }]);
  // Nothing of the step that failed was done.
  expect(store.sqlite.prepare(`SELECT count(*) AS n FROM "healthRun"`).get()?.["n"]).toBe(2);
  await writer.stop();
});
