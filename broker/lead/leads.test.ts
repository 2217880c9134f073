// Tests leading a lesson through a real hub: stored, sent, told again, asked for at a station.
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ClassId, CommandId, LessonId, SessionId, SlotId, StaffId } from "../../protocol/ids.ts";
import { type LessonLead, lessonLead } from "../../protocol/lesson/lessonLead.ts";
import type { LessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import type { Ask } from "../../protocol/messages/ask.ts";
import { type RoomCommand, roomCommand } from "../../protocol/messages/command.ts";
import type { DeviceState } from "../../protocol/messages/deviceState.ts";
import { topicOf } from "../../protocol/topics.ts";
import {
  actor,
  boot,
  deviceTopic,
  type Identity,
  nextMessage,
  startTestHub,
  type TestHub,
} from "../hubFixture.ts";
import type { ScreenLink } from "../hubServices.ts";

const classId = v7() as ClassId;
const lessonId = v7() as LessonId;
const slotId = v7() as SlotId;
const sessionId = `${slotId}.20261125` as SessionId;
const minute = 60_000;
const nine = Date.parse("2026-11-25T09:00:00+07:00");

let hub: TestHub;
beforeEach(async () => {
  hub = await startTestHub();
  // Ten past nine; the class of the slot is there until half past.
  hub.clock.by = nine + 10 * minute - Date.now();
  const { query } = hub.store;
  await query
    .insertInto("schoolClass")
    .values({
      id: classId,
      name: "Lớp Mèo",
      emblem: "cat",
      ageBand: "5-6",
      position: 1,
      homeRoomId: null,
      children: 28,
      archivedAt: null,
    })
    .execute();
  const games = JSON.stringify([{ gameId: "count-animals", level: "yard", mode: "explore" }]);
  await query
    .insertInto("lesson")
    .values({
      id: lessonId,
      title: "Đếm",
      goal: "",
      ageBand: "5-6",
      minutes: 30,
      games,
      domains: "[]",
      archivedAt: null,
    })
    .execute();
  await query
    .insertInto("publishedSlot")
    .values({
      id: slotId,
      roomId: hub.room,
      date: "2026-11-25",
      periodId: null,
      startMinute: 540,
      endMinute: 570,
      classId,
      lessonId,
    })
    .execute();
  hub.events.publish({ type: "timetableChanged", room: null });
  await hub.core.desired.settled();
});
afterEach(() => hub.close());

async function person(permissions: readonly string[], disabledAt: number | null = null): Promise<StaffId> {
  const id = v7() as StaffId;
  const { query } = hub.store;
  await query
    .insertInto("staff")
    .values({
      id,
      username: id,
      displayName: "Cô Lan",
      passwordVerifier: "",
      pinVerifier: null,
      createdAt: 0,
      disabledAt,
    })
    .execute();
  await query
    .insertInto("role")
    .values({ code: id, name: id, permissions: JSON.stringify(permissions) })
    .execute();
  await query.insertInto("staffRole").values({ staffId: id, roleCode: id }).execute();
  return id;
}

/** A station as its agent: connected, listening to its room, announced. */
async function connect(identity: Identity) {
  const client = await hub.connect(identity);
  const heard: RoomCommand[] = [];
  let look = () => {};
  client.on("message", (topic, payload) => {
    if (!topic.startsWith("kidsmart/v1/") || !topic.includes("/room/")) return;
    heard.push(roomCommand.parse(JSON.parse(payload.toString())));
    look();
  });
  const topic = topicOf("roomCommand", { school: hub.school, room: hub.room });
  if (hub.core.devices.find(identity.deviceId)?.roomId != null)
    await client.subscribeAsync(topic, { qos: 1 });
  const say = (name: "state" | "ask", message: unknown) =>
    client.publishAsync(deviceTopic(hub, identity.deviceId, name), JSON.stringify(message), { qos: 1 });
  const birth: DeviceState = {
    state: "online",
    boot,
    run: 1,
    agent: "0",
    kiosk: "0",
    have: { plan: 1, config: 1, content: 0 },
    clock: { at: hub.clock.now(), mono: 1, trusted: true },
  };
  return {
    client,
    heard,
    announce: () => say("state", birth),
    ask: (ask: Partial<Ask>) =>
      say("ask", { id: v7(), askedAt: hub.clock.now(), order: order("pause"), ...ask }),
    /** The lead of the next command that comes. */
    next: (): Promise<LessonLead> =>
      new Promise((resolve) => {
        look = () => {
          const command = heard.shift();
          if (command?.name !== "leadLesson") return;
          look = () => {};
          resolve(command.lead);
        };
        look();
      }),
  };
}

const order = (name: "pause" | "resume" | "end", stations: null = null): LessonOrder => ({
  order: name,
  sessionId,
  stations,
});
const give = (wanted: LessonOrder) => hub.core.leads.giveOrder(actor, hub.room, wanted);
const stored = async () => {
  const row = await hub.store.query.selectFrom("roomLead").selectAll().executeTakeFirst();
  return row && lessonLead.parse(JSON.parse(row.lead));
};

test("an order is in the database before a station hears of it, and the audit says who gave it", async () => {
  const identity = await hub.enrol();
  let inDatabase: unknown = "nothing was sent";
  const link: ScreenLink = {
    document() {},
    deviceCommand() {},
    roomCommand: () => {
      inDatabase = hub.store.sqlite.prepare('SELECT lead FROM "roomLead"').get();
    },
    close() {},
  };
  const device = hub.core.devices.find(identity.deviceId);
  if (device === undefined) throw new Error("no device");
  hub.core.screens.open(device, { kiosk: "0", have: { plan: 0, config: 0, content: 0 } }, link);
  const answer = await give(order("pause"));
  if (!answer.ok) throw new Error(answer.message);
  expect(answer.value).toMatchObject({ sessionId, revision: 1, all: { paused: true } });
  expect(inDatabase).toEqual({ lead: JSON.stringify(answer.value) });
  const [line] = await hub.audited("lesson.pause");
  expect(line).toMatchObject({ actor: actor.name, subject: "Phòng Kidsmart" });
  expect(JSON.parse(line?.detail ?? "")).toMatchObject({ sessionId, revision: 1, schoolClass: "Lớp Mèo" });
});

test("every station of the room hears one and the same lead", async () => {
  const stations = await Promise.all([1, 2, 3].map(async (n) => connect(await hub.enrol(`Trạm ${n}`))));
  const answer = await give(order("pause"));
  if (!answer.ok) throw new Error(answer.message);
  for (const { next } of stations) expect(await next()).toEqual(answer.value);
});

test("two teachers who order at once are served one after the other, and both see the newest", async () => {
  const answers = await Promise.all([
    give(order("pause")),
    give({ order: "count", sessionId, headcount: null, stationsInUse: null }),
    give(order("resume")),
    give(order("pause")),
  ]);
  expect(answers.map((answer) => (answer.ok ? answer.value.revision : answer.code))).toEqual([1, 1, 2, 3]);
  expect(await stored()).toMatchObject({ revision: 3, all: { paused: true } });
});

test("a station that missed orders hears the newest lead when it comes, and again when its kiosk does", async () => {
  await give(order("pause"));
  await give(order("resume"));
  const station = await connect(await hub.enrol());
  await station.announce();
  expect(await station.next()).toMatchObject({ revision: 2, all: { paused: false } });
  await station.announce();
  expect(await station.next()).toMatchObject({ revision: 2 });
});

test("a station that was away when the lesson was ended hears of the end, until the slot is over and no longer", async () => {
  const identity = await hub.enrol();
  await give(order("end"));
  hub.clock.by += 15 * minute;
  const late = await connect(identity);
  await late.announce();
  expect(await late.next()).toMatchObject({ sessionId, all: { ended: true } });
  hub.clock.by += 10 * minute;
  await late.announce();
  // Whatever the hub says to a birth is said before the answer to the next message.
  await late.announce();
  expect(late.heard).toEqual([]);
});

test("a hub that died between start and end goes on leading, and tells the stations that come back", async () => {
  const identity = await hub.enrol();
  const begun = await give({ order: "start", classId, lessonId, headcount: 3, stationsInUse: 10 });
  if (!begun.ok) throw new Error(begun.message);
  await hub.restart();
  const station = await connect(identity);
  await station.announce();
  expect(await station.next()).toEqual(begun.value);
  await give(order("end"));
  expect(await station.next()).toMatchObject({ revision: 2, all: { ended: true } });
});

test("a class that came early, ended and began again keeps its lesson through its own slot, also after a restart", async () => {
  hub.clock.by -= 20 * minute;
  const start = { order: "start", classId, lessonId, headcount: null, stationsInUse: null } as const;
  await give(start);
  hub.clock.by += 2 * minute;
  await give(order("end"));
  hub.clock.by += 2 * minute;
  const again = await give(start);
  if (!again.ok) throw new Error(again.message);
  expect(again.value.sessionId).not.toBe(sessionId);
  expect(again.value.endAt - again.value.startAt).toBe(30 * minute);
  await hub.restart();
  hub.clock.by += 10 * minute;
  expect(hub.core.leads.of(hub.room)?.ended).toEqual([sessionId]);
  const paused = await give({ order: "pause", sessionId: again.value.sessionId, stations: null });
  expect(paused).toMatchObject({ ok: true, value: { revision: 2 } });
});

test("a class that has had its day's screen time is refused with a sentence, and only on that day", async () => {
  const played = (id: string, openedAt: number, playedMs: number) =>
    hub.store.query
      .insertInto("session")
      .values({
        ...{ id, roomId: null, classId, lessonId, slotId: null, source: "teacher" },
        ...{ openedAt, closedAt: openedAt + playedMs, headcount: null, countedAt: 0, playedMs, lessonAt: 0 },
      })
      .execute();
  const start = { order: "start", classId, lessonId, headcount: null, stationsInUse: null } as const;
  await played("yesterday", nine - 10 * 60 * minute, 60 * minute);
  await played("early", nine - 60 * minute, 30 * minute);
  hub.clock.by += 30 * minute;
  expect(await give(start)).toMatchObject({ ok: true });
  hub.clock.by += 31 * minute;
  await played("second", nine - 30 * minute, 30 * minute);
  expect(await give(start)).toMatchObject({ code: "DAY_CAP", message: expect.stringContaining("Hôm nay") });
});

test("a hub that lost a room's row outbids what its stations follow", async () => {
  const device = hub.core.devices.find((await hub.enrol()).deviceId);
  if (device === undefined) throw new Error("no device");
  const link: ScreenLink = { document() {}, deviceCommand() {}, roomCommand() {}, close() {} };
  const screen = hub.core.screens.open(
    device,
    { kiosk: "0", have: { plan: 0, config: 0, content: 0 } },
    link,
  );
  const kiosk = { state: "game", gameId: null, sessionId, endAt: null, paused: false, place: null } as const;
  screen.live({ ...kiosk, leadRevision: 6, seats: null });
  expect(await give(order("pause"))).toMatchObject({ value: { revision: 7 } });
});

test("a lead that is sent again after a restart still names who gave it", async () => {
  const identity = await hub.enrol();
  const staffId = await person(["sessions.lead"]);
  await hub.core.leads.giveOrder({ staffId, name: "Cô Lan" }, hub.room, order("pause"));
  await hub.restart();
  const station = await connect(identity);
  const topic = topicOf("roomCommand", { school: hub.school, room: hub.room });
  const again = nextMessage(station.client, topic);
  await station.announce();
  expect(await again).toMatchObject({ name: "leadLesson", issuedBy: staffId });
});

test("an order for a room, class or lesson that no plan knows is refused and stores nothing", async () => {
  const start = { order: "start", classId, lessonId, headcount: null, stationsInUse: null } as const;
  const unknown = v7();
  const codes = [
    await hub.core.leads.giveOrder(actor, unknown as never, start),
    await give({ ...start, classId: unknown as ClassId }),
    await give({ ...start, lessonId: unknown as LessonId }),
  ].map((answer) => (answer.ok ? "ok" : answer.code));
  expect(codes).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
  expect(await stored()).toBeUndefined();
});

test("an ask at a station leads its room as the person whose PIN was right, and the audit says at which station", async () => {
  const teacher = await person(["sessions.lead"]);
  const [station, neighbour] = [await connect(await hub.enrol("Trạm 7")), await connect(await hub.enrol())];
  const id = v7() as CommandId;
  await station.ask({ id, staffId: teacher });
  expect(await neighbour.next()).toMatchObject({ sessionId, revision: 1, all: { paused: true } });
  // A repeat would undo what another order has done since.
  await give(order("resume"));
  await station.ask({ id, staffId: teacher });
  await station.ask({ staffId: teacher, order: order("end") });
  expect([(await neighbour.next()).revision, await neighbour.next()]).toMatchObject([
    2,
    { revision: 3, all: { paused: false, ended: true } },
  ]);
  const [line] = await hub.audited("lesson.end");
  expect(line).toMatchObject({ actor: "Cô Lan" });
  expect(JSON.parse(line?.detail ?? "")).toMatchObject({ station: "Trạm 7" });
});

test("an ask of nobody, of a person who may not, of one who was locked out, or that comes too late changes nothing", async () => {
  const [cook, gone, teacher] = [
    await person(["rooms.view"]),
    await person(["sessions.lead"], 1),
    await person(["sessions.lead"]),
  ];
  const station = await connect(await hub.enrol());
  await station.ask({ staffId: v7() as StaffId });
  await station.ask({ staffId: cook });
  await station.ask({ staffId: gone });
  await station.ask({ staffId: teacher, askedAt: hub.clock.now() - 16_000 });
  // A clock that is ahead would make an ask hold for ever.
  await station.ask({ staffId: teacher, askedAt: hub.clock.now() + 60_000 });
  // The last one holds, and is the first that is done.
  await station.ask({ staffId: teacher, askedAt: null, order: order("end") });
  expect(await station.next()).toMatchObject({ revision: 1, all: { paused: false, ended: true } });
  await hub.close();
  expect(hub.auditedAtClose("lesson.askRefused").reduce((sum, { count }) => sum + count, 0)).toBe(3);
});

test("an ask of a device without a room, of a revoked one, or in another's name changes nothing", async () => {
  const teacher = await person(["sessions.lead"]);
  const homeless = await connect(await hub.enrol("Máy kho", null));
  await homeless.ask({ staffId: teacher });
  const other = await hub.enrol("Trạm 2");
  const station = await connect(await hub.enrol("Trạm 1"));
  const closed = new Promise<void>((resolve) => station.client.once("close", () => resolve()));
  const message = { id: v7(), askedAt: null, staffId: teacher, order: order("pause") };
  // Another device's topic ends the connection.
  station.client.publish(deviceTopic(hub, other.deviceId, "ask"), JSON.stringify(message), { qos: 1 });
  await closed;
  const revoked = await connect(other);
  const cut = new Promise<void>((resolve) => revoked.client.once("close", () => resolve()));
  await hub.core.devices.revoke(actor, other.deviceId);
  revoked.client.publish(deviceTopic(hub, other.deviceId, "ask"), JSON.stringify(message), { qos: 1 });
  await cut;
  expect(await stored()).toBeUndefined();
});
