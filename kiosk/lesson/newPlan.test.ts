// A new plan in the middle of a lesson.
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { ClassId, DeviceId, LessonId, RoomId, SessionId, SlotId, StaffId } from "../../protocol/ids.ts";
import type { LessonLead } from "../../protocol/lesson/lessonLead.ts";
import { driveLesson, type LessonDriver } from "../testing/lessonDriver.ts";
import { ids, samplePlan } from "../testing/sampleRoom.ts";

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
const nine = { startMinute: 540, endMinute: 560 };
const staffId = ids.staff as StaffId;
const pace = { breakEveryMinutes: 240 };

function inLesson(plan: PlanDocument = samplePlan([nine], pace), minutes = 1): LessonDriver {
  const lesson = driveLesson(plan, at("09:00"));
  lesson.tick();
  lesson.wait(minutes * 60);
  return lesson;
}
const withGames = (plan: PlanDocument, levels: readonly string[]): PlanDocument => ({
  ...plan,
  lessons: plan.lessons.map((each) => ({
    ...each,
    games: levels.map((level) => ({ ...each.games[0], level, mode: "quiz" as const })) as typeof each.games,
  })),
});
const lead = (part: Partial<LessonLead>): LessonLead => ({
  sessionId: `${ids.slot(1)}.20261123` as SessionId,
  slotId: ids.slot(1) as SlotId,
  classId: ids.rabbits as ClassId,
  lessonId: ids.counting as LessonId,
  revision: 1,
  startAt: at("09:00"),
  endAt: at("09:20"),
  headcount: null,
  all: { paused: false, place: null, ended: false },
  stations: {},
  seats: {},
  otherSeats: null,
  ...part,
});
const give = (lesson: LessonDriver, given: LessonLead) =>
  lesson.send({
    type: "roomCommand",
    deviceId: ids.device as DeviceId,
    command: {
      id: "00000000-0000-7000-8000-00000000c002" as never,
      issuedAt: lesson.now(),
      expiresAt: at("11:00"),
      issuedBy: "hub",
      name: "leadLesson",
      lead: given,
    },
  });

describe("a new plan in the middle of a lesson", () => {
  it("brings the lesson's games as everybody sees them, and the ordered place is what stands there now", () => {
    const lesson = inLesson(withGames(samplePlan([nine], pace), ["meadow", "mixed"]));
    give(lesson, lead({ all: { paused: false, place: 0, ended: false } }));
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    expect(lesson.state.run?.level).toBe("meadow");
    lesson.send({ type: "planChanged", plan: withGames(samplePlan([nine], pace), ["mixed", "meadow"]) });
    expect(lesson.state.run).toBeNull();
    expect(lesson.state.session).toMatchObject({ place: 0, placeDue: true });
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    expect(lesson.state.run?.level).toBe("mixed");
    expect(lesson.story).toEqual(["opened timetable", "gameRun replaced"]);
  });

  it("leaves a child's own game alone when the lesson's list changes", () => {
    const lesson = inLesson(withGames(samplePlan([nine], pace), ["meadow"]));
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    lesson.send({ type: "planChanged", plan: withGames(samplePlan([nine], pace), ["mixed", "flash"]) });
    expect(lesson.state.run?.level).toBe("meadow");
    expect(lesson.state.session?.lesson.games).toHaveLength(2);
  });

  it("of another room ends what this station played for the former one", () => {
    const lesson = inLesson();
    const plan = samplePlan([], pace);
    lesson.send({ type: "planChanged", plan: { ...plan, roomId: ids.slot(990) as RoomId } });
    expect(lesson.state.session).toBeNull();
    expect(lesson.story).toEqual(["opened timetable", "closed timetable"]);
  });

  it("with a class where minutes were added lets that class in at its time", () => {
    const lesson = inLesson();
    give(lesson, lead({ endAt: at("09:28") }));
    expect(lesson.state.session?.endAt).toBe(at("09:28"));
    const fish = { startMinute: 563, endMinute: 580, classId: ids.fish };
    lesson.send({ type: "planChanged", plan: samplePlan([nine, fish], pace) });
    expect(lesson.state.session?.endAt).toBe(at("09:23"));
    lesson.wait(23 * 60);
    expect(lesson.state.session?.schoolClass.id).toBe(ids.fish);
  });

  it("never takes from a slot its own minutes", () => {
    const lesson = inLesson();
    const early = { startMinute: 550, endMinute: 570, classId: ids.fish };
    lesson.send({ type: "planChanged", plan: samplePlan([nine, early], pace) });
    expect(lesson.state.session?.endAt).toBe(at("09:20"));
  });
});

describe("a class that is replaced", () => {
  it("before its own time still has its slot", () => {
    const lesson = driveLesson(samplePlan([nine], pace), at("08:46"));
    lesson.tick();
    const start = (classId: string) =>
      lesson.send({
        type: "teacherStarted",
        classId: classId as ClassId,
        lessonId: ids.counting as LessonId,
        staffId,
        headcount: null,
        seats: null,
      });
    start(ids.rabbits);
    lesson.wait(4 * 60);
    start(ids.fish);
    lesson.wait(12 * 60);
    expect(lesson.state.session?.schoolClass.id).toBe(ids.rabbits);
    expect(lesson.story).toEqual([
      "opened teacher",
      "closed teacher",
      "opened teacher",
      "closed timetable",
      "opened timetable",
    ]);
  });

  it("by one that has used up its day does not play on for it, and nobody waits for an order in vain", () => {
    const eight = { startMinute: 480, endMinute: 490, classId: ids.fish };
    const plan = { ...samplePlan([eight, nine], pace), dayCapMinutes: { "3-4": 1, "4-5": 1, "5-6": 60 } };
    const lesson = driveLesson(plan, at("08:00"));
    lesson.tick();
    lesson.wait(65 * 60);
    expect(lesson.state.session?.schoolClass.id).toBe(ids.rabbits);
    const fish = { classId: ids.fish as ClassId, slotId: null, startAt: at("09:05"), endAt: at("09:15") };
    give(lesson, lead({ ...fish, sessionId: ids.slot(811) as SessionId }));
    lesson.wait(60);
    expect(lesson.state.session).toBeNull();
    expect(lesson.view.kind).not.toBe("menu");
  });
});
