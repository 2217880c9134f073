// Owns what waits for approval: listened to, then let out to the stations or sent back with a reason.
import { Button, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconCheck, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { QueuedRecording } from "../../api/voices.ts";
import { useAccount, usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { hubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { audioAddress } from "./audioAddress.ts";
import { Listen } from "./Listen.tsx";
import { useHeard, usePlayer } from "./player.ts";
import { ReturnDialog } from "./ReturnDialog.tsx";
import { SpeakerPicture } from "./SpeakerPicture.tsx";
import { queueGroups } from "./sentenceState.ts";
import { useTexts } from "./texts/useTexts.ts";
import { refetchVoices } from "./useKeepTake.ts";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

export function QueueTab() {
  const { t } = useTexts();
  const approves = usePermission("voices.approve");
  const queue = useHubQuery("listRecordings", {});
  if (queue.isError && queue.data === undefined)
    return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  if (queue.data === undefined) return <LoadingRows rows={3} height={96} />;
  if (queue.data.length === 0)
    return <EmptyState emblem="parrot" title={t("queue.empty")} hint={t("queue.emptyHint")} />;
  const groups = queueGroups(queue.data);
  return (
    <>
      {(["waiting", "returned", "attention"] as const).map(
        (name) =>
          groups[name].length > 0 && (
            <section key={name} className="voice-group">
              <h2>
                {t(`queue.${name}`)} <small className="numbers">{groups[name].length}</small>
              </h2>
              {name === "waiting" && approves && <p className="soft small">{t("queue.waitingHint")}</p>}
              <ul className="voice-list">
                {groups[name].map((recording) => (
                  <QueueRow key={recording.id} recording={recording} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

function QueueRow({ recording }: { readonly recording: QueuedRecording }) {
  const { t, language } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const errorText = useErrorText();
  const me = useAccount().staffId;
  const approves = usePermission("voices.approve");
  const records = usePermission("voices.record");
  const player = usePlayer();
  const [asks, setAsks] = useState<"return" | "withdraw" | null>(null);
  const [working, setWorking] = useState(false);
  const { id, text, locale, title, picture, state, recordedBy, recordedAt, judgedBy, reason, damaged, said } =
    recording;
  const address = audioAddress(id);
  const heard = useHeard(address);
  async function approve(): Promise<void> {
    setWorking(true);
    try {
      await callApi("approveRecording", { params: { recordingId: id } });
      notifications.show({ color: "lagoon", message: t("queue.approved", { text }) });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    setWorking(false);
    await refetchVoices(client);
  }
  return (
    <li className="voice-row" data-state={state === "waiting" ? "waiting" : "machine"}>
      <SpeakerPicture address={picture} size={48} />
      <div className="voice-words">
        <p className="voice-text" lang={locale}>
          {text}
        </p>
        <p className="soft small">
          {title[language]} · {t("queue.by", { name: recordedBy, when: format.moment(recordedAt, hubNow()) })}
        </p>
        {state === "returned" && (
          <p className="voice-returned small">{t("queue.judgedBy", { name: judgedBy, reason })}</p>
        )}
        {damaged && <p className="voice-returned small">{t("damaged")}</p>}
        {!said && <p className="voice-returned small">{t("queue.unsaid")}</p>}
      </div>
      <div className="voice-actions">
        {!damaged && (
          <Listen
            address={address}
            name={t("listen")}
            label={t("listenTo", { name: recordedBy, text })}
            own
          />
        )}
        {approves && state === "waiting" && (
          <>
            <Tooltip label={t("queue.listenFirst")} disabled={heard}>
              <Button
                leftSection={<IconCheck size={18} />}
                loading={working}
                // Kept reachable by keyboard, so that the reason can be read.
                aria-disabled={!heard}
                {...(heard ? {} : { "data-disabled": true })}
                onClick={() => (heard ? void approve() : player.play(address))}
              >
                {t("queue.approve")}
              </Button>
            </Tooltip>
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} />}
              onClick={() => setAsks("return")}
            >
              {t("queue.sendBack")}
            </Button>
          </>
        )}
        {records && (approves || recording.recordedById === me) && (!approves || state !== "waiting") && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={18} />}
            onClick={() => setAsks("withdraw")}
          >
            {t("withdrawDo")}
          </Button>
        )}
      </div>
      {asks === "return" && <ReturnDialog recording={recording} onClose={() => setAsks(null)} />}
      {asks === "withdraw" && <WithdrawDialog recording={recording} onClose={() => setAsks(null)} />}
    </li>
  );
}
