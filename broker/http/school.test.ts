// Tests the school's frame over the API: what every route does, whom it refuses, and what it answers to what cannot be.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { signedIn } from "../api/accounts.ts";
import { room } from "../api/rooms.ts";
import { proposedClosure, type School, school, schoolRoutes, wholeClass } from "../api/school.ts";
import { type Client, type ServedHub, startServedHub } from "./servedHubFixture.ts";

const november = Date.parse("2026-11-25T07:00:00+07:00");
const nobody = "00000000-0000-7000-8000-000000000001";
let served: ServedHub;
let officer: Client;
beforeAll(async () => {
  served = await startServedHub(november);
  officer = await served.as("itOfficer");
});
afterAll(() => served.close());

type Asked = Parameters<Client>;
async function refused(...asked: Asked): Promise<{ status: number; code: string; message: string }> {
  const answer = await officer(...asked);
  return { status: answer.status, ...((await answer.json()) as { code: string; message: string }) };
}
async function given(...asked: Asked): Promise<unknown> {
  const answer = await officer(...asked);
  expect([asked[0], answer.status]).toEqual([asked[0], expect.toSatisfy((status) => status < 300)]);
  return answer.json().catch(() => null);
}
const show = async (): Promise<School> => school.parse(await given("showSchool"));

test("whoever may only look changes nothing of the school", async () => {
  const looker = await served.withPermissions(["timetable.view", "rooms.view"]);
  const params = { yearId: nobody, closureId: nobody, roomId: nobody, classId: nobody };
  for (const [name, { permission }] of Object.entries(schoolRoutes)) {
    const query = name === "proposeHolidays" ? { from: "2027-01-01", until: "2027-12-31" } : undefined;
    const answer = await looker(name as keyof typeof schoolRoutes, { params, ...(query && { query }) });
    expect([name, answer.status]).toEqual([name, permission === "school.manage" ? 403 : 200]);
  }
});

test("a new name and zone are on every page and in every device's config at once, and in another zone another day", async () => {
  const before = await show();
  const screen = await served.enrolScreen();
  await given("changeSchool", { body: { name: "Mầm non Hoa Sen", zone: "Asia/Tokyo" } });
  expect(await show()).toMatchObject({ name: "Mầm non Hoa Sen", zone: "Asia/Tokyo" });
  await vi.waitFor(async () => {
    const { school: shown } = signedIn.parse(await given("whoAmI"));
    expect(shown).toMatchObject({ name: "Mầm non Hoa Sen", zone: "Asia/Tokyo" });
  });
  const { desired } = served.hub.core;
  await desired.settled();
  expect(desired.document(screen.deviceId, "config")?.body.schoolName).toBe("Mầm non Hoa Sen");
  expect(desired.document(screen.deviceId, "plan")?.body.timetable.zone).toBe("Asia/Tokyo");
  await given("changeSchool", { body: { name: before.name, zone: before.zone } });
});

test("a zone that does not exist is refused at its field", async () => {
  expect(await refused("changeSchool", { body: { zone: "Asia/Ha_Noi" } })).toMatchObject({
    status: 400,
    fields: { zone: expect.stringContaining("Asia/Ho_Chi_Minh") },
  });
});

test("winter that would move slots into each other is refused with what collides; winter that fits moves them", async () => {
  const before = await show();
  const fits = await given("changeSchool", { body: { winter: { from: "10-01", until: "04-15" } } });
  expect(fits).toMatchObject({ winter: { from: "10-01" } });
  const [first, second] = before.periods;
  if (first === undefined || second === undefined) throw new Error("no periods");
  const { id: roomId } = room.array().parse(await given("listRooms"))[0] ?? { id: "" };
  const { query } = served.hub.store;
  const planned = await query
    .selectFrom("publishedSlot")
    .where("date", ">", "2026-11-25")
    .where("periodId", "=", first.id)
    .where("roomId", "=", roomId)
    .select("date")
    .executeTakeFirstOrThrow();
  expect(planned.date > "2026-11-25").toBe(true);
  const over = { startMinute: second.winter.startMinute - 10, endMinute: second.winter.startMinute + 10 };
  const withoutSecond = { ...first, winter: over };
  const answer = await refused("putPeriods", {
    body: { periods: [withoutSecond, ...before.periods.slice(1)] },
  });
  expect(answer).toMatchObject({ status: 400, code: "INVALID_INPUT" });
  await given("changeSchool", { body: { winter: before.winter } });
});

test("periods: hours that end before they begin and hours that overlap in one season are refused; a new one is kept", async () => {
  const { periods } = await show();
  const [first] = periods;
  if (first === undefined) throw new Error("no periods");
  const last = { id: null, name: "Tiết thêm", afterLunch: false };
  const evening = { startMinute: 1100, endMinute: 1130 };
  const ends = { ...last, summer: { startMinute: 1130, endMinute: 1100 }, winter: evening };
  expect(await refused("putPeriods", { body: { periods: [...periods, ends] } })).toMatchObject({
    status: 400,
    fields: { [`periods.${periods.length}.summer.endMinute`]: expect.stringContaining("sau giờ bắt đầu") },
  });
  const overlaps = { ...last, summer: evening, winter: first.winter };
  expect(await refused("putPeriods", { body: { periods: [...periods, overlaps] } })).toMatchObject({
    status: 400,
    fields: { [`periods.${periods.length}.winter.startMinute`]: expect.stringContaining(first.name) },
  });
  const added = { ...last, summer: evening, winter: evening };
  const after = school.parse(await given("putPeriods", { body: { periods: [...periods, added] } }));
  expect(after.periods.map(({ name }) => name)).toEqual([...periods.map(({ name }) => name), "Tiết thêm"]);
  expect(await refused("putPeriods", { body: { periods: after.periods.slice(1) } })).toMatchObject({
    status: 409,
    message: expect.stringContaining(first.name),
  });
  await given("putPeriods", { body: { periods } });
});

test("years are added, changed and removed; one with slots stays, and one that overlaps is refused", async () => {
  const { years } = await show();
  const body = {
    id: null,
    name: "2029–2030",
    terms: [{ name: "Học kỳ I", fromDate: "2029-09-03", weeks: 18 }],
  };
  const added = school.parse(await given("putYear", { body }));
  const yearId = added.years.find(({ name }) => name === "2029–2030")?.id ?? "";
  expect(await refused("putYear", { body: { ...body, name: "Khác" } })).toMatchObject({
    status: 400,
    fields: { "terms.0.fromDate": expect.stringContaining("Học kỳ I") },
  });
  await given("putYear", { body: { ...body, id: yearId, name: "2029 – 2030" } });
  await given("removeYear", { params: { yearId } });
  expect((await show()).years).toEqual(years);
  expect(await refused("removeYear", { params: { yearId } })).toMatchObject({ status: 404 });
  expect(await refused("removeYear", { params: { yearId: years[0]?.id ?? "" } })).toMatchObject({
    status: 409,
    message: expect.stringContaining("đã có tiết"),
  });
});

test("closures are proposed, taken and opened again; days in the wrong order are refused", async () => {
  const query = { from: "2027-04-01", until: "2027-04-20" };
  const holidays = proposedClosure.array().parse(await given("proposeHolidays", { query }));
  expect(holidays).toMatchObject([{ fromDate: "2027-04-16", taken: false }]);
  expect(await refused("proposeHolidays", { query: { from: query.until, until: query.from } })).toMatchObject(
    {
      status: 400,
      fields: { until: expect.any(String) },
    },
  );
  const closure = { fromDate: "2027-04-16", untilDate: "2027-04-16", reason: "Giỗ Tổ" };
  const backwards = { ...closure, untilDate: "2027-04-15" };
  expect(await refused("addClosures", { body: { closures: [backwards] } })).toMatchObject({
    status: 400,
    fields: { "closures.0.untilDate": expect.stringContaining("trước ngày đầu") },
  });
  const { closures } = school.parse(await given("addClosures", { body: { closures: [closure] } }));
  const closureId = closures.find(({ reason }) => reason === "Giỗ Tổ")?.id ?? "";
  expect(await given("proposeHolidays", { query })).toMatchObject([{ taken: true }]);
  await given("removeClosure", { params: { closureId } });
  expect(await refused("removeClosure", { params: { closureId } })).toMatchObject({ status: 404 });
});

test("a day's limit below what is planned is refused with the classes; the session's stays with it", async () => {
  const { screenTime } = await show();
  const { query } = served.hub.store;
  const { date, classId, roomId, lessonId } = await query
    .selectFrom("publishedSlot")
    .innerJoin("schoolClass", "schoolClass.id", "publishedSlot.classId")
    .where("ageBand", "=", "5-6")
    .where("date", ">", "2026-11-25")
    .selectAll("publishedSlot")
    .executeTakeFirstOrThrow();
  const slot = { id: nobody, date, classId, roomId, lessonId, periodId: null, startMinute: 1000 };
  await query
    .insertInto("publishedSlot")
    .values({ ...slot, endMinute: 1020 })
    .execute();
  const lower = { ...screenTime, dayCapMinutes: { ...screenTime.dayCapMinutes, "5-6": 30 } };
  expect(await refused("changeSchool", { body: { screenTime: lower } })).toMatchObject({
    status: 409,
    message: expect.stringMatching(/Lớp .+ \(1 ngày\)/),
  });
  expect((await show()).screenTime).toEqual(screenTime);
  await query.deleteFrom("publishedSlot").where("id", "=", nobody).execute();
});

test("rooms are added, renamed and removed; one of a name, with slots or with devices is refused", async () => {
  const body = { name: "Phòng Kidsmart 2", kind: "kidsmart" };
  const { id: roomId } = room.parse(await given("addRoom", { body }));
  expect(await refused("addRoom", { body: { ...body, name: "phòng kidsmart 2" } })).toMatchObject({
    status: 400,
    fields: { name: expect.any(String) },
  });
  expect(await given("changeRoom", { params: { roomId }, body: { name: "Phòng Sao" } })).toMatchObject({
    name: "Phòng Sao",
  });
  const order = { deviceName: "Trạm lạc", kind: "station", roomId, stationNumber: 1, emblem: "fox" };
  const { code } = (await given("createEnrolment", { body: order })) as { code: string };
  const claim = { code, via: "agent", hostname: "tram" };
  const claimed = await served.stranger("claimEnrolment", { body: claim });
  const { deviceId } = (await claimed.json()) as { deviceId: string };
  expect(await refused("removeRoom", { params: { roomId } })).toMatchObject({
    status: 409,
    message: expect.stringContaining("Trạm lạc"),
  });
  await given("revokeDevice", { params: { deviceId } });
  await given("removeRoom", { params: { roomId } });
  expect(await refused("removeRoom", { params: { roomId } })).toMatchObject({ status: 404 });
  expect(await refused("changeRoom", { params: { roomId }, body: {} })).toMatchObject({ status: 404 });
  const { roomId: planned } = await served.hub.store.query
    .selectFrom("publishedSlot")
    .select("roomId")
    .executeTakeFirstOrThrow();
  expect(await refused("removeRoom", { params: { roomId: planned } })).toMatchObject({ status: 409 });
});

test("classes are added, changed, put in order and archived; a name is there once", async () => {
  const body = { name: "Lớp Sóc Nâu", emblem: "chipmunk", ageBand: "3-4", children: 20, homeRoomId: null };
  const { id: classId } = wholeClass.parse(await given("addClass", { body }));
  expect(await refused("addClass", { body })).toMatchObject({
    status: 400,
    fields: { name: expect.any(String) },
  });
  const list = async () => wholeClass.array().parse(await given("listWholeClasses"));
  const others = (await list()).map(({ id }) => id).filter((id) => id !== classId);
  await given("sortClasses", { body: { classIds: [classId, nobody] } });
  expect((await list()).map(({ id }) => id)).toEqual([classId, ...others]);
  const change = { params: { classId }, body: { children: 21, archived: true } };
  expect(await given("changeClass", change)).toMatchObject({ children: 21, archivedAt: expect.any(Number) });
  expect(await refused("changeClass", { ...change, params: { classId: nobody } })).toMatchObject({
    status: 404,
  });
});

test("two people who save the school at once both get an answer, and what is kept is one of the two", async () => {
  const { years } = await show();
  const names = ["Mầm non Một", "Mầm non Hai"];
  const answers = await Promise.all(names.map((name) => officer("changeSchool", { body: { name } })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const after = await show();
  expect(names).toContain(after.name);
  expect(after.years).toEqual(years);
});
