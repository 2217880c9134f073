// Tests the school's frame against a real store: what is refused, what follows, who hears of it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeAudit } from "../audit/audit.ts";
import { type HubEvent, makeHubEvents } from "../events/hubEvents.ts";
import { applied, type PlannedSchool, planner, planSchool } from "../timetable/timetableFixture.ts";
import { makeSchoolClasses } from "./classes.ts";
import { makeSchoolFrame } from "./frame.ts";
import { proposeHolidays } from "./holidays.ts";
import { makeSchoolRooms } from "./rooms.ts";

let school: PlannedSchool;
let told: HubEvent[];
let deps: Parameters<typeof makeSchoolFrame>[0];
beforeEach(async () => {
  school = await planSchool();
  told = [];
  const events = makeHubEvents((error) => {
    throw error;
  });
  events.subscribe((event) => told.push(event));
  const { query } = school.store;
  deps = { query, events, audit: makeAudit({ query, clock: school.clock }), clock: school.clock };
});
afterEach(() => school.close());

const friday = "2026-11-27";
const periodsNow = async () => (await makeSchoolFrame(deps).show()).periods;

test("a period's new hours move its slots, and every screen of the room hears of it", async () => {
  const [periodId] = school.periods;
  applied(await school.change(school.put(friday, { periodId })));
  await school.timetable.publish(planner, { fromDate: friday, untilDate: friday });
  const [first, ...rest] = await periodsNow();
  if (first === undefined) throw new Error("no periods");
  const winter = { startMinute: 485, endMinute: 515 };
  const outcome = await makeSchoolFrame(deps).putPeriods(planner, [{ ...first, winter }, ...rest]);
  expect(outcome.ok).toBe(true);
  const { slots } = await school.timetable.showSpan({ from: friday, until: friday }, "published");
  expect(slots).toMatchObject([winter]);
  expect(told).toContainEqual({ type: "schoolChanged" });
  expect(told).toContainEqual({ type: "timetableChanged", room: school.rooms[0] });
});

test("hours that would put two slots into one room at once are refused in words, and nothing moves", async () => {
  const [periodId] = school.periods;
  applied(
    await school.change(
      school.put(friday, { periodId }),
      school.put(friday, { startMinute: 700, endMinute: 720, classId: school.classes[1] }),
    ),
  );
  const before = await periodsNow();
  const [first, ...rest] = before;
  if (first === undefined) throw new Error("no periods");
  const outcome = await makeSchoolFrame(deps).putPeriods(planner, [
    { ...first, winter: { startMinute: 705, endMinute: 735 } },
    ...rest,
  ]);
  expect(outcome).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Phòng Kidsmart") });
  expect(await periodsNow()).toEqual(before);
  const { slots } = await school.timetable.showSpan({ from: friday, until: friday }, "draft");
  expect(slots.map(({ startMinute }) => startMinute)).toEqual([495, 700]);
  expect(told).toEqual([]);
});

test("periods that overlap in one season are refused at the field", async () => {
  const [first, second] = await periodsNow();
  if (first === undefined || second === undefined) throw new Error("no periods");
  const outcome = await makeSchoolFrame(deps).putPeriods(planner, [
    first,
    { ...second, winter: first.winter },
  ]);
  expect(outcome).toMatchObject({
    fields: { "periods.1.winter.startMinute": expect.stringContaining("Tiết 1") },
  });
});

test("a period that is used cannot go", async () => {
  const [periodId] = school.periods;
  applied(await school.change(school.put(friday, { periodId })));
  const outcome = await makeSchoolFrame(deps).putPeriods(planner, (await periodsNow()).slice(1));
  expect(outcome).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Tiết 1") });
});

test("a zone that does not exist, and days shorter than a session, are refused", async () => {
  const frame = makeSchoolFrame(deps);
  expect(await frame.change(planner, { zone: "Asia/Ha_Noi" })).toMatchObject({
    fields: { zone: expect.any(String) },
  });
  const { screenTime } = await frame.show();
  const dayCapMinutes = { "3-4": 10, "4-5": 70, "5-6": 90 };
  const outcome = await frame.change(planner, { screenTime: { ...screenTime, dayCapMinutes } });
  expect(outcome).toMatchObject({
    fields: {
      "screenTime.dayCapMinutes.3-4": expect.any(String),
      "screenTime.dayCapMinutes.4-5": expect.any(String),
    },
  });
});

test("terms that overlap, within the year or with another one, are refused", async () => {
  const terms = [
    { name: "Học kỳ I", fromDate: "2027-09-06", weeks: 18 },
    { name: "Học kỳ II", fromDate: "2028-01-03", weeks: 17 },
  ];
  const outcome = await makeSchoolFrame(deps).putYear(planner, { id: null, name: "2027–2028", terms });
  expect(outcome).toMatchObject({ fields: { "terms.1.fromDate": expect.stringContaining("Học kỳ I") } });
});

test("closures that follow one another for one reason become one", async () => {
  const frame = makeSchoolFrame(deps);
  await frame.addClosures(planner, [{ fromDate: "2027-02-03", untilDate: "2027-02-07", reason: "Tết" }]);
  await frame.addClosures(planner, [{ fromDate: "2027-02-08", untilDate: "2027-02-10", reason: "Tết" }]);
  expect((await frame.show()).closures).toMatchObject([{ fromDate: "2027-02-03", untilDate: "2027-02-10" }]);
});

test("a room with slots stays; one without goes", async () => {
  applied(await school.change(school.put(friday)));
  const rooms = makeSchoolRooms(deps);
  expect(await rooms.remove(planner, school.rooms[0])).toMatchObject({ code: "CONFLICT" });
  expect(await rooms.remove(planner, school.rooms[1])).toEqual({ ok: true, value: null });
});

test("two classes cannot have one classroom; an archived class gives it free", async () => {
  const classes = makeSchoolClasses(deps);
  const [first, second] = school.classes;
  const homeRoomId = school.rooms[1];
  await classes.change(planner, first, { homeRoomId });
  expect(await classes.change(planner, second, { homeRoomId })).toMatchObject({
    fields: { homeRoomId: expect.stringContaining("Lớp Gấu Trúc") },
  });
  await classes.change(planner, first, { archived: true });
  expect((await classes.change(planner, second, { homeRoomId })).ok).toBe(true);
});

test.each([
  [2007, "2007-02-17"],
  [2026, "2026-02-17"],
  [2027, "2027-02-06"],
  [2028, "2028-01-26"],
  [2029, "2029-02-13"],
  [2030, "2030-02-02"],
  [2053, "2053-02-18"],
])("Tết of %i is %s by the Vietnamese calendar", (year, newYear) => {
  const found = proposeHolidays({ fromDate: `${year}-01-01`, untilDate: `${year}-12-31` }, []);
  const tet = found.find(({ reason }) => reason === "Tết Nguyên đán");
  expect(tet?.note).toContain(newYear.split("-").reverse().map(Number).join("/"));
});

test.each([
  ["2024", "2024-02-08", "2024-02-14", "Từ 29 tháng Chạp"],
  ["2026", "2026-02-15", "2026-02-21", "Từ 28 tháng Chạp"],
])(
  "Tết of %s is proposed from the last two days of the old year to mùng 5, told by name",
  (year, fromDate, untilDate, words) => {
    const found = proposeHolidays({ fromDate: `${year}-01-01`, untilDate: `${year}-12-31` }, []);
    expect(found.find(({ reason }) => reason === "Tết Nguyên đán")).toMatchObject({
      fromDate,
      untilDate,
      note: expect.stringContaining(words),
    });
  },
);

test("Quốc khánh is two days, with a word that the second one is announced each year", () => {
  expect(proposeHolidays({ fromDate: "2026-08-01", untilDate: "2026-09-30" }, [])).toMatchObject([
    { fromDate: "2026-09-01", untilDate: "2026-09-02", note: expect.stringContaining("công bố mỗi năm") },
  ]);
});

test("a term that Tết makes longer must not run into the next one", async () => {
  const frame = makeSchoolFrame(deps);
  const year = {
    id: null,
    name: "2027–2028",
    terms: [
      { name: "Học kỳ I", fromDate: "2027-11-01", weeks: 13 },
      { name: "Học kỳ II", fromDate: "2028-01-31", weeks: 17 },
    ],
  };
  await frame.addClosures(planner, [{ fromDate: "2028-01-24", untilDate: "2028-01-30", reason: "Tết" }]);
  expect(await frame.putYear(planner, year)).toMatchObject({
    fields: { "terms.1.fromDate": expect.stringContaining("6/2/2028") },
  });
  const [first, second] = year.terms as [(typeof year.terms)[0], (typeof year.terms)[0]];
  const later = { ...year, terms: [first, { ...second, fromDate: "2028-02-07" }] };
  expect((await frame.putYear(planner, later)).ok).toBe(true);
});

test("two people who add the same year at once: the second one is told", async () => {
  const frame = makeSchoolFrame(deps);
  const year = {
    id: null,
    name: "2027–2028",
    terms: [{ name: "Học kỳ I", fromDate: "2027-09-06", weeks: 18 }],
  };
  const outcomes = await Promise.all([frame.putYear(planner, year), frame.putYear(planner, year)]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect((await frame.show()).years.filter(({ name }) => name === year.name)).toHaveLength(1);
});

test("two people who add a room or a class of one name at once: one is told, nothing is there twice", async () => {
  const rooms = makeSchoolRooms(deps);
  const room = { name: "Phòng mới", kind: "kidsmart" } as const;
  const made = await Promise.all([rooms.add(planner, room), rooms.add(planner, room)]);
  expect(made.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const classes = makeSchoolClasses(deps);
  const schoolClass = {
    name: "Lớp mới",
    emblem: "panda",
    ageBand: "4-5",
    children: null,
    homeRoomId: null,
  } as const;
  const added = await Promise.all([classes.add(planner, schoolClass), classes.add(planner, schoolClass)]);
  expect(added.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a day's limit below what is planned is refused with the classes and days, and nothing changes", async () => {
  applied(
    await school.change(
      school.put(friday),
      school.put(friday, { startMinute: 700, endMinute: 720 }),
      school.put("2026-11-30"),
    ),
  );
  const frame = makeSchoolFrame(deps);
  const { screenTime } = await frame.show();
  const lower = { ...screenTime, dayCapMinutes: { ...screenTime.dayCapMinutes, "4-5": 30 } };
  expect(await frame.change(planner, { screenTime: lower })).toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("Lớp Gấu Trúc (1 ngày)"),
  });
  expect((await frame.show()).screenTime).toEqual(screenTime);
  const others = { ...screenTime, dayCapMinutes: { ...screenTime.dayCapMinutes, "3-4": 20 } };
  expect((await frame.change(planner, { screenTime: others })).ok).toBe(true);
});

test("winter that comes earlier moves slots of periods ahead, and what would collide refuses it", async () => {
  const [periodId] = school.periods;
  const june = "2027-06-01";
  applied(await school.change(school.put(june, { periodId })));
  const frame = makeSchoolFrame(deps);
  const hoursOf = async () => {
    const { slots } = await school.timetable.showSpan({ from: june, until: june }, "draft");
    return slots.map(({ startMinute }) => startMinute).sort();
  };
  expect(await hoursOf()).toEqual([480]);
  expect((await frame.change(planner, { winter: { from: "10-16", until: "06-30" } })).ok).toBe(true);
  expect(await hoursOf()).toEqual([495]);
  applied(
    await school.change(school.put(june, { startMinute: 470, endMinute: 490, classId: school.classes[1] })),
  );
  expect(await frame.change(planner, { winter: { from: "10-16", until: "04-15" } })).toMatchObject({
    code: "CONFLICT",
  });
  expect(await hoursOf()).toEqual([470, 495]);
});

test("closures for different reasons stay apart, and taking one away leaves the other", async () => {
  const frame = makeSchoolFrame(deps);
  await frame.addClosures(planner, [
    { fromDate: "2027-02-03", untilDate: "2027-02-10", reason: "Tết" },
    { fromDate: "2027-02-08", untilDate: "2027-02-12", reason: "Sửa phòng" },
  ]);
  const { closures } = await frame.show();
  const repair = closures.find(({ reason }) => reason === "Sửa phòng");
  await frame.removeClosure(planner, repair?.id ?? "");
  expect((await frame.show()).closures).toMatchObject([{ fromDate: "2027-02-03", untilDate: "2027-02-10" }]);
});

test("Giỗ Tổ is found, also on a Sunday with its day in lieu; a year beyond the table has the fixed days only", () => {
  const [ancestors] = proposeHolidays({ fromDate: "2026-04-20", untilDate: "2026-04-28" }, []);
  expect(ancestors).toMatchObject({ fromDate: "2026-04-26", note: expect.stringContaining("nghỉ bù") });
  expect(proposeHolidays({ fromDate: "2027-04-10", untilDate: "2027-04-20" }, [])).toMatchObject([
    { fromDate: "2027-04-16", taken: false },
  ]);
  expect(
    proposeHolidays({ fromDate: "2300-01-01", untilDate: "2300-12-31" }, []).map(({ reason }) => reason),
  ).toEqual(["Tết Dương lịch", "Giải phóng miền Nam và Quốc tế Lao động", "Quốc khánh"]);
});

test("an age whose limit is below what is planned for a class is refused, and the class stays as it is", async () => {
  const short = [480, 600, 660, 700].map((startMinute) =>
    school.put(friday, { startMinute, endMinute: startMinute + 10 }),
  );
  applied(await school.change(...short));
  const classes = makeSchoolClasses(deps);
  const [bears] = school.classes;
  // 40 minutes on Friday: 3–4 may play 30 a day.
  expect(await classes.change(planner, bears, { ageBand: "3-4" })).toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("Lớp Gấu Trúc (1 ngày)"),
  });
  expect((await classes.list()).find(({ id }) => id === bears)?.ageBand).toBe("4-5");
  expect((await classes.change(planner, bears, { ageBand: "5-6" })).ok).toBe(true);
});

test("more closures than a room's plan can carry are refused in words, and none of them is kept", async () => {
  const frame = makeSchoolFrame(deps);
  const closuresOf = (year: number, count: number) =>
    Array.from({ length: count }, (_, place) => {
      const date = new Date(Date.UTC(year, 0, 1 + place)).toISOString().slice(0, 10);
      return { fromDate: date, untilDate: date, reason: `Nghỉ ${place}` };
    });
  expect((await frame.addClosures(planner, closuresOf(2027, 200))).ok).toBe(true);
  expect(await frame.addClosures(planner, closuresOf(2028, 1))).toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("201 ngày nghỉ"),
  });
  expect((await frame.show()).closures).toHaveLength(200);
});
