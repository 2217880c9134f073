// Owns the start of a lesson on the panel: class and lesson are proposed from the timetable and the clock, so that one touch begins.
import { useMemo, useState } from "react";
import type { PlanDocument } from "../../../protocol/documents/plan.ts";
import { proposeLesson } from "../../../protocol/lesson/proposeLesson.ts";
import { playLeft } from "../../lesson/dayPlay.ts";
import { type LessonState, shortestLessonMs } from "../../lesson/model.ts";
import { slotsAhead } from "../../lesson/schedule.ts";
import { Picture } from "../scene/Picture.tsx";
import { useStationState, useWords } from "../station/StationContext.tsx";
import { type Count, CountChildren } from "./CountChildren.tsx";
import styles from "./LessonPage.module.css";
import type { PageProps } from "./pageProps.ts";
import { ReachSwitch } from "./ReachSwitch.tsx";
import { useLead } from "./useLead.ts";

export function StartLesson({ staffId, onDone, plan }: PageProps & { readonly plan: PlanDocument }) {
  const words = useWords();
  const lead = useLead(onDone);
  const lessonState = useStationState((state) => state.lesson);
  // Proposed once, when the page opens: the choice must not change under the teacher's finger.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const proposed = useMemo(() => propose(plan, lessonState), []);
  const [classId, setClassId] = useState(proposed.classId);
  const [lessonId, setLessonId] = useState(proposed.lessonId);
  const [count, setCount] = useState<Count>({ headcount: null, seats: null });
  const chosen = plan.classes.find(({ id }) => id === classId);
  const dayUsed = chosen !== undefined && playLeft(plan, lessonState.day, chosen) < shortestLessonMs;
  const start = () =>
    lead.give(
      { type: "teacherStarted", classId, lessonId, staffId, ...count },
      { order: "start", classId, lessonId, headcount: count.headcount, stationsInUse: null },
    );
  return (
    <>
      <ReachSwitch lead={lead} />
      <div className={styles["actions"]}>
        <button type="button" data-tone="go" disabled={lead.sending || dayUsed} onClick={start}>
          ▶ {words.panel.start}
        </button>
      </div>
      {dayUsed && <p className={styles["note"]}>{words.panel.dayUsed(chosen.name)}</p>}
      <fieldset>
        <legend>{words.panel.className}</legend>
        <div className={styles["choices"]}>
          {plan.classes.map((schoolClass) => (
            <button
              key={schoolClass.id}
              type="button"
              aria-pressed={schoolClass.id === classId}
              onClick={() => setClassId(schoolClass.id)}
            >
              <Picture name={schoolClass.emblem} />
              {schoolClass.name}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{words.panel.lessonName}</legend>
        <div className={styles["choices"]}>
          {plan.lessons.map((lesson) => (
            <button
              key={lesson.id}
              type="button"
              aria-pressed={lesson.id === lessonId}
              onClick={() => setLessonId(lesson.id)}
            >
              {lesson.title}
            </button>
          ))}
        </div>
      </fieldset>
      <CountChildren count={count} onCount={setCount} withSeats={lead.reach === "station"} />
    </>
  );
}

/** Class and lesson of the timetable and the clock, else the first of each. */
function propose(plan: PlanDocument, { time, ended }: LessonState) {
  const slots = time?.trusted ? slotsAhead(plan, time.now) : [];
  const proposal = time && proposeLesson(slots, time.now, ended);
  const [firstClass] = plan.classes;
  const [firstLesson] = plan.lessons;
  if (firstClass === undefined || firstLesson === undefined)
    throw new Error("a plan without classes proposes nothing");
  return { classId: proposal?.classId ?? firstClass.id, lessonId: proposal?.lessonId ?? firstLesson.id };
}
