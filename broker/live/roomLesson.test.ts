// Tests what a room's line on the board shows when people lead, start and end lessons.
import { expect, test } from "vitest";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import type { RoomLead } from "../hubServices.ts";
import { lessonNext, lessonNow, shown } from "./roomLesson.ts";

const slot = (startAt: number, endAt: number) =>
  ({
    slotId: "slot",
    sessionId: `slot.${startAt}`,
    classId: "class",
    lessonId: "lesson",
    startAt,
    endAt,
  }) as unknown as ResolvedSlot;
const led = (
  startAt: number,
  endAt: number,
  endedAt: number | null = null,
  sessionId = "led",
  headcount: number | null = 28,
) =>
  ({
    lead: {
      slotId: null,
      sessionId,
      classId: "other",
      lessonId: "x",
      startAt,
      endAt,
      headcount,
      all: { paused: false, place: null, ended: endedAt !== null },
    },
    endedAt,
    ended: [],
  }) as unknown as RoomLead;
const current = (...given: Parameters<typeof lessonNow>) => lessonNow(...given).current;
const line = ({ lead, endedAt }: RoomLead) => {
  const { slotId, sessionId, classId, lessonId, startAt, endAt, headcount } = lead;
  return { slotId, sessionId, classId, lessonId, startAt, endAt, headcount, endedAt };
};

test("without anything by hand the timetable is right", () => {
  expect(lessonNow(slot(0, 30), null, 10)).toEqual({ current: shown(slot(0, 30)), lead: null });
  expect(current(undefined, null, 10)).toBeNull();
});

test("a slot that is led shows its children and its lead", () => {
  const lead = led(0, 30, null, "slot.0");
  expect(lessonNow(slot(0, 30), lead, 10)).toEqual({ current: line(lead), lead: lead.lead });
});

test("a slot that was ended stays ended until its planned end", () => {
  const ended = led(0, 30, 12, "slot.0");
  expect(current(slot(0, 30), ended, 29)).toEqual(line(ended));
  expect(current(undefined, ended, 31)).toBeNull();
});

test("a lesson by hand stands in the place of the slot, and the slot does not come back after it", () => {
  const lesson = led(10, 20);
  expect(current(slot(0, 30), lesson, 15)).toEqual(line(lesson));
  expect(current(slot(0, 30), lesson, 25)).toEqual({ ...shown(slot(0, 30)), endedAt: 20 });
  expect(current(slot(0, 30), led(10, 20, 14), 15)).toEqual({ ...shown(slot(0, 30)), endedAt: 14 });
});

test("a slot that begins during a lesson by hand takes the room", () => {
  expect(current(slot(15, 30), led(10, 20), 16)).toEqual(shown(slot(15, 30)));
  expect(lessonNow(slot(15, 30), led(10, 20, 16), 17)).toEqual({
    current: shown(slot(15, 30)),
    lead: null,
  });
});

test("a slot that was begun early is the same lesson, is not next any more, and stays ended", () => {
  const early = led(90, 110, null, "slot.100");
  expect(current(undefined, early, 95)).toEqual(line(early));
  expect(lessonNext([slot(100, 130), slot(140, 150)], early, 95)).toEqual(shown(slot(140, 150)));
  expect(current(slot(100, 130), early, 105)).toEqual(line(early));
  const over = led(90, 110, 96, "slot.100");
  expect(current(slot(100, 130), over, 105)).toMatchObject({ endedAt: 96, endAt: 130 });
});

test("a slot that is over neither shows nor comes next, whoever leads since", () => {
  const since = { ...led(92, 122), ended: ["slot.100"] } as unknown as RoomLead;
  expect(lessonNow(slot(100, 130), since, 105)).toEqual({ current: line(since), lead: since.lead });
  expect(lessonNext([slot(100, 130), slot(140, 150)], since, 95)).toEqual(shown(slot(140, 150)));
});

test("an empty room shows the lesson by hand while it runs", () => {
  expect(current(undefined, led(10, 20), 15)).toEqual(line(led(10, 20)));
  expect(current(undefined, led(10, 20), 20)).toBeNull();
  expect(current(undefined, led(10, 20, 12), 15)).toBeNull();
});

test("yesterday's lesson says nothing about today's slot", () => {
  expect(current(slot(1000, 1030), led(10, 20, 12), 1010)).toEqual(shown(slot(1000, 1030)));
});
