// Owns the card beside the day: today's menu and the approved notices, one after another.
import { useEffect, useState } from "react";
import type { Meal, ShownNotice } from "../../../protocol/documents/classroom.ts";
import { Picture } from "../scene/Picture.tsx";
import styles from "./SideCards.module.css";
import { useClassroomWords } from "./useClassroom.ts";

/** Long enough to read a notice twice, ms. */
const turnsMs = 15_000;

type SideCardsProps = { readonly meals: readonly Meal[]; readonly notices: readonly ShownNotice[] };

export function SideCards({ meals, notices }: SideCardsProps) {
  const count = (meals.length > 0 ? 1 : 0) + notices.length;
  const turn = useTurn(count);
  const notice = notices[meals.length > 0 ? turn - 1 : turn];
  return (
    <aside className={styles["side"]}>
      {notice === undefined ? (
        <TodaysMenu meals={meals} key="menu" />
      ) : (
        <NoticeCard notice={notice} key={notice.id} />
      )}
      {count > 1 && (
        <div className={styles["dots"]} aria-hidden="true">
          {Array.from({ length: count }, (_, place) => place).map((place) => (
            <i key={place} data-on={place === turn} />
          ))}
        </div>
      )}
    </aside>
  );
}

function useTurn(count: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (count < 2) return;
    const timer = setInterval(() => setTurn((before) => before + 1), turnsMs);
    return () => clearInterval(timer);
  }, [count]);
  return count === 0 ? 0 : turn % count;
}

function TodaysMenu({ meals }: { readonly meals: readonly Meal[] }) {
  const words = useClassroomWords();
  return (
    <section className={styles["card"]}>
      <h2>{words.todaysMenu}</h2>
      <ul className={styles["meals"]} data-many={meals.length > 3}>
        {meals.map((meal) => (
          <li key={meal.name}>
            <Picture name={meal.picture} />
            <div>
              <strong>{meal.name}</strong>
              <span>{meal.dishes.join(" · ")}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: ShownNotice }) {
  return (
    <section className={styles["card"]} data-notice data-long={notice.text.length > 220}>
      <Picture name={notice.picture} />
      <h2>{notice.title}</h2>
      <p>{notice.text}</p>
    </section>
  );
}
