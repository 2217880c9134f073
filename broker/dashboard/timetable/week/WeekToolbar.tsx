// Owns going from week to week, choosing the room and the version, and taking back.
import { ActionIcon, Button, Popover, SegmentedControl, Select, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarEvent,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
} from "@tabler/icons-react";
import { useState } from "react";
import type { SchoolWeek } from "../../../../protocol/timetable/schoolYear.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import type { Room } from "../../../api/rooms.ts";
import { useEditing, useEditingState } from "../changes/useEditing.ts";
import { YearStrip } from "../copy/YearStrip.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { dayMonth } from "./useWeekNames.ts";

export const allRooms = "all";

type WeekToolbarProps = {
  readonly monday: string;
  readonly today: string;
  readonly number: number | null;
  readonly term: string | null;
  readonly weeks: readonly SchoolWeek[];
  readonly rooms: readonly Room[];
  readonly room: string;
  readonly view: "draft" | "published";
  readonly mayEdit: boolean;
  readonly onMonday: (monday: string) => void;
  readonly onRoom: (room: string) => void;
  readonly onView: (view: "draft" | "published") => void;
};

export function WeekToolbar(props: WeekToolbarProps) {
  const { monday, today, number, term, weeks, rooms, room, view, mayEdit, onMonday, onRoom, onView } = props;
  const { t } = useTexts();
  const [jumping, setJumping] = useState(false);
  const words = number === null || term === null ? t("weekOutside") : t("weekOfTerm", { number, term });
  return (
    <div className="week-toolbar">
      <div className="week-toolbar-nav">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("nav.previous")}
          onClick={() => onMonday(addDays(monday, -7))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Popover
          opened={jumping}
          onChange={setJumping}
          position="bottom-start"
          shadow="md"
          withArrow
          trapFocus
        >
          <Popover.Target>
            <Button
              variant="default"
              leftSection={<IconCalendarEvent size={17} />}
              rightSection={<IconChevronDown size={15} />}
              aria-label={`${words}, ${dayMonth(monday)}. ${t("nav.jump")}`}
              onClick={() => setJumping(!jumping)}
            >
              <span>
                {words}{" "}
                <span className="soft numbers">
                  ({t("span", { from: dayMonth(monday), until: dayMonth(addDays(monday, 6)) })})
                </span>
              </span>
            </Button>
          </Popover.Target>
          <Popover.Dropdown className="year-strip-drop">
            {weeks.length === 0 ? (
              <p>{t("nav.noYear")}</p>
            ) : (
              <YearStrip
                weeks={weeks}
                current={monday}
                today={today}
                onWeek={(chosen) => {
                  setJumping(false);
                  onMonday(chosen);
                }}
              />
            )}
          </Popover.Dropdown>
        </Popover>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("nav.next")}
          onClick={() => onMonday(addDays(monday, 7))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <Button variant="subtle" disabled={monday === today} onClick={() => onMonday(today)}>
          {t("nav.today")}
        </Button>
      </div>
      {mayEdit && view === "draft" && <UndoButtons />}
      <div className="week-toolbar-end">
        {mayEdit && (
          <SegmentedControl
            aria-label={t("shown.label")}
            data={[
              { value: "draft", label: t("shown.draft") },
              { value: "published", label: t("shown.published") },
            ]}
            value={view}
            onChange={(value) => onView(value === "published" ? "published" : "draft")}
          />
        )}
        <Select
          aria-label={t("room.label")}
          className="week-room-select"
          allowDeselect={false}
          data={[
            ...rooms.map(({ id, name }) => ({ value: id as string, label: name })),
            ...(rooms.length > 1 ? [{ value: allRooms, label: t("room.all") }] : []),
          ]}
          value={room}
          onChange={(value) => value !== null && onRoom(value)}
        />
      </div>
    </div>
  );
}

function UndoButtons() {
  const { t } = useTexts();
  const editing = useEditing();
  const done = useEditingState((state) => state.stack.done.at(-1));
  const undone = useEditingState((state) => state.stack.undone.at(-1));
  const undoWords = done === undefined ? t("undo.undo") : t("undo.undoWhat", { what: done.label });
  const redoWords = undone === undefined ? t("undo.redo") : t("undo.redoWhat", { what: undone.label });
  return (
    <div className="week-toolbar-undo">
      <Tooltip label={undoWords}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={undoWords}
          disabled={done === undefined}
          onClick={() => void editing.undo()}
        >
          <IconArrowBackUp size={19} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoWords}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={redoWords}
          disabled={undone === undefined}
          onClick={() => void editing.redo()}
        >
          <IconArrowForwardUp size={19} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
