// Owns writing a notice: the fields, and beside them how it will look on a class's screen.
import { Button, MultiSelect, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { noticePictures } from "../../../protocol/documents/classroomPictures.ts";
import type { ClassId } from "../../../protocol/ids.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { Notice } from "../../api/classroom.ts";
import type { SchoolClass } from "../../api/rooms.ts";
import { callApi } from "../client/callApi.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { NoticePreview } from "./NoticePreview.tsx";
import { PictureChoice } from "./PictureChoice.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useNoticeActions } from "./useNoticeActions.tsx";

const usualDays = 7;

type NoticeEditorProps = {
  /** Null: a new one. */
  readonly notice: Notice | null;
  readonly classes: readonly SchoolClass[];
  readonly today: string;
  readonly onClose: () => void;
};

export function NoticeEditor({ notice, classes, today, onClose }: NoticeEditorProps) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const { approves } = useNoticeActions();
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const add = useHubMutation("addNotice");
  const change = useHubMutation("changeNotice");
  const form = useForm({
    initialValues: {
      title: notice?.title ?? "",
      text: notice?.text ?? "",
      picture: notice?.picture ?? "megaphone",
      classIds: (notice?.classIds ?? []) as string[],
      fromDate: notice?.fromDate ?? today,
      untilDate: notice?.untilDate ?? addDays(today, usualDays),
    },
    validate: {
      title: (value) => (value.trim() === "" ? t("notice.titleNeeded") : null),
      fromDate: (value) => (value === "" ? t("notice.dateNeeded") : null),
      untilDate: (value, { fromDate }) => {
        if (value === "") return t("notice.dateNeeded");
        return value < fromDate ? t("notice.datesInOrder") : null;
      },
    },
  });
  const save = (approving: boolean) =>
    form.onSubmit((values) => {
      const classIds = values.classIds.length === 0 ? null : (values.classIds as ClassId[]);
      const body = { ...values, title: values.title.trim(), text: values.text.trim(), classIds };
      const onSuccess = async (saved: Notice) => {
        try {
          const { id: noticeId, revision } = saved;
          if (approving) await callApi("approveNotice", { params: { noticeId }, body: { revision } });
        } finally {
          await client.invalidateQueries({ queryKey: ["listNotices"] });
        }
        const { title } = saved;
        const message = approving ? t("notice.approved", { title }) : t("notice.sent", { title });
        notifications.show({ color: "lagoon", message });
        onClose();
      };
      if (notice === null) add.mutate({ body }, { onSuccess });
      else change.mutate({ params: { noticeId: notice.id }, body }, { onSuccess });
    });
  const saving = add.isPending || change.isPending;
  const { values } = form;

  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      fullScreen={onPhone}
      title={notice === null ? t("notice.write") : t("notice.edit")}
    >
      <form onSubmit={save(false)} className="notice-editor" autoComplete="off">
        <div className="form-rows">
          {notice?.state === "approved" && <p className="notice-again">{t("notice.changesAgain")}</p>}
          <div className="notice-title-row">
            <PictureChoice
              value={values.picture}
              choices={noticePictures}
              label={t("notice.picture")}
              size={40}
              onChange={(picture) => form.setFieldValue("picture", picture)}
            />
            <TextInput
              label={t("notice.titleField")}
              placeholder={t("notice.titlePlaceholder")}
              maxLength={120}
              data-autofocus
              {...form.getInputProps("title")}
            />
          </div>
          <Textarea
            label={t("notice.text")}
            placeholder={t("notice.textPlaceholder")}
            description={t("notice.textCount", { count: values.text.length })}
            inputWrapperOrder={["label", "input", "description", "error"]}
            autosize
            minRows={4}
            maxRows={10}
            maxLength={600}
            {...form.getInputProps("text")}
          />
          <MultiSelect
            label={t("notice.classes")}
            placeholder={values.classIds.length === 0 ? t("notice.allClasses") : ""}
            data={classes.map(({ id, name }) => ({ value: id, label: name }))}
            clearable
            {...form.getInputProps("classIds")}
          />
          <div className="form-pair">
            <TextInput label={t("notice.fromDate")} type="date" {...form.getInputProps("fromDate")} />
            <TextInput
              label={t("notice.untilDate")}
              type="date"
              min={values.fromDate}
              {...form.getInputProps("untilDate")}
            />
          </div>
          <FormError error={add.error ?? change.error} />
        </div>
        <div className="notice-look">
          <span className="soft small">{t("notice.looksLike")}</span>
          <NoticePreview title={values.title} text={values.text} picture={values.picture} />
        </div>
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          {approves && (
            <Button loading={saving} onClick={() => save(true)()}>
              {t("notice.sendAndApprove")}
            </Button>
          )}
          <Button type="submit" variant={approves ? "light" : "filled"} loading={saving}>
            {t("notice.send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
