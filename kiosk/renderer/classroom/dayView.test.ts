import { describe, expect, it } from "vitest";
import type { Classroom, DayActivity } from "../../../protocol/documents/classroom.ts";
import type { ClassId } from "../../../protocol/ids.ts";
import {
  type ClassroomPlan,
  type ClassroomView,
  classroomViewOf,
  firstWeek,
  menuWeek,
  momentOf,
  noticesOn,
  stripOf,
} from "./dayView.ts";

const activity = (start: string, end: string, title: string): DayActivity => ({
  startMinute: minutes(start),
  endMinute: minutes(end),
  title,
  picture: "sun",
});
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const day = [
  activity("07:00", "08:00", "Đón trẻ"),
  activity("08:00", "09:00", "Học"),
  activity("09:30", "10:30", "Chơi"),
  activity("10:30", "11:30", "Ăn trưa"),
  activity("11:30", "14:00", "Ngủ trưa"),
  activity("14:00", "16:30", "Trả trẻ"),
];
const classroom = (over: Partial<Classroom> = {}): Classroom => ({
  classId: "00000000-0000-7000-8000-000000000001" as ClassId,
  day,
  menu: [],
  notices: [],
  ...over,
});
const plan = (
  over: Partial<Classroom> = {},
  timetable: Partial<ClassroomPlan["timetable"]> = {},
): ClassroomPlan => ({
  classroom: classroom(over),
  timetable: { zone: "Asia/Ho_Chi_Minh", closures: [], ...timetable },
});
/** Tuesday 24 November 2026, unless said otherwise. */
const at = (time: string, date = "2026-11-24", zone = "Asia/Ho_Chi_Minh") =>
  momentOf(Date.parse(`${date}T${time}:00+07:00`), zone);
const view = (time: string, date?: string) => classroomViewOf(plan(), at(time, date));
const titles = (found: ClassroomView) =>
  found.kind === "day" ? [found.now?.title ?? null, found.next?.title ?? null] : found.kind;

describe("what is now", () => {
  it.each([
    ["07:00", ["Đón trẻ", "Học"]],
    ["07:59", ["Đón trẻ", "Học"]],
    ["08:00", ["Học", "Chơi"]],
    ["09:00", [null, "Chơi"]],
    ["09:29", [null, "Chơi"]],
    ["09:30", ["Chơi", "Ăn trưa"]],
    ["11:30", ["Ngủ trưa", "Trả trẻ"]],
    ["16:29", ["Trả trẻ", null]],
    ["16:30", [null, null]],
    ["16:59", [null, null]],
    ["06:30", [null, "Đón trẻ"]],
  ])("at %s is %j", (time, expected) => expect(titles(view(time))).toEqual(expected));

  it("is the later one of two that overlap", () => {
    const overlapping = plan({
      day: [activity("08:00", "09:00", "Học"), activity("08:30", "09:30", "Vẽ")],
    });
    expect(titles(classroomViewOf(overlapping, at("08:45")))).toEqual(["Vẽ", null]);
  });

  it("counts the way to the next one over a gap, and from the end of what was before in it", () => {
    const progress = (time: string) => {
      const found = view(time);
      return found.kind === "day" ? found.progress : undefined;
    };
    expect(progress("07:15")).toBeCloseTo(0.25);
    expect(progress("08:45")).toBeCloseTo(0.5);
    expect(progress("09:15")).toBeCloseTo(0.5);
    expect(progress("06:45")).toBeCloseTo(0.5);
    expect(progress("16:00")).toBeCloseTo(0.8);
    expect(progress("16:40")).toBeNull();
  });

  it("follows the school's zone, not the device's", () => {
    const instant = Date.parse("2026-11-24T08:10:00+07:00");
    const tokyo = momentOf(instant, "Asia/Tokyo");
    expect(titles(classroomViewOf(plan(), tokyo))).toEqual(["Chơi", "Ăn trưa"]);
  });

  it("dims what is past and nothing else", () => {
    const found = view("09:40");
    expect(found.kind === "day" && found.activities.map(({ place }) => place)).toEqual([
      "past",
      "past",
      "now",
      "next",
      "later",
      "later",
    ]);
  });

  it("shows the day without a now while the clock cannot be trusted", () => {
    const found = classroomViewOf(plan(), null);
    expect(titles(found)).toEqual([null, null]);
    expect(found.kind === "day" && found.activities.every(({ place }) => place === "later")).toBe(true);
  });
});

describe("when there is no day", () => {
  it("is closed in the night, over midnight, with the day on which it opens", () => {
    expect(view("17:00")).toMatchObject({ kind: "closed", when: "after", opens: "2026-11-25" });
    expect(view("23:59")).toMatchObject({ kind: "closed", when: "after", opens: "2026-11-25" });
    expect(view("00:00", "2026-11-25")).toMatchObject({
      kind: "closed",
      when: "before",
      opens: "2026-11-25",
      opensMinute: 420,
    });
  });

  it("opens after the weekend on Monday, or after a holiday that follows", () => {
    expect(view("17:00", "2026-11-27")).toMatchObject({ opens: "2026-11-30" });
    const closed = plan(
      {},
      { closures: [{ fromDate: "2026-11-30", untilDate: "2026-11-30", reason: "Nghỉ" }] },
    );
    expect(classroomViewOf(closed, at("10:00", "2026-11-28"))).toEqual({
      kind: "weekend",
      opens: "2026-12-01",
    });
    expect(classroomViewOf(closed, at("10:00", "2026-11-30"))).toEqual({
      kind: "holiday",
      reason: "Nghỉ",
      opens: "2026-12-01",
    });
  });

  it("is a working day on a Saturday with a menu", () => {
    const saturday = plan({
      menu: [{ date: "2026-11-28", meals: [{ name: "Bữa trưa", picture: "fish", dishes: [] }] }],
    });
    expect(classroomViewOf(saturday, at("08:10", "2026-11-28")).kind).toBe("day");
  });

  it("knows no open day in a closure that never ends", () => {
    const endless = plan({}, { closures: [{ fromDate: "2026-01-01", untilDate: "2099-01-01", reason: "" }] });
    expect(classroomViewOf(endless, at("08:10"))).toMatchObject({ kind: "holiday", opens: null });
  });

  it("says what nobody filled in", () => {
    expect(classroomViewOf({ ...plan(), classroom: null }, at("08:00"))).toEqual({
      kind: "empty",
      missing: "class",
    });
    expect(classroomViewOf(plan({ day: [] }), at("08:00"))).toEqual({ kind: "empty", missing: "day" });
  });
});

describe("beside the day", () => {
  const notice = (fromDate: string, untilDate: string) => ({
    id: "00000000-0000-7000-8000-000000000009" as never,
    title: "Họp",
    text: "",
    picture: "megaphone",
    fromDate,
    untilDate,
  });

  it("shows a notice from its first day to its last, also when the hub has been away since", () => {
    const held = classroom({ notices: [notice("2026-11-24", "2026-11-26")] });
    const shown = ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27"].map(
      (date) => noticesOn(held, date).length,
    );
    expect(shown).toEqual([0, 1, 1, 0]);
  });

  it("gives the five working days of a week, and Saturday when it has meals", () => {
    const meals = [{ name: "Bữa trưa", picture: "fish", dishes: ["Cá"] }];
    const held = classroom({ menu: [{ date: "2026-11-28", meals }] });
    expect(menuWeek(held, "2026-11-26", 0).map(({ date }) => date.slice(8))).toEqual([
      "23",
      "24",
      "25",
      "26",
      "27",
      "28",
    ]);
    expect(menuWeek(held, "2026-11-26", 1)).toHaveLength(5);
  });

  it("opens on the week that comes from Saturday on, unless the school cooks that day", () => {
    const meals = [{ name: "Bữa trưa", picture: "fish", dishes: ["Cơm"] }];
    const saturday = "2026-11-28";
    const cooking = classroom({ menu: [{ date: saturday, meals }] });
    expect(firstWeek(cooking, "2026-11-27")).toBe(0);
    expect(firstWeek(cooking, saturday)).toBe(0);
    expect(firstWeek(cooking, "2026-11-29")).toBe(1);
    expect(firstWeek(null, saturday)).toBe(1);
  });

  it("keeps what is now on a strip that is shorter than the day", () => {
    const found = view("14:30");
    if (found.kind !== "day") throw new Error("no day");
    expect(stripOf(found.activities, 3).map(({ title }) => title)).toEqual([
      "Ăn trưa",
      "Ngủ trưa",
      "Trả trẻ",
    ]);
    const early = view("07:10");
    if (early.kind !== "day") throw new Error("no day");
    expect(stripOf(early.activities, 3)[0]?.title).toBe("Đón trẻ");
  });
});
