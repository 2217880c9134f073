import { describe, expect, test } from "vitest";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { health, openTestOutbox, quietLog, sessionRecord } from "../testing/fixtures.ts";
import type { Outbox } from "./outbox.ts";
import { makeRecorder } from "./recorder.ts";

const everything = { maxRecords: 1_000_000, maxBytes: Number.POSITIVE_INFINITY };
const all = (outbox: Outbox) => outbox.take(0, everything)?.records ?? [];

/** An outbox whose disk SQLite itself calls full, until it is relieved. */
function openOnFullDisk(maxWaitingBytes?: number) {
  const clock = makeFakeClock();
  let limitPages: (pages: number) => void = () => {};
  const outbox = openTestOutbox({
    clock,
    ...(maxWaitingBytes === undefined ? {} : { bounds: { maxWaitingBytes } }),
    opened: (database) => {
      limitPages = (pages) => database.exec(`PRAGMA max_page_count = ${pages}`);
    },
  });
  // Sessions only: there is nothing that could give way.
  let n = 0;
  limitPages(40);
  while (outbox.append([sessionRecord(++n)]) === "stored");
  return { outbox, clock, filled: n, relieve: () => limitPages(100_000) };
}

describe("a full disk", () => {
  test("important records wait in memory and reach the disk in order once it has room", () => {
    const { outbox, filled, relieve } = openOnFullDisk();
    const stored: number[] = [];
    expect(outbox.append([sessionRecord(5001)], { stored: () => stored.push(5001) })).toBe("waiting");
    expect(outbox.append([sessionRecord(5002)], { stored: () => stored.push(5002) })).toBe("waiting");
    outbox.retry();
    // Not durable: nobody may be told that it is.
    expect(stored).toEqual([]);
    relieve();
    outbox.retry();
    expect(stored).toEqual([5001, 5002]);
    const sessions = all(outbox).filter(({ type }) => type === "session");
    expect(sessions.map(({ at }) => at)).toEqual([
      ...Array.from({ length: filled }, (_, i) => i + 1),
      5001,
      5002,
    ]);
  });

  test("health is refused quietly, counted, and told with a fault when there is room again", () => {
    const { outbox, clock, relieve } = openOnFullDisk();
    const from = clock.now();
    for (let n = 0; n < 30; n++) {
      expect(outbox.append([health(clock.now())])).toBe("refused");
      clock.advance(60_000);
    }
    relieve();
    outbox.retry();
    expect(all(outbox).slice(-2)).toMatchObject([
      { type: "fault", body: { kind: "diskFull", detail: expect.stringContaining("30 mẫu sức khỏe") } },
      { type: "outboxDropped", body: { type: "health", how: "dropped", count: 30, fromAt: from } },
    ]);
    outbox.retry();
    expect(all(outbox).filter(({ type }) => type === "fault")).toHaveLength(1);
  });

  test("old health gives way to what matters more", () => {
    const clock = makeFakeClock();
    let limit = () => {};
    const outbox = openTestOutbox({
      clock,
      opened: (database) => {
        limit = () => database.exec("PRAGMA max_page_count = 200");
      },
    });
    limit();
    for (let n = 1; outbox.append(Array.from({ length: 50 }, () => health(n))) === "stored"; n++);
    for (let n = 1; n <= 100; n++) expect(outbox.append([sessionRecord(n)])).toBe("stored");
    expect(all(outbox).filter(({ type }) => type === "session")).toHaveLength(100);
    expect(all(outbox).some(({ type }) => type === "outboxDropped")).toBe(true);
  });

  test("memory is bounded too: beyond it a kiosk keeps its record itself", () => {
    const { outbox } = openOnFullDisk(1000);
    const outcomes = Array.from({ length: 20 }, (_, n) => outbox.append([sessionRecord(7000 + n)]));
    expect(outcomes).toContain("refused");
    expect(outcomes).toContain("waiting");
  });
});

test("a record too large to travel is left out, told, and answered, so that the kiosk does not offer it for ever", () => {
  const clock = makeFakeClock();
  const outbox = openTestOutbox({ clock });
  const recorder = makeRecorder({ outbox, clock, log: quietLog });
  const checks = Array.from({ length: 1000 }, () => ({
    name: "sound" as const,
    passed: true,
    detail: "x".repeat(100),
  }));
  const [session] = [sessionRecord(1)];
  if (session?.id === undefined) throw new Error("the fixture has an id");
  let answered = 0;
  recorder.keep(
    { id: session.id, at: clock.now(), type: "readiness", body: { checks, sessionId: null } },
    () => answered++,
  );
  expect(answered).toBe(1);
  expect(all(outbox)).toMatchObject([{ type: "fault", body: { kind: "other" } }]);
});
