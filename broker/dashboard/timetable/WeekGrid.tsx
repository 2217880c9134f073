// Owns the grid of a week: real time scale, slots as blocks, the line of now, free places that can be clicked.
import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Slot } from "../../../protocol/timetable/timetable.ts";
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import type { Week } from "../../api/timetable.ts";
import { useHubNow } from "../client/hubClock.ts";
import { formatMinute } from "../text/format.ts";
import type { NewSlotPlace } from "./AddSlotDialog.tsx";
import { SlotBlock } from "./SlotBlock.tsx";
import { closureOn, dateOfWeekday } from "./weekDates.ts";
import { weekdayKey } from "./weekday.ts";
import { type Direction, frameOf, slotTowards, startAtClick } from "./weekLayout.ts";

type WeekGridProps = {
  readonly week: Week;
  readonly onAdd: ((place: NewSlotPlace) => void) | null;
  readonly onRemove: ((slot: Slot) => void) | null;
};

const arrows: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

export function WeekGrid({ week, onAdd, onRemove }: WeekGridProps) {
  const { t } = useTranslation();
  const now = useHubNow(60_000);
  const local = localTimeOf(now, week.zone);
  const frame = frameOf(week.slots);
  const grid = useRef<HTMLDivElement>(null);
  const [phoneDay, setPhoneDay] = useState(frame.days.includes(local.weekday) ? local.weekday : 1);
  const hours = Array.from(
    { length: (frame.lastMinute - frame.firstMinute) / 60 + 1 },
    (_, index) => frame.firstMinute + index * 60,
  );

  const onKey = (event: KeyboardEvent, slot: Slot) => {
    const direction = arrows[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const next = slotTowards(week.slots, slot, direction);
      if (next === undefined) return;
      setPhoneDay(next.weekday);
      grid.current?.querySelector<HTMLElement>(`[data-slot="${next.id}"]`)?.focus();
    } else if (event.key === "Delete" && onRemove !== null) {
      event.preventDefault();
      onRemove(slot);
    }
  };

  const onPlace = (event: MouseEvent<HTMLElement>, weekday: number) => {
    if (onAdd === null || event.target !== event.currentTarget) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const minute =
      frame.firstMinute + ((event.clientY - top) / height) * (frame.lastMinute - frame.firstMinute);
    onAdd({ weekday, startMinute: startAtClick(week.slots, weekday, minute) });
  };

  return (
    <>
      <SegmentedControl
        className="week-day-choice"
        fullWidth
        aria-label={t("timetable.day")}
        data={frame.days.map((day) => ({
          value: String(day),
          label: t(`time.weekdayShort.${weekdayKey(day)}`),
        }))}
        value={String(phoneDay)}
        onChange={(day) => setPhoneDay(Number(day))}
      />
      <p className="visually-hidden" id="week-keys">
        {t("timetable.keyboard")}
      </p>
      <div
        ref={grid}
        className="card week-grid"
        style={
          {
            "--days": frame.days.length,
            "--minutes": frame.lastMinute - frame.firstMinute,
          } as CSSProperties
        }
      >
        <div className="week-hours" aria-hidden="true">
          {hours.map((minute) => (
            <span key={minute} style={{ top: `calc(${minute - frame.firstMinute} * var(--minute))` }}>
              {formatMinute(minute)}
            </span>
          ))}
        </div>
        {frame.days.map((day) => {
          const date = dateOfWeekday(now, week.zone, day);
          const closed = closureOn(week.closures, date);
          const today = day === local.weekday;
          const name = t(`time.weekday.${weekdayKey(day)}`);
          return (
            <section
              key={day}
              className={`week-day${today ? " week-day-today" : ""}${day === phoneDay ? " week-day-chosen" : ""}`}
              aria-label={name}
            >
              <header className="week-day-head">
                <span>
                  <strong className="week-day-name">{name}</strong>
                  <span className="soft small numbers"> {`${date.slice(8)}/${date.slice(5, 7)}`}</span>
                </span>
                {onAdd !== null && (
                  <ActionIcon
                    className="week-day-add"
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t("timetable.addOn", { day: name })}
                    onClick={() => onAdd({ weekday: day })}
                  >
                    <IconPlus size={16} />
                  </ActionIcon>
                )}
              </header>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the button in the head does the same for keys */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
              <div
                className={`week-day-body${onAdd === null ? "" : " week-day-free"}`}
                onClick={(event) => onPlace(event, day)}
              >
                {closed !== undefined && (
                  <p className="week-closed">{t("timetable.closed", { reason: closed.reason })}</p>
                )}
                {week.slots
                  .filter(({ weekday }) => weekday === day)
                  .sort((a, b) => a.startMinute - b.startMinute)
                  .map((slot) => (
                    <SlotBlock
                      key={slot.id}
                      slot={slot}
                      week={week}
                      firstMinute={frame.firstMinute}
                      running={today && slot.startMinute <= local.minute && local.minute < slot.endMinute}
                      onRemove={onRemove}
                      onKey={onKey}
                    />
                  ))}
                {today && local.minute >= frame.firstMinute && local.minute <= frame.lastMinute && (
                  <span
                    className="week-now"
                    style={{ top: `calc(${local.minute - frame.firstMinute} * var(--minute))` }}
                    aria-hidden="true"
                  />
                )}
              </div>
            </section>
          );
        })}
      </div>
    </>
  );
}
