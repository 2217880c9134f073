// Tests that what records amount to does not depend on the order in which they came.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId, RoomId, SessionId } from "../../protocol/ids.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import type { Session } from "../../protocol/records/session.ts";
import { boot } from "../hubFixture.ts";
import { openStore, type Store } from "../store/store.ts";
import { makeProjections } from "./projections.ts";

const [device, room] = [v7() as DeviceId, v7() as RoomId];
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-projections-"));
  store = await openStore(join(folder, "hub.db"));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Without `receivedAt` the hub's clock was always right. */
type Told = { readonly at: number; readonly record: DeviceRecord; readonly receivedAt?: number };
const stamp = { seq: 1, mono: 1, boot } as const;
const session = (at: number, event: Session["event"], more: Partial<Session> = {}): Told => ({
  at,
  record: {
    ...stamp,
    at,
    type: "session",
    id: v7() as never,
    body: {
      sessionId: "s" as SessionId,
      event,
      source: "timetable",
      slotId: null,
      classId: "c" as never,
      lessonId: "l" as never,
      staffId: null,
      headcount: null,
      startAt: 0,
      endAt: 10_000,
      seats: null,
      playedMs: null,
      ...more,
    },
  },
});
const readiness = (at: number, detail: string): Told => ({
  at,
  record: {
    ...stamp,
    at,
    type: "readiness",
    id: v7() as never,
    body: { sessionId: null, checks: [{ name: "sound", passed: false, detail }] },
  },
});

function projected(told: readonly Told[]) {
  store.sqlite.exec("DELETE FROM session; DELETE FROM readiness");
  const { apply } = makeProjections(store.sqlite);
  for (const { at, record, receivedAt } of told)
    apply(record, at, device, room, receivedAt ?? Number.MAX_SAFE_INTEGER);
  return {
    sessions: store.sqlite.prepare("SELECT * FROM session").all(),
    readiness: store.sqlite.prepare("SELECT * FROM readiness").all(),
  };
}

test("a lesson is as long as its stations say together, with the room's last count and the longest play", () => {
  const { sessions } = projected([
    session(100, "opened", { headcount: 28 }),
    session(130, "opened", { headcount: 28, source: "teacher" }),
    session(200, "counted", { headcount: 26 }),
    session(900, "closed", { headcount: 28, playedMs: 500 }),
    session(890, "closed", { headcount: 26, playedMs: 700 }),
  ]);
  expect(sessions).toMatchObject([
    { id: "s", openedAt: 100, closedAt: 900, headcount: 26, playedMs: 700, source: "teacher", roomId: room },
  ]);
});

test("a check that comes late does not hide the newer one", () => {
  const { readiness: rows } = projected([readiness(200, "mới"), readiness(100, "cũ")]);
  expect(rows).toMatchObject([{ deviceId: device, at: 200, checks: expect.stringContaining("mới") }]);
});

test("a check that came while the hub's clock was ahead does not hide those that come after", () => {
  const { readiness: rows } = projected([
    { ...readiness(9000, "trước"), receivedAt: 9000 },
    { ...readiness(200, "mới"), receivedAt: 210 },
    { ...readiness(150, "cũ"), receivedAt: 220 },
  ]);
  expect(rows).toMatchObject([{ at: 200, checks: expect.stringContaining("mới") }]);
});

test("whatever the order, the same records give the same lesson and the same readiness", () => {
  const told = fc.oneof(
    fc
      .record({
        at: fc.integer({ min: 1, max: 5 }),
        event: fc.constantFrom("opened" as const, "counted" as const, "closed" as const, "extended" as const),
        source: fc.constantFrom("timetable" as const, "teacher" as const, "hub" as const),
        headcount: fc.option(fc.integer({ min: 1, max: 5 })),
        playedMs: fc.option(fc.integer({ min: 0, max: 5 })),
        lessonId: fc.constantFrom("l" as never, "m" as never),
        endAt: fc.integer({ min: -60_000, max: 6 }),
      })
      .map(({ at, event, ...more }) => session(at, event, more)),
    fc
      .record({ at: fc.integer({ min: 1, max: 5 }), detail: fc.constantFrom("a", "b") })
      .map(({ at, detail }) => readiness(at, detail)),
  );
  const shuffled = fc
    .array(told, { minLength: 1, maxLength: 8 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(projected(one)).toEqual(projected(other));
    }),
    { numRuns: 300 },
  );
});

test("a station that tells of the end days later makes no lesson longer than it was", () => {
  const { sessions } = projected([
    session(100, "opened", { endAt: 1000 }),
    session(90_000, "closed", { endAt: 1000 }),
    session(800, "closed", { endAt: 1000 }),
  ]);
  expect(sessions).toMatchObject([{ openedAt: 100, closedAt: 1000 }]);
});

test("a lesson that was changed to another one is the newest of them, in whatever order the records come", () => {
  const told = [
    session(100, "opened", { lessonId: "b" as never }),
    session(200, "counted", { lessonId: "a" as never }),
    session(300, "paused", { lessonId: "z" as never }),
    session(400, "closed", { lessonId: "c" as never, endAt: 500 }),
    // Switched off in mid-lesson, and on again a day later.
    session(90_000_000, "closed", { lessonId: "z" as never, endAt: 500 }),
  ];
  for (const order of [told, [...told].reverse(), [told[3], told[0], told[4], told[2], told[1]] as Told[]])
    expect(projected(order).sessions).toMatchObject([{ lessonId: "c" }]);
});
