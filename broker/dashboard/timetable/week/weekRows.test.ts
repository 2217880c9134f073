import { expect, test } from "vitest";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import { makeSlot, makeWeek, monday, periodIds, roomIds } from "../timetableFixture.ts";
import { cellTowards, isOver, layOutWeek, nowLineAt, placeKey, plannedRooms, shownDays } from "./weekRows.ts";

const cellsOf = (layout: ReturnType<typeof layOutWeek>) =>
  layout.rows.flatMap(({ bands }) => bands.flatMap(({ cells }) => cells));

test("rows are the periods in the order of their hours, with a band for each room", () => {
  const week = makeWeek([]);
  const layout = layOutWeek(week, week.rooms, false);
  expect(layout.rows.map(({ period }) => period?.name)).toEqual(["Tiết 1", "Tiết 2"]);
  expect(layout.rows[0]?.bands.map(({ room }) => room.name)).toEqual(["Phòng Kidsmart", "Phòng Kidsmart 2"]);
  expect(layout.days).toHaveLength(5);
});

test("a slot stands in the cell of its room, day and period", () => {
  const tuesday = makeSlot("a", { date: addDays(monday, 1), roomId: roomIds.other });
  const week = makeWeek([tuesday]);
  const filled = cellsOf(layOutWeek(week, week.rooms, false)).filter(({ slots }) => slots.length > 0);
  expect(filled.map(({ key }) => key)).toEqual([
    placeKey({ roomId: roomIds.other, date: addDays(monday, 1), periodId: periodIds.first }),
  ]);
});

test("a slot at hours of its own gets a row between the periods, where nothing is dropped", () => {
  const own = makeSlot("own", { periodId: null, startMinute: 515, endMinute: 530 });
  const week = makeWeek([own]);
  const layout = layOutWeek(week, week.rooms, false);
  expect(layout.rows.map(({ period }) => period?.name ?? "own")).toEqual(["Tiết 1", "own", "Tiết 2"]);
  expect(layout.rows[1]?.bands).toHaveLength(1);
  expect(layout.rows[1]?.bands[0]?.cells[0]).toMatchObject({ place: null, slots: [{ id: "own" }] });
});

test("days that are over keep their slots and take no others", () => {
  const week = makeWeek([makeSlot("a")]);
  const cells = cellsOf(layOutWeek(week, week.rooms, false, addDays(monday, 1)));
  expect(cells.filter(({ day }) => day.date === monday).every(({ place }) => place === null)).toBe(true);
  expect(cells.flatMap(({ slots }) => slots)).toHaveLength(1);
  expect(cells.filter(({ place }) => place === null)).toHaveLength(4);
});

test("a slot of a period that no longer exists is not lost", () => {
  const lost = makeSlot("lost", { periodId: "gone" as typeof periodIds.first });
  const week = makeWeek([lost]);
  const slots = cellsOf(layOutWeek(week, week.rooms, false)).flatMap((cell) => cell.slots);
  expect(slots.map(({ id }) => id)).toEqual(["lost"]);
});

test("Saturday is shown when it has slots or when asked for", () => {
  const saturday = makeSlot("s", { date: addDays(monday, 5) });
  expect(shownDays(makeWeek([]), false)).toHaveLength(5);
  expect(shownDays(makeWeek([saturday]), false)).toHaveLength(6);
  expect(shownDays(makeWeek([]), true)).toHaveLength(7);
});

test("all rooms are the Kidsmart ones and any other that has slots", () => {
  const classroom = { id: "room-3" as typeof roomIds.other, name: "Lớp học", kind: "classroom" as const };
  const base = makeWeek([]);
  const week = { ...base, rooms: [...base.rooms, classroom] };
  expect(plannedRooms(week)).toHaveLength(2);
  expect(plannedRooms({ ...week, slots: [makeSlot("c", { roomId: classroom.id })] })).toHaveLength(3);
});

test("the line of now runs through the bands of a period and rests below it in the break", () => {
  const week = makeWeek([]);
  const layout = layOutWeek(week, week.rooms, false);
  expect(nowLineAt(layout, "winter", 470)).toBeNull();
  expect(nowLineAt(layout, "winter", 487.5)).toEqual({ row: 0, band: 0, share: 0.5 });
  expect(nowLineAt(layout, "winter", 495)).toEqual({ row: 0, band: 1, share: 0 });
  expect(nowLineAt(layout, "winter", 530)).toEqual({ row: 0, band: 1, share: 1 });
  expect(nowLineAt(layout, "winter", 541.5)).toMatchObject({ row: 1, band: 0 });
});

test("arrow keys walk to the next wanted cell and stop at the edge", () => {
  const week = makeWeek([]);
  const layout = layOutWeek(week, week.rooms.slice(0, 1), false);
  const first = placeKey({ roomId: roomIds.kidsmart, date: monday, periodId: periodIds.first });
  expect(cellTowards(layout, first, "up")).toBeUndefined();
  expect(cellTowards(layout, first, "right")?.day.date).toBe(addDays(monday, 1));
  expect(cellTowards(layout, first, "down")?.place?.periodId).toBe(periodIds.second);
  const wednesday = cellTowards(layout, first, "right", ({ day }) => day.date >= addDays(monday, 2));
  expect(wednesday?.day.date).toBe(addDays(monday, 2));
});

test("a published slot is over from its first minute on; what nobody published may still be changed that day", () => {
  const { startMinute } = makeSlot("a");
  const published = { ...makeSlot("a"), draft: "same" as const };
  const at = (minute: number) => ({ today: monday, minute });
  expect(isOver(published, at(startMinute - 1))).toBe(false);
  expect(isOver(published, at(startMinute))).toBe(true);
  expect(isOver({ ...published, draft: "added" }, at(startMinute))).toBe(false);
  expect(isOver({ ...published, draft: "added" }, { today: addDays(monday, 1), minute: 0 })).toBe(true);
});
