// Owns sending a recording back with a reason that helps whoever reads it aloud again.
import { Button, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { QueuedRecording } from "../../api/voices.ts";
import { callApi } from "../client/callApi.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useErrorText } from "../parts/errorText.ts";
import { useTexts } from "./texts/useTexts.ts";
import { refetchVoices } from "./useKeepTake.ts";

const usual = ["quiet", "noise", "words", "fast"] as const;
const longestReason = 300;

type ReturnDialogProps = { readonly recording: QueuedRecording; readonly onClose: () => void };

export function ReturnDialog({ recording: { id, text }, onClose }: ReturnDialogProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [working, setWorking] = useState(false);
  async function send(): Promise<void> {
    if (reason.trim() === "") return setMissing(true);
    setWorking(true);
    try {
      await callApi("returnRecording", { params: { recordingId: id }, body: { reason } });
      notifications.show({ color: "gray", message: t("queue.sentBack", { text }) });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    onClose();
    await refetchVoices(client);
  }
  return (
    <Dialog opened onClose={onClose} title={t("queue.sendBackTitle")}>
      <div className="form-rows">
        <p className="voice-text">{text}</p>
        <div className="voice-reasons">
          {usual.map((name) => (
            <Button
              key={name}
              variant="light"
              size="xs"
              onClick={() => setReason(t(`queue.reasons.${name}`))}
            >
              {t(`queue.reasons.${name}`)}
            </Button>
          ))}
        </div>
        <Textarea
          label={t("queue.reason")}
          placeholder={t("queue.reasonPlaceholder")}
          autosize
          minRows={2}
          maxLength={longestReason}
          value={reason}
          error={missing && reason.trim() === "" ? t("queue.reasonNeeded") : null}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button loading={working} onClick={() => void send()}>
            {t("queue.sendBack")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
