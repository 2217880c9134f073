// Owns what opens beside a slot: what it is, who changed it, and what can be done with it.
import { Button, Popover } from "@mantine/core";
import { IconCalendarRepeat, IconCopy, IconPencil, IconTrash } from "@tabler/icons-react";
import { type RefObject, useLayoutEffect, useState } from "react";
import type { DraftSlot, Week } from "../../../api/timetable.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { useFormat } from "../../text/format.ts";
import { useTexts } from "../texts/useTexts.ts";
import { useWeekNames } from "./useWeekNames.ts";

type SlotPopoverProps = {
  readonly slot: DraftSlot;
  readonly week: Week;
  readonly root: RefObject<HTMLElement | null>;
  readonly editable: boolean;
  /** Why it cannot be changed. */
  readonly note: string | null;
  readonly onClose: () => void;
  readonly onEdit: (mode: "change" | "copy") => void;
  readonly onCopy: () => void;
  readonly onFollowing: () => void;
  readonly onRemove: () => void;
};

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** One for the whole grid, beside whichever slot is open: eighty of them would cost every render. */
export function SlotPopover(props: SlotPopoverProps) {
  const { slot, week, root, editable, note, onClose, onEdit, onCopy, onFollowing, onRemove } = props;
  const { t } = useTexts();
  const format = useFormat();
  const names = useWeekNames(week);
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const frame = root.current;
    const card = frame?.querySelector(`[data-slot="${slot.id}"]`);
    if (frame == null || card == null) return setBox(null);
    const [outer, inner] = [frame.getBoundingClientRect(), card.getBoundingClientRect()];
    setBox({
      left: inner.left - outer.left,
      top: inner.top - outer.top,
      width: inner.width,
      height: inner.height,
    });
  }, [root, slot]);
  if (box === null) return null;
  const schoolClass = week.classes.find(({ id }) => id === slot.classId);
  const lesson = week.lessons.find(({ id }) => id === slot.lessonId);
  return (
    <Popover
      opened
      onClose={onClose}
      onDismiss={onClose}
      position="right"
      withArrow
      shadow="md"
      width={300}
      trapFocus
      returnFocus
      closeOnEscape
    >
      <Popover.Target>
        <span className="slot-anchor" style={box} />
      </Popover.Target>
      <Popover.Dropdown>
        <div className="slot-details">
          <Emblem name={schoolClass?.emblem ?? "star"} size={44} />
          <div>
            <strong>{schoolClass?.name ?? "?"}</strong>
            {schoolClass && <p className="soft small">{t(`age.${schoolClass.ageBand}`)}</p>}
          </div>
          <p className="slot-details-wide numbers">
            {names.slot(slot)} · {t("slot.minutes", { count: slot.endMinute - slot.startMinute })}
          </p>
          <div className="slot-details-wide">
            <strong>{lesson?.title ?? "?"}</strong>
            {lesson !== undefined && lesson.goal !== "" && <p className="soft small">{lesson.goal}</p>}
          </div>
          {editable && slot.draft !== "same" && (
            <p className="slot-details-wide small slot-details-draft">
              {t(`slot.${slot.draft}`)}
              {slot.changedBy !== "" &&
                ` · ${t("slot.changedBy", { name: slot.changedBy, time: format.moment(slot.changedAt, Date.now()) })}`}
            </p>
          )}
          {note !== null && <p className="slot-details-wide soft small">{note}</p>}
          {editable && (
            <div className="slot-details-wide slot-actions">
              <Button
                variant="light"
                data-autofocus
                leftSection={<IconPencil size={16} />}
                onClick={() => onEdit("change")}
              >
                {t("slot.edit")}
              </Button>
              <Button variant="subtle" color="gray" leftSection={<IconCopy size={16} />} onClick={onCopy}>
                {t("slot.copy")}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconCopy size={16} />}
                onClick={() => onEdit("copy")}
              >
                {t("slot.copyTo")}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconCalendarRepeat size={16} />}
                onClick={onFollowing}
              >
                {t("slot.following")}
              </Button>
              <Button variant="subtle" color="red" leftSection={<IconTrash size={16} />} onClick={onRemove}>
                {t("slot.remove")}
              </Button>
            </div>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
