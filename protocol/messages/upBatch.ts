// Owns the up-batch: durable records on their way from a device's outbox to the hub (ADR 0001),
// and the folding that keeps an ordinary health sample under 150 bytes on the wire.
import { z } from "zod";
import { type BootId, bootId, type RecordId, recordId, type StreamId, streamId } from "../ids.ts";
import { type Health, kioskState } from "../records/health.ts";
import { type DeviceRecord, isRecordType, recordTypes } from "../records/records.ts";
import { failure, ok, type Result } from "../result.ts";
import { isUptime, isWallTime, uptime, wallTime } from "../stamp.ts";
import { describeIssues } from "../versioned.ts";

const seq = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
/** Numbers a batch may span: what a full outbox drops in nineteen years of a sample a minute. */
const widestSpan = 10_000_000;

/** [at − first.at, mono − first.mono, CPU %, memory %, disk MiB, °C, KiB in, KiB out, kiosk state's index]. */
type HealthRow = [
  number,
  number,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number,
];
const isNumberOrNull = (value: unknown) => value === null || Number.isFinite(value);

// By hand: samples are nearly all of what a hub reads, and a tuple schema costs ten times this check.
function isHealthRow(value: unknown): value is HealthRow {
  if (!Array.isArray(value) || value.length !== 9) return false;
  for (let column = 2; column < 8; column++) if (!isNumberOrNull(value[column])) return false;
  return (
    Number.isSafeInteger(value[0]) &&
    Number.isSafeInteger(value[1]) &&
    Number.isSafeInteger(value[8]) &&
    (value[8] as number) >= 0
  );
}
const healthRow = z.custom<HealthRow>(isHealthRow, "not a row of health columns");

/** Envelope of a batch. Records stay unparsed here, so that one bad record never costs its neighbours. */
export const upBatch = z.object({
  stream: streamId,
  /** Every record with seq ≤ after was acknowledged, dropped, or stands in an earlier batch. */
  after: z.number().int().min(0),
  /** The last seq of this batch. */
  last: seq,
  /** Boot of every record that does not carry its own. */
  boot: bootId,
  records: z.array(z.unknown()).max(5000),
});
export type UpBatch = z.infer<typeof upBatch>;

const wireRecord = z.object({
  seq,
  type: z.string().max(40),
  /** Schema version of the body; 1 when absent. */
  v: z.number().int().min(1).optional(),
  at: wallTime,
  mono: uptime,
  boot: bootId.optional(),
  id: recordId.optional(),
  body: z.unknown(),
});

/** Consecutive health samples of one boot, folded: row i has seq + i. */
const healthRun = z.object({
  seq,
  type: z.literal("healthRun"),
  at: wallTime,
  mono: uptime,
  boot: bootId.optional(),
  rows: z.array(healthRow).min(1).max(5000),
});

const kioskStates = kioskState.options;
const tenth = (value: number) => Math.round(value * 10) / 10;

function toRow(first: DeviceRecord, record: DeviceRecord, body: Health): HealthRow {
  return [
    Math.round(record.at - first.at),
    Math.round(record.mono - first.mono),
    tenth(body.cpuPercent),
    tenth(body.memoryPercent),
    body.diskFreeMiB,
    body.temperatureC === null ? null : tenth(body.temperatureC),
    body.receivedKiB,
    body.sentKiB,
    kioskStates.indexOf(body.kiosk),
  ];
}

/** Builds the wire form of records in seq order. Precondition: not empty, seqs ascending. */
export function foldBatch(stream: StreamId, after: number, records: readonly DeviceRecord[]): UpBatch {
  const [first] = records;
  const final = records.at(-1);
  if (first === undefined || final === undefined) throw new Error("a batch has at least one record");
  const wire: unknown[] = [];
  let run: { first: DeviceRecord; rows: HealthRow[] } | undefined;
  const closeRun = () => {
    if (run === undefined) return;
    const { first: head, rows } = run;
    wire.push({
      seq: head.seq,
      type: "healthRun",
      at: head.at,
      mono: Math.round(head.mono),
      ...(head.boot === first.boot ? {} : { boot: head.boot }),
      rows,
    });
    run = undefined;
  };
  for (const record of records) {
    if (record.type === "health" && record.id === undefined && recordTypes.health.version === 1) {
      const continues =
        run !== undefined && run.first.boot === record.boot && record.seq === run.first.seq + run.rows.length;
      if (!continues) closeRun();
      run ??= { first: record, rows: [] };
      run.rows.push(toRow(run.first, record, record.body));
      continue;
    }
    closeRun();
    const { version } = recordTypes[record.type];
    wire.push({
      seq: record.seq,
      type: record.type,
      ...(version === 1 ? {} : { v: version }),
      at: record.at,
      mono: Math.round(record.mono),
      ...(record.boot === first.boot ? {} : { boot: record.boot }),
      ...(record.id === undefined ? {} : { id: record.id }),
      body: record.body,
    });
  }
  closeRun();
  return { stream, after, last: final.seq, boot: first.boot, records: wire };
}

/** A record the hub could not read: kept in quarantine, acknowledged all the same. */
export type UnreadableRecord = {
  readonly seq: number | null;
  readonly code: "UNKNOWN_TYPE" | "UNKNOWN_VERSION" | "INVALID";
  readonly detail: string;
  readonly raw: unknown;
};

export type UnfoldedBatch = {
  readonly stream: StreamId;
  readonly after: number;
  readonly last: number;
  readonly records: readonly DeviceRecord[];
  readonly unreadable: readonly UnreadableRecord[];
};

/** Reads the wire form. Fails only when the envelope itself makes no sense. */
export function unfoldBatch(value: unknown): Result<UnfoldedBatch, "INVALID"> {
  const envelope = upBatch.safeParse(value);
  if (!envelope.success) return failure("INVALID", describeIssues(envelope.error));
  const { stream, after, last, boot, records: wire } = envelope.data;
  // A watermark that jumped too far would swallow all that the device has still to say.
  if (last - after > widestSpan)
    return failure("INVALID", `last ${last} is more than ${widestSpan} above after ${after}`);
  if (last <= after) return failure("INVALID", `last ${last} is not above after ${after}`);
  const records: DeviceRecord[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const raw of wire) {
    const read = readWire(raw, boot);
    const inside = read.ok ? read.value.filter((record) => record.seq > after && record.seq <= last) : [];
    records.push(...inside);
    if (!read.ok) unreadable.push({ seq: seqOf(raw), code: read.code, detail: read.detail, raw });
    else if (inside.length !== read.value.length)
      unreadable.push({ seq: seqOf(raw), code: "INVALID", detail: `seq outside ${after}..${last}`, raw });
  }
  return ok({ stream, after, last, records, unreadable });
}

function readWire(raw: unknown, boot: BootId): Result<DeviceRecord[], UnreadableRecord["code"]> {
  if (isHealthRun(raw)) {
    const run = healthRun.safeParse(raw);
    if (!run.success) return failure("INVALID", describeIssues(run.error));
    const { at, mono, rows } = run.data;
    if (!rows.every((row) => isWallTime(at + row[0]) && isUptime(mono + row[1])))
      return failure("INVALID", "a row's time is out of bounds");
    return ok(unfoldRun(run.data, boot));
  }
  const parsed = wireRecord.safeParse(raw);
  if (!parsed.success) return failure("INVALID", describeIssues(parsed.error));
  const { type, v = 1, body, id, boot: own = boot, ...stamp } = parsed.data;
  if (!isRecordType(type)) return failure("UNKNOWN_TYPE", `no record type ${type}`);
  const decoded = recordTypes[type].decode(body, v);
  if (!decoded.ok) return decoded;
  // The pair (type, body) was checked against the same row of recordTypes one line above.
  const record = { ...stamp, boot: own, type, body: decoded.value } as DeviceRecord;
  return ok([id === undefined ? record : withId(record, id)]);
}

const isHealthRun = (raw: unknown) =>
  typeof raw === "object" && raw !== null && "type" in raw && raw.type === "healthRun";

const withId = (record: DeviceRecord, id: RecordId): DeviceRecord => ({ ...record, id });

function unfoldRun(run: z.infer<typeof healthRun>, boot: BootId): DeviceRecord[] {
  return run.rows.map((row, index) => ({
    seq: run.seq + index,
    type: "health" as const,
    at: run.at + row[0],
    mono: run.mono + row[1],
    boot: run.boot ?? boot,
    body: {
      cpuPercent: clampPercent(row[2]),
      memoryPercent: clampPercent(row[3]),
      diskFreeMiB: row[4],
      temperatureC: row[5],
      receivedKiB: row[6],
      sentKiB: row[7],
      kiosk: kioskStates[row[8]] ?? "off",
    },
  }));
}

const clampPercent = (value: number | null) => Math.min(100, Math.max(0, value ?? 0));

function seqOf(raw: unknown): number | null {
  const found = z.object({ seq }).safeParse(raw);
  return found.success ? found.data.seq : null;
}
