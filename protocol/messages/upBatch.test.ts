import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BootId, RecordId, StreamId } from "../ids.ts";
import type { DeviceRecord } from "../records/records.ts";
import { foldBatch, unfoldBatch } from "./upBatch.ts";

const stream = "0123456789abcdef" as StreamId;
const boots = ["a1b2c3d4e5f60718", "ffffffffffffffff"] as BootId[];

const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((value) => value / 10);
const stamp = {
  at: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
  mono: fc.integer({ min: 0, max: 1e9 }),
  boot: fc.constantFrom(...boots),
};
const health = fc.record({
  ...stamp,
  type: fc.constant("health" as const),
  body: fc.record({
    cpuPercent: tenths(100),
    memoryPercent: tenths(100),
    diskFreeMiB: fc.option(fc.nat()),
    temperatureC: fc.option(tenths(90)),
    receivedKiB: fc.option(fc.nat()),
    sentKiB: fc.option(fc.nat()),
    kiosk: fc.constantFrom("off" as const, "game" as const, "stuck" as const),
  }),
});
const power = fc.record({
  ...stamp,
  type: fc.constant("power" as const),
  id: fc.constant("0190a1b2-0000-7000-8000-000000000001" as RecordId),
  body: fc.record({
    event: fc.constant("start" as const),
    scope: fc.constant("machine" as const),
    lastAliveAt: fc.option(fc.nat()),
  }),
});
/** Records in seq order, with the gaps that a full outbox leaves. */
const stretch = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.oneof(health, power)), { minLength: 1, maxLength: 40 })
  .map((steps) => {
    let seq = 0;
    return steps.map(([step, record]) => {
      seq += step;
      return { seq, ...record } as DeviceRecord;
    });
  });

describe("a batch", () => {
  it("comes back from the wire as it was folded, whatever runs, gaps and boots it holds", () => {
    fc.assert(
      fc.property(stretch, (records) => {
        const wire: unknown = JSON.parse(JSON.stringify(foldBatch(stream, 0, records)));
        const read = unfoldBatch(wire);
        expect(read).toMatchObject({
          ok: true,
          value: { stream, after: 0, last: records.at(-1)?.seq, unreadable: [] },
        });
        if (read.ok) expect(read.value.records).toEqual(records);
      }),
    );
  });

  it("costs an ordinary health sample at most 76 bytes of payload when five travel together", () => {
    const records = Array.from(
      { length: 5 },
      (_, index): DeviceRecord => ({
        seq: 123_456 + index,
        type: "health",
        at: 1_795_392_000_000 + index * 60_003,
        mono: 864_000_000 + index * 60_003,
        boot: boots[0] as BootId,
        body: {
          cpuPercent: 12.5,
          memoryPercent: 45.1,
          diskFreeMiB: 152_000,
          temperatureC: 45.5,
          receivedKiB: 1204,
          sentKiB: 122,
          kiosk: "game",
        },
      }),
    );
    const bytes = Buffer.byteLength(JSON.stringify(foldBatch(stream, 123_455, records)));
    expect(bytes / records.length).toBeLessThanOrEqual(100);
  });

  const batch = (records: unknown[], last = 3) => ({ stream, after: 0, last, boot: boots[0], records });
  const good = {
    seq: 1,
    type: "power",
    at: 1,
    mono: 1,
    body: { event: "start", scope: "machine", lastAliveAt: null },
  };

  it("keeps a bad record's neighbours and names what was wrong with it", () => {
    const read = unfoldBatch(
      batch([good, { ...good, seq: 2, type: "hologram" }, { ...good, seq: 3, body: { event: "exploded" } }]),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        records: [{ seq: 1 }],
        unreadable: [
          { seq: 2, code: "UNKNOWN_TYPE" },
          { seq: 3, code: "INVALID" },
        ],
      },
    });
  });

  it("refuses records from versions it does not know, one by one", () => {
    expect(
      unfoldBatch(
        batch([
          { ...good, v: 9 },
          { ...good, seq: 2 },
        ]),
      ),
    ).toMatchObject({
      ok: true,
      value: { records: [{ seq: 2 }], unreadable: [{ seq: 1, code: "UNKNOWN_VERSION" }] },
    });
  });

  it("refuses records whose number lies outside the batch", () => {
    expect(unfoldBatch(batch([{ ...good, seq: 9 }]))).toMatchObject({
      ok: true,
      value: { records: [], unreadable: [{ seq: 9, code: "INVALID" }] },
    });
  });

  const run = (stamp: object, row: number[]) => ({
    seq: 1,
    type: "healthRun",
    at: 1_795_392_000_000,
    mono: 1000,
    ...stamp,
    rows: [[...row, 1, 1, 1, 1, 1, 1, 1]],
  });
  it.each([
    ["an uptime of centuries", { ...good, mono: 1e13 + 1 }],
    ["a run whose uptime is of centuries", run({ mono: 1e13 + 1 }, [0, 0])],
    ["a run that grows to an uptime of centuries", run({}, [0, 1e13])],
    ["a run that falls below uptime zero", run({}, [0, -1001])],
    ["a run that leaves the calendar", run({ at: 8.64e15 }, [1, 0])],
    ["a run that begins before the calendar", run({ at: 0 }, [-1, 0])],
  ])("refuses %s", (_, record) => {
    expect(unfoldBatch(batch([record]))).toMatchObject({
      ok: true,
      value: { records: [], unreadable: [{ seq: 1, code: "INVALID" }] },
    });
  });

  it("keeps a sample of a clock that was put back", () => {
    const read = unfoldBatch(batch([run({}, [-86_400_000, 60_000])]));
    expect(read).toMatchObject({
      ok: true,
      value: { records: [{ at: 1_795_305_600_000, mono: 61_000 }], unreadable: [] },
    });
  });

  it("may span what a full outbox dropped in years", () => {
    expect(unfoldBatch(batch([], 10_000_000))).toMatchObject({ ok: true });
  });

  it.each([
    ["not an object", 7],
    ["no stream", { after: 0, last: 1, records: [] }],
    ["a last below after", { ...batch([]), after: 5, last: 4 }],
    ["a last that no outbox can reach", batch([], 10_000_001)],
  ])("is refused whole with %s", (_, value) => {
    expect(unfoldBatch(value)).toMatchObject({ ok: false, code: "INVALID" });
  });
});
