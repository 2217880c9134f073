import { expect, test } from "vitest";
import type { NoticeTable, SchoolClassTable } from "../store/schema.ts";
import { buildClassroom, type ClassroomRows } from "./buildClassroom.ts";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const rabbits: SchoolClassTable = {
  id: id(1),
  name: "Lớp Thỏ Trắng",
  emblem: "rabbit",
  ageBand: "3-4",
  position: 0,
  homeRoomId: id(10),
  children: null,
  archivedAt: null,
};
const notice = (n: number, over: Partial<NoticeTable> = {}): NoticeTable => ({
  id: id(n),
  title: `Thông báo ${n}`,
  text: "",
  picture: "megaphone",
  classIds: null,
  fromDate: "2026-11-24",
  untilDate: "2026-11-30",
  state: "approved",
  createdBy: "Đặng Mai Chi",
  authorId: null,
  revision: 1,
  createdAt: 1,
  approvedBy: "Phạm Hoài Thương",
  approvedAt: 2,
  ...over,
});
const lunch = { name: "Bữa trưa", picture: "fish", dishes: ["Cá kho"] };
const rows = (over: Partial<ClassroomRows> = {}): ClassroomRows => ({
  classes: [rabbits],
  dayPlans: [],
  menuDays: [],
  notices: [],
  ...over,
});
const today = "2026-11-24";
const build = (over: Partial<ClassroomRows> = {}, room = id(10)) => buildClassroom(rows(over), room, today);
const shown = (...notices: NoticeTable[]) => build({ notices })?.notices.map(({ title }) => title);

test("a room that is no class's own, or an archived class's, has no classroom", () => {
  expect(build({}, id(11))).toBeNull();
  expect(build({ classes: [{ ...rabbits, archivedAt: 5 }] })).toBeNull();
});

test("the day is that of the class's age, in order", () => {
  const at = (startMinute: number, title: string) => ({
    startMinute,
    endMinute: startMinute + 30,
    title,
    picture: "sun",
  });
  const dayPlans = [
    { ageBand: "5-6", activities: JSON.stringify([at(480, "Lớp lớn")]) },
    { ageBand: "3-4", activities: JSON.stringify([at(540, "Chơi"), at(480, "Học")]) },
  ];
  expect(build({ dayPlans })?.day.map(({ title }) => title)).toEqual(["Học", "Chơi"]);
});

test("the menu is this week's and the next one's, days without meals left out", () => {
  const menuDays = ["2026-11-22", "2026-11-23", "2026-12-06", "2026-12-07"].map((date) => ({
    date,
    meals: JSON.stringify([lunch]),
  }));
  const found = build({ menuDays: [...menuDays, { date: "2026-11-24", meals: "[]" }] });
  expect(found?.menu.map(({ date }) => date)).toEqual(["2026-11-23", "2026-12-06"]);
});

test.each(["draft", "withdrawn"])("a notice that is %s is not shown", (state) => {
  expect(shown(notice(1, { state }))).toEqual([]);
});

test("a notice is shown in its own classes, or in all", () => {
  expect(
    shown(
      notice(1),
      notice(2, { classIds: JSON.stringify([rabbits.id]) }),
      notice(3, { classIds: JSON.stringify([id(9)]) }),
    ),
  ).toEqual(["Thông báo 1", "Thông báo 2"]);
});

test("a notice travels from fourteen days before its first day until its last", () => {
  expect(
    shown(
      notice(1, { untilDate: "2026-11-23" }),
      notice(2, { untilDate: "2026-11-24" }),
      notice(3, { fromDate: "2026-12-08", untilDate: "2026-12-08" }),
      notice(4, { fromDate: "2026-12-09", untilDate: "2026-12-09" }),
    ),
  ).toEqual(["Thông báo 2", "Thông báo 3"]);
});

test("nothing in it names a person (ADR 0009)", () => {
  const text = JSON.stringify(build({ notices: [notice(1)] }));
  expect(text).not.toMatch(/Mai Chi|Hoài Thương/);
});

test("a row that cannot be read costs itself, not the room's plan", () => {
  const activities = JSON.stringify([
    { startMinute: 600, endMinute: 500, title: "Ngược", picture: "sun" },
    { startMinute: 600, endMinute: 660, title: "Chơi", picture: "sun" },
  ]);
  const menuDays = [{ date: "2026-11-24", meals: JSON.stringify([{ name: "" }, lunch]) }];
  const found = build({
    dayPlans: [{ ageBand: "3-4", activities }],
    menuDays,
    notices: [notice(1, { title: "" }), notice(2)],
  });
  expect(found?.day.map(({ title }) => title)).toEqual(["Chơi"]);
  expect(found?.menu[0]?.meals).toEqual([lunch]);
  expect(found?.notices).toHaveLength(1);
});
