// Owns the month: a calendar with the classes of each day.
import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { ClassId, RoomId } from "../../../../protocol/ids.ts";
import { isClosed } from "../../../../protocol/timetable/schoolYear.ts";
import { localTimeOf, weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import { useAccount, usePermission } from "../../account/account.ts";
import { hubNow } from "../../client/hubClock.ts";
import { useHubQuery } from "../../client/hubQuery.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { PageHeader } from "../../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../../parts/states.tsx";
import { formatMinute } from "../../text/format.ts";
import { useTexts } from "../texts/useTexts.ts";
import { ViewTabs } from "../ViewTabs.tsx";
import { weekdayKey } from "../weekday.ts";
import { addMonths, monthOf, weeksOfMonth } from "./monthDays.ts";
import { type SpanFilter, SpanFilters } from "./SpanFilters.tsx";
import "../timetable.css";
import "./month.css";

/** A day shows this many classes; the rest is a number. */
const shownSlots = 6;

export function MonthPage() {
  const { t, common } = useTexts();
  const { school } = useAccount();
  const mayEdit = usePermission("timetable.edit");
  const [search, setSearch] = useSearchParams();
  const today = localTimeOf(hubNow(), school.zone).date;
  const month = search.get("month") ?? monthOf(today);
  const [filter, setFilter] = useState<SpanFilter>({ roomId: null, classId: null });
  const weeks = weeksOfMonth(month);
  const [from, until] = [weeks[0]?.[0] ?? today, weeks.at(-1)?.[6] ?? today];
  const span = useHubQuery(
    "showSpan",
    {
      query: {
        from,
        until,
        view: mayEdit ? "draft" : "published",
        // The choices come from the hub's own lists.
        ...(filter.roomId === null ? {} : { roomId: filter.roomId as RoomId }),
        ...(filter.classId === null ? {} : { classId: filter.classId as ClassId }),
      },
    },
    { keepPrevious: true },
  );
  const classes = useHubQuery("listClasses", {}).data ?? [];
  const weekend = span.data?.slots.some(({ date }) => weekdayOfDate(date) > 5) ?? false;
  const columns = weekend ? 7 : 5;
  const go = (to: string) => setSearch({ month: to });
  const [year, number] = month.split("-");
  return (
    <>
      <PageHeader title={t("title")} actions={<ViewTabs view="month" />} />
      <div className="week-toolbar">
        <div className="week-toolbar-nav">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("month.previous")}
            onClick={() => go(addMonths(month, -1))}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <strong className="month-title">
            {t("month.title", { month: Number(number), year: year ?? "" })}
          </strong>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("month.next")}
            onClick={() => go(addMonths(month, 1))}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          <Button variant="subtle" disabled={month === monthOf(today)} onClick={() => go(monthOf(today))}>
            {t("month.today")}
          </Button>
        </div>
        <div className="week-toolbar-end">
          <SpanFilters filter={filter} withClass onFilter={setFilter} />
        </div>
      </div>
      {span.isError ? (
        <ErrorState error={span.error} onRetry={() => void span.refetch()} />
      ) : span.data === undefined ? (
        <LoadingRows rows={1} height={560} />
      ) : (
        <table className="month-table card">
          <caption className="visually-hidden">{t("month.caption")}</caption>
          <thead>
            <tr>
              {weeks[0]?.slice(0, columns).map((date) => (
                <th key={date} scope="col">
                  {common(`time.weekday.${weekdayKey(weekdayOfDate(date))}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.slice(0, columns).map((date) => {
                  const slots = span.data.slots
                    .filter((slot) => slot.date === date)
                    .sort((a, b) => a.startMinute - b.startMinute);
                  const closed = isClosed(date, span.data.closures);
                  const reason = span.data.closures.find(
                    ({ fromDate, untilDate }) => fromDate <= date && date <= untilDate,
                  )?.reason;
                  return (
                    <td
                      key={date}
                      className={`month-day${monthOf(date) === month ? "" : " month-day-other"}${date === today ? " month-day-today" : ""}${closed ? " month-day-closed" : ""}`}
                    >
                      <Link
                        href={`/timetable/${filter.roomId ?? ""}?date=${date}`}
                        aria-label={t("month.day", {
                          day: `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`,
                          count: slots.length,
                        })}
                      >
                        <span className="month-number numbers">{Number(date.slice(8))}</span>
                        {closed && <span className="month-reason">{reason}</span>}
                        <span className="month-slots">
                          {slots.slice(0, shownSlots).map((slot) => {
                            const one = classes.find(({ id }) => id === slot.classId);
                            return (
                              <span key={slot.id} className={`month-slot slot-band-${one?.ageBand ?? "4-5"}`}>
                                <Emblem name={one?.emblem ?? "star"} size={16} />
                                <span className="month-slot-name">{one?.name ?? "?"}</span>
                                <span className="numbers month-slot-time">
                                  {formatMinute(slot.startMinute)}
                                </span>
                              </span>
                            );
                          })}
                        </span>
                        {slots.length > shownSlots && (
                          <span className="soft small">
                            {t("month.more", { count: slots.length - shownSlots })}
                          </span>
                        )}
                      </Link>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
