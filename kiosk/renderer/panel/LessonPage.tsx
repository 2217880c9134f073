// Owns the lesson page: the lesson that runs, or the one that could begin.
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./LessonPage.module.css";
import type { PageProps } from "./pageProps.ts";
import { RunningLesson } from "./RunningLesson.tsx";
import { StartLesson } from "./StartLesson.tsx";

export function LessonPage(props: PageProps) {
  const words = useWords();
  const session = useStationState((state) => state.lesson.session);
  const plan = useStationState((state) => state.lesson.plan);
  const startable = plan !== null && plan.classes.length > 0 && plan.lessons.length > 0;
  return (
    <div className={styles["page"]}>
      {session !== null && <RunningLesson {...props} session={session} />}
      {session === null && startable && <StartLesson {...props} plan={plan} />}
      {session === null && !startable && <p>{words.panel.noLessons}</p>}
    </div>
  );
}
