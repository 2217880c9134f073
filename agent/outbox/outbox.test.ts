import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deviceId } from "../../protocol/ids.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { health, openTestOutbox, sessionRecord, temporaryFolder } from "../testing/fixtures.ts";
import type { Outbox } from "./outbox.ts";

const everything = { maxRecords: 1_000_000, maxBytes: Number.POSITIVE_INFINITY };
const all = (outbox: Outbox) => outbox.take(0, everything)?.records ?? [];
const seqs = (outbox: Outbox) => all(outbox).map(({ seq }) => seq);

describe("keeping records", () => {
  test("records come out as they went in, numbered by one", () => {
    const outbox = openTestOutbox();
    const records = [health(1), sessionRecord(2), health(3)];
    expect(outbox.append(records)).toBe("stored");
    expect(all(outbox)).toEqual(records.map((record, index) => ({ ...record, seq: index + 1 })));
  });

  test("a number is never used again, even when everything was released and the agent restarted", () => {
    const folder = temporaryFolder();
    const first = openTestOutbox({ folder });
    first.append([health(), health()]);
    first.release(2);
    first.close();
    const second = openTestOutbox({ folder });
    expect([second.lastSeq(), second.released()]).toEqual([2, 2]);
    second.append([health()]);
    expect(seqs(second)).toEqual([3]);
    expect(second.stream()).toBe(first.stream());
  });

  test("a kiosk's record sent twice is stored once, before and after its release", () => {
    const outbox = openTestOutbox();
    let answers = 0;
    const append = () => outbox.append([sessionRecord(7)], { stored: () => answers++ });
    append();
    append();
    expect(seqs(outbox)).toEqual([1]);
    outbox.release(1);
    append();
    expect(seqs(outbox)).toEqual([]);
    expect(answers).toBe(3);
  });

  test("a batch is bounded by records and by bytes, yet never empty", () => {
    const outbox = openTestOutbox();
    outbox.append(Array.from({ length: 100 }, () => health()));
    expect(outbox.take(0, { maxRecords: 10, maxBytes: 1e9 })?.last).toBe(10);
    expect(outbox.take(10, { maxRecords: 1000, maxBytes: 1 })?.last).toBe(11);
    expect(outbox.take(100, everything)).toBeUndefined();
  });

  test("what the agent remembers is written with the records", () => {
    const folder = temporaryFolder();
    const outbox = openTestOutbox({ folder });
    outbox.append([health()], { remember: { fact: 5 } });
    outbox.close();
    const database = new DatabaseSync(join(folder, "outbox.db"));
    expect(database.prepare("SELECT value FROM memory WHERE key = 'fact'").get()).toEqual({ value: "5" });
    database.close();
  });

  test("a damaged file is set aside and a new stream begins", () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, "outbox.db"),
      "this is no database, it is what a power cut left behind".repeat(100),
    );
    const outbox = openTestOutbox({ folder });
    expect(outbox.setAside).toBe(join(folder, "outbox.db.damaged"));
    expect(outbox.append([health()])).toBe("stored");
  });

  test("a new stream keeps the records and starts its releases anew", () => {
    const outbox = openTestOutbox();
    outbox.append([health(), health()]);
    outbox.release(1);
    const before = outbox.stream();
    outbox.renewStream();
    expect(outbox.stream()).not.toBe(before);
    expect(outbox.released()).toBe(0);
    expect(seqs(outbox)).toEqual([2]);
  });

  const newcomer = deviceId.parse("01900000-0000-7000-8000-00000000dddd");

  test("a machine enrolled anew sends what it still holds, under a stream of its own", () => {
    const folder = temporaryFolder();
    const before = openTestOutbox({ folder });
    before.append([health(), sessionRecord(2)]);
    before.release(1);
    before.close();
    const random = { fraction: () => 0.5, token: () => "feedfeedfeedfeed" };
    const after = openTestOutbox({ folder, owner: newcomer, random });
    expect(after.stream()).not.toBe(before.stream());
    expect(after.released()).toBe(0);
    expect(seqs(after)).toEqual([2]);
    after.close();
    expect(openTestOutbox({ folder, owner: newcomer }).stream()).toBe(after.stream());
  });

  test("with no room on the disk, an outbox of another device waits instead of sending under its old stream", () => {
    const folder = temporaryFolder();
    const before = openTestOutbox({ folder });
    before.append([sessionRecord(1)]);
    before.close();
    let full: DatabaseSync | undefined;
    const random = { fraction: () => 0.5, token: () => "feedfeedfeedfeed" };
    const after = openTestOutbox({
      folder,
      owner: newcomer,
      random,
      opened: (database) => {
        full = database;
        database.exec(`CREATE TEMP TRIGGER full BEFORE UPDATE ON memory
          BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
      },
    });
    expect(after.ownsStream()).toBe(false);
    full?.exec("DROP TRIGGER full");
    expect(after.ownsStream()).toBe(true);
    expect(seqs(after)).toEqual([1]);
    expect(after.stream()).not.toBe(before.stream());
  });
});

describe("a full outbox", () => {
  const bounds = { maxBytes: 60_000 };

  test("thins the oldest health first, then drops it, and records both", () => {
    const outbox = openTestOutbox({ bounds });
    for (let at = 1; at <= 260; at++) outbox.append([health(at)]);
    const kept = all(outbox);
    const notes = kept.filter(({ type }) => type === "outboxDropped").map(({ body }) => body);
    expect(notes[0]).toMatchObject({ type: "health", how: "thinned" });
    // Nothing was dropped while thinning was enough: the very first sample still stands.
    expect(kept[0]).toMatchObject({ seq: 1, type: "health" });
    for (let at = 261; at <= 2000; at += 10)
      outbox.append(Array.from({ length: 10 }, (_, n) => health(at + n)));
    const later = all(outbox);
    const told = later.flatMap((record) => (record.type === "outboxDropped" ? [record.body] : []));
    expect(told.some(({ how }) => how === "dropped")).toBe(true);
    // Every sample is there or was counted as gone.
    const gone = told.reduce((sum, { count }) => sum + count, 0);
    expect(later.filter(({ type }) => type === "health").length + gone).toBe(2000);
  });

  test("never drops sessions, game runs, reports or command results", () => {
    const outbox = openTestOutbox({ bounds });
    for (let n = 1; n <= 400; n++) outbox.append([sessionRecord(n), health(n)]);
    const kept = all(outbox).filter(({ type }) => type === "session");
    expect(kept).toHaveLength(400);
  });

  test("drops what is older than ninety days, unless a dead clock stamped it", () => {
    const clock = makeFakeClock(Date.UTC(2027, 5, 1));
    const outbox = openTestOutbox({ clock });
    const builtAt = Date.UTC(2026, 10, 1);
    const old = Date.UTC(2026, 11, 1);
    outbox.append([health(old), health(Date.UTC(2009, 0, 1)), sessionRecord(old), health(clock.now())]);
    outbox.dropOld(builtAt);
    expect(seqs(outbox)).toEqual([2, 3, 4, 5]);
    expect(all(outbox).at(-1)).toMatchObject({
      type: "outboxDropped",
      body: { type: "health", count: 1, fromAt: old, untilAt: old, how: "dropped" },
    });
  });
});

describe("killed at any time", () => {
  type Step =
    | { readonly kind: "append"; readonly n: number; readonly important: boolean }
    | { readonly kind: "kill" }
    | { readonly kind: "send"; readonly limit: number; readonly answered: boolean }
    | { readonly kind: "repeat"; readonly n: number };

  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant("append" as const),
      n: fc.integer({ min: 1, max: 5 }),
      important: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("kill" as const) }),
    fc.record({
      kind: fc.constant("send" as const),
      limit: fc.integer({ min: 1, max: 7 }),
      answered: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("repeat" as const), n: fc.integer({ min: 1, max: 20 }) }),
  );

  test("the hub ends up with every record exactly once, in order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let folder = temporaryFolder();
        let outbox = openTestOutbox({ folder });
        let made = 0;
        const appended: number[] = [];
        // The hub's rule (ADR 0001), in six lines.
        let watermark = 0;
        const committed: number[] = [];
        const send = (limit: number) => {
          const after = outbox.released();
          const batch = outbox.take(after, { maxRecords: limit, maxBytes: 1e9 });
          if (batch === undefined || after > watermark) return;
          for (const { seq, at } of batch.records) if (seq > watermark) committed.push(at);
          watermark = Math.max(watermark, batch.last);
        };
        for (const action of steps) {
          if (action.kind === "append")
            for (let i = 0; i < action.n; i++) {
              made += 1;
              outbox.append([action.important ? sessionRecord(made) : health(made)]);
              appended.push(made);
            }
          else if (action.kind === "repeat") {
            // A kiosk that heard no answer sends again.
            if (all(outbox).some(({ at, type }) => at === action.n && type === "session"))
              outbox.append([sessionRecord(action.n)]);
          } else if (action.kind === "send") {
            send(action.limit);
            if (action.answered) outbox.release(watermark);
          } else {
            // What kill -9 leaves: the files as they are, write-ahead log and all.
            const copy = temporaryFolder();
            cpSync(folder, copy, { recursive: true });
            outbox.close();
            folder = copy;
            outbox = openTestOutbox({ folder });
          }
        }
        outbox.release(watermark);
        send(1000);
        outbox.close();
        expect(committed).toEqual(appended);
      }),
      { numRuns: 40 },
    );
  });
});
