// Owns a lesson engine under test: a clock that is moved by hand, ids that count, and everything that was ever written.

import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import { emptyLesson, reduce } from "../lesson/engine.ts";
import type {
  LessonDependencies,
  LessonInput,
  LessonState,
  LessonView,
  TimeReading,
} from "../lesson/model.ts";
import { viewOf } from "../lesson/view.ts";

export function countingDependencies(): LessonDependencies {
  let made = 0;
  return {
    random: () => 0.5,
    newId: () => {
      made += 1;
      return `00000000-0000-7000-9000-${String(made).padStart(12, "0")}`;
    },
  };
}

export type LessonDriver = {
  readonly state: LessonState;
  readonly view: LessonView;
  readonly records: readonly KioskRecord[];
  /** "opened timetable", "closed teacher", "gameRun left" … in order. */
  readonly story: readonly string[];
  send(input: LessonInput): void;
  /** Lets time pass, a tick every `tickSeconds`. */
  wait(seconds: number, tickSeconds?: number): void;
  tick(): void;
  /** Moves the wall clock alone. */
  jump(ms: number): void;
  setTrusted(trusted: boolean): void;
  /** The process dies: the monotonic clock begins anew after a wall-clock gap. */
  restart(state: LessonState, gapMs: number): void;
  now(): number;
};

export function driveLesson(
  plan: PlanDocument | null,
  startAt: number,
  dependencies = countingDependencies(),
): LessonDriver {
  let state = reduce(emptyLesson, { type: "planChanged", plan }, dependencies);
  let now = startAt;
  let mono = 1000;
  let trusted = true;
  const seen = new Map<string, KioskRecord>();
  const take = (next: LessonState) => {
    state = next;
    for (const record of next.outgoing) seen.set(record.id, record);
  };
  const reading = (): TimeReading => ({ now, deviceAt: now, mono, trusted });
  const driver: LessonDriver = {
    get state() {
      return state;
    },
    get view() {
      return viewOf(state);
    },
    get records() {
      return [...seen.values()];
    },
    get story() {
      return driver.records.map((record) => {
        if (record.type === "session") return `${record.body.event} ${record.body.source}`;
        if (record.type === "gameRun") return `gameRun ${record.body.ended}`;
        return record.type === "fault" ? `fault ${record.body.kind}` : record.type;
      });
    },
    send: (input) => take(reduce(state, input, dependencies)),
    tick: () => take(reduce(state, { type: "tick", time: reading() }, dependencies)),
    wait(seconds, tickSeconds = 1) {
      for (let left = seconds; left > 0; left -= tickSeconds) {
        const passedMs = Math.min(left, tickSeconds) * 1000;
        now += passedMs;
        mono += passedMs;
        driver.tick();
      }
    },
    jump(ms) {
      now += ms;
    },
    setTrusted(next) {
      trusted = next;
    },
    restart(restored, gapMs) {
      now += gapMs;
      mono = 500;
      take(reduce(restored, { type: "planChanged", plan }, dependencies));
    },
    now: () => now,
  };
  return driver;
}
