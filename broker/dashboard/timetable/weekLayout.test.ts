import { expect, test } from "vitest";
import type { Slot } from "../../../protocol/timetable/timetable.ts";
import { collidingSlot, firstFreeStart, frameOf, slotTowards, startAtClick } from "./weekLayout.ts";

const slot = (id: string, weekday: number, startMinute: number, endMinute: number) =>
  ({ id, weekday, startMinute, endMinute }) as Slot;
const monday = slot("a", 1, 480, 500);
const mondayLater = slot("b", 1, 520, 540);
const tuesday = slot("c", 2, 515, 545);
const week = [tuesday, mondayLater, monday];

test("an empty week shows Monday to Friday from seven to five", () => {
  expect(frameOf([])).toEqual({ days: [1, 2, 3, 4, 5], firstMinute: 420, lastMinute: 1020 });
});

test("a slot on Saturday or before seven widens the week to whole hours", () => {
  expect(frameOf([slot("a", 6, 400, 1045)])).toEqual({
    days: [1, 2, 3, 4, 5, 6],
    firstMinute: 360,
    lastMinute: 1080,
  });
});

test("slots that touch do not collide, and other days never do", () => {
  expect(collidingSlot(week, { weekday: 1, startMinute: 500, endMinute: 520 })).toBeUndefined();
  expect(collidingSlot(week, { weekday: 1, startMinute: 500, endMinute: 521 })).toBe(mondayLater);
  expect(collidingSlot(week, { weekday: 3, startMinute: 480, endMinute: 540 })).toBeUndefined();
});

test("a click begins on the quarter hour, or where the slot before it ends", () => {
  expect(startAtClick(week, 1, 572)).toBe(570);
  expect(startAtClick(week, 1, 507)).toBe(500);
});

test("the first free start skips slots and gaps that are too short", () => {
  expect(firstFreeStart(week, 1, 480, 20)).toBe(500);
  expect(firstFreeStart(week, 1, 480, 25)).toBe(540);
  expect(firstFreeStart(week, 5, 480, 25)).toBe(480);
});

test("arrow keys walk through a day and to the nearest slot of the next one", () => {
  expect(slotTowards(week, monday, "down")).toBe(mondayLater);
  expect(slotTowards(week, monday, "up")).toBeUndefined();
  expect(slotTowards(week, tuesday, "left")).toBe(mondayLater);
  expect(slotTowards(week, tuesday, "right")).toBeUndefined();
});
