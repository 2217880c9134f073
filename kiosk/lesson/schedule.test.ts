import { performance } from "node:perf_hooks";
import { expect, it, vi } from "vitest";
import { type PlanDocument, planDocument } from "../../protocol/documents/plan.ts";
import type { ClassId, LessonId, RoomId, SlotId } from "../../protocol/ids.ts";
import * as resolving from "../../protocol/timetable/resolveSlots.ts";
import { addDays } from "../../protocol/timetable/zone.ts";
import { dueReadiness } from "../readiness/dueReadiness.ts";
import { driveLesson } from "../testing/lessonDriver.ts";
import { ids, samplePlan } from "../testing/sampleRoom.ts";
import { currentSlot, nextLesson, slotsAhead } from "./schedule.ts";
import { viewOf } from "./view.ts";

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
/** 200 days of seven slots: a room's whole school year. */
function yearPlan(): PlanDocument {
  const days: Record<string, [SlotId, number, number, number, number][]> = {};
  let n = 1000;
  for (let day = 0; day < 200; day += 1)
    days[addDays("2026-09-07", day)] = Array.from({ length: 7 }, (_, place) => {
      n += 1;
      return [ids.slot(n) as SlotId, 480 + place * 40, 510 + place * 40, place % 2, 0];
    });
  const plan = samplePlan([]);
  const dated = {
    roomId: ids.room as RoomId,
    classIds: [ids.rabbits, ids.fish] as ClassId[],
    lessonIds: [ids.counting] as LessonId[],
    days,
  };
  return planDocument.parse({ ...plan, timetable: { ...plan.timetable, dated } });
}

it("A second of a whole school year's plan costs less than a millisecond", () => {
  const lesson = driveLesson(yearPlan(), at("07:00"));
  lesson.tick();
  const costsMs = Array.from({ length: 600 }, () => {
    const before = performance.now();
    lesson.wait(1);
    viewOf(lesson.state);
    dueReadiness(lesson.state);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  expect(costsMs[300]).toBeLessThan(1);
});

it("The plan is read once a day, however often it is asked", () => {
  const read = vi.spyOn(resolving, "resolveSlots");
  const lesson = driveLesson(yearPlan(), at("07:01"));
  lesson.wait(6 * 60 * 60, 10);
  expect(lesson.story.filter((line) => line.startsWith("opened"))).not.toHaveLength(0);
  expect(read.mock.calls.length).toBeLessThanOrEqual(2);
  read.mockRestore();
});

it("What is remembered of a plan says the same as reading it, at any hour and over midnight", () => {
  const plan = yearPlan();
  for (let now = at("00:00"); now < at("00:00") + 3 * 86_400_000; now += 17 * 60_000) {
    const fresh = resolving.resolveSlots(plan.timetable, now, now + 86_400_000);
    expect(slotsAhead(plan, now)).toEqual(fresh);
    expect(nextLesson(plan, now, [])?.slot).toEqual(fresh.find(({ startAt }) => startAt > now));
    expect(currentSlot(plan, now, [])?.slot).toEqual(fresh.find(({ startAt }) => startAt <= now));
  }
});
