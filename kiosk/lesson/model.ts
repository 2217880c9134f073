// Owns the lesson engine's words: its state, what goes in, and what a screen may show.
import type { PlanDocument, PlannedClass, PlannedLesson } from "../../protocol/documents/plan.ts";
import type { AgeBand, GameId, GameMode, RoundsPlayed } from "../../protocol/game.ts";
import type {
  ClassId,
  DeviceId,
  LessonId,
  RecordId,
  SessionId,
  SlotId,
  StaffId,
} from "../../protocol/ids.ts";
import type { KioskRecord } from "../../protocol/link.ts";
import type { RoomCommand } from "../../protocol/messages/command.ts";
import type { ReadinessCheck } from "../../protocol/records/readiness.ts";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";

/** One look at the clocks. */
export type TimeReading = {
  /** Best known true time, UTC ms: the device's clock put right by the hub's. */
  readonly now: number;
  /** The device's own clock, UTC ms: what records carry. */
  readonly deviceAt: number;
  /** Monotonic ms since the engine's process began; no clock change moves it. */
  readonly mono: number;
  /** False: `now` may be years off (ADR 0006). */
  readonly trusted: boolean;
};

export type SessionSource = "timetable" | "teacher" | "hub";

/** What the newest lead said to this station: the next one is held against it, and only what differs is done (ADR 0021). */
export type FollowedLead = {
  readonly revision: number;
  readonly lessonId: LessonId;
  readonly endAt: number;
  readonly headcount: number | null;
  readonly seats: number | null;
  readonly paused: boolean;
  readonly place: number | null;
};

export type RunningSession = {
  readonly sessionId: SessionId;
  readonly slotId: SlotId | null;
  readonly source: SessionSource;
  readonly staffId: StaffId | null;
  /** Children in the room; null when nobody counted. */
  readonly headcount: number | null;
  /** Children at this station, 1–3; null when nobody said: no turns are shown. */
  readonly seats: number | null;
  /** Counts the turns of the children who share the station; the remainder by `seats` says whose it is. */
  readonly turn: number;
  /** Play since the turn passed, ms. */
  readonly turnPlayedMs: number;
  /** The game of the lesson's list that the teacher chose; null while the children choose. */
  readonly place: number | null;
  /** That game was ordered and is not opened yet. */
  readonly placeDue: boolean;
  /** Null while nobody led this session from the hub. */
  readonly led: FollowedLead | null;
  /** Copied from the plan at the start, so that a new plan cannot pull a lesson from under the children. */
  readonly schoolClass: PlannedClass;
  readonly lesson: PlannedLesson;
  /** Planned bounds, UTC ms. */
  readonly startAt: number;
  readonly endAt: number;
  /** Whether the bounds were set by a trusted clock; otherwise only `boundLeftMs` counts. */
  readonly boundsTrusted: boolean;
  /** Play allowed: for the age band, and for what is left of the class's day, ms. */
  readonly capMs: number;
  /** Time that was left at the opening, ms: the whole of the sun's path. */
  readonly totalMs: number;
  /** Time to `endAt`, ms; counted by the monotonic clock, only ever made shorter by the wall clock. */
  readonly boundLeftMs: number;
  /** Time children could play, ms: neither paused nor in an eye break nor waiting for a teacher. */
  readonly playedMs: number;
  /** `playedMs` at the last eye break. */
  readonly breakAtPlayedMs: number;
  readonly breakEveryMs: number;
  /** Left of the running eye break, ms; null when none runs. */
  readonly breakLeftMs: number | null;
  readonly paused: boolean;
  /** Restored from disk and not yet checked against a trusted clock: nobody plays until then. */
  readonly unchecked: boolean;
};

/** What the rounds of a run amount to. */
export type RunSums = RoundsPlayed & {
  /** Rounds whose way had to be shown; null when nobody told of single rounds. */
  readonly shownHow: number | null;
  /** Between question and answer, all rounds together, ms; null when nobody told of single rounds. */
  readonly roundsMs: number | null;
};

/** The game a child plays now. */
export type OpenRun = {
  readonly sessionId: SessionId;
  readonly classId: ClassId;
  /** Of the class when the run began; null in one that an older kiosk saved. */
  readonly ageBand: AgeBand | null;
  readonly gameId: GameId;
  readonly gameVersion: string;
  readonly level: string;
  readonly mode: GameMode;
  /** 32-bit. */
  readonly seed: number;
  /** ms in which the child could play. */
  readonly durationMs: number;
  readonly played: RunSums;
};

/** How long each class played here on one day. */
export type DayPlay = {
  /** By the school's calendar; null before the first trusted look at the clock. */
  readonly date: LocalDate | null;
  readonly playedMs: Readonly<Record<ClassId, number>>;
};

export type LessonState = {
  readonly plan: PlanDocument | null;
  readonly time: TimeReading | null;
  readonly session: RunningSession | null;
  readonly run: OpenRun | null;
  readonly goodbye: { readonly schoolClass: PlannedClass; readonly leftMs: number } | null;
  readonly day: DayPlay;
  /** Sessions that are over here and must not be opened again; newest last. */
  readonly ended: readonly SessionId[];
  /** Made and not yet known to be durably kept. Saved with the state, so none is lost or doubled by a crash. */
  readonly outgoing: readonly KioskRecord[];
  /** Records that were let go because nothing could be kept; told with a fault once something can. */
  readonly dropped: number;
  /** The coming session for which the station has checked itself. */
  readonly checkedFor: SessionId | null;
};

export type LessonInput =
  | { readonly type: "tick"; readonly time: TimeReading }
  | { readonly type: "planChanged"; readonly plan: PlanDocument | null }
  | {
      readonly type: "teacherStarted";
      readonly classId: ClassId;
      readonly lessonId: LessonId;
      readonly staffId: StaffId;
      readonly headcount: number | null;
      readonly seats: number | null;
    }
  | { readonly type: "teacherPaused" | "teacherResumed" | "teacherEnded"; readonly staffId: StaffId }
  /** `place`: the game for this station; null: the children choose again. */
  | { readonly type: "teacherPlaced"; readonly staffId: StaffId; readonly place: number | null }
  | { readonly type: "teacherExtended"; readonly staffId: StaffId; readonly minutes: number }
  | {
      readonly type: "teacherCounted";
      readonly staffId: StaffId;
      readonly headcount: number | null;
      readonly seats: number | null;
    }
  /** `deviceId`: this station's own, for what is ordered of it alone; null before its config came. */
  | {
      readonly type: "roomCommand";
      readonly command: RoomCommand;
      readonly deviceId: DeviceId | null;
    }
  /** The next child's turn, by a touch on its emblem. */
  | { readonly type: "turnPassed" }
  /** The ordered game cannot be opened here: the children choose instead. */
  | { readonly type: "placeImpossible"; readonly detail: string }
  /** `place` is the game's in the lesson's list: one game may stand there more than once, with other levels. */
  | { readonly type: "gameChosen"; readonly place: number; readonly gameVersion: string }
  | {
      readonly type: "roundPlayed";
      readonly correctFirstTry: boolean;
      readonly hints: number;
      /** From the question to its answer, ms. */
      readonly durationMs: number;
    }
  | { readonly type: "gameFinished"; readonly played: RoundsPlayed }
  | { readonly type: "gameLeft" }
  | { readonly type: "gameFaulted"; readonly kind: "gameCrash" | "gameHang"; readonly detail: string }
  /** The station has checked itself; `sessionId` null when somebody asked for it. */
  | {
      readonly type: "readinessChecked";
      readonly sessionId: SessionId | null;
      readonly checks: readonly ReadinessCheck[];
    }
  | { readonly type: "recordKept"; readonly id: RecordId };

export type LessonDependencies = {
  /** [0, 1). */
  readonly random: () => number;
  /** A fresh UUID. */
  readonly newId: () => string;
};

/** What the screen shows. */
export type LessonView =
  | { readonly kind: "noPlan" }
  | { readonly kind: "waitsForTeacher"; readonly schoolClass: PlannedClass | null }
  | { readonly kind: "waiting"; readonly next: NextLesson | null }
  /** A slot holds, but its class has had its screen time of today. */
  | { readonly kind: "dayUsed"; readonly schoolClass: PlannedClass }
  /** The next class is at the door. */
  | { readonly kind: "soon"; readonly next: NextLesson }
  | { readonly kind: "menu"; readonly session: RunningSession; readonly sun: SunPath }
  | { readonly kind: "game"; readonly session: RunningSession; readonly run: OpenRun; readonly sun: SunPath }
  | { readonly kind: "paused"; readonly session: RunningSession }
  | { readonly kind: "eyeBreak"; readonly session: RunningSession; readonly leftMs: number }
  | { readonly kind: "goodbye"; readonly schoolClass: PlannedClass; readonly leftMs: number };

export type NextLesson = {
  readonly slot: ResolvedSlot;
  readonly schoolClass: PlannedClass;
  readonly lesson: PlannedLesson;
  /** ms until it begins. */
  readonly inMs: number;
};

export type SunPath = {
  /** Share of the lesson still to come, 1 at the start, 0 at the end. */
  readonly left: number;
  readonly leftMs: number;
  /** The last two minutes. */
  readonly warning: boolean;
};

export const warningMs = 2 * 60_000;
/** From this long before a slot the screen gets ready for its class. */
export const soonMs = 3 * 60_000;
/** A child's turn within one game; it passes at the end of the round. */
export const turnMs = 2 * 60_000;
/** A turn of free play, where no round ends: a little longer, since nothing announces its end. */
export const freeTurnMs = turnMs + 30_000;
/** Who leaves a game sooner has only looked at it, and keeps the turn. */
export const lookedAtMs = 20_000;
export const goodbyeMs = 40_000;
export const eyeBreakMs = 20_000;
/** How often the state of a running lesson is saved; a crash can hide at most this much play. */
export const saveEveryMs = 5_000;
/** Less than this is not worth opening a lesson for. */
export const shortestLessonMs = 60_000;
/** Records that a lesson remembers while nothing can be kept: days of a full room, and still quick to save. */
export const outgoingBound = 500;
