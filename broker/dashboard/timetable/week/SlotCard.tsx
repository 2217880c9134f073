// Owns one slot in the grid: the class's picture and name, the lesson, and how it differs from what is published.
import { memo } from "react";
import type { Lesson, SchoolClass } from "../../../api/rooms.ts";
import type { DraftSlot } from "../../../api/timetable.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { hoursText } from "./conflictText.ts";
import { shortClassName } from "./shortNames.ts";

type SlotCardProps = {
  readonly slot: DraftSlot;
  readonly schoolClass: SchoolClass | undefined;
  readonly lesson: Lesson | undefined;
  /** Day, hours and room, for those who do not see the grid. */
  readonly where: string;
  /** Hours differ from the row's, so they are written on the card. */
  readonly withHours: boolean;
  readonly selected: boolean;
  readonly running: boolean;
  readonly draggable: boolean;
  readonly marks: boolean;
};

export const SlotCard = memo(function SlotCard(props: SlotCardProps) {
  const { slot, schoolClass, lesson, where, withHours, selected, running, draggable, marks } = props;
  const { t } = useTexts();
  const mark = marks && slot.draft !== "same" ? slot.draft : null;
  return (
    <button
      type="button"
      className={`slot-card slot-band-${schoolClass?.ageBand ?? "4-5"}${running ? " slot-running" : ""}`}
      data-slot={slot.id}
      data-draft={mark ?? undefined}
      tabIndex={-1}
      {...(draggable ? { "data-drag": `slot:${slot.id}` } : {})}
      aria-pressed={selected || undefined}
      aria-label={`${schoolClass?.name ?? "?"}, ${lesson?.title ?? "?"}, ${where}${mark === null ? "" : `, ${t(`grid.${mark}`)}`}`}
      title={lesson?.title}
    >
      <Emblem name={schoolClass?.emblem ?? "star"} size={26} />
      <span className="slot-card-words">
        <strong>{shortClassName(schoolClass?.name ?? "?")}</strong>
        <span>{withHours ? `${hoursText(slot)} · ${lesson?.title ?? "?"}` : (lesson?.title ?? "?")}</span>
      </span>
      {mark !== null && <span className="slot-card-mark">{t(`grid.${mark}`)}</span>}
    </button>
  );
});
