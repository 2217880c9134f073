// Owns asking before a recording is taken back: its file is deleted, and nothing brings it back.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Recording } from "../../api/voices.ts";
import { callApi } from "../client/callApi.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useErrorText } from "../parts/errorText.ts";
import { usePlayer } from "./player.ts";
import { useTexts } from "./texts/useTexts.ts";
import { refetchVoices } from "./useKeepTake.ts";

type WithdrawDialogProps = { readonly recording: Recording; readonly onClose: () => void };

export function WithdrawDialog({ recording: { id, text, recordedBy, state }, onClose }: WithdrawDialogProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const player = usePlayer();
  const [working, setWorking] = useState(false);
  async function withdraw(): Promise<void> {
    setWorking(true);
    player.stop();
    try {
      await callApi("withdrawRecording", { params: { recordingId: id } });
      notifications.show({ color: "gray", message: t("withdrawn") });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    onClose();
    await refetchVoices(client);
  }
  return (
    <Dialog opened onClose={onClose} title={t("withdrawTitle")}>
      <p>{t(state === "approved" ? "withdrawText" : "withdrawWaitingText", { text, name: recordedBy })}</p>
      <div className="form-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button color="red.9" loading={working} onClick={() => void withdraw()}>
          {t("withdrawDo")}
        </Button>
      </div>
    </Dialog>
  );
}
