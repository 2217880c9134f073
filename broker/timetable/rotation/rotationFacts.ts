// Owns what the rotation is planned from, and what it hands back. Plain data: it crosses to a thread.
import type { AgeBand } from "../../../protocol/game.ts";
import type { ClassId, LessonId, SlotId } from "../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import type { ClosedSpan, Winter } from "../../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import type { RotationProposal, RotationRules } from "../../api/rotation.ts";
import type { Period, ScreenTime } from "../../api/school.ts";

export type RotationFacts = {
  readonly rules: RotationRules;
  /** Teaching weeks of the school, in order. */
  readonly weeks: readonly { readonly monday: LocalDate; readonly number: number }[];
  /** Days before it are left as they are: what was, was. */
  readonly earliestDate: LocalDate;
  readonly closures: readonly ClosedSpan[];
  readonly winter: Winter;
  /** In the order of the day. */
  readonly periods: readonly Period[];
  readonly classes: readonly { readonly id: ClassId; readonly ageBand: AgeBand }[];
  /** In the library's order. */
  readonly lessons: readonly { readonly id: LessonId; readonly ageBand: AgeBand }[];
  /** The draft of every room, also of some weeks before: lessons go on from where they were. */
  readonly slots: readonly PlacedSlot[];
  readonly screenTime: Pick<ScreenTime, "capMinutes" | "dayCapMinutes">;
  /** 32 bits: the same facts and seed give the same plan. */
  readonly seed: number;
};

export type RotationPlan = Omit<RotationProposal, "tookMs"> & {
  /** Generator slots of an earlier run that go. */
  readonly gone: readonly SlotId[];
};
