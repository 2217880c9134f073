// Owns the measure of disk use: what the hub's database grows by for a device and year, with rollups, and how long letting go keeps the writer busy.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { makePruner } from "../broker/history/prune.ts";
import { knowsNothing } from "../broker/ingest/correctTimes.ts";
import { makeGroupWriter, type Work } from "../broker/ingest/groupWriter.ts";
import { openStore } from "../broker/store/store.ts";
import { bootId, type DeviceId, type RecordId, type StreamId } from "../protocol/ids.ts";
import { foldBatch } from "../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../protocol/records/records.ts";
import { type Benchmark, percentile } from "./benchmark.ts";

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const boot = bootId.parse("00000000000000d1");
const begin = Date.parse("2026-08-31T00:00:00+07:00");

export const diskUseBenchmark: Benchmark = {
  name: "diskUse",
  aims: { stationMBPerYear: { atMost: 10 }, pruneStepP99Ms: { atMost: 100 } },
  async measure() {
    const station = await measureYears(stationDay, 0);
    const twoYears = await measureYears(stationDay, 1);
    const always = await measureYears(alwaysOnDay, 0);
    return {
      figures: {
        stationMBPerYear: station.megabytes,
        stationMBAfterTwoYears: twoYears.megabytes,
        alwaysOnMBPerYear: always.megabytes,
        pruneStepP99Ms: percentile(always.steps, 99),
        pruneStepMaxMs: Math.max(...always.steps),
      },
      note: "one device in a database of its own, less what an empty one takes; a station is on for nine and a half hours of 220 school days with five lessons of six games each; always on: every minute of 365 days",
    };
  },
};

type Minute = number;
type Day = (
  date: number,
) => readonly { readonly minute: Minute; readonly type: "health" | "power" | "session" | "gameRun" }[];

/** Mondays to Fridays, and no summer: 220 days. */
function stationDay(day: number): ReturnType<Day> {
  if (day % 7 > 4 || day % 365 >= 308) return [];
  const events: { minute: Minute; type: "health" | "power" | "session" | "gameRun" }[] = [
    { minute: 420, type: "power" },
    { minute: 990, type: "power" },
  ];
  for (let minute = 420; minute < 990; minute++) events.push({ minute, type: "health" });
  for (let lesson = 0; lesson < 5; lesson++) {
    events.push(
      { minute: 480 + lesson * 60, type: "session" },
      { minute: 510 + lesson * 60, type: "session" },
    );
    for (let game = 1; game <= 6; game++)
      events.push({ minute: 480 + lesson * 60 + game * 4, type: "gameRun" });
  }
  return events.sort((a, b) => a.minute - b.minute);
}

const alwaysOnDay = (): ReturnType<Day> =>
  Array.from({ length: 1440 }, (_, minute) => ({ minute, type: "health" as const }));

/** `more`: years beyond the first. */
async function measureYears(day: Day, more: number): Promise<{ megabytes: number; steps: number[] }> {
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-disk-"));
  const store = await openStore(join(folder, "hub.db"));
  store.sqlite.exec("PRAGMA synchronous = OFF");
  await store.query
    .insertInto("school")
    .values({ id: v7(), name: "Đo chỗ", zone: "Asia/Ho_Chi_Minh", createdAt: 0 })
    .execute();
  const empty = usedBytes(store.sqlite);
  const writer = makeGroupWriter(store.sqlite);
  const pruner = makePruner(store.sqlite);
  const device = v7() as DeviceId;
  const stream = randomBytes(8).toString("hex") as StreamId;
  const steps: number[] = [];
  let seq = 0;
  for (let number = 0; number < 365 * (1 + more); number++) {
    const works: Work[] = [];
    let batch: DeviceRecord[] = [];
    const send = () => {
      const [first] = batch;
      if (first === undefined) return;
      const payload = Buffer.from(JSON.stringify(foldBatch(stream, first.seq - 1, batch)));
      const receivedAt = batch.at(-1)?.at ?? 0;
      works.push({
        kind: "batch",
        device,
        room: null,
        clock: knowsNothing,
        receivedAt,
        topic: "up",
        payload,
      });
      batch = [];
    };
    for (const { minute, type } of day(number)) {
      batch.push(recordOf(++seq, begin + number * dayMs + minute * minuteMs, type, number));
      // As agents do: five samples together, anything else at once.
      if (batch.length >= 5 || type !== "health") send();
    }
    send();
    if (works.length > 0) {
      const { done, errors } = writer.write(works);
      if (done.some(({ stored, quarantined }) => !stored || quarantined))
        throw new Error(`not stored: ${errors}`);
    }
    for (let ended = false; !ended; ) {
      const step = pruner.step(begin + (number + 1) * dayMs);
      if (step.removed > 0) steps.push(step.tookMs);
      ended = step.done;
    }
  }
  const megabytes = (usedBytes(store.sqlite) - empty) / 1e6;
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return { megabytes, steps };
}

function usedBytes(database: Awaited<ReturnType<typeof openStore>>["sqlite"]): number {
  const read = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  return (read("page_count") - read("freelist_count")) * read("page_size");
}

function recordOf(seq: number, at: number, type: string, day: number): DeviceRecord {
  const stamp = { seq, at, mono: (at - begin) % (30 * dayMs), boot };
  const id = v7({ msecs: at }) as RecordId;
  const sessionId = `0190a1b2-0000-7000-8000-0000000000a1.${20_260_831 + (day % 28)}`;
  const classId = "0190a1b2-0000-7000-8000-0000000000c1";
  const bodies: Record<string, object> = {
    health: {
      ...{ cpuPercent: (seq * 7) % 90, memoryPercent: 40 + (seq % 30), diskFreeMiB: 52_000 - (seq % 900) },
      ...{ temperatureC: 45 + (seq % 20), receivedKiB: seq % 900, sentKiB: seq % 90, kiosk: "game" },
    },
    power: { event: "start", scope: "machine", lastAliveAt: null },
    session: {
      ...{ sessionId, event: "opened", source: "timetable", slotId: null, classId },
      ...{ lessonId: "0190a1b2-0000-7000-8000-0000000000e1", staffId: null, seats: 2, playedMs: 60_000 },
      ...{ headcount: 24, startAt: at, endAt: at + 30 * minuteMs },
    },
    gameRun: {
      ...{
        sessionId,
        classId,
        gameId: "count-animals",
        gameVersion: "1.0.0",
        level: "count-5",
        mode: "quiz",
      },
      ...{ durationMs: 180_000, ended: "finished", rounds: 6, correctFirstTry: 4, hints: 2 },
      ...{ ageBand: "4-5", shownHow: 0, roundsMs: 71_000 },
    },
  };
  // The pair of type and body is the table's above.
  return {
    ...stamp,
    ...(type === "health" || type === "power" ? {} : { id }),
    type,
    body: bodies[type],
  } as unknown as DeviceRecord;
}
