// Owns one slot in the week grid: a block of its real length, opening its details.
import { Button, Popover } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Slot } from "../../../protocol/timetable/timetable.ts";
import type { Week } from "../../api/timetable.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { formatMinute } from "../text/format.ts";
import { weekdayKey } from "./weekday.ts";

type SlotBlockProps = {
  readonly slot: Slot;
  readonly week: Week;
  readonly firstMinute: number;
  readonly running: boolean;
  readonly onRemove: ((slot: Slot) => void) | null;
  readonly onKey: (event: KeyboardEvent, slot: Slot) => void;
};

/** Below this length, minutes, a block has room for one line only. */
const oneLineMinutes = 28;

export function SlotBlock({ slot, week, firstMinute, running, onRemove, onKey }: SlotBlockProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const narrow = useMediaQuery("(max-width: 860px)");
  const schoolClass = week.classes.find(({ id }) => id === slot.classId);
  const lesson = week.lessons.find(({ id }) => id === slot.lessonId);
  const className = schoolClass?.name ?? "?";
  const length = slot.endMinute - slot.startMinute;
  const times = `${formatMinute(slot.startMinute)}–${formatMinute(slot.endMinute)}`;
  const day = t(`time.weekday.${weekdayKey(slot.weekday)}`);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={narrow ? "bottom" : "right"}
      withArrow
      shadow="md"
      width={280}
      trapFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={`slot-block slot-band-${schoolClass?.ageBand ?? "4-5"}${running ? " slot-running" : ""}${
            length < oneLineMinutes ? " slot-short" : ""
          }`}
          style={{
            top: `calc(${slot.startMinute - firstMinute} * var(--minute))`,
            height: `calc(${length} * var(--minute) - 2px)`,
          }}
          data-slot={slot.id}
          aria-describedby="week-keys"
          aria-label={t("timetable.slotLabel", {
            day,
            from: formatMinute(slot.startMinute),
            until: formatMinute(slot.endMinute),
            class: className,
            lesson: lesson?.title ?? "?",
          })}
          onClick={() => setOpened(!opened)}
          onKeyDown={(event) => onKey(event, slot)}
        >
          <Emblem name={schoolClass?.emblem ?? "star"} size={length < oneLineMinutes ? 18 : 28} />
          <span className="slot-block-words">
            <strong>{className}</strong>
            <span>{lesson?.title ?? "?"}</span>
          </span>
          <span className="slot-block-time numbers">{times}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="slot-details">
          <Emblem name={schoolClass?.emblem ?? "star"} size={44} />
          <div>
            <strong>{className}</strong>
            {schoolClass && <p className="soft small">{t(`ageBand.${schoolClass.ageBand}`)}</p>}
          </div>
          <p className="slot-details-wide numbers">
            {day}, {times} · {t("timetable.length", { count: length })}
          </p>
          <div className="slot-details-wide">
            <strong>{lesson?.title ?? "?"}</strong>
            {lesson !== undefined && lesson.goal !== "" && <p className="soft small">{lesson.goal}</p>}
          </div>
          {slot.fromDate !== null && (
            <p className="slot-details-wide small">
              {t("timetable.since", { date: localDay(slot.fromDate) })}
            </p>
          )}
          {slot.untilDate !== null && (
            <p className="slot-details-wide small">
              {t("timetable.until", { date: localDay(slot.untilDate) })}
            </p>
          )}
          {onRemove !== null && (
            <Button
              className="slot-details-wide"
              variant="light"
              color="red"
              leftSection={<IconTrash size={16} />}
              onClick={() => {
                setOpened(false);
                onRemove(slot);
              }}
            >
              {t("timetable.remove")}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** "2026-11-23" → "23/11/2026", as Vietnamese schools write it. */
const localDay = (date: string) => date.split("-").reverse().join("/");
