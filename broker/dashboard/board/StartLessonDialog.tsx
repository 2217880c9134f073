// Owns the dialog that starts a lesson on every station of a room.

import { Alert, Button, NumberInput, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Board, BoardRoom } from "../../api/rooms.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { ClassSelect, lessonChoices } from "../parts/ClassSelect.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { useFormat } from "../text/format.ts";

type StartLessonDialogProps = {
  readonly room: BoardRoom;
  readonly board: Board;
  readonly onClose: () => void;
};

export function StartLessonDialog({ room, board, onClose }: StartLessonDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useHubNow(10_000);
  const start = useHubMutation("startLesson");
  const running = room.current !== null && room.current.endedAt === null;
  const proposed = room.current ?? room.next;
  /** The stations end at the cap of the class's age, so more is not proposed. */
  const minutesFor = (classId: string | null, lessonId: string | null) => {
    const minutes = board.lessons.find(({ id }) => id === lessonId)?.minutes ?? 20;
    return Math.min(minutes, capOf(board, classId) ?? minutes);
  };
  const form = useForm<{
    classId: string | null;
    lessonId: string | null;
    minutes: number | string;
    headcount: number | string;
  }>({
    initialValues: {
      classId: proposed?.classId ?? null,
      lessonId: proposed?.lessonId ?? null,
      minutes: minutesFor(proposed?.classId ?? null, proposed?.lessonId ?? null),
      headcount: "",
    },
    validate: {
      classId: (value) => (value === null ? t("lesson.pickClass") : null),
      lessonId: (value) => (value === null ? t("lesson.pickLesson") : null),
      minutes: (value) => (isWhole(value, 1, 120) ? null : t("lesson.minutesRange")),
      headcount: (value) => (value === "" || isWhole(value, 0, 60) ? null : t("lesson.headcountRange")),
    },
  });
  const { classId, lessonId, minutes } = form.values;
  const schoolClass = board.classes.find(({ id }) => id === classId);
  const cap = capOf(board, classId);
  const lasting = Math.min(Number(minutes), cap ?? Number(minutes));

  const submit = form.onSubmit((values) => {
    if (values.classId === null || values.lessonId === null) return;
    start.mutate(
      {
        params: { roomId: room.id },
        body: {
          classId: values.classId,
          lessonId: values.lessonId,
          minutes: Number(values.minutes),
          headcount: values.headcount === "" ? null : Number(values.headcount),
        },
      },
      {
        onSuccess: () => {
          const lesson = board.lessons.find(({ id }) => id === values.lessonId)?.title ?? "";
          notifications.show({ message: t("lesson.started", { lesson, room: room.name }), color: "lagoon" });
          onClose();
        },
      },
    );
  });

  return (
    <Dialog opened onClose={onClose} title={t("lesson.startTitle", { room: room.name })} size="md">
      <form onSubmit={submit} className="form-rows">
        {running && (
          <Alert color="yellow" icon={<IconInfoCircle size={20} />}>
            {t("lesson.replaces")}
          </Alert>
        )}
        <ClassSelect
          classes={board.classes}
          data-autofocus
          {...form.getInputProps("classId")}
          onChange={(value) => {
            form.setFieldValue("classId", value);
            form.setFieldValue("minutes", minutesFor(value, lessonId));
          }}
        />
        <Select
          label={t("lesson.lesson")}
          placeholder={t("lesson.lessonPlaceholder")}
          data={lessonChoices(board.lessons, schoolClass?.ageBand, t)}
          searchable
          openOnFocus={false}
          {...form.getInputProps("lessonId")}
          onChange={(value) => {
            form.setFieldValue("lessonId", value);
            form.setFieldValue("minutes", minutesFor(classId, value));
          }}
        />
        <div className="form-pair">
          <NumberInput
            label={t("lesson.minutes")}
            description={
              isWhole(minutes, 1, 120)
                ? t("lesson.endsAt", { time: format.clock(now + lasting * 60_000) })
                : t("lesson.minutesRange")
            }
            min={1}
            max={120}
            step={5}
            inputWrapperOrder={["label", "input", "description", "error"]}
            {...form.getInputProps("minutes")}
          />
          <NumberInput
            label={t("lesson.headcount")}
            description={t("lesson.headcountHint")}
            min={0}
            max={60}
            inputWrapperOrder={["label", "input", "description", "error"]}
            {...form.getInputProps("headcount")}
          />
        </div>
        {schoolClass !== undefined && cap !== undefined && (
          <p className="soft small">
            {t("lesson.cap", { age: t(`ageBandShort.${schoolClass.ageBand}`), minutes: cap })}
          </p>
        )}
        <FormError error={start.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button type="submit" loading={start.isPending} disabled={lessonId === null || classId === null}>
            {t("lesson.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function capOf(board: Board, classId: string | null): number | undefined {
  const schoolClass = board.classes.find(({ id }) => id === classId);
  return schoolClass && board.capMinutes[schoolClass.ageBand];
}

function isWhole(value: number | string, lowest: number, highest: number): boolean {
  const number = value === "" ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= lowest && number <= highest;
}
