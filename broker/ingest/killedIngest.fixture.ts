// Owns the process that a test kills: it stores batch after batch of one stream and tells each ack to its parent.

import { pino } from "pino";
import { v7 } from "uuid";
import type { DeviceId, StreamId } from "../../protocol/ids.ts";
import { makeHubEvents } from "../events/hubEvents.ts";
import { batchText, faultRecord, healthRecord } from "../hubFixture.ts";
import { knowsNothing } from "./correctTimes.ts";
import { makeIngest } from "./ingest.ts";
import { startWriterThread } from "./writer.ts";

const [file, stream] = process.argv.slice(2) as [string, StreamId];
const writer = await startWriterThread(file);
const ingest = makeIngest({
  writer,
  events: makeHubEvents(() => {}),
  audit: { write: async () => {} },
  log: pino({ level: "silent" }),
  clock: { now: () => Date.now() },
  device: () => ({ room: null, clock: knowsNothing }),
});
const device = "00000000-0000-7000-8000-000000000001" as DeviceId;
// Rewinding is asked for by an ack below what was sent: the first one tells where an earlier run ended.
let after = 1_000_000;
for (;;) {
  const payload = Buffer.from(
    batchText(stream, after, [faultRecord(after + 1, v7()), faultRecord(after + 2), healthRecord(after + 3)]),
  );
  const ack = await ingest.accept({ device, topic: "up", payload, receivedAt: Date.now() });
  if (ack === undefined) throw new Error("no ack");
  after = ack.upto;
  process.send?.(after);
}
