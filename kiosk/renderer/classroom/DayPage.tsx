// Owns the class's day: what is now as a huge picture, the sun on its way to what comes next, the whole day as a strip.
import type { DayActivity } from "../../../protocol/documents/classroom.ts";
import { Picture } from "../scene/Picture.tsx";
import { timeText } from "./classroomWords.ts";
import styles from "./DayPage.module.css";
import { type ClassroomView, menuOn, noticesOn, type PlacedActivity, stripOf } from "./dayView.ts";
import { SideCards } from "./SideCards.tsx";
import { SunWay } from "./SunWay.tsx";
import { type ShownClassroom, useClassroomWords } from "./useClassroom.ts";

type Day = Extract<ClassroomView, { kind: "day" }>;

const stripLength = 14;
/** Without a known time the day itself is all there is: larger pictures in two rows. */
const timelessLength = 40;

export function DayPage({ view, shown }: { readonly view: Day; readonly shown: ShownClassroom }) {
  const { classroom, moment } = shown;
  if (moment === null)
    return (
      <div className={styles["timeless"]}>
        <Strip activities={stripOf(view.activities, timelessLength)} />
      </div>
    );
  const meals = menuOn(classroom, moment.date);
  const notices = noticesOn(classroom, moment.date);
  return (
    <div className={styles["day"]}>
      <div className={styles["stage"]}>
        <NowAndNext view={view} />
        {(meals.length > 0 || notices.length > 0) && <SideCards meals={meals} notices={notices} />}
      </div>
      <Strip activities={stripOf(view.activities, stripLength)} />
    </div>
  );
}

function NowAndNext({ view: { now, next, progress } }: { readonly view: Day }) {
  const words = useClassroomWords();
  return (
    <section className={styles["times"]} data-alone={now === null || next === null} aria-live="polite">
      {now !== null && <Activity activity={now} label={words.now} size="huge" />}
      {next !== null && progress !== null && now !== null && <SunWay progress={progress} />}
      {next !== null && (
        <Activity activity={next} label={words.next} size={now === null ? "huge" : "small"} withTime />
      )}
      {now === null && next === null && <Goodbye />}
    </section>
  );
}

/** The last minutes, when every child has been fetched or soon is. */
function Goodbye() {
  const words = useClassroomWords();
  return (
    <div className={styles["activity"]} data-size="huge">
      <Picture name="waving-hand" />
      <h1>{words.goodNight}</h1>
    </div>
  );
}

type ActivityProps = {
  readonly activity: DayActivity;
  readonly label: string;
  readonly size: "huge" | "small";
  readonly withTime?: boolean;
};

function Activity({ activity, label, size, withTime = false }: ActivityProps) {
  const Title = size === "huge" ? "h1" : "h2";
  return (
    <div
      className={styles["activity"]}
      data-size={size}
      data-long={activity.title.length > 16}
      key={activity.startMinute}
    >
      <span className={styles["label"]}>
        {label}
        {withTime && <b>{timeText(activity.startMinute)}</b>}
      </span>
      <Picture name={activity.picture} />
      <Title>{activity.title}</Title>
    </div>
  );
}

function Strip({ activities }: { readonly activities: readonly PlacedActivity[] }) {
  const words = useClassroomWords();
  return (
    <ol className={styles["strip"]} aria-label={words.dayStrip}>
      {activities.map((activity) => (
        <li
          key={`${activity.startMinute} ${activity.title}`}
          data-place={activity.place}
          aria-current={activity.place === "now" ? "time" : undefined}
        >
          <span className={styles["dot"]}>
            <Picture name={activity.picture} />
          </span>
          <b>{timeText(activity.startMinute)}</b>
          <span className={styles["name"]}>{activity.title}</span>
        </li>
      ))}
    </ol>
  );
}
