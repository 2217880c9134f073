// Owns the payloads of the ingest benchmark: the batches an ordinary station sends.
import { v7 } from "uuid";
import type { GameId } from "../../protocol/game.ts";
import type { BootId, ClassId, LessonId, RecordId, SessionId, StreamId } from "../../protocol/ids.ts";
import { foldBatch } from "../../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";

export type BatchShape = {
  /** Health samples and game events in each batch. */
  readonly healthPerBatch: number;
  readonly eventsPerBatch: number;
};

/** Payloads of one device, in order; batch n carries the records after batch n − 1. */
export function makeBatches(stream: StreamId, count: number, shape: BatchShape, from: number): Buffer[] {
  const boot = "a1b2c3d4e5f60718" as BootId;
  const classId = v7() as ClassId;
  const batches: Buffer[] = [];
  let seq = 0;
  for (let index = 0; index < count; index++) {
    const after = seq;
    const records: DeviceRecord[] = [];
    for (let n = 0; n < shape.healthPerBatch; n++) {
      seq++;
      const at = from + seq * 60_000;
      records.push({
        seq,
        at,
        mono: 3_600_000 + seq * 60_000,
        boot,
        type: "health",
        body: {
          cpuPercent: (seq * 7) % 100,
          memoryPercent: 40 + (seq % 20),
          diskFreeMiB: 52_000 - seq,
          temperatureC: 45 + (seq % 9),
          receivedKiB: seq % 900,
          sentKiB: seq % 90,
          kiosk: "game",
        },
      });
    }
    for (let n = 0; n < shape.eventsPerBatch; n++) {
      seq++;
      const stamp = {
        seq,
        at: from + seq * 60_000,
        mono: 3_600_000 + seq * 60_000,
        boot,
        id: v7({ msecs: from + seq * 60_000 }) as RecordId,
      };
      const sessionId = `${v7()}.20261123` as SessionId;
      records.push(
        n % 2 === 0
          ? {
              ...stamp,
              type: "gameRun",
              body: {
                sessionId,
                classId,
                gameId: "count-animals" as GameId,
                gameVersion: "1.0.0",
                level: "count-5",
                mode: "quiz",
                durationMs: 90_000,
                ended: "finished",
                rounds: 6,
                correctFirstTry: 4,
                hints: 2,
                ageBand: "4-5",
                shownHow: 0,
                roundsMs: 71_000,
              },
            }
          : {
              ...stamp,
              type: "session",
              body: {
                sessionId,
                event: "opened",
                source: "timetable",
                slotId: null,
                classId,
                lessonId: v7() as LessonId,
                staffId: null,
                seats: null,
                playedMs: null,
                headcount: null,
                startAt: stamp.at,
                endAt: stamp.at + 1_200_000,
              },
            },
      );
    }
    batches.push(Buffer.from(JSON.stringify(foldBatch(stream, after, records))));
  }
  return batches;
}
