// Tests commands that are given by themselves: when, to whom, and what is told when they are not.

import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { CommandOrder, CommandTarget } from "../api/commands.ts";
import type { ScheduleDraft } from "../api/schedules.ts";
import { actor, startTestHub, type TestHub } from "../hubFixture.ts";
import type { Devices, SendHow } from "../hubServices.ts";
import { makeSchedules, type Schedules } from "./schedules.ts";

const zone = "Asia/Ho_Chi_Minh";
const workdays = [1, 2, 3, 4, 5];
/** A Monday, the school's wall clock. */
const monday = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);

let hub: TestHub;
let schedules: Schedules;
let now = monday("07:00");
const clock = { now: () => now };
const given: { target: CommandTarget; order: CommandOrder; how: SendHow | undefined }[] = [];
const ids = { on: "00000000-0000-7000-8000-0000000000a1", off: "00000000-0000-7000-8000-0000000000a2" };

/** Two stations of the room, one of them on. */
const devices = {
  list: () => [
    { id: ids.on, roomId: hub.room, via: "agent", name: "Trạm 1" },
    { id: ids.off, roomId: hub.room, via: "agent", name: "Trạm 2" },
  ],
  find: () => ({ name: "Trạm", revokedAt: null }),
  stations: (wanted: readonly DeviceId[]) =>
    wanted.map((deviceId) => ({ deviceId, reachability: deviceId === ids.on ? "online" : "stopped" })),
} as unknown as Devices;

beforeAll(async () => {
  hub = await startTestHub({ unstarted: true });
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.store.query.deleteFrom("commandSchedule").execute();
  await hub.store.query.deleteFrom("closure").execute();
  given.length = 0;
  now = monday("07:00");
  schedules = makeSchedules({
    query: hub.store.query,
    events: hub.events,
    audit: hub.audit,
    log: pino({ level: "silent" }),
    clock,
    school: { zone },
    devices,
    commands: {
      async sendTo(_actor, target, order, how) {
        given.push({ target, order, how });
        return { ok: true, value: { commands: [], unsent: [] } };
      },
    },
  });
});

const draft = (part: Partial<ScheduleDraft> = {}): ScheduleDraft => ({
  name: "Tắt máy",
  weekdays: workdays,
  minute: 17 * 60 + 30,
  target: { kind: "room", roomId: hub.room },
  order: { name: "shutDown" },
  skipClosed: true,
  enabled: true,
  ...part,
});
const tickAt = async (at: number) => {
  now = at;
  await schedules.tick();
};
const lastOf = async () => (await schedules.list()).schedules[0]?.last;

test("what is due is given once, to whom there is something to do for, and never over a lesson", async () => {
  await schedules.add(actor, draft());
  await tickAt(monday("17:29"));
  expect(given).toEqual([]);
  await tickAt(monday("17:30"));
  await tickAt(monday("17:31"));
  expect(given).toMatchObject([
    {
      target: { kind: "devices", deviceIds: [ids.on] },
      order: { name: "shutDown" },
      how: { insist: false, wait: "twoHours" },
    },
  ]);
  expect(await lastOf()).toMatchObject({ kind: "run", dueAt: monday("17:30") });
});

test("only those that are off are woken", async () => {
  await schedules.add(actor, draft({ order: { name: "wake" }, minute: 7 * 60 + 15 }));
  await tickAt(monday("07:15"));
  expect(given).toMatchObject([{ target: { deviceIds: [ids.off] } }]);
});

test("a hub that was off at the time does not make up for it late, and tells", async () => {
  await schedules.add(actor, draft({ order: { name: "wake" }, minute: 7 * 60 + 15 }));
  await tickAt(monday("11:00"));
  expect(given).toEqual([]);
  expect(await lastOf()).toEqual({ dueAt: monday("07:15"), kind: "missed", sent: 0, unsent: [] });
  expect(await hub.audited("schedule.missed")).toHaveLength(1);
  await tickAt(monday("07:15") + 86_400_000);
  expect(given).toHaveLength(1);
});

test("a few minutes late is not too late", async () => {
  await schedules.add(actor, draft());
  await tickAt(monday("17:40"));
  expect(given).toHaveLength(1);
});

test("nothing is given on a day that the school is closed, nor while it is switched off", async () => {
  await hub.store.query
    .insertInto("closure")
    .values({ id: "c", fromDate: "2026-11-23", untilDate: "2026-11-23", reason: "Nghỉ" })
    .execute();
  const added = await schedules.add(actor, draft());
  if (!added.ok) throw new Error(added.detail);
  expect(added.value.nextRunAt).toBe(monday("17:30") + 86_400_000);
  await tickAt(monday("17:30"));
  expect(given).toEqual([]);
  await schedules.change(actor, added.value.id, { skipClosed: false, enabled: false });
  await tickAt(monday("17:31"));
  expect(given).toEqual([]);
  // What was due while it was off is not made up for.
  await schedules.change(actor, added.value.id, { enabled: true });
  await tickAt(monday("17:32"));
  expect(given).toEqual([]);
});

test("a clock that is set back gives nothing twice before its time comes again", async () => {
  await schedules.add(actor, draft());
  await tickAt(monday("17:30"));
  await tickAt(monday("16:00"));
  expect(given).toHaveLength(1);
});

test("a clock that was weeks ahead and is right again silences nothing, and gives nothing twice", async () => {
  await schedules.add(actor, draft());
  await tickAt(monday("17:30") + 21 * 86_400_000);
  expect(given).toHaveLength(1);
  await tickAt(monday("17:31"));
  expect(given).toHaveLength(1);
  await tickAt(monday("17:30") + 86_400_000);
  await tickAt(monday("17:31") + 86_400_000);
  expect(given).toHaveLength(2);
});

test("a computer room is proposed to be woken and switched off, until it has such schedules", async () => {
  await hub.store.query.updateTable("room").set({ kind: "kidsmart" }).where("id", "=", hub.room).execute();
  const { proposals } = await schedules.list();
  expect(proposals.map(({ order, minute }) => [order.name, minute])).toEqual([
    ["wake", 435],
    ["shutDown", 1050],
  ]);
  await schedules.add(actor, draft());
  expect((await schedules.list()).proposals.map(({ order }) => order.name)).toEqual(["wake"]);
  expect(localTimeOf(now, zone).weekday).toBe(1);
});
