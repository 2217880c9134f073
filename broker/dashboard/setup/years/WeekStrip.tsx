// Owns the picture of a school year: a square for each week, numbered, with its holidays, term by term.
import {
  isClosed,
  mondayOf,
  type SchoolWeek,
  type SchoolYear,
} from "../../../../protocol/timetable/schoolYear.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import type { StoredClosure } from "../../../api/school.ts";
import { tellDate, tellDayMonth } from "../../rotation/tellDate.ts";
import { useTexts } from "../texts/useTexts.ts";
import { termWeeksOf } from "./termWeeks.ts";

type WeekStripProps = {
  readonly year: SchoolYear;
  readonly closures: readonly StoredClosure[];
  readonly today: string;
};

const workingDays = [0, 1, 2, 3, 4] as const;

export function WeekStrip({ year, closures, today }: WeekStripProps) {
  const { t } = useTexts();
  const thisMonday = mondayOf(today);
  return (
    <figure className="week-strip" aria-label={t("year.strip", { name: year.name })}>
      {termWeeksOf(year, closures).map((term) => (
        <div key={term.place} className="week-strip-term">
          <div className="week-strip-name">
            <strong>{term.name}</strong>
            <TermDays weeks={term.weeks} />
            {term.taught < term.planned && (
              <span className="week-strip-short small">
                {t("year.short", { taught: term.taught, planned: term.planned })}
              </span>
            )}
          </div>
          <ol>
            {term.weeks.map(({ monday, number }) => {
              const closedDays = workingDays.filter((day) => isClosed(addDays(monday, day), closures));
              const friday = addDays(monday, 4);
              const reasons = closures
                .filter(({ fromDate, untilDate }) => fromDate <= friday && untilDate >= monday)
                .map(({ reason }) => reason);
              const date = tellDate(monday);
              const told = [
                number === null ? t("year.closedTitle", { date }) : t("year.weekTitle", { number, date }),
                ...(reasons.length > 0 ? [t("year.holidayTitle", { reasons: reasons.join(", ") })] : []),
                ...(monday === thisMonday ? [t("year.thisWeek")] : []),
              ].join("; ");
              return (
                <li
                  key={monday}
                  title={told}
                  data-kind={number === null ? "closed" : closedDays.length > 0 ? "part" : "week"}
                  data-now={monday === thisMonday || undefined}
                >
                  <span className="visually-hidden">{told}</span>
                  <b aria-hidden="true">{number ?? "–"}</b>
                  <small aria-hidden="true">{tellDayMonth(monday)}</small>
                  {number !== null && closedDays.length > 0 && (
                    <span className="week-strip-days" aria-hidden="true">
                      {workingDays.map((day) => (
                        <i key={day} data-closed={closedDays.includes(day) || undefined} />
                      ))}
                    </span>
                  )}
                </li>
              );
            })}
          </ol>
        </div>
      ))}
    </figure>
  );
}

function TermDays({ weeks }: { readonly weeks: readonly SchoolWeek[] }) {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <span className="soft small numbers">
      {tellDate(first.monday)} – {tellDate(addDays(last.monday, 4))}
    </span>
  );
}

export function StripLegend() {
  const { t } = useTexts();
  return (
    <ul className="week-strip-legend soft small">
      <li data-kind="week">{t("year.legendWeek")}</li>
      <li data-kind="part">{t("year.legendPart")}</li>
      <li data-kind="closed">{t("year.legendClosed")}</li>
      <li data-kind="now">{t("year.legendNow")}</li>
    </ul>
  );
}
