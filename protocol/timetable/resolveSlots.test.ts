import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClassId, LessonId, RoomId, SlotId } from "../ids.ts";
import { resolveSlots } from "./resolveSlots.ts";
import {
  type DatedSlots,
  type Slot,
  slot as slotSchema,
  type Timetable,
  timetable as timetableSchema,
} from "./timetable.ts";
import { addDays, instantOf, localTimeOf } from "./zone.ts";

const id = (n: number) => `0190a1b2-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const slot = (over: Partial<Slot> = {}): Slot => ({
  id: id(1) as SlotId,
  roomId: id(2) as RoomId,
  classId: id(3) as ClassId,
  lessonId: id(4) as LessonId,
  weekday: 1,
  startMinute: 480,
  endMinute: 510,
  fromDate: null,
  untilDate: null,
  ...over,
});
const plan = (slots: Slot[], over: Partial<Timetable> = {}): Timetable => ({
  zone: "Asia/Ho_Chi_Minh",
  slots,
  closures: [],
  ...over,
});
const hanoi = (text: string) => Date.parse(`${text}+07:00`);
const monday = (time: string) => hanoi(`2026-11-23T${time}`);
const weekMs = 7 * 86_400_000;

describe("resolveSlots", () => {
  it("gives Monday's slot at eight in Hanoi, with a session id made of slot and day", () => {
    expect(resolveSlots(plan([slot()]), monday("00:00"), monday("23:59"))).toEqual([
      {
        slotId: id(1),
        roomId: id(2),
        classId: id(3),
        lessonId: id(4),
        date: "2026-11-23",
        startAt: monday("08:00"),
        endAt: monday("08:30"),
        sessionId: `${id(1)}.20261123`,
      },
    ]);
  });

  it("counts a slot that overlaps the span's edge, and not one that only touches it", () => {
    const resolve = (from: string, to: string) =>
      resolveSlots(plan([slot()]), monday(from), monday(to)).length;
    expect(resolve("08:29", "09:00")).toBe(1);
    expect(resolve("08:30", "09:00")).toBe(0);
    expect(resolve("07:00", "08:00")).toBe(0);
    expect(resolve("07:00", "08:01")).toBe(1);
  });

  it("gives nothing on closed days or outside a slot's own bounds", () => {
    const closed = plan([slot()], {
      closures: [{ fromDate: "2026-11-20", untilDate: "2026-11-23", reason: "Nghỉ" }],
    });
    expect(resolveSlots(closed, monday("00:00"), monday("23:59"))).toEqual([]);
    expect(resolveSlots(plan([slot({ fromDate: "2026-11-24" })]), monday("00:00"), monday("23:59"))).toEqual(
      [],
    );
    expect(resolveSlots(plan([slot({ untilDate: "2026-11-22" })]), monday("00:00"), monday("23:59"))).toEqual(
      [],
    );
    expect(
      resolveSlots(
        plan([slot({ fromDate: "2026-11-23", untilDate: "2026-11-23" })]),
        monday("00:00"),
        monday("23:59") + weekMs,
      ),
    ).toHaveLength(1);
  });

  it("gives nothing for an empty or reversed span", () => {
    expect(resolveSlots(plan([slot()]), monday("08:10"), monday("08:10"))).toEqual([]);
    expect(resolveSlots(plan([slot()]), monday("09:00"), monday("08:00"))).toEqual([]);
  });

  it("holds a slot that ends at midnight and one that begins there", () => {
    const night = plan([
      slot({ startMinute: 1410, endMinute: 1440 }),
      slot({ id: id(9) as SlotId, weekday: 2, startMinute: 0, endMinute: 30 }),
    ]);
    expect(
      resolveSlots(night, monday("23:45"), monday("23:45") + 3_600_000).map(({ slotId }) => slotId),
    ).toEqual([id(1), id(9)]);
  });

  it("keeps wall-clock times over a change of summer time", () => {
    const berlin = plan([slot({ weekday: 7, startMinute: 600, endMinute: 660 })], { zone: "Europe/Berlin" });
    const [before, after] = resolveSlots(
      berlin,
      Date.parse("2026-10-18T00:00Z"),
      Date.parse("2026-10-26T00:00Z"),
    );
    expect(before?.startAt).toBe(Date.parse("2026-10-18T08:00Z"));
    expect(after?.startAt).toBe(Date.parse("2026-10-25T09:00Z"));
  });

  it("resolves a school year of thirty classes' slots in one go", () => {
    const slots = Array.from({ length: 150 }, (_, n) =>
      slot({
        id: id(100 + n) as SlotId,
        weekday: (n % 5) + 1,
        startMinute: 420 + (n % 10) * 30,
        endMinute: 450 + (n % 10) * 30,
      }),
    );
    const from = hanoi("2026-09-07T00:00");
    expect(resolveSlots(plan(slots), from, from + 35 * weekMs)).toHaveLength(150 * 35);
  });

  it("gives a long span exactly what its parts give, each session once", () => {
    const slots = fc.array(
      fc.record({
        n: fc.nat(40),
        weekday: fc.integer({ min: 1, max: 7 }),
        start: fc.integer({ min: 0, max: 1439 }),
        length: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        slots,
        fc.nat(20 * 24 * 60),
        fc.nat(5 * 24 * 60),
        fc.nat(5 * 24 * 60),
        fc.constantFrom("Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York"),
        (raw, offset, a, b, zone) => {
          const table = plan(
            raw.map(({ n, weekday, start, length }, index) =>
              slot({
                id: id(1000 + index * 50 + n) as SlotId,
                weekday,
                startMinute: start,
                endMinute: Math.min(1440, start + length),
              }),
            ),
            { zone },
          );
          const from = Date.parse("2026-10-20T00:00Z") + offset * 60_000;
          const middle = from + a * 60_000;
          const to = middle + b * 60_000;
          const whole = resolveSlots(table, from, to).map((found) => found.sessionId);
          const parts = [...resolveSlots(table, from, middle), ...resolveSlots(table, middle, to)].map(
            (found) => found.sessionId,
          );
          expect(new Set(whole)).toEqual(new Set(parts));
          expect(new Set(whole).size).toBe(whole.length);
        },
      ),
    );
  });
});

describe("local time", () => {
  it("goes to an instant and back in any zone", () => {
    const zones = fc.constantFrom(
      "Asia/Ho_Chi_Minh",
      "Asia/Kathmandu",
      "America/St_Johns",
      "Pacific/Kiritimati",
    );
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 3650 }),
        fc.integer({ min: 240, max: 1439 }),
        (zone, day, minute) => {
          const date = addDays("2020-01-01", day);
          expect(localTimeOf(instantOf(date, minute, zone), zone)).toMatchObject({ date, minute });
        },
      ),
    );
  });
  it("counts weekdays as ISO does", () => {
    expect(localTimeOf(monday("00:00"), "Asia/Ho_Chi_Minh").weekday).toBe(1);
    expect(localTimeOf(hanoi("2026-11-29T23:59"), "Asia/Ho_Chi_Minh").weekday).toBe(7);
  });
});

describe("the timetable's schema", () => {
  it("refuses a slot that ends before it begins, and a zone that does not exist", () => {
    expect(slotSchema.safeParse(slot({ startMinute: 510, endMinute: 480 })).success).toBe(false);
    expect(slotSchema.safeParse(slot({ startMinute: 480, endMinute: 480 })).success).toBe(false);
    expect(timetableSchema.safeParse(plan([], { zone: "Asia/Ha_Noi_City" })).success).toBe(false);
    expect(timetableSchema.safeParse(plan([slot()])).success).toBe(true);
  });
});

describe("slots by day", () => {
  const day = (more: Partial<DatedSlots> = {}): DatedSlots => ({
    roomId: id(2) as RoomId,
    classIds: [id(3) as ClassId],
    lessonIds: [id(4) as LessonId],
    days: { "2026-11-23": [[id(1) as SlotId, 480, 510, 0, 0]] },
    ...more,
  });
  const dated = (more: Partial<DatedSlots> = {}, over: Partial<Timetable> = {}) =>
    plan([], { dated: day(more), ...over });

  it("give what a weekly slot gave: the same session", () => {
    expect(resolveSlots(dated(), monday("00:00"), monday("23:59"))).toEqual(
      resolveSlots(plan([slot()]), monday("00:00"), monday("23:59")),
    );
    expect(resolveSlots(dated(), monday("00:00") + weekMs, monday("23:59") + weekMs)).toEqual([]);
  });

  it("give nothing on a closed day", () => {
    const closures = [{ fromDate: "2026-11-23", untilDate: "2026-11-23", reason: "Nghỉ" }];
    expect(resolveSlots(dated({}, { closures }), monday("00:00"), monday("23:59"))).toEqual([]);
  });

  it("pass over a slot whose class or lesson is not in the lists, or that ends before it begins", () => {
    const slots: DatedSlots["days"][string] = [
      [id(1) as SlotId, 480, 510, 7, 0],
      [id(5) as SlotId, 480, 510, 0, 7],
      [id(6) as SlotId, 510, 480, 0, 0],
      [id(7) as SlotId, 540, 570, 0, 0],
    ];
    const found = resolveSlots(dated({ days: { "2026-11-23": slots } }), monday("00:00"), monday("23:59"));
    expect(found.map(({ slotId }) => slotId)).toEqual([id(7)]);
  });

  it("keep wall-clock times over a change of summer time", () => {
    const days: DatedSlots["days"] = {
      "2026-10-24": [[id(1) as SlotId, 600, 660, 0, 0]],
      "2026-10-25": [[id(1) as SlotId, 600, 660, 0, 0]],
    };
    const found = resolveSlots(
      dated({ days }, { zone: "Europe/Berlin" }),
      Date.parse("2026-10-24T00:00Z"),
      Date.parse("2026-10-26T00:00Z"),
    );
    expect(found.map(({ startAt }) => new Date(startAt).toISOString())).toEqual([
      "2026-10-24T08:00:00.000Z",
      "2026-10-25T09:00:00.000Z",
    ]);
  });
});
