// Owns the week grid as a table: periods with a band for each room down, days across, closed days, the line of now.
import { IconPlus } from "@tabler/icons-react";
import { memo, type RefObject, useLayoutEffect } from "react";
import type { SlotId } from "../../../../protocol/ids.ts";
import { localTimeOf, weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import type { Week } from "../../../api/timetable.ts";
import { useHubNow } from "../../client/hubClock.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { weekdayKey } from "../weekday.ts";
import { hoursText } from "./conflictText.ts";
import { SlotCard } from "./SlotCard.tsx";
import { shortRoomName } from "./shortNames.ts";
import { dayMonth, useWeekNames, type WeekNames } from "./useWeekNames.ts";
import { hoursOn, isOver, nowLineAt, type WeekCell, type WeekLayout } from "./weekRows.ts";

type WeekTableProps = {
  readonly tableRef: RefObject<HTMLTableElement | null>;
  readonly week: Week;
  readonly layout: WeekLayout;
  readonly editable: boolean;
  /** Show how the draft differs. */
  readonly marks: boolean;
  readonly selected: ReadonlySet<SlotId>;
};

export function WeekTable({ tableRef, week, layout, editable, marks, selected }: WeekTableProps) {
  const { t, common } = useTexts();
  const names = useWeekNames(week);
  const local = localTimeOf(useHubNow(60_000), week.zone);
  const today = layout.days.find(({ date }) => date === local.date);
  const now = today && nowLineAt(layout, today.season, local.minute);
  const banded = layout.rooms.length > 1;

  // One stop for the Tab key; arrows walk within (the grid's pattern). Whoever has the focus keeps the stop.
  useLayoutEffect(() => {
    const table = tableRef.current;
    if (table === null || table.querySelector('[tabindex="0"]') !== null) return;
    (table.querySelector("[data-slot]") ?? table.querySelector("td button"))?.setAttribute("tabindex", "0");
  });

  return (
    <table
      ref={tableRef}
      className="week-table"
      data-banded={banded || undefined}
      aria-describedby={editable ? "week-keys" : undefined}
    >
      <caption className="visually-hidden">{t("grid.caption")}</caption>
      <colgroup>
        <col className="week-col-period" />
        {banded && <col className="week-col-room" />}
        {layout.days.map(({ date }) => (
          <col key={date} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t("grid.period")}</th>
          {banded && <th scope="col">{t("room.label")}</th>}
          {layout.days.map(({ date, closed }) => (
            <th key={date} scope="col" className={date === local.date ? "week-today" : undefined}>
              <span className="week-day-name">
                {common(`time.weekday.${weekdayKey(weekdayOfDate(date))}`)}
              </span>{" "}
              <span className="soft small numbers">{dayMonth(date)}</span>
              {date === local.date && <span className="week-today-word">{t("grid.today")}</span>}
              {closed !== null && (
                <span className="week-closed-word" title={closed}>
                  {t("grid.closed", { reason: closed })}
                </span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {layout.rows.map(({ key, period, hours, bands }, rowIndex) =>
          bands.map(({ room, cells }, bandIndex) => (
            <tr key={`${key}-${room.id}`} className={bandIndex === 0 ? "week-row-first" : undefined}>
              {bandIndex === 0 && (
                <th scope="rowgroup" rowSpan={bands.length} className="week-period">
                  <span className="week-period-name">{period?.name ?? t("grid.ownHours")}</span>
                  {hours.map((one) => (
                    <span key={one.startMinute} className="soft small numbers">
                      {hoursText(one)}
                    </span>
                  ))}
                </th>
              )}
              {banded && (
                <th scope="row" className="week-room">
                  <span title={room.name}>{shortRoomName(room.name)}</span>
                </th>
              )}
              {cells.map((cell) => (
                <Cell
                  key={cell.key}
                  cell={cell}
                  week={week}
                  names={names}
                  editable={editable}
                  marks={marks}
                  selected={cell.slots.some(({ id }) => selected.has(id)) ? selected : none}
                  ownHours={
                    period === null
                      ? "all"
                      : hours.length > 1
                        ? "all"
                        : hoursText(hoursOn(period, cell.day.season))
                  }
                  isToday={cell.day.date === local.date}
                  today={local.date}
                  nowMinute={
                    cell.day.date === local.date && cell.slots.length > 0 ? Math.floor(local.minute) : -1
                  }
                  nowShare={
                    cell.day.date === local.date && now?.row === rowIndex && now.band === bandIndex
                      ? now.share
                      : null
                  }
                />
              ))}
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

const none: ReadonlySet<SlotId> = new Set();

type CellProps = {
  readonly cell: WeekCell;
  readonly week: Week;
  readonly names: WeekNames;
  readonly editable: boolean;
  readonly marks: boolean;
  readonly selected: ReadonlySet<SlotId>;
  /** The row's hours: a card whose hours differ writes its own. */
  readonly ownHours: string;
  readonly isToday: boolean;
  /** Days before it are over. */
  readonly today: string;
  readonly nowMinute: number;
  readonly nowShare: number | null;
};

const Cell = memo(function Cell(props: CellProps) {
  const { cell, week, names, editable, marks, selected, ownHours, isToday, today, nowMinute, nowShare } =
    props;
  const { t } = useTexts();
  const { place, day, slots, removed } = cell;
  return (
    <td
      className={`week-cell${day.closed === null ? "" : " week-cell-closed"}${isToday ? " week-cell-today" : ""}`}
      {...(place === null ? {} : { "data-cell": cell.key })}
      data-key={cell.key}
    >
      {slots.map((slot) => (
        <SlotCard
          key={slot.id}
          slot={slot}
          schoolClass={week.classes.find(({ id }) => id === slot.classId)}
          lesson={week.lessons.find(({ id }) => id === slot.lessonId)}
          where={names.slot(slot)}
          withHours={hoursText(slot) !== ownHours}
          selected={selected.has(slot.id)}
          running={slot.startMinute <= nowMinute && nowMinute < slot.endMinute}
          draggable={editable && !isOver(slot, { today, minute: nowMinute })}
          marks={marks}
        />
      ))}
      {slots.length === 0 && place !== null && editable && (
        <button
          type="button"
          className="cell-add"
          data-add={cell.key}
          tabIndex={-1}
          aria-label={t("grid.empty", {
            day: names.day(place.date),
            period: week.periods.find(({ id }) => id === place.periodId)?.name ?? "",
            room: names.roomName(place.roomId),
          })}
        >
          <IconPlus size={16} aria-hidden="true" />
        </button>
      )}
      {marks &&
        removed.map((slot) => {
          const words = t("grid.removedSlot", { class: names.className(slot.classId) });
          return (
            <span
              key={slot.id}
              className={slots.length > 0 ? "slot-removed slot-removed-corner" : "slot-removed"}
              title={words}
            >
              <span className="visually-hidden">{words}</span>
              <Emblem
                name={week.classes.find(({ id }) => id === slot.classId)?.emblem ?? "star"}
                size={slots.length > 0 ? 14 : 18}
              />
              {slots.length === 0 && <s aria-hidden="true">{names.className(slot.classId)}</s>}
            </span>
          );
        })}
      {nowShare !== null && (
        <span className="week-now" style={{ top: `${nowShare * 100}%` }} aria-hidden="true" />
      )}
    </td>
  );
});
