// Owns the lesson page: what runs now with pause and end, or what the timetable proposes to start.
import { useMemo, useState } from "react";
import type { PlanDocument } from "../../../protocol/documents/plan.ts";
import type { LessonState } from "../../lesson/model.ts";
import { currentSlot, nextLesson } from "../../lesson/schedule.ts";
import { leftOf } from "../../lesson/session.ts";
import { Picture } from "../scene/Picture.tsx";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./LessonPage.module.css";
import type { PageProps } from "./pageProps.ts";

export function LessonPage(props: PageProps) {
  const words = useWords();
  const session = useStationState((state) => state.lesson.session);
  const plan = useStationState((state) => state.lesson.plan);
  const startable = plan !== null && plan.classes.length > 0 && plan.lessons.length > 0;
  return (
    <div className={styles["page"]}>
      {session !== null && <Running {...props} />}
      {session === null && startable && <Start {...props} plan={plan} />}
      {session === null && !startable && <p>{words.panel.noLessons}</p>}
    </div>
  );
}

function Running({ staffId, onDone }: PageProps) {
  const words = useWords();
  const { send } = useStation();
  const session = useStationState((state) => state.lesson.session);
  if (session === null) return null;
  const resting = session.paused || session.unchecked;
  const act = (type: "teacherPaused" | "teacherResumed" | "teacherEnded") => {
    send({ type, staffId });
    onDone();
  };
  return (
    <>
      <div className={styles["now"]}>
        <Picture name={session.schoolClass.emblem} />
        <div>
          <strong>{words.panel.running(session.schoolClass.name, session.lesson.title)}</strong>
          <span>{words.panel.minutesLeft(Math.max(1, Math.round(leftOf(session) / 60_000)))}</span>
        </div>
      </div>
      <div className={styles["actions"]}>
        {resting ? (
          <button type="button" data-tone="go" onClick={() => act("teacherResumed")}>
            ▶ {words.panel.resume}
          </button>
        ) : (
          <button type="button" onClick={() => act("teacherPaused")}>
            ⏸ {words.panel.pause}
          </button>
        )}
        <button type="button" data-tone="end" onClick={() => act("teacherEnded")}>
          ■ {words.panel.stop}
        </button>
      </div>
    </>
  );
}

function Start({ staffId, onDone, plan }: PageProps & { readonly plan: PlanDocument }) {
  const words = useWords();
  const { send } = useStation();
  const lessonState = useStationState((state) => state.lesson);
  // Proposed once, when the page opens: the choice must not change under the teacher's finger.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const proposed = useMemo(() => propose(plan, lessonState), []);
  const [classId, setClassId] = useState(proposed.classId);
  const [lessonId, setLessonId] = useState(proposed.lessonId);
  const [headcount, setHeadcount] = useState<number | null>(null);
  return (
    <>
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
      <fieldset>
        <legend>{words.panel.headcount}</legend>
        <div className={styles["choices"]}>
          {[null, 1, 2, 3].map((count) => (
            <button
              key={count ?? "none"}
              type="button"
              aria-pressed={count === headcount}
              onClick={() => setHeadcount(count)}
            >
              {count ?? words.panel.notCounted}
            </button>
          ))}
        </div>
      </fieldset>
      <div className={styles["actions"]}>
        <button
          type="button"
          data-tone="go"
          onClick={() => {
            send({ type: "teacherStarted", classId, lessonId, staffId, headcount });
            onDone();
          }}
        >
          ▶ {words.panel.start}
        </button>
      </div>
    </>
  );
}

/** Class and lesson of the slot that is on now, else of the next one, else the first of each. */
function propose(plan: PlanDocument, { time }: LessonState) {
  const slot = time?.trusted
    ? (currentSlot(plan, time.now, []) ?? nextLesson(plan, time.now, []))?.slot
    : undefined;
  const [firstClass] = plan.classes;
  const [firstLesson] = plan.lessons;
  if (firstClass === undefined || firstLesson === undefined)
    throw new Error("a plan without classes proposes nothing");
  return { classId: slot?.classId ?? firstClass.id, lessonId: slot?.lessonId ?? firstLesson.id };
}
