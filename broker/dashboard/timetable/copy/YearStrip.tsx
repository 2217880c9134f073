// Owns the strip of the school year's weeks: to go to one, or to choose many.
import type { SchoolWeek } from "../../../../protocol/timetable/schoolYear.ts";
import { useTexts } from "../texts/useTexts.ts";
import { dayMonth } from "../week/useWeekNames.ts";

type YearStripProps = {
  readonly weeks: readonly SchoolWeek[];
  /** The week on screen. */
  readonly current: string;
  /** The week of today. */
  readonly today: string;
  /** Mondays; absent when one week is gone to instead of many chosen. */
  readonly chosen?: ReadonlySet<string>;
  readonly onWeek: (monday: string) => void;
};

export function YearStrip({ weeks, current, today, chosen, onWeek }: YearStripProps) {
  const { t } = useTexts();
  const terms = [...new Set(weeks.map(({ term }) => term))];
  return (
    <div className="year-strip">
      {terms.map((term) => (
        <section key={term} aria-label={term}>
          <h3>{term}</h3>
          <div className="year-strip-weeks">
            {weeks
              .filter((week) => week.term === term)
              .map(({ monday, number }) => (
                <button
                  key={monday}
                  type="button"
                  className={`year-week${monday === current ? " year-week-current" : ""}${monday === today ? " year-week-today" : ""}${number === null ? " year-week-closed" : ""}`}
                  aria-pressed={chosen?.has(monday)}
                  aria-current={chosen === undefined && monday === current ? "date" : undefined}
                  disabled={chosen !== undefined && (monday === current || number === null)}
                  aria-label={
                    number === null
                      ? t("strip.closedLabel", { date: dayMonth(monday) })
                      : t("strip.weekLabel", { number, date: dayMonth(monday) })
                  }
                  onClick={() => onWeek(monday)}
                >
                  <strong>{number ?? "–"}</strong>
                  <span className="numbers">{dayMonth(monday)}</span>
                </button>
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}
