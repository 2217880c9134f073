// Tests the rule of two slots in each other's way.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Slot } from "../../protocol/timetable/timetable.ts";
import { findConflict } from "./conflict.ts";
import { tellConflict } from "./conflictSentence.ts";

const slot = (more: Partial<Record<keyof Slot, unknown>> = {}): Slot =>
  ({
    id: "s",
    roomId: "kidsmart",
    classId: "rabbit",
    lessonId: "l",
    weekday: 1,
    startMinute: 480,
    endMinute: 510,
    fromDate: null,
    untilDate: null,
    ...more,
  }) as Slot;

test.each([
  ["the room at the same time", { classId: "panda" }, "room"],
  ["the room, overlapping by a minute", { classId: "panda", startMinute: 509, endMinute: 540 }, "room"],
  ["the room, inside", { classId: "panda", startMinute: 490, endMinute: 495 }, "room"],
  ["the class in another room", { roomId: "gym" }, "class"],
  ["both", {}, "room"],
])("%s is a conflict", (_, wanted, over) => {
  expect(findConflict(slot(wanted), [slot()])).toEqual({ slot: slot(), over });
});

test.each([
  ["another room and class", { roomId: "gym", classId: "panda" }],
  ["another weekday", { weekday: 2 }],
  ["right after", { startMinute: 510, endMinute: 540 }],
  ["right before", { startMinute: 450, endMinute: 480 }],
])("%s is none", (_, wanted) => {
  expect(findConflict(slot(wanted), [slot()])).toBeUndefined();
});

test("slots of different parts of the year are none, and touching dates count only on their weekday", () => {
  const winter = slot({ untilDate: "2027-03-31" });
  expect(findConflict(slot({ fromDate: "2027-04-01" }), [winter])).toBeUndefined();
  expect(findConflict(slot({ fromDate: "2027-03-20" }), [winter])).toBeDefined();
  // 29 March 2027 is the last Monday of that winter.
  expect(findConflict(slot({ fromDate: "2027-03-30" }), [winter])).toBeUndefined();
  expect(findConflict(slot({ fromDate: "2027-03-29" }), [winter])).toBeDefined();
});

test("a conflict does not depend on who came first", () => {
  const any = fc.record({
    roomId: fc.constantFrom("kidsmart", "gym"),
    classId: fc.constantFrom("rabbit", "panda"),
    weekday: fc.integer({ min: 1, max: 2 }),
    startMinute: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 60 }),
    fromDate: fc.constantFrom(null, "2026-11-01", "2026-12-01"),
    untilDate: fc.constantFrom(null, "2026-11-15", "2026-12-15"),
  });
  fc.assert(
    fc.property(any, any, (one, other) => {
      const [a, b] = [one, other].map(({ length, ...rest }) =>
        slot({ ...rest, endMinute: rest.startMinute + length }),
      );
      if (a === undefined || b === undefined) return;
      expect(findConflict(a, [b])?.over).toBe(findConflict(b, [a])?.over);
    }),
  );
});

test("the sentence names what is in the way, that nothing changed, and what to do", () => {
  const names = { room: "Phòng Kidsmart", schoolClass: "Lớp Gấu Trúc", lesson: "Bờ ao vui đếm" };
  expect(tellConflict({ slot: slot(), over: "room" }, names)).toBe(
    "Phòng Kidsmart đã dành cho Lớp Gấu Trúc (Bờ ao vui đếm) lúc 8:00–8:30 Thứ Hai. Thời khóa biểu chưa thay đổi. Hãy chọn giờ khác hoặc xóa tiết đó trước.",
  );
  const once = slot({ weekday: 7, fromDate: "2026-11-29", untilDate: "2026-11-29" });
  expect(tellConflict({ slot: once, over: "class" }, names)).toContain(
    "Lớp Gấu Trúc đã có tiết ở Phòng Kidsmart (Bờ ao vui đếm) lúc 8:00–8:30 Chủ nhật, ngày 29/11/2026.",
  );
});
