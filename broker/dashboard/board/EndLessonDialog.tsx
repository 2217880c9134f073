// Owns the question before a running lesson is ended for the whole room.

import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { BoardRoom } from "../../api/rooms.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";

export function EndLessonDialog({
  room,
  onClose,
}: {
  readonly room: BoardRoom;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const end = useHubMutation("endLesson");
  const submit = () =>
    end.mutate(
      { params: { roomId: room.id } },
      {
        onSuccess: () => {
          notifications.show({ message: t("lesson.ended", { room: room.name }), color: "lagoon" });
          onClose();
        },
      },
    );
  return (
    <Dialog opened onClose={onClose} title={t("lesson.endTitle", { room: room.name })} size="sm">
      <div className="form-rows">
        <Text>{t("lesson.endText")}</Text>
        <FormError error={end.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button color="red" onClick={submit} loading={end.isPending} data-autofocus>
            {t("lesson.endSubmit")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
