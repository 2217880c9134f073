// Owns the week on a phone: one day as a list, the other days a tap or a swipe away.
import { SegmentedControl } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type TouchEvent, useRef, useState } from "react";
import { localTimeOf, weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import type { Week } from "../../../api/timetable.ts";
import { hubNow } from "../../client/hubClock.ts";
import { useTexts } from "../texts/useTexts.ts";
import { weekdayKey } from "../weekday.ts";
import { hoursText } from "./conflictText.ts";
import { SlotCard } from "./SlotCard.tsx";
import { useWeekNames } from "./useWeekNames.ts";
import { hoursOn, type WeekLayout } from "./weekRows.ts";

type DayListProps = {
  readonly week: Week;
  readonly layout: WeekLayout;
  readonly editable: boolean;
  readonly marks: boolean;
};

/** A finger that goes this far sideways, pixels, turns the page. */
const swipePx = 60;

export function DayList({ week, layout, editable, marks }: DayListProps) {
  const { t, common } = useTexts();
  const names = useWeekNames(week);
  const [chosen, setChosen] = useState(() => localTimeOf(hubNow(), week.zone).weekday);
  const at = Math.max(
    0,
    layout.days.findIndex(({ date }) => weekdayOfDate(date) === chosen),
  );
  const day = layout.days[at];
  const from = useRef<{ x: number; y: number } | null>(null);
  const turn = (step: number) => {
    const next = layout.days[at + step];
    if (next !== undefined) setChosen(weekdayOfDate(next.date));
  };
  const onTouchEnd = (event: TouchEvent) => {
    const touch = event.changedTouches[0];
    if (from.current === null || touch === undefined) return;
    const [x, y] = [touch.clientX - from.current.x, touch.clientY - from.current.y];
    from.current = null;
    if (Math.abs(x) > swipePx && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1);
  };
  if (day === undefined) return null;
  return (
    <div
      className="day-list"
      onTouchStart={(event) => {
        const touch = event.touches[0];
        from.current = touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
      }}
      onTouchEnd={onTouchEnd}
    >
      <SegmentedControl
        fullWidth
        aria-label={t("list.day")}
        data={layout.days.map(({ date }) => ({
          value: date,
          label: (
            <span className="day-choice">
              <strong>{common(`time.weekdayShort.${weekdayKey(weekdayOfDate(date))}`)}</strong>
              <span className="small numbers">{date.slice(8)}</span>
            </span>
          ),
        }))}
        value={day.date}
        onChange={(date) => setChosen(weekdayOfDate(date))}
      />
      <h2 className="day-list-title">{names.day(day.date)}</h2>
      {day.closed !== null && <p className="day-list-closed">{t("grid.closed", { reason: day.closed })}</p>}
      <ol className="day-list-rows card">
        {layout.rows.map(({ key, period, bands }) => (
          <li key={key}>
            <div className="day-list-period">
              <strong>{period?.name ?? t("grid.ownHours")}</strong>
              {period !== null && (
                <span className="soft small numbers">{hoursText(hoursOn(period, day.season))}</span>
              )}
            </div>
            <div className="day-list-bands">
              {bands.map(({ room, cells }) => {
                const cell = cells[at];
                if (cell === undefined) return null;
                return (
                  <div key={room.id} className="day-list-cell">
                    {layout.rooms.length > 1 && <span className="soft small">{room.name}</span>}
                    {cell.slots.map((slot) => (
                      <SlotCard
                        key={slot.id}
                        slot={slot}
                        schoolClass={week.classes.find(({ id }) => id === slot.classId)}
                        lesson={week.lessons.find(({ id }) => id === slot.lessonId)}
                        where={names.slot(slot)}
                        withHours={period === null}
                        selected={false}
                        running={false}
                        draggable={false}
                        marks={marks}
                      />
                    ))}
                    {cell.slots.length === 0 &&
                      (editable && cell.place !== null ? (
                        <button type="button" className="day-list-add" data-add={cell.key}>
                          <IconPlus size={16} aria-hidden="true" /> {t("list.add")}
                        </button>
                      ) : (
                        <span className="soft small">{t("list.free")}</span>
                      ))}
                  </div>
                );
              })}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
