// Owns the dialog of one slot: adding, changing, moving or copying it, with what is in the way said before it is saved.
import { Button, Checkbox, Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ClassId, LessonId, PeriodId, RoomId } from "../../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { conflictsOf } from "../../../../protocol/timetable/placementConflicts.ts";
import { localTimeOf } from "../../../../protocol/timetable/zone.ts";
import type { Lesson } from "../../../api/rooms.ts";
import type { DraftSlot, Week } from "../../../api/timetable.ts";
import { hubNow } from "../../client/hubClock.ts";
import { ClassSelect, lessonChoices } from "../../parts/ClassSelect.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { formatMinute } from "../../text/format.ts";
import { putOf } from "../changes/slotChanges.ts";
import { newSlotId, useEditing } from "../changes/useEditing.ts";
import { useFollowing } from "../changes/useFollowing.ts";
import { useTexts } from "../texts/useTexts.ts";
import { conflictSentences, hoursText } from "./conflictText.ts";
import { factsOf, placedAt, verdictOf } from "./placement.ts";
import { useWeekNames } from "./useWeekNames.ts";
import { hoursOn, type Place, type WeekLayout } from "./weekRows.ts";

export type SlotDialogState =
  | { readonly mode: "add"; readonly place: Place }
  | { readonly mode: "change" | "copy"; readonly slot: DraftSlot };

type SlotDialogProps = {
  readonly state: SlotDialogState;
  readonly week: Week;
  readonly layout: WeekLayout;
  readonly lessonFor: (classId: ClassId) => Lesson | undefined;
  readonly onClose: () => void;
};

const own = "own";
const stepMinutes = 5;
const minutes = Array.from({ length: (20 - 6) * (60 / stepMinutes) + 1 }, (_, index) => {
  const minute = 6 * 60 + index * stepMinutes;
  return { value: String(minute), label: formatMinute(minute) };
});

export function SlotDialog({ state, week, layout, lessonFor, onClose }: SlotDialogProps) {
  const { t, common } = useTexts();
  const names = useWeekNames(week);
  const editing = useEditing();
  const follow = useFollowing();
  const client = useQueryClient();
  const old = state.mode === "add" ? null : state.slot;
  const [id] = useState(() => (state.mode === "change" ? state.slot.id : newSlotId()));
  const [values, setValues] = useState(() => valuesOf(state, week, lessonFor));
  const [following, setFollowing] = useState(false);
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));

  const wanted = wantedSlot(values, id, week);
  const conflicts = wanted === null ? [] : conflictsOf(wanted, factsOf(week));
  const sentences = wanted === null ? [] : conflictSentences(conflicts, wanted, week, t);
  const verdict = verdictOf(conflicts);
  const schoolClass = week.classes.find((one) => one.id === values.classId);
  const season = week.days.find(({ date }) => date === values.date)?.season ?? "winter";

  const save = () => {
    if (wanted === null || verdict === "refused") return;
    const label = t(state.mode === "add" ? "did.add" : state.mode === "copy" ? "did.copy" : "did.change", {
      class: names.className(wanted.classId),
    });
    const change = putOf(wanted, state.mode === "change" ? (old?.revision ?? null) : null);
    if (following)
      void follow({
        slot: wanted,
        before: state.mode === "change" ? old : null,
        now: [change],
        label,
        client,
      });
    else void editing.change([change], label);
    onClose();
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(
        state.mode === "add" ? "slot.addTitle" : state.mode === "copy" ? "slot.copyTitle" : "slot.editTitle",
      )}
      size="md"
    >
      <form
        className="form-rows"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ClassSelect
          classes={week.classes}
          data-autofocus
          label={t("slot.class")}
          value={values.classId}
          onChange={(value) => {
            const classId = value as ClassId | null; // one of the options
            const lessonId = classId === null ? values.lessonId : (lessonFor(classId)?.id ?? values.lessonId);
            set(state.mode === "change" ? { classId } : { classId, lessonId });
          }}
        />
        <Select
          label={t("slot.lesson")}
          placeholder={t("slot.lessonPlaceholder")}
          data={lessonChoices(week.lessons, schoolClass?.ageBand, common)}
          searchable
          openOnFocus={false}
          value={values.lessonId}
          onChange={(value) => set({ lessonId: value as LessonId | null })}
          description={
            schoolClass !== undefined && lessonFor(schoolClass.id)?.id === values.lessonId
              ? t("slot.proposed")
              : undefined
          }
        />
        <div className="form-pair">
          <Select
            label={t("slot.day")}
            allowDeselect={false}
            data={week.days
              .filter(({ date }) => date >= localTimeOf(hubNow(), week.zone).date)
              .map(({ date }) => ({ value: date, label: names.day(date) }))}
            value={values.date}
            onChange={(date) => date !== null && set({ date })}
          />
          <Select
            label={t("slot.room")}
            allowDeselect={false}
            data={week.rooms.map((room) => ({ value: room.id, label: room.name }))}
            value={values.roomId}
            onChange={(roomId) => set({ roomId: (roomId ?? values.roomId) as RoomId })}
          />
        </div>
        <Select
          label={t("slot.period")}
          allowDeselect={false}
          data={[
            ...layout.rows.flatMap(({ period }) =>
              period === null
                ? []
                : [
                    {
                      value: period.id as string,
                      label: `${period.name} · ${hoursText(hoursOn(period, season))}`,
                    },
                  ],
            ),
            { value: own, label: t("slot.ownHours") },
          ]}
          value={values.periodId ?? own}
          onChange={(value) =>
            set({ periodId: value === own || value === null ? null : (value as PeriodId) })
          }
        />
        {values.periodId === null && (
          <div className="form-pair">
            <Select
              label={t("slot.start")}
              allowDeselect={false}
              searchable
              openOnFocus={false}
              data={minutes}
              value={String(values.startMinute)}
              onChange={(value) =>
                value !== null &&
                set({
                  startMinute: Number(value),
                  endMinute: Number(value) + values.endMinute - values.startMinute,
                })
              }
            />
            <Select
              label={t("slot.end")}
              allowDeselect={false}
              searchable
              openOnFocus={false}
              data={minutes}
              value={String(values.endMinute)}
              error={values.endMinute <= values.startMinute ? t("slot.endAfterStart") : undefined}
              onChange={(value) => value !== null && set({ endMinute: Number(value) })}
            />
          </div>
        )}
        <Checkbox
          label={t(state.mode === "change" ? "slot.alsoFollowing" : "slot.alsoFollowingNew")}
          description={t("slot.alsoFollowingHint")}
          checked={following}
          onChange={(event) => setFollowing(event.currentTarget.checked)}
        />
        {sentences.length > 0 && (
          <div className={`form-conflict form-conflict-${verdict}`} role="alert">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" disabled={wanted === null || verdict === "refused"}>
            {state.mode === "add" ? t("slot.add") : t("slot.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Values = {
  readonly classId: ClassId | null;
  readonly lessonId: LessonId | null;
  readonly roomId: RoomId;
  readonly date: string;
  readonly periodId: PeriodId | null;
  readonly startMinute: number;
  readonly endMinute: number;
};

function valuesOf(
  state: SlotDialogState,
  week: Week,
  lessonFor: (classId: ClassId) => Lesson | undefined,
): Values {
  if (state.mode !== "add") return state.slot;
  const { place } = state;
  const hours = placedAt({ id: newSlotId(), classId: "" as ClassId, lessonId: "" as LessonId }, place, week);
  const classId = leastSeen(week, place, lessonFor);
  return {
    ...place,
    classId,
    lessonId: classId === null ? null : (lessonFor(classId)?.id ?? null),
    startMinute: hours?.startMinute ?? 480,
    endMinute: hours?.endMinute ?? 510,
  };
}

/** The class with the fewest slots this week that fits here: most often the one that is still to be planned. */
function leastSeen(
  week: Week,
  place: Place,
  lessonFor: (classId: ClassId) => Lesson | undefined,
): ClassId | null {
  const facts = factsOf(week);
  const countOf = (classId: ClassId) => week.slots.filter((slot) => slot.classId === classId).length;
  const fitting = week.classes.filter(({ id }) => {
    const lesson = lessonFor(id);
    const wanted = lesson && placedAt({ id: newSlotId(), classId: id, lessonId: lesson.id }, place, week);
    return wanted != null && verdictOf(conflictsOf(wanted, facts)) !== "refused";
  });
  return fitting.sort((a, b) => countOf(a.id) - countOf(b.id))[0]?.id ?? null;
}

function wantedSlot(values: Values, id: PlacedSlot["id"], week: Week): PlacedSlot | null {
  const { classId, lessonId, roomId, date, periodId, startMinute, endMinute } = values;
  if (classId === null || lessonId === null) return null;
  if (periodId !== null) return placedAt({ id, classId, lessonId }, { roomId, date, periodId }, week);
  if (endMinute <= startMinute) return null;
  return { id, classId, lessonId, roomId, date, periodId, startMinute, endMinute, origin: "hand" };
}
