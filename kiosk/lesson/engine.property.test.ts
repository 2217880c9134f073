import fc from "fast-check";
import { expect, it } from "vitest";
import type { SessionId } from "../../protocol/ids.ts";
import { restoreLesson } from "../renderer/station/restoreLesson.ts";
import { saveLesson } from "../renderer/station/saveLesson.ts";
import { countingDependencies, driveLesson, type LessonDriver } from "../testing/lessonDriver.ts";
import { ids, samplePlan } from "../testing/sampleRoom.ts";

const begin = Date.parse("2026-11-23T08:30:00+07:00");
const plan = samplePlan(
  [
    { startMinute: 540, endMinute: 570 },
    { startMinute: 560, endMinute: 600, classId: ids.fish },
    { startMinute: 620, endMinute: 640 },
  ],
  { breakEveryMinutes: 4 },
);

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 900 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("jump" as const), ms: fc.integer({ min: -1e12, max: 1e12 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("drift" as const), ms: fc.integer({ min: -9e5, max: 9e5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("trust" as const), trusted: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("crash" as const), gapMs: fc.integer({ min: -1e6, max: 4e6 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("act" as const),
      what: fc.constantFrom(
        "start",
        "end",
        "pause",
        "resume",
        "hubStart",
        "hubEnd",
        "lead",
        "extend",
        "place",
        "count",
        "turn",
        "play",
        "round",
        "leave",
        "fault",
      ),
      n: fc.integer({ min: 0, max: 3 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function act(lesson: LessonDriver, what: string, n: number): void {
  const staff = { staffId: ids.staff as never };
  const hub = { id: ids.slot(900), issuedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER, issuedBy: "hub" };
  const input = {
    start: {
      type: "teacherStarted",
      classId: n % 2 === 0 ? ids.fish : ids.rabbits,
      lessonId: ids.counting,
      headcount: null,
      seats: n === 0 ? null : n,
      ...staff,
    },
    end: { type: "teacherEnded", ...staff },
    pause: { type: "teacherPaused", ...staff },
    resume: { type: "teacherResumed", ...staff },
    hubStart: {
      type: "roomCommand",
      deviceId: ids.device,
      command: {
        ...hub,
        name: "startLesson",
        sessionId: ids.slot(800 + n) as SessionId,
        classId: ids.rabbits,
        lessonId: ids.counting,
        endAt: lesson.now() + n * 400_000,
        headcount: null,
      },
    },
    hubEnd: { type: "roomCommand", deviceId: ids.device, command: { ...hub, name: "endLesson" } },
    extend: { type: "teacherExtended", minutes: 5, ...staff },
    place: { type: "teacherPlaced", place: n === 0 ? 0 : null, ...staff },
    count: { type: "teacherCounted", headcount: n * 10, seats: n === 0 ? null : n, ...staff },
    turn: { type: "turnPassed" },
    lead: {
      type: "roomCommand",
      deviceId: ids.device,
      command: {
        ...hub,
        name: "leadLesson",
        lead: {
          // Sometimes the running one, sometimes another; in any order of revisions.
          sessionId: n < 2 ? (lesson.state.session?.sessionId ?? ids.slot(700)) : ids.slot(700 + n),
          slotId: null,
          classId: ids.rabbits,
          lessonId: n % 2 === 0 ? ids.counting : ids.otherLesson,
          revision: 1 + (Math.floor(lesson.now() / 1000) % 7),
          startAt: lesson.now(),
          endAt: lesson.now() + n * 700_000,
          headcount: n * 9,
          all: { paused: n === 1, place: n === 2 ? 0 : null, ended: n === 3 },
          stations: n === 3 ? { [ids.device]: { paused: false, place: null, ended: false } } : {},
          seats: {},
          otherSeats: n === 0 ? null : n,
        },
      },
    },
    play: { type: "gameChosen", place: 0, gameVersion: "1.0.0" },
    round: { type: "roundPlayed", correctFirstTry: true, hints: 1, durationMs: 8_000 },
    leave: { type: "gameLeft" },
    fault: { type: "gameFaulted", kind: "gameCrash", detail: "x" },
  }[what];
  lesson.send(input as never);
}

function perform(
  lesson: LessonDriver,
  dependencies: ReturnType<typeof countingDependencies>,
  given: Step,
): void {
  // Coarser ticks than a real second, so that hundreds of lessons fit into a test.
  if (given.do === "wait") lesson.wait(given.seconds, 17);
  if (given.do === "jump" || given.do === "drift") lesson.jump(given.ms);
  if (given.do === "trust") lesson.setTrusted(given.trusted);
  if (given.do === "act") act(lesson, given.what, given.n);
  if (given.do === "crash") {
    const restored = restoreLesson(saveLesson(lesson.state), dependencies);
    if (!restored.ok) throw new Error(restored.detail);
    lesson.restart(restored.value, given.gapMs);
  }
}

function play(steps: readonly Step[], check: (lesson: LessonDriver) => void = () => undefined): LessonDriver {
  const dependencies = countingDependencies();
  const lesson = driveLesson(plan, begin, dependencies);
  for (const given of steps) {
    perform(lesson, dependencies, given);
    check(lesson);
  }
  return lesson;
}

const bodies = (lesson: LessonDriver) =>
  lesson.records.flatMap((record) => (record.type === "session" ? [record.body] : []));

it("Whatever happens, sessions come one after another: each is opened once, and closed once before the next", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const lesson = play(steps);
      let open: string | null = null;
      const opened = new Set<string>();
      for (const { event, sessionId, source, slotId } of bodies(lesson)) {
        if (event === "opened") {
          expect(open).toBeNull();
          expect(opened.has(sessionId)).toBe(false);
          // Begun early by hand: replaced before its own time, the slot still comes.
          if (source === "timetable" || slotId === null) opened.add(sessionId);
          open = sessionId;
        } else {
          expect(sessionId).toBe(open);
          if (event === "closed") open = null;
        }
      }
      expect(lesson.state.session?.sessionId ?? null).toBe(open);
    }),
    { numRuns: 150 },
  );
});

it("Whatever the clocks and crashes do, no session gives more play than its age band's cap", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      play(steps, ({ state: { session } }) => {
        if (session === null) return;
        expect(session.playedMs).toBeLessThanOrEqual(session.capMs);
        expect(session.capMs).toBeLessThanOrEqual(plan.capMinutes[session.schoolClass.ageBand] * 60_000);
      });
    }),
    { numRuns: 150 },
  );
});

it("However many lessons a class is given, its day never has more play than the day's cap", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      play(steps, ({ state: { day } }) => {
        for (const { id, ageBand } of plan.classes)
          expect(day.playedMs[id] ?? 0).toBeLessThanOrEqual(plan.dayCapMinutes[ageBand] * 60_000);
      });
    }),
    { numRuns: 150 },
  );
});

it("With an honest clock nobody plays past the end that was planned", () => {
  const honest = step.filter((given) => !["jump", "drift", "trust"].includes(given.do));
  fc.assert(
    fc.property(fc.array(honest, { maxLength: 30 }), (steps) => {
      play(steps, (lesson) => {
        const { session } = lesson.state;
        const playing = lesson.view.kind === "menu" || lesson.view.kind === "game";
        if (session !== null && playing && lesson.state.time?.now === lesson.now())
          expect(lesson.now()).toBeLessThan(session.endAt);
      });
    }),
    { numRuns: 150 },
  );
});

it("A run is written exactly once for every game that was opened", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let opened = 0;
      let seed: unknown = null;
      const lesson = play(steps, ({ state: { run } }) => {
        if (run !== null && seed === null) opened += 1;
        seed = run;
      });
      const written = lesson.records.filter(({ type }) => type === "gameRun").length;
      expect(written + (lesson.state.run === null ? 0 : 1)).toBe(opened);
    }),
    { numRuns: 150 },
  );
});
