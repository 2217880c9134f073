import { describe, expect, it } from "vitest";
import type { ClassId, DeviceId, LessonId, RecordId, SessionId, StaffId } from "../../protocol/ids.ts";
import type { RoomCommand } from "../../protocol/messages/command.ts";
import { driveLesson } from "../testing/lessonDriver.ts";
import { ids, samplePlan } from "../testing/sampleRoom.ts";
import { eyeBreakMs, goodbyeMs, outgoingBound } from "./model.ts";

// 23 November 2026 in Hanoi; the slot is 9:00 to 9:30, the cap of the class 30 minutes.
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
const nine = { startMinute: 540, endMinute: 570 };
const staffId = ids.staff as StaffId;
const byHand = {
  type: "teacherStarted",
  classId: ids.fish as ClassId,
  lessonId: ids.otherLesson as LessonId,
  staffId,
  headcount: 20,
  seats: 2,
} as const;
const command = (part: Partial<RoomCommand> & Pick<RoomCommand, "name">) =>
  ({
    type: "roomCommand",
    deviceId: ids.device as DeviceId,
    command: {
      id: "00000000-0000-7000-8000-00000000c001",
      issuedAt: at("09:00"),
      expiresAt: at("10:00"),
      issuedBy: ids.staff,
      ...part,
    } as RoomCommand,
  }) as const;

describe("the timetable", () => {
  it("opens a session when its slot begins and closes it when the slot ends", () => {
    const lesson = driveLesson(samplePlan([nine], { breakEveryMinutes: 240 }), at("08:56"));
    lesson.tick();
    expect(lesson.view.kind).toBe("waiting");
    lesson.wait(60);
    expect(lesson.view).toMatchObject({ kind: "soon", next: { schoolClass: { name: "Lớp Thỏ Trắng" } } });
    lesson.wait(180);
    expect(lesson.view.kind).toBe("menu");
    lesson.wait(30 * 60);
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(goodbyeMs / 1000);
    expect(lesson.view.kind).toBe("waiting");
    lesson.wait(60);
    expect(lesson.story).toEqual(["opened timetable", "closed timetable"]);
    expect(lesson.records[0]).toMatchObject({
      body: { sessionId: `${ids.slot(1)}.20261123`, startAt: at("09:00"), endAt: at("09:30"), staffId: null },
    });
  });

  it("names the class that comes next, and how long until it does", () => {
    const lesson = driveLesson(samplePlan([nine]), at("08:55"));
    lesson.tick();
    expect(lesson.view).toMatchObject({ next: { schoolClass: { name: "Lớp Thỏ Trắng" }, inMs: 300_000 } });
  });

  it("shortens a late start instead of running past the slot's end", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:20"));
    lesson.tick();
    expect(lesson.view).toMatchObject({ kind: "menu", sun: { left: 1, leftMs: 600_000 } });
    lesson.wait(10 * 60);
    expect(lesson.view.kind).toBe("goodbye");
  });

  it("does not open a lesson for a slot's last seconds", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:29") + 30_000);
    lesson.wait(30);
    expect(lesson.story).toEqual([]);
  });

  it("ends when the age band's cap is used up, however long the slot", () => {
    const slot = { ...nine, endMinute: 600, classId: ids.fish };
    const lesson = driveLesson(samplePlan([slot], { breakEveryMinutes: 240 }), at("09:00"));
    lesson.tick();
    lesson.wait(15 * 60 - 1);
    expect(lesson.view.kind).toBe("menu");
    lesson.wait(1);
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(20 * 60);
    expect(lesson.story).toEqual(["opened timetable", "closed timetable"]);
  });

  it("warns for the last two minutes and lets the children play on", () => {
    const lesson = driveLesson(samplePlan([nine], { breakEveryMinutes: 240 }), at("09:00"));
    lesson.tick();
    lesson.wait(28 * 60 - 1);
    expect(lesson.view).toMatchObject({ sun: { warning: false } });
    lesson.wait(1);
    expect(lesson.view).toMatchObject({ kind: "menu", sun: { warning: true } });
  });

  it("gives the eyes a break after the planned time of play, and not so near the end that it is the end", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.wait(10 * 60);
    expect(lesson.view).toMatchObject({ kind: "eyeBreak", leftMs: eyeBreakMs });
    lesson.wait(20);
    expect(lesson.view.kind).toBe("menu");
    lesson.wait(10 * 60);
    expect(lesson.view.kind).toBe("eyeBreak");
    lesson.wait(20 + 9 * 60);
    expect(lesson.view.kind).toBe("menu");
  });

  it("waits when it has no plan, and when the plan does not know the slot's class", () => {
    expect(driveLesson(null, at("09:00")).view.kind).toBe("noPlan");
    const plan = samplePlan([nine]);
    const lesson = driveLesson({ ...plan, classes: [] }, at("09:00"));
    lesson.wait(3);
    expect(lesson.view.kind).toBe("waiting");
  });

  it("opens the second of two slots that follow each other for one class", () => {
    const quarters = [
      { startMinute: 540, endMinute: 555 },
      { startMinute: 555, endMinute: 570 },
    ];
    const lesson = driveLesson(samplePlan(quarters, { breakEveryMinutes: 240 }), at("09:00"));
    lesson.tick();
    lesson.wait(15 * 60);
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(goodbyeMs / 1000);
    expect(lesson.view.kind).toBe("menu");
    lesson.wait(15 * 60);
    expect(lesson.story).toEqual([
      "opened timetable",
      "closed timetable",
      "opened timetable",
      "closed timetable",
    ]);
  });

  it("plays on when the running slot is replaced by a longer one, up to the cap and no further", () => {
    const short = { startMinute: 540, endMinute: 550 };
    const long = { startMinute: 540, endMinute: 560 };
    const lesson = driveLesson(samplePlan([short], { breakEveryMinutes: 240 }), at("09:00"));
    lesson.tick();
    // The longer one has another id: the second slot of its plan.
    const other = { ...short, startMinute: 700, endMinute: 710 };
    lesson.send({ type: "planChanged", plan: samplePlan([other, long], { breakEveryMinutes: 240 }) });
    expect(lesson.view).toMatchObject({ sun: { leftMs: 20 * 60_000 } });
    lesson.wait(20 * 60 - 1);
    expect(lesson.view.kind).toBe("menu");
    lesson.wait(60);
    expect(lesson.story).toEqual(["opened timetable", "closed timetable"]);

    const fish = { ...short, classId: ids.fish };
    const capped = driveLesson(samplePlan([fish], { breakEveryMinutes: 240 }), at("09:00"));
    capped.tick();
    capped.send({
      type: "planChanged",
      plan: samplePlan([{ ...fish, endMinute: 600 }], { breakEveryMinutes: 240 }),
    });
    capped.wait(15 * 60 - 1);
    expect(capped.view.kind).toBe("menu");
    capped.wait(20 * 60);
    expect(capped.story).toEqual(["opened timetable", "closed timetable"]);
  });

  it("keeps the running lesson when a new plan no longer has its slot", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.send({ type: "planChanged", plan: samplePlan([]) });
    lesson.wait(60);
    expect(lesson.view.kind).toBe("menu");
  });
});

describe("a teacher", () => {
  it("ends a session that the timetable then leaves alone", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.wait(5);
    lesson.send({ type: "teacherEnded", staffId });
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(300);
    expect(lesson.view.kind).toBe("waiting");
    expect(lesson.story).toEqual(["opened timetable", "closed teacher"]);
  });

  it("starts another lesson, which closes the running one first", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.wait(5);
    lesson.send(byHand);
    expect(lesson.story).toEqual(["opened timetable", "closed teacher", "opened teacher"]);
    expect(lesson.records.at(-1)).toMatchObject({
      body: { classId: ids.fish, headcount: 20, slotId: null, staffId },
    });
  });

  it("starts a lesson that gives way to the next class on the timetable", () => {
    const lesson = driveLesson(samplePlan([nine]), at("08:50"));
    lesson.tick();
    lesson.send(byHand);
    lesson.wait(10 * 60);
    expect(lesson.view.kind).toBe("goodbye");
    lesson.wait(60);
    expect(lesson.story).toEqual(["opened teacher", "closed timetable", "opened timetable"]);
  });

  it("pauses and goes on; paused time is no play, but the slot's end stays", () => {
    const lesson = driveLesson(samplePlan([nine], { breakEveryMinutes: 240 }), at("09:00"));
    lesson.tick();
    lesson.send({ type: "teacherPaused", staffId });
    lesson.send({ type: "teacherPaused", staffId });
    lesson.wait(120);
    expect(lesson.view.kind).toBe("paused");
    expect(lesson.state.session?.playedMs).toBe(0);
    lesson.send({ type: "teacherResumed", staffId });
    lesson.wait(28 * 60);
    expect(lesson.view.kind).toBe("goodbye");
    expect(lesson.story).toEqual([
      "opened timetable",
      "paused teacher",
      "resumed teacher",
      "closed timetable",
    ]);
  });
});

describe("the hub", () => {
  const start = command({
    name: "startLesson",
    sessionId: "00000000-0000-7000-8000-00000000aaaa" as SessionId,
    classId: ids.rabbits as ClassId,
    lessonId: ids.counting as LessonId,
    endAt: at("09:20"),
    headcount: 24,
  });

  it("starts, pauses, resumes and ends a lesson for the whole room", () => {
    const lesson = driveLesson(samplePlan([]), at("09:00"));
    lesson.tick();
    lesson.send(start);
    lesson.send(start);
    lesson.send(command({ name: "pauseLesson" }));
    lesson.send(command({ name: "resumeLesson" }));
    lesson.send(command({ name: "endLesson" }));
    lesson.send(start);
    expect(lesson.story).toEqual(["opened hub", "paused hub", "resumed hub", "closed hub"]);
    expect(lesson.records[0]).toMatchObject({ body: { staffId, headcount: 24, endAt: at("09:20") } });
  });

  it("is not obeyed after the command's time", () => {
    const lesson = driveLesson(samplePlan([]), at("09:00"));
    lesson.tick();
    lesson.send({ ...start, command: { ...start.command, expiresAt: at("08:00") } });
    expect(lesson.story).toEqual([]);
  });
});

describe("a clock that cannot be trusted", () => {
  it("opens nothing by the timetable and waits for a teacher, who may start", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:05"));
    lesson.setTrusted(false);
    lesson.wait(5);
    expect(lesson.view.kind).toBe("waitsForTeacher");
    lesson.send(byHand);
    expect(lesson.view.kind).toBe("menu");
    // The clock is put right by seventeen years in the middle of the lesson.
    lesson.jump(17 * 365 * 86_400_000);
    lesson.setTrusted(true);
    lesson.wait(60);
    expect(lesson.view.kind).toBe("menu");
    expect(lesson.state.session?.playedMs).toBe(60_000);
  });

  it("is not misled by one odd look at the clock", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:05"));
    lesson.wait(5);
    lesson.jump(86_400_000);
    lesson.tick();
    lesson.jump(-86_400_000);
    lesson.wait(5);
    expect(lesson.story).toEqual(["opened timetable"]);
    expect(lesson.view.kind).toBe("menu");
  });

  it("gives no extra time when the clock is set back", () => {
    const slot = { startMinute: 540, endMinute: 560 };
    const lesson = driveLesson(samplePlan([slot], { breakEveryMinutes: 240 }), at("09:00"));
    lesson.tick();
    lesson.wait(15 * 60);
    lesson.jump(-15 * 60_000);
    lesson.wait(5 * 60 - 1);
    expect(lesson.view.kind).toBe("menu");
    lesson.wait(1);
    expect(lesson.view.kind).toBe("goodbye");
  });
});

describe("a game", () => {
  const choose = { type: "gameChosen", place: 0, gameVersion: "1.0.0" } as const;

  it("is one run with its rounds, whether it ends by itself or the child leaves", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.send(choose);
    lesson.send(choose);
    expect(lesson.view).toMatchObject({
      kind: "game",
      run: { level: "mixed", mode: "quiz", seed: -2147483648 },
    });
    lesson.wait(30);
    lesson.send({ type: "roundPlayed", correctFirstTry: true, hints: 0, durationMs: 8_000 });
    lesson.send({ type: "roundPlayed", correctFirstTry: false, hints: 3, durationMs: 12_400.4 });
    lesson.send({ type: "gameLeft" });
    expect(lesson.view.kind).toBe("menu");
    expect(lesson.records.at(-1)).toMatchObject({
      type: "gameRun",
      body: {
        ended: "left",
        rounds: 2,
        correctFirstTry: 1,
        hints: 3,
        shownHow: 1,
        roundsMs: 20_400,
        durationMs: 30_000,
        gameVersion: "1.0.0",
        level: "mixed",
        mode: "quiz",
        ageBand: "5-6",
      },
    });
  });

  it("counts the rounds that were heard, not what the game says of itself, and no round as longer than its play", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.send(choose);
    lesson.wait(10);
    lesson.send({ type: "roundPlayed", correctFirstTry: true, hints: 0, durationMs: 4e15 });
    lesson.send({ type: "gameFinished", played: { rounds: 600, correctFirstTry: 599, hints: 0 } });
    expect(lesson.records.at(-1)).toMatchObject({
      body: { ended: "finished", rounds: 1, correctFirstTry: 1, roundsMs: 10_000 },
    });
  });

  it("that told of no round is believed in what it sums up, within reason", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.send(choose);
    lesson.send({ type: "gameFinished", played: { rounds: 6, correctFirstTry: 7, hints: 1 } });
    expect(lesson.records.at(-1)).toMatchObject({
      body: { rounds: 6, correctFirstTry: 6, hints: 1, shownHow: null, roundsMs: null },
    });
  });

  it("that gave way to another game of the teacher's choice was not left by the child", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.send(choose);
    lesson.send({ type: "teacherPlaced", staffId, place: 0 });
    expect(lesson.records.at(-1)).toMatchObject({ type: "gameRun", body: { ended: "replaced" } });
  });

  it("that faults is closed with a fault record and the child is at the menu", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.send(choose);
    lesson.send({ type: "gameFaulted", kind: "gameHang", detail: "silent" });
    expect(lesson.story.slice(1)).toEqual(["gameRun faulted", "fault gameHang"]);
    expect(lesson.view.kind).toBe("menu");
  });

  it("ends with the lesson, its run written before the session's close", () => {
    const lesson = driveLesson(samplePlan([nine], { breakEveryMinutes: 240 }), at("09:28"));
    lesson.tick();
    lesson.send(choose);
    lesson.wait(120);
    expect(lesson.story).toEqual(["opened timetable", "gameRun lessonEnded", "closed timetable"]);
  });

  it("is remembered within bounds while nothing can be kept; lessons outlast runs, and the loss is told later", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    for (let n = 0; n < outgoingBound + 20; n++) {
      lesson.send(choose);
      lesson.send({ type: "gameLeft" });
    }
    lesson.send({ type: "teacherEnded", staffId });
    const { outgoing } = lesson.state;
    expect(outgoing).toHaveLength(outgoingBound);
    expect(outgoing[0]).toMatchObject({ type: "session", body: { event: "opened" } });
    expect(outgoing.at(-1)).toMatchObject({ type: "session", body: { event: "closed" } });
    // The newest runs are those that stayed.
    expect(outgoing[1]).toEqual(lesson.records[23]);

    lesson.send({ type: "recordKept", id: outgoing[0]?.id as RecordId });
    expect(lesson.state.outgoing).toHaveLength(outgoingBound);
    const told = lesson.state.outgoing.at(-1);
    expect(told).toMatchObject({ type: "fault", body: { kind: "diskFull" } });
    expect(told?.type === "fault" && told.body.detail).toContain("22");
    lesson.send({ type: "recordKept", id: outgoing[1]?.id as RecordId });
    expect(lesson.story.filter((entry) => entry === "fault diskFull")).toHaveLength(1);
  });

  it("that the lesson does not offer is not opened", () => {
    const lesson = driveLesson(samplePlan([nine]), at("09:00"));
    lesson.tick();
    lesson.send({ type: "gameChosen", place: 7, gameVersion: "1.0.0" });
    expect(lesson.view.kind).toBe("menu");
  });
});
