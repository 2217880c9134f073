// Tests classroom screens over the routes: who may write and approve, and what reaches a screen.
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { mondayOf } from "../../protocol/timetable/schoolYear.ts";
import { addDays, instantOf, localTimeOf } from "../../protocol/timetable/zone.ts";
import type { DayPlan, Notice } from "../api/classroom.ts";
import type { Board, SchoolClass } from "../api/rooms.ts";
import { type Client, clientOf, type ServedHub, startServedHub } from "./servedHubFixture.ts";

const zone = "Asia/Ho_Chi_Minh";
/** The next Tuesday, eight in the morning. */
const today = addDays(mondayOf(localTimeOf(Date.now(), zone).date), 8);
const startAt = instantOf(today, 480, zone);
const day = (ahead: number) => addDays(today, ahead);
let served: ServedHub;
let teacher: Client;
let carer: Client;
beforeEach(async () => {
  served = await startServedHub(startAt);
  teacher = await served.as("teacher");
  carer = await served.as("vicePrincipalCare");
});
afterEach(() => served.close());

async function read<Shape>(answer: Promise<Response>, status = 200): Promise<Shape> {
  const found = await answer;
  const text = await found.text();
  expect([found.status, text]).toEqual([status, text]);
  return JSON.parse(text || "null") as Shape;
}
const order = {
  title: "Họp phụ huynh",
  text: "17 giờ thứ Sáu, tại lớp.",
  picture: "people-hugging",
  fromDate: day(0),
  untilDate: day(3),
  classIds: null as string[] | null,
};
const add = (more: Partial<typeof order> = {}) =>
  read<Notice>(teacher("addNotice", { body: { ...order, ...more } }));
/** What it says now, unless told otherwise. */
async function approve(by: Client, noticeId: string, seen?: number): Promise<Response> {
  const notices = await read<Notice[]>(by("listNotices"));
  const revision = seen ?? notices.find(({ id }) => id === noticeId)?.revision;
  return by("approveNotice", { params: { noticeId }, body: { revision } });
}
const classes = () => read<SchoolClass[]>(teacher("listClasses"));
const classCalled = async (name: string) => {
  const found = (await classes()).find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

/** A web screen in the classroom of a class of the sample school. */
async function screenOf(className: string): Promise<DeviceId> {
  const { rooms } = await read<Board>(teacher("board"));
  const room = rooms.find(({ name }) => name === className.replace("Lớp", "Phòng học"));
  const officer = await served.as("itOfficer");
  const body = { deviceName: "TV", kind: "screen", roomId: room?.id, stationNumber: null, emblem: "panda" };
  const { code } = await read<{ code: string }>(officer("createEnrolment", { body }));
  const claim = { code, via: "web", hostname: "tv" };
  const identity = clientOf(served.hub.url)("claimEnrolment", { body: claim });
  return (await read<{ deviceId: DeviceId }>(identity)).deviceId;
}
async function shownOn(screen: DeviceId) {
  await served.hub.core.desired.settled();
  const document = served.hub.core.desired.document(screen, "plan");
  if (document?.body.classroom == null) throw new Error("the screen has no classroom");
  return { version: document.version, ...document.body.classroom };
}
const titlesOn = async (screen: DeviceId) => (await shownOn(screen)).notices.map(({ title }) => title);

test("the sample school's screen has its class's day, two weeks of menu and the approved notice", async () => {
  const screen = await screenOf("Lớp Thỏ Trắng");
  const { classId, day: activities, menu, notices } = await shownOn(screen);
  expect(classId).toBe((await classCalled("Lớp Thỏ Trắng")).id);
  expect(activities[0]).toMatchObject({ startMinute: 420, title: "Đón trẻ" });
  expect(activities.at(-1)).toMatchObject({ endMinute: 990, title: "Trả trẻ" });
  expect(menu).toHaveLength(10);
  expect(notices.map(({ title }) => title)).toEqual(["Khám sức khỏe đầu mùa"]);
});

test("a notice is on the screens only while it is approved", async () => {
  const screen = await screenOf("Lớp Thỏ Trắng");
  const written = await add();
  expect(written).toMatchObject({ state: "draft", createdBy: "Đặng Mai Chi", approvedBy: null });
  expect(await titlesOn(screen)).not.toContain(order.title);

  const approved = await read<Notice>(approve(carer, written.id));
  expect(approved).toMatchObject({
    state: "approved",
    approvedBy: "Phạm Hoài Thương",
    approvedAt: expect.any(Number),
  });
  expect(await titlesOn(screen)).toContain(order.title);

  const changed = await read<Notice>(
    teacher("changeNotice", { params: { noticeId: written.id }, body: { ...order, text: "18 giờ." } }),
  );
  expect(changed).toMatchObject({ state: "draft", createdBy: "Đặng Mai Chi", approvedBy: null });
  expect(await titlesOn(screen)).not.toContain(order.title);

  await read(approve(carer, written.id));
  const withdrawn = await read<Notice>(teacher("withdrawNotice", { params: { noticeId: written.id } }));
  expect(withdrawn).toMatchObject({ state: "withdrawn", approvedBy: "Phạm Hoài Thương" });
  expect(await titlesOn(screen)).not.toContain(order.title);
  expect(await read<Notice[]>(teacher("listNotices"))).toContainEqual(withdrawn);
});

test("who writes notices does not approve them, not even her own", async () => {
  const written = await add();
  expect((await approve(teacher, written.id)).status).toBe(403);
  expect((await approve(await served.as("gradeHead"), written.id)).status).toBe(403);
  const viewer = await served.as("accountant");
  expect((await viewer("addNotice", { body: order })).status).toBe(403);
  expect((await viewer("listNotices")).status).toBe(200);
});

test("a withdrawn notice is not approved by somebody whose list is old, and comes back as a draft", async () => {
  const { id } = await add();
  await read(teacher("withdrawNotice", { params: { noticeId: id } }));
  expect(await read(approve(carer, id), 409)).toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("gỡ"),
  });
  const back = await read<Notice>(teacher("changeNotice", { params: { noticeId: id }, body: order }));
  expect(back.state).toBe("draft");
});

test("approving twice keeps who approved first", async () => {
  const { id } = await add();
  const first = await read<Notice>(approve(carer, id));
  const education = await served.as("vicePrincipalEducation");
  expect(await read<Notice>(approve(education, id))).toEqual(first);
});

test("a notice for one class is on that class's screen only", async () => {
  const [rabbits, pandas] = [await screenOf("Lớp Thỏ Trắng"), await screenOf("Lớp Gấu Trúc")];
  const { id } = await add({ classIds: [(await classCalled("Lớp Gấu Trúc")).id] });
  const before = (await shownOn(rabbits)).version;
  await read(approve(carer, id));
  expect(await titlesOn(pandas)).toContain(order.title);
  expect(await titlesOn(rabbits)).not.toContain(order.title);
  expect((await shownOn(rabbits)).version).toBe(before);
});

test.each([
  [{ untilDate: day(-1) }, "untilDate"],
  [{ title: "" }, "title"],
  [{ text: "a".repeat(601) }, "text"],
  [{ classIds: [] }, "classIds"],
  [{ fromDate: "" }, "fromDate"],
])("a notice with %j is refused beside the field", async (wrong, field) => {
  const { code, fields } = await read<{ code: string; fields: object }>(
    teacher("addNotice", { body: { ...order, ...wrong } }),
    400,
  );
  expect([code, Object.keys(fields)]).toEqual(["INVALID_INPUT", [field]]);
});

test("a notice for a class that does not exist is refused and not kept", async () => {
  const classIds = ["00000000-0000-7000-8000-000000000001"];
  await read(teacher("addNotice", { body: { ...order, classIds } }), 404);
  expect((await read<Notice[]>(teacher("listNotices"))).map(({ title }) => title)).not.toContain(order.title);
});

test("a new day plan is on the screens of its age and no other", async () => {
  const [rabbits, pandas] = [await screenOf("Lớp Thỏ Trắng"), await screenOf("Lớp Gấu Trúc")];
  const before = (await shownOn(pandas)).day;
  const activities = [
    { startMinute: 480, endMinute: 540, title: "Học", picture: "open-book" },
    { startMinute: 420, endMinute: 480, title: "Đón trẻ", picture: "waving-hand" },
  ];
  const saved = await read<DayPlan>(carer("putDayPlan", { body: { ageBand: "3-4", activities } }));
  expect(saved.activities.map(({ title }) => title)).toEqual(["Đón trẻ", "Học"]);
  expect((await shownOn(rabbits)).day).toEqual(saved.activities);
  expect((await shownOn(pandas)).day).toEqual(before);
  const plans = await read<DayPlan[]>(teacher("listDayPlans"));
  expect(plans.map(({ ageBand }) => ageBand)).toEqual(["3-4", "4-5", "5-6"]);
});

test("an activity that ends before it begins is refused and the day stays as it was", async () => {
  const before = await read<DayPlan[]>(teacher("listDayPlans"));
  const activities = [{ startMinute: 540, endMinute: 480, title: "Học", picture: "open-book" }];
  const refused = read(carer("putDayPlan", { body: { ageBand: "3-4", activities } }), 400);
  expect(await refused).toMatchObject({
    fields: { "activities.0.endMinute": expect.stringContaining("sau") },
  });
  expect(await read<DayPlan[]>(teacher("listDayPlans"))).toEqual(before);
});

test("a menu replaces its own days only, and a day without meals has none", async () => {
  const meals = [{ name: "Bữa trưa", picture: "fish", dishes: ["Cá kho"] }];
  const body = {
    days: [
      { date: day(0), meals },
      { date: day(1), meals: [] },
    ],
  };
  expect(await read(carer("putMenu", { body }))).toEqual([{ date: day(0), meals }]);
  const query = { from: day(-1), until: day(3) };
  const week = await read<{ date: string }[]>(teacher("showMenu", { query }));
  expect(week.map(({ date }) => date)).toEqual([day(-1), day(0), day(2), day(3)]);
});

test("every change is in the audit log with who made it", async () => {
  const { id } = await add();
  await read(approve(carer, id));
  await read(carer("putMenu", { body: { days: [{ date: day(0), meals: [] }] } }));
  const written = await served.hub.store.query
    .selectFrom("audit")
    .where("action", "in", ["notice.add", "notice.approve", "classroom.menu"])
    .orderBy("id")
    .select(["actor", "action", "subject"])
    .execute();
  expect(written).toEqual([
    { actor: "Đặng Mai Chi", action: "notice.add", subject: order.title },
    { actor: "Phạm Hoài Thương", action: "notice.approve", subject: order.title },
    { actor: "Phạm Hoài Thương", action: "classroom.menu", subject: day(0) },
  ]);
});

test("a plan made on a later day holds that day's weeks and drops what has ended", async () => {
  const screen = await screenOf("Lớp Thỏ Trắng");
  const { id } = await add({ untilDate: day(0) });
  await read(approve(carer, id));
  expect(await titlesOn(screen)).toContain(order.title);
  served.clock.by += 7 * 86_400_000;
  teacher = await served.as("teacher");
  // Any change; the turn of the day itself is dayTurn.test.ts.
  await add({ title: "Khác" });
  expect(await titlesOn(screen)).not.toContain(order.title);
  expect((await shownOn(screen)).menu[0]?.date).toBe(day(6));
});

test("what was changed since it was read is not approved, and the sentence says to read it again", async () => {
  const { id, revision } = await add();
  const body = { ...order, text: "Nghỉ học ngày mai." };
  await read(teacher("changeNotice", { params: { noticeId: id }, body }));
  expect(await read(approve(carer, id, revision), 409)).toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("vừa được sửa"),
  });
  const found = (await read<Notice[]>(carer("listNotices"))).find((each) => each.id === id);
  expect(found).toMatchObject({ state: "draft", text: body.text, revision: revision + 1 });
  await read(approve(carer, id, revision + 1));
  // Somebody whose list is older than the approval, too.
  expect((await approve(carer, id, revision)).status).toBe(409);
});

test("another's notice is changed and withdrawn by who keeps the screens only", async () => {
  const head = await served.as("gradeHead");
  const { id } = await read<Notice>(head("addNotice", { body: order }));
  const touch = { params: { noticeId: id } };
  const refused = await read(teacher("changeNotice", { ...touch, body: order }), 403);
  expect(refused).toMatchObject({ code: "NOT_ALLOWED", message: expect.stringContaining("người khác viết") });
  expect((await teacher("withdrawNotice", touch)).status).toBe(403);
  expect((await carer("changeNotice", { ...touch, body: order })).status).toBe(200);
  expect((await head("withdrawNotice", touch)).status).toBe(200);
});

test("a teacher reads the menu and the days of the classes, and writes neither", async () => {
  const activities = [{ startMinute: 420, endMinute: 480, title: "Đón trẻ", picture: "waving-hand" }];
  expect((await teacher("putDayPlan", { body: { ageBand: "3-4", activities } })).status).toBe(403);
  expect((await teacher("putMenu", { body: { days: [{ date: day(0), meals: [] }] } })).status).toBe(403);
  expect((await teacher("listDayPlans")).status).toBe(200);
});
