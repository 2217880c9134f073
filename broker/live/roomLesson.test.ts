// Tests what a room's line on the board shows when people start and end lessons by hand.
import { expect, test } from "vitest";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import { type LedLesson, lessonNow, shown } from "./roomLesson.ts";

const slot = (startAt: number, endAt: number) =>
  ({
    slotId: "slot",
    sessionId: `slot.${startAt}`,
    classId: "class",
    lessonId: "lesson",
    startAt,
    endAt,
  }) as unknown as ResolvedSlot;
const led = (startAt: number, endAt: number, endedAt: number | null = null) =>
  ({
    slotId: null,
    sessionId: "led",
    classId: "other",
    lessonId: "x",
    startAt,
    endAt,
    endedAt,
  }) as unknown as LedLesson;

test("without anything by hand the timetable is right", () => {
  expect(lessonNow(slot(0, 30), null, 10)).toEqual({ ...shown(slot(0, 30)), endedAt: null });
  expect(lessonNow(undefined, null, 10)).toBeNull();
});

test("a slot that was ended stays ended until its planned end", () => {
  const ended = { ...shown(slot(0, 30)), endedAt: 12 };
  expect(lessonNow(slot(0, 30), ended, 29)).toEqual(ended);
  expect(lessonNow(undefined, ended, 31)).toBeNull();
});

test("a lesson by hand stands in the place of the slot, and the slot does not come back after it", () => {
  const lesson = led(10, 20);
  expect(lessonNow(slot(0, 30), lesson, 15)).toEqual(lesson);
  expect(lessonNow(slot(0, 30), lesson, 25)).toEqual({ ...shown(slot(0, 30)), endedAt: 20 });
  expect(lessonNow(slot(0, 30), led(10, 20, 14), 15)).toEqual({ ...shown(slot(0, 30)), endedAt: 14 });
});

test("a slot that begins during a lesson by hand takes the room", () => {
  expect(lessonNow(slot(15, 30), led(10, 20), 16)).toEqual(shown(slot(15, 30)));
  expect(lessonNow(slot(15, 30), led(10, 20, 16), 17)).toEqual(shown(slot(15, 30)));
});

test("an empty room shows the lesson by hand while it runs", () => {
  expect(lessonNow(undefined, led(10, 20), 15)).toEqual(led(10, 20));
  expect(lessonNow(undefined, led(10, 20), 20)).toBeNull();
  expect(lessonNow(undefined, led(10, 20, 12), 15)).toBeNull();
});

test("yesterday's lesson says nothing about today's slot", () => {
  expect(lessonNow(slot(1000, 1030), led(10, 20, 12), 1010)).toEqual(shown(slot(1000, 1030)));
});
