// Tests what may stand in the way of a slot.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AgeBand } from "../game.ts";
import type { PlacedSlot } from "./placedSlot.ts";
import { type ConflictFacts, conflictsOf } from "./placementConflicts.ts";

const slot = (more: Partial<Record<keyof PlacedSlot, unknown>> = {}): PlacedSlot =>
  ({
    id: "s",
    roomId: "kidsmart",
    date: "2026-11-23",
    periodId: null,
    startMinute: 480,
    endMinute: 500,
    classId: "rabbit",
    lessonId: "pond",
    origin: "hand",
    ...more,
  }) as PlacedSlot;
const ages: Record<string, AgeBand> = { rabbit: "4-5", panda: "4-5", chick: "3-4", pond: "4-5", yard: "3-4" };
const facts = (slots: PlacedSlot[], more: Partial<ConflictFacts> = {}): ConflictFacts => ({
  slots,
  classAge: (id) => ages[id],
  lessonAge: (id) => ages[id],
  capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
  dayCapMinutes: { "3-4": 30, "4-5": 40, "5-6": 60 },
  closures: [],
  ...more,
});
const there = slot({ id: "there" });
const kindsOf = (wanted: object, slots = [there]) =>
  conflictsOf(slot(wanted), facts(slots)).map(({ kind }) => kind);

describe("two slots", () => {
  it.each([
    ["the room at the same time", { classId: "panda" }, ["roomTaken"]],
    [
      "the room, overlapping by a minute",
      { classId: "panda", startMinute: 499, endMinute: 520 },
      ["roomTaken"],
    ],
    ["the room, inside", { classId: "panda", startMinute: 485, endMinute: 490 }, ["roomTaken"]],
    ["the class in another room", { roomId: "second" }, ["classTwice"]],
    ["both: what people see taken is the room", {}, ["roomTaken"]],
    ["another room and class", { roomId: "second", classId: "panda" }, []],
    ["another day", { date: "2026-11-24" }, []],
    ["right after", { startMinute: 500, endMinute: 520, classId: "panda" }, []],
    ["right before", { startMinute: 460, endMinute: 480, classId: "panda" }, []],
  ])("%s", (_, wanted, kinds) => {
    expect(kindsOf(wanted)).toEqual(kinds);
  });

  it("a slot is not in its own way", () => {
    expect(kindsOf({ startMinute: 490, endMinute: 510 }, [slot()])).toEqual([]);
  });

  it("names every slot that it meets", () => {
    const meeting = conflictsOf(
      slot({ startMinute: 470, endMinute: 530, classId: "chick" }),
      facts([there, slot({ id: "next", startMinute: 500, endMinute: 520, classId: "panda" })]),
    );
    expect(meeting.flatMap((each) => ("with" in each ? [each.with.id] : []))).toEqual(["there", "next"]);
  });
});

test("a class's screen time of a day counts each slot at most as a session's cap", () => {
  const long = slot({ id: "long", startMinute: 600, endMinute: 660 });
  // 20 of the long one, 20 of the wanted one.
  expect(kindsOf({}, [long])).toEqual([]);
  const short = slot({ id: "short", startMinute: 700, endMinute: 705 });
  expect(conflictsOf(slot(), facts([long, short]))).toEqual([
    { kind: "dayCap", weight: "refused", minutes: 45, capMinutes: 40 },
  ]);
});

test("a lesson for another age and a closed day are warned of, worst first", () => {
  const closed = { fromDate: "2026-11-23", untilDate: "2026-11-23" };
  const found = conflictsOf(
    slot({ lessonId: "yard", classId: "panda" }),
    facts([there], { closures: [closed] }),
  );
  expect(found.map(({ kind, weight }) => [kind, weight])).toEqual([
    ["roomTaken", "refused"],
    ["lessonAge", "warned"],
    ["closed", "warned"],
  ]);
});

test("whether two slots are in each other's way does not depend on who came first", () => {
  const any = fc.record({
    id: fc.uuid(),
    roomId: fc.constantFrom("kidsmart", "second"),
    classId: fc.constantFrom("rabbit", "panda"),
    date: fc.constantFrom("2026-11-23", "2026-11-24"),
    startMinute: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(any, any, (one, other) => {
      const [a, b] = [one, other].map(({ length, ...rest }) =>
        slot({ ...rest, endMinute: rest.startMinute + length }),
      );
      if (a === undefined || b === undefined) return;
      const meets = (wanted: PlacedSlot, by: PlacedSlot) =>
        conflictsOf(wanted, facts([by]))
          .map(({ kind }) => kind)
          .filter((kind) => kind === "roomTaken" || kind === "classTwice");
      expect(meets(a, b)).toEqual(meets(b, a));
    }),
  );
});
