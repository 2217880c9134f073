// Owns the dialog that adds a slot to the week.

import { Button, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import type { Room } from "../../api/rooms.ts";
import type { Week } from "../../api/timetable.ts";
import { hubNow } from "../client/hubClock.ts";
import { hubKey, useHubMutation } from "../client/hubQuery.ts";
import { ClassSelect, lessonChoices } from "../parts/ClassSelect.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { formatMinute } from "../text/format.ts";
import { weekdayKey } from "./weekday.ts";
import { collidingSlot, firstFreeStart } from "./weekLayout.ts";

/** Where somebody clicked; empty for the button. */
export type NewSlotPlace = { readonly weekday?: number; readonly startMinute?: number };

const stepMinutes = 5;
const choices = Array.from({ length: (20 - 6) * (60 / stepMinutes) + 1 }, (_, index) => {
  const minute = 6 * 60 + index * stepMinutes;
  return { value: String(minute), label: formatMinute(minute) };
});
const usualLength = 20;
const usualStart = 8 * 60;
/** Today on a school day, Monday at the weekend. */
const usualWeekday = (today: number) => (today <= 5 ? today : 1);

type AddSlotDialogProps = {
  readonly room: Room;
  readonly week: Week;
  readonly place: NewSlotPlace;
  readonly onClose: () => void;
};

export function AddSlotDialog({ room, week, place, onClose }: AddSlotDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const add = useHubMutation("addSlot");
  const firstWeekday = place.weekday ?? usualWeekday(localTimeOf(hubNow(), week.zone).weekday);
  const firstStart =
    place.startMinute ?? roundUpToStep(firstFreeStart(week.slots, firstWeekday, usualStart, usualLength));
  const form = useForm<{
    classId: string | null;
    lessonId: string | null;
    weekday: string;
    start: string;
    end: string;
  }>({
    initialValues: {
      classId: null,
      lessonId: null,
      weekday: String(firstWeekday),
      start: String(firstStart),
      end: String(firstStart + usualLength),
    },
    validateInputOnChange: ["start", "end", "weekday"],
    validate: {
      classId: (value) => (value === null ? t("lesson.pickClass") : null),
      lessonId: (value) => (value === null ? t("lesson.pickLesson") : null),
      end: (value, values) => (Number(value) > Number(values.start) ? null : t("timetable.endAfterStart")),
    },
  });
  const { values } = form;
  const schoolClass = week.classes.find(({ id }) => id === values.classId);
  const wanted = {
    weekday: Number(values.weekday),
    startMinute: Number(values.start),
    endMinute: Number(values.end),
  };
  const taken = collidingSlot(week.slots, wanted);
  const lengthOf = (lessonId: string | null) =>
    week.lessons.find(({ id }) => id === lessonId)?.minutes ?? wanted.endMinute - wanted.startMinute;

  const submit = form.onSubmit(({ classId, lessonId }) => {
    if (classId === null || lessonId === null || taken !== undefined) return;
    add.mutate(
      { params: { roomId: room.id }, body: { classId, lessonId, ...wanted } },
      {
        onSuccess: (slot) => {
          const key = hubKey("showTimetable", { params: { roomId: room.id } });
          client.setQueryData<Week>(
            key,
            (old) => old && { ...old, slots: [...old.slots.filter(({ id }) => id !== slot.id), slot] },
          );
          void client.invalidateQueries({ queryKey: key });
          notifications.show({
            color: "lagoon",
            message: t("timetable.added", {
              class: schoolClass?.name ?? "?",
              day: t(`time.weekday.${weekdayKey(slot.weekday)}`),
              time: formatMinute(slot.startMinute),
            }),
          });
          onClose();
        },
      },
    );
  });

  return (
    <Dialog opened onClose={onClose} title={t("timetable.addTitle", { room: room.name })} size="md">
      <form onSubmit={submit} className="form-rows">
        <ClassSelect classes={week.classes} data-autofocus {...form.getInputProps("classId")} />
        <Select
          label={t("lesson.lesson")}
          placeholder={t("lesson.lessonPlaceholder")}
          data={lessonChoices(week.lessons, schoolClass?.ageBand, t)}
          searchable
          openOnFocus={false}
          {...form.getInputProps("lessonId")}
          onChange={(lessonId) => {
            form.setFieldValue("lessonId", lessonId);
            form.setFieldValue("end", String(wanted.startMinute + roundUpToStep(lengthOf(lessonId))));
          }}
        />
        <Select
          label={t("timetable.day")}
          allowDeselect={false}
          data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
            value: String(day),
            label: t(`time.weekday.${weekdayKey(day)}`),
          }))}
          {...form.getInputProps("weekday")}
        />
        <div className="form-pair">
          <Select
            label={t("timetable.start")}
            allowDeselect={false}
            searchable
            openOnFocus={false}
            data={choices}
            {...form.getInputProps("start")}
            onChange={(start) => {
              if (start === null) return;
              form.setFieldValue("start", start);
              form.setFieldValue("end", String(Number(start) + wanted.endMinute - wanted.startMinute));
            }}
          />
          <Select
            label={t("timetable.end")}
            allowDeselect={false}
            searchable
            openOnFocus={false}
            data={choices}
            {...form.getInputProps("end")}
          />
        </div>
        {taken !== undefined && (
          <p className="form-warning" role="alert">
            {t("timetable.overlapHere", {
              class: week.classes.find(({ id }) => id === taken.classId)?.name ?? "?",
              from: formatMinute(taken.startMinute),
              until: formatMinute(taken.endMinute),
            })}
          </p>
        )}
        <FormError error={add.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={taken !== undefined}>
            {t("timetable.add")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const roundUpToStep = (minute: number) => Math.ceil(minute / stepMinutes) * stepMinutes;
