// Owns the term: how many slots each class has in every week, so that gaps are seen.
import { Select } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { RoomId } from "../../../../protocol/ids.ts";
import { mondayOf } from "../../../../protocol/timetable/schoolYear.ts";
import { addDays, localTimeOf } from "../../../../protocol/timetable/zone.ts";
import { useAccount, usePermission } from "../../account/account.ts";
import { hubNow } from "../../client/hubClock.ts";
import { useHubQuery } from "../../client/hubQuery.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { PageHeader } from "../../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../../parts/states.tsx";
import { type SpanFilter, SpanFilters } from "../month/SpanFilters.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { useSchoolWeeks } from "../useSchoolWeeks.ts";
import { ViewTabs } from "../ViewTabs.tsx";
import { dayMonth } from "../week/useWeekNames.ts";
import { countByWeek } from "./termCounts.ts";
import "../timetable.css";
import "../month/month.css";

export function TermPage() {
  const { t } = useTexts();
  const { school: account } = useAccount();
  const mayEdit = usePermission("timetable.edit");
  const today = mondayOf(localTimeOf(hubNow(), account.zone).date);
  const { school, weeks: year, failed: schoolFailed } = useSchoolWeeks(today);
  const [filter, setFilter] = useState<SpanFilter>({ roomId: null, classId: null });
  const terms = [...new Set(year.map(({ term }) => term))];
  const [chosen, setChosen] = useState<string | null>(null);
  const term = chosen ?? year.find(({ monday }) => monday >= today)?.term ?? terms[0] ?? null;
  const weeks = year.filter((week) => week.term === term);
  const [first, last] = [weeks[0]?.monday ?? today, weeks.at(-1)?.monday ?? today];
  const span = useHubQuery(
    "showSpan",
    {
      query: {
        from: first,
        until: addDays(last, 6),
        view: mayEdit ? "draft" : "published",
        // The choice comes from the hub's own list.
        ...(filter.roomId === null ? {} : { roomId: filter.roomId as RoomId }),
      },
    },
    { enabled: weeks.length > 0, keepPrevious: true },
  );
  const classes = useHubQuery("listClasses", {});
  const counts = countByWeek(span.data?.slots ?? []);
  const header = <PageHeader title={t("title")} actions={<ViewTabs view="term" />} />;
  if (school !== undefined && weeks.length === 0)
    return (
      <>
        {header}
        <EmptyState emblem="hatching-chick" title={t("term.none")} hint={t("setup.noYearHint")} />
      </>
    );
  const failed =
    schoolFailed !== null ? schoolFailed : span.isError ? span : classes.isError ? classes : null;
  if (failed !== null)
    return (
      <>
        {header}
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </>
    );
  if (span.data === undefined || classes.data === undefined)
    return (
      <>
        {header}
        <LoadingRows rows={1} height={480} />
      </>
    );
  return (
    <>
      {header}
      <div className="week-toolbar">
        <Select
          aria-label={t("term.term")}
          className="week-room-select"
          allowDeselect={false}
          data={terms}
          value={term}
          onChange={setChosen}
        />
        <div className="week-toolbar-end">
          <SpanFilters filter={filter} withClass={false} onFilter={setFilter} />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys */}
      <section className="term-scroll card" aria-label={t("term.caption")} tabIndex={0}>
        <table className="term-table">
          <caption className="visually-hidden">{t("term.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("term.class")}</th>
              {weeks.map(({ monday, number }) => (
                <th key={monday} scope="col" className={monday === today ? "term-now" : undefined}>
                  {number ?? "–"}
                  <span className="soft small numbers">{dayMonth(monday)}</span>
                </th>
              ))}
              <th scope="col">{t("term.total")}</th>
            </tr>
          </thead>
          <tbody>
            {classes.data.map(({ id, name, emblem, ageBand }) => (
              <tr key={id}>
                <th scope="row">
                  <span className="term-class">
                    <Emblem name={emblem} size={22} /> {name}
                  </span>
                </th>
                {weeks.map(({ monday, number }) => {
                  const count = counts.of(id, monday);
                  return (
                    <td
                      key={monday}
                      className={
                        count > 0
                          ? `term-some slot-band-${ageBand}`
                          : number === null
                            ? "term-closed"
                            : "term-gap"
                      }
                    >
                      {(number !== null || count > 0) && (
                        <Link
                          href={`/timetable/${filter.roomId ?? ""}?date=${monday}`}
                          aria-label={t("term.cell", { class: name, number: number ?? "–", count })}
                        >
                          {count > 0 ? count : "–"}
                        </Link>
                      )}
                    </td>
                  );
                })}
                <td className="term-total numbers">{counts.total(id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft small week-hint">{t("term.lead")}</p>
    </>
  );
}
