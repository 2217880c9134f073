// A station follows the newest lead, whatever it missed and in whatever order leads arrive.
import { describe, expect, it } from "vitest";
import type { ClassId, DeviceId, LessonId, SessionId, SlotId, StaffId } from "../../protocol/ids.ts";
import { applyOrder, type OrderFacts } from "../../protocol/lesson/applyOrder.ts";
import type { LessonLead, StationLead } from "../../protocol/lesson/lessonLead.ts";
import { resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import { driveLesson, type LessonDriver } from "../testing/lessonDriver.ts";
import { ids, samplePlan } from "../testing/sampleRoom.ts";
import { extendableMs } from "./session.ts";
import { turnOf } from "./turns.ts";

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
const nine = { startMinute: 540, endMinute: 570 };
const slotSession = `${ids.slot(1)}.20261123` as SessionId;
const device = ids.device as DeviceId;
const staffId = ids.staff as StaffId;
const calm: StationLead = { paused: false, place: null, ended: false };

const lead = (part: Partial<LessonLead> = {}): LessonLead => ({
  sessionId: slotSession,
  slotId: ids.slot(1) as SlotId,
  classId: ids.rabbits as ClassId,
  lessonId: ids.counting as LessonId,
  revision: 1,
  startAt: at("09:00"),
  endAt: at("09:30"),
  headcount: null,
  all: calm,
  stations: {},
  seats: {},
  otherSeats: null,
  ...part,
});
function give(lesson: LessonDriver, given: LessonLead, expiresAt = at("11:00")): void {
  lesson.send({
    type: "roomCommand",
    deviceId: device,
    command: {
      id: "00000000-0000-7000-8000-00000000c001" as never,
      issuedAt: lesson.now(),
      expiresAt,
      issuedBy: ids.staff,
      name: "leadLesson",
      lead: given,
    },
  });
}
function inLesson(minutes = 1, slots = [nine]): LessonDriver {
  const lesson = driveLesson(samplePlan(slots, { breakEveryMinutes: 240 }), at("09:00"));
  lesson.tick();
  lesson.wait(minutes * 60);
  return lesson;
}

describe("a lead of the session that runs by the timetable", () => {
  it("pauses and resumes it, and a repeat or an older one changes nothing", () => {
    const lesson = inLesson();
    give(lesson, lead({ all: { ...calm, paused: true } }));
    give(lesson, lead({ all: { ...calm, paused: true } }));
    expect(lesson.view.kind).toBe("paused");
    give(lesson, lead({ revision: 3 }));
    give(lesson, lead({ revision: 2, all: { ...calm, paused: true } }));
    expect(lesson.view.kind).toBe("menu");
    expect(lesson.story).toEqual(["opened timetable", "paused hub", "resumed hub"]);
    expect(lesson.state.session).toMatchObject({ led: { revision: 3 }, endAt: at("09:30") });
  });

  it("leaves what this station's own teacher did, unless it speaks of the same thing", () => {
    const lesson = inLesson();
    give(lesson, lead());
    lesson.send({ type: "teacherPaused", staffId });
    give(lesson, lead({ revision: 2, headcount: 24 }));
    expect(lesson.view.kind).toBe("paused");
    expect(lesson.state.session?.headcount).toBe(24);
    give(lesson, lead({ revision: 3, headcount: 24, all: { ...calm, paused: true } }));
    give(lesson, lead({ revision: 4, headcount: 24 }));
    expect(lesson.view.kind).toBe("menu");
  });

  it("is for this station alone where it names it", () => {
    const lesson = inLesson();
    give(
      lesson,
      lead({ stations: { [device]: { ...calm, paused: true } }, seats: { [device]: 2 }, otherSeats: 3 }),
    );
    expect(lesson.view.kind).toBe("paused");
    expect(lesson.state.session?.seats).toBe(2);
  });

  it("opens the teacher's game once, offers no other, and lets the children choose again", () => {
    const lesson = inLesson();
    give(lesson, lead({ all: { ...calm, place: 0 } }));
    expect(lesson.state.session).toMatchObject({ place: 0, placeDue: true });
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    expect(lesson.view.kind).toBe("game");
    expect(lesson.state.session?.placeDue).toBe(false);
    give(lesson, lead({ revision: 2, all: { ...calm, place: 0 }, headcount: 9 }));
    expect(lesson.view.kind).toBe("game");
    give(lesson, lead({ revision: 3, headcount: 9 }));
    expect(lesson.view.kind).toBe("game");
    expect(lesson.state.session?.place).toBeNull();
  });

  it("ends it with a goodbye, and neither the timetable nor a late lead begins it again", () => {
    const lesson = inLesson();
    give(lesson, lead({ all: { ...calm, ended: true } }));
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(300);
    give(lesson, lead({ revision: 5 }));
    lesson.wait(60);
    expect(lesson.story).toEqual(["opened timetable", "closed hub"]);
  });

  it("makes it longer, yet never into the next class and never past the cap of play", () => {
    const short = { startMinute: 540, endMinute: 550 };
    const next = { startMinute: 557, endMinute: 580, classId: ids.fish };
    const lesson = inLesson(1, [short, next]);
    give(lesson, lead({ endAt: at("09:15") }));
    expect(lesson.state.session?.endAt).toBe(at("09:17") - 0 > at("09:15") ? at("09:15") : at("09:17"));
    give(lesson, lead({ revision: 2, endAt: at("09:40") }));
    expect(lesson.state.session?.endAt).toBe(at("09:17"));
    lesson.wait(16 * 60);
    expect(lesson.story).toContain("extended hub");
    expect(lesson.state.session?.schoolClass.id ?? ids.rabbits).toBe(ids.rabbits);
    lesson.wait(60);
    expect(lesson.state.session?.schoolClass.id).toBe(ids.fish);
  });
});

describe("a station that missed orders", () => {
  it("begins the lesson that was begun without it, with what is left of it", () => {
    const lesson = driveLesson(samplePlan([]), at("09:12"));
    lesson.tick();
    const sessionId = ids.slot(801) as SessionId;
    give(
      lesson,
      lead({ sessionId, slotId: null, revision: 4, endAt: at("09:20"), headcount: 22, otherSeats: 3 }),
    );
    expect(lesson.view).toMatchObject({ kind: "menu", sun: { leftMs: 480_000 } });
    expect(lesson.records[0]).toMatchObject({ body: { sessionId, headcount: 22, seats: 3, staffId } });
  });

  it("does not begin what was ended in its absence, also when the timetable would", () => {
    const lesson = driveLesson(samplePlan([nine]), at("08:59"));
    lesson.tick();
    give(lesson, lead({ revision: 2, all: { ...calm, ended: true } }));
    lesson.wait(120);
    expect(lesson.story).toEqual([]);
  });

  it("passes over a lead that has run out, by its end or by the command's", () => {
    const lesson = driveLesson(samplePlan([]), at("09:40"));
    lesson.tick();
    give(lesson, lead());
    give(lesson, lead({ endAt: at("10:00") }), at("09:39"));
    expect(lesson.story).toEqual([]);
  });

  it("passes over a lead for a class or a lesson that its plan does not know", () => {
    const lesson = inLesson();
    give(lesson, lead({ sessionId: ids.slot(802) as SessionId, classId: ids.slot(1) as never }));
    expect(lesson.story).toEqual(["opened timetable"]);
  });

  it("keeps the lesson its own teacher began after that lead", () => {
    const lesson = driveLesson(samplePlan([]), at("09:10"));
    lesson.tick();
    lesson.send({
      type: "teacherStarted",
      classId: ids.fish as ClassId,
      lessonId: ids.otherLesson as LessonId,
      staffId,
      headcount: null,
      seats: null,
    });
    give(lesson, lead({ sessionId: ids.slot(803) as SessionId, slotId: null }));
    expect(lesson.story).toEqual(["opened teacher"]);
  });
});

describe("a station that was away while another lesson stood in for its slot", () => {
  const other = (part: Partial<LessonLead> = {}) =>
    lead({
      sessionId: ids.slot(804) as SessionId,
      slotId: null,
      classId: ids.fish as ClassId,
      lessonId: ids.otherLesson as LessonId,
      revision: 3,
      startAt: at("09:05"),
      endAt: at("09:20"),
      ...part,
    });

  it("does not play its slot on when that lesson was ended for the whole room", () => {
    const lesson = inLesson(12);
    give(lesson, other({ all: { ...calm, ended: true } }));
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(10 * 60);
    expect(lesson.story).toEqual(["opened timetable", "closed hub"]);
  });

  it("does not play its slot on when that lesson's time has run out", () => {
    const lesson = inLesson(22);
    give(lesson, other());
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(7 * 60);
    expect(lesson.story).toEqual(["opened timetable", "closed hub"]);
  });

  it("does not begin its slot after it was switched on late", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:12"));
    give(lesson, other({ all: { ...calm, ended: true } }));
    lesson.tick();
    give(lesson, other({ all: { ...calm, ended: true } }));
    lesson.wait(10 * 60);
    expect(lesson.state.session).toBeNull();
  });

  it("keeps the slot that began after that lesson", () => {
    const later = { startMinute: 561, endMinute: 580 };
    const lesson = driveLesson(samplePlan([later], { breakEveryMinutes: 240 }), at("09:21"));
    lesson.tick();
    give(lesson, other({ all: { ...calm, ended: true } }));
    lesson.wait(5 * 60);
    expect(lesson.story).toEqual(["opened timetable"]);
  });

  it("keeps the lesson that its own teacher began here", () => {
    const lesson = driveLesson(samplePlan([]), at("09:02"));
    lesson.tick();
    const { fish: classId, otherLesson: lessonId } = ids;
    lesson.send({
      ...{ type: "teacherStarted", staffId, headcount: null, seats: null },
      ...{ classId: classId as ClassId, lessonId: lessonId as LessonId },
    });
    lesson.wait(5 * 60);
    give(lesson, other({ all: { ...calm, ended: true } }));
    expect(lesson.story).toEqual(["opened teacher"]);
  });

  it("does not begin its slot when that lesson was led before the slot had begun here", () => {
    const before = { startMinute: 530, endMinute: 540 };
    const lesson = driveLesson(samplePlan([before, nine], { breakEveryMinutes: 240 }), at("08:59"));
    lesson.tick();
    lesson.wait(65);
    expect(lesson.view.kind).toBe("goodbye");
    give(lesson, other({ startAt: lesson.now(), endAt: at("09:10") }));
    lesson.wait(15 * 60);
    expect(lesson.state.session).toBeNull();
    expect(lesson.story.slice(2)).toEqual(["opened hub", "closed timetable"]);
  });
});

describe("a start by hand near a slot of the class", () => {
  it("is the slot's own session, and the slot is not begun once more", () => {
    const lesson = driveLesson(samplePlan([nine], { breakEveryMinutes: 240 }), at("08:52"));
    lesson.tick();
    lesson.send({
      type: "teacherStarted",
      classId: ids.rabbits as ClassId,
      lessonId: ids.counting as LessonId,
      staffId,
      headcount: 20,
      seats: 2,
    });
    expect(lesson.state.session).toMatchObject({ sessionId: slotSession, endAt: at("09:22") });
    lesson.wait(45 * 60);
    expect(lesson.story).toEqual(["opened teacher", "closed timetable"]);
  });
});

describe("a start by hand while the slot of another class waits for the goodbye", () => {
  it("stands in for that slot", () => {
    const before = { startMinute: 530, endMinute: 540 };
    const lesson = driveLesson(samplePlan([before, nine], { breakEveryMinutes: 240 }), at("08:59"));
    lesson.tick();
    lesson.wait(65);
    const { fish: classId, otherLesson: lessonId } = ids;
    lesson.send({
      ...{ type: "teacherStarted", staffId, headcount: null, seats: null },
      ...{ classId: classId as ClassId, lessonId: lessonId as LessonId },
    });
    lesson.wait(20 * 60);
    expect(lesson.story.slice(2)).toEqual(["opened teacher", "closed timetable"]);
  });
});

describe("the day of a class", () => {
  it("gives a second lesson only what the first left, and none when nothing is left", () => {
    const slots = [nine, { startMinute: 600, endMinute: 630 }, { startMinute: 660, endMinute: 690 }];
    const plan = {
      ...samplePlan(slots, { breakEveryMinutes: 240 }),
      dayCapMinutes: { "3-4": 40, "4-5": 40, "5-6": 40 },
    };
    const lesson = driveLesson(plan, at("09:00"));
    lesson.tick();
    lesson.wait(60 * 60);
    expect(lesson.state.session).toMatchObject({ startAt: at("10:00"), capMs: 10 * 60_000 });
    lesson.wait(61 * 60);
    expect(lesson.state.session).toBeNull();
    // Its slot holds, and the children are at the machines: they are told why nothing begins.
    expect(lesson.view).toMatchObject({ kind: "dayUsed", schoolClass: { id: ids.rabbits } });
    lesson.wait(30 * 60);
    expect(lesson.view.kind).toBe("waiting");
    expect(lesson.story).toEqual([
      "opened timetable",
      "closed timetable",
      "opened timetable",
      "closed timetable",
    ]);
    lesson.wait((22 * 60 - 16) * 60, 20);
    expect(lesson.state.session).toMatchObject({ capMs: 30 * 60_000 });
  });
});

describe("how much longer a lesson can go", () => {
  const twenty = { startMinute: 540, endMinute: 560 };
  const next = { startMinute: 567, endMinute: 580, classId: ids.fish };
  const cases = [
    { what: "a slot shorter than the cap", slots: [twenty], from: "09:00", given: [], minutes: 10 },
    { what: "a slot that begins late", slots: [twenty], from: "09:12", given: [], minutes: 10 },
    { what: "a slot as long as the cap", slots: [nine], from: "09:00", given: [], minutes: 0 },
    { what: "another class behind it", slots: [twenty, next], from: "09:00", given: [], minutes: 7 },
    {
      what: "a lesson that was rested for five minutes",
      slots: [twenty],
      from: "09:00",
      given: [lead({ endAt: at("09:20"), all: { ...calm, paused: true } })],
      minutes: 10,
    },
    {
      what: "a slot that was begun early elsewhere",
      slots: [twenty],
      from: "09:00",
      given: [lead({ startAt: at("08:52"), endAt: at("09:20") })],
      minutes: 2,
    },
  ];
  it.each(cases)("with $what is what the hub grants", ({ slots, from, given, minutes }) => {
    const plan = samplePlan(slots, { breakEveryMinutes: 240 });
    const lesson = driveLesson(plan, at(from as "09:00"));
    lesson.tick();
    for (const one of given) give(lesson, one);
    lesson.wait(5 * 60);
    expect(extendableMs(lesson.state)).toBe(minutes * 60_000);
    const facts: OrderFacts = {
      ...{ ...plan, now: lesson.now(), ended: [], stations: null, newSessionId: ids.slot(805) as SessionId },
      slots: resolveSlots(plan.timetable, lesson.now(), lesson.now() + 6 * 3_600_000),
    };
    const order = { order: "extend", sessionId: slotSession, minutes: 30 } as const;
    const applied = applyOrder(given.at(-1) ?? null, order, facts);
    const grantedMs = applied.ok ? applied.value.endAt - (lesson.state.session?.endAt ?? 0) : 0;
    expect(grantedMs).toBe(minutes * 60_000);
  });
});

describe("children who share a station", () => {
  it("take turns: after a game, and at the end of a round once two minutes were played", () => {
    const lesson = inLesson();
    const whose = () => lesson.state.session && turnOf(lesson.state.session);
    expect(whose()).toBeNull();
    give(lesson, lead({ otherSeats: 3 }));
    expect(whose()).toBe(0);
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    lesson.wait(60);
    lesson.send({ type: "roundPlayed", correctFirstTry: true, hints: 0, durationMs: 8_000 });
    expect(whose()).toBe(0);
    lesson.wait(70);
    expect(whose()).toBe(0);
    lesson.send({ type: "roundPlayed", correctFirstTry: true, hints: 0, durationMs: 8_000 });
    expect(whose()).toBe(1);
    lesson.send({ type: "gameLeft" });
    expect(whose()).toBe(2);
    lesson.send({ type: "turnPassed" });
    expect(whose()).toBe(0);
  });

  it("keep their turn when they leave a game that they have only looked at", () => {
    const lesson = inLesson();
    give(lesson, lead({ otherSeats: 2 }));
    const play = (seconds: number) => {
      lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
      lesson.wait(seconds);
      lesson.send({ type: "gameLeft" });
      return lesson.state.session && turnOf(lesson.state.session);
    };
    expect(play(19)).toBe(0);
    expect(play(20)).toBe(1);
  });

  it("take turns in free play too, where no round ends, and never in the middle of a question", () => {
    const lesson = inLesson();
    const whose = () => lesson.state.session && turnOf(lesson.state.session);
    give(lesson, lead({ lessonId: ids.otherLesson as LessonId, otherSeats: 2 }));
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    lesson.wait(149);
    expect(whose()).toBe(0);
    lesson.wait(1);
    expect(whose()).toBe(1);
    expect(lesson.state.session?.turnPlayedMs).toBe(0);
    give(lesson, lead({ revision: 2, otherSeats: 2 }));
    expect(whose()).toBe(0);
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    lesson.wait(240);
    expect(whose()).toBe(0);
  });
});
