// Owns the week's menu for parents: this week and the next, a column a day.
import { useState } from "react";
import type { Classroom } from "../../../protocol/documents/classroom.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import { Picture } from "../scene/Picture.tsx";
import { firstWeek, menuWeek } from "./dayView.ts";
import styles from "./MenuWeekPage.module.css";
import { Nothing } from "./Nothing.tsx";
import { useClassroomWords } from "./useClassroom.ts";

type MenuWeekPageProps = { readonly classroom: Classroom | null; readonly today: LocalDate | null };

export function MenuWeekPage({ classroom, today }: MenuWeekPageProps) {
  const words = useClassroomWords();
  const [ahead, setAhead] = useState<0 | 1>(() => (today === null ? 0 : firstWeek(classroom, today)));
  if (today === null) return <Nothing picture="alarm-clock" title={words.noMenu} text={words.dateUnknown} />;
  const days = menuWeek(classroom, today, ahead);
  return (
    <div className={styles["week"]}>
      <div className={styles["weeks"]}>
        {([0, 1] as const).map((week) => (
          <button key={week} type="button" aria-pressed={ahead === week} onClick={() => setAhead(week)}>
            {week === 0 ? words.thisWeek : words.nextWeek}
          </button>
        ))}
      </div>
      {days.every(({ meals }) => meals.length === 0) ? (
        <Nothing picture="fork-and-knife-with-plate" title={words.noMenu} text={words.noMenuText} />
      ) : (
        <div className={styles["days"]}>
          {days.map(({ date, meals }) => (
            <section
              key={date}
              className={styles["day"]}
              data-today={date === today}
              aria-current={date === today ? "date" : undefined}
            >
              <h2>
                {words.weekday(date)}
                <small>{words.shortDate(date)}</small>
              </h2>
              {meals.length === 0 && <p className={styles["none"]}>{words.noMenu}</p>}
              {meals.map((meal) => (
                <div className={styles["meal"]} key={meal.name}>
                  <Picture name={meal.picture} />
                  <div>
                    <strong>{meal.name}</strong>
                    {meal.dishes.map((dish) => (
                      <span key={dish}>{dish}</span>
                    ))}
                  </div>
                </div>
              ))}
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
