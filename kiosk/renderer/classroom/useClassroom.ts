// Owns what the classroom screen takes from the station: the plan's part for it, and the school's moment.
import { useMemo } from "react";
import type { Classroom } from "../../../protocol/documents/classroom.ts";
import type { PlannedClass } from "../../../protocol/documents/plan.ts";
import { useStationState } from "../station/StationContext.tsx";
import { type ClassroomWords, classroomWordsOf } from "./classroomWords.ts";
import { type ClassroomView, classroomViewOf, type Moment, momentOf } from "./dayView.ts";

/** The sun's step: a screen that hangs there all day need not paint more often, ms. */
const stepMs = 10_000;

export type ShownClassroom = {
  readonly view: ClassroomView;
  readonly classroom: Classroom | null;
  readonly schoolClass: PlannedClass | null;
  readonly moment: Moment | null;
};

/** Null until plan and clock were looked at for the first time. */
export function useClassroom(): ShownClassroom | null {
  const plan = useStationState(({ lesson }) => lesson.plan);
  const at = useStationState(({ lesson: { time } }) => {
    if (time === null) return undefined;
    return time.trusted ? Math.floor(time.now / stepMs) * stepMs : null;
  });
  return useMemo(() => {
    if (plan === null || at === undefined) return null;
    const moment = at === null ? null : momentOf(at, plan.timetable.zone);
    const { classroom } = plan;
    return {
      view: classroomViewOf(plan, moment),
      classroom,
      schoolClass: plan.classes.find(({ id }) => id === classroom?.classId) ?? null,
      moment,
    };
  }, [plan, at]);
}

export const useClassroomWords = (): ClassroomWords =>
  classroomWordsOf(useStationState((state) => state.status?.config?.locale ?? "vi"));
