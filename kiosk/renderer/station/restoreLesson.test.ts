import { describe, expect, it } from "vitest";
import type { StaffId } from "../../../protocol/ids.ts";
import type { LessonState } from "../../lesson/model.ts";
import { countingDependencies, driveLesson } from "../../testing/lessonDriver.ts";
import { ids, samplePlan } from "../../testing/sampleRoom.ts";
import { restoreLesson } from "./restoreLesson.ts";
import { saveLesson } from "./saveLesson.ts";

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
const plan = samplePlan([{ startMinute: 540, endMinute: 570 }], { breakEveryMinutes: 240 });

function setUp() {
  const dependencies = countingDependencies();
  const lesson = driveLesson(plan, at("09:00"), dependencies);
  lesson.tick();
  const reborn = (state: LessonState = lesson.state): LessonState => {
    const restored = restoreLesson(saveLesson(state), dependencies);
    if (!restored.ok) throw new Error(restored.detail);
    return restored.value;
  };
  return { lesson, reborn };
}

describe("a lesson after a crash", () => {
  it("goes on as the same session with the time that is left, and is not opened twice", () => {
    const { lesson, reborn } = setUp();
    lesson.wait(10 * 60);
    lesson.restart(reborn(), 30_000);
    expect(lesson.view.kind).toBe("waiting");
    lesson.tick();
    expect(lesson.view).toMatchObject({ kind: "menu", sun: { leftMs: 19.5 * 60_000 } });
    lesson.wait(20 * 60);
    expect(lesson.story).toEqual(["opened timetable", "closed timetable"]);
  });

  it("still knows how many records it had to let go, and takes a file of a version that did not count them", () => {
    const { lesson, reborn } = setUp();
    expect(reborn({ ...lesson.state, dropped: 7 }).dropped).toBe(7);
    const { dropped: _uncounted, ...older } = JSON.parse(saveLesson(lesson.state));
    const restored = restoreLesson(JSON.stringify(older), countingDependencies());
    expect(restored).toMatchObject({ ok: true, value: { dropped: 0 } });
  });

  it("is closed when its time passed while the machine was off", () => {
    const { lesson, reborn } = setUp();
    lesson.wait(60);
    lesson.restart(reborn(), 3 * 3_600_000);
    lesson.tick();
    expect(lesson.view.kind).toBe("waiting");
    expect(lesson.story).toEqual(["opened timetable", "closed timetable"]);
  });

  it("waits for a teacher when the clock is dead, who may let it go on", () => {
    const { lesson, reborn } = setUp();
    lesson.wait(60);
    lesson.restart(reborn(), -17 * 365 * 86_400_000);
    lesson.setTrusted(false);
    lesson.wait(2);
    expect(lesson.view).toMatchObject({ kind: "waitsForTeacher", schoolClass: { emblem: "rabbit" } });
    lesson.send({ type: "teacherResumed", staffId: ids.staff as StaffId });
    expect(lesson.view.kind).toBe("menu");
    expect(lesson.story).toEqual(["opened timetable"]);
  });

  it("counts play that was not yet saved as played, so that crashes give no extra screen time", () => {
    const { lesson, reborn } = setUp();
    lesson.wait(60);
    expect(reborn().session?.playedMs).toBe(65_000);
  });

  it("closes the run that was open as faulted and keeps its rounds", () => {
    const { lesson, reborn } = setUp();
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    lesson.send({ type: "roundPlayed", correctFirstTry: true, hints: 0, durationMs: 8_000 });
    lesson.restart(reborn(), 5_000);
    lesson.tick();
    expect(lesson.view.kind).toBe("menu");
    expect(lesson.records.at(-1)).toMatchObject({ type: "gameRun", body: { ended: "faulted", rounds: 1 } });
  });

  it("closes the run that an older kiosk saved, with what that one did not count left open", () => {
    const { lesson } = setUp();
    lesson.send({ type: "gameChosen", place: 0, gameVersion: "1.0.0" });
    const older = JSON.parse(saveLesson(lesson.state)) as { run: Record<string, unknown> };
    const { ageBand: _, ...run } = older.run;
    older.run = { ...run, played: { rounds: 2, correctFirstTry: 1, hints: 1 } };
    const restored = restoreLesson(JSON.stringify(older), countingDependencies());
    if (!restored.ok) throw new Error(restored.detail);
    expect(restored.value.outgoing.at(-1)).toMatchObject({
      type: "gameRun",
      body: { ended: "faulted", rounds: 2, ageBand: null, shownHow: null, roundsMs: null },
    });
  });

  it("still has the records that nobody confirmed, under the same ids", () => {
    const { lesson, reborn } = setUp();
    expect(reborn().outgoing).toEqual(lesson.state.outgoing);
    const [record] = lesson.state.outgoing;
    if (record === undefined) throw new Error("no record");
    lesson.send({ type: "recordKept", id: record.id });
    expect(reborn().outgoing).toEqual([]);
  });

  it("remembers what a teacher ended", () => {
    const { lesson, reborn } = setUp();
    lesson.send({ type: "teacherEnded", staffId: ids.staff as StaffId });
    lesson.restart(reborn(), 60_000);
    lesson.wait(5);
    expect(lesson.view.kind).toBe("waiting");
    expect(lesson.story).toEqual(["opened timetable", "closed teacher"]);
  });
});

it("A file that is not a saved lesson is refused with a code, not thrown", () => {
  expect(restoreLesson("{", countingDependencies())).toMatchObject({ ok: false, code: "LESSON_UNREADABLE" });
  expect(restoreLesson('{"version":2}', countingDependencies())).toMatchObject({ code: "LESSON_UNREADABLE" });
});
