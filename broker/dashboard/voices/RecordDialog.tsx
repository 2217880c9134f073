// Owns the dialog in which a sentence is read aloud, heard, and kept or tried again; with the next one a button away.
import { ActionIcon, Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect } from "react";
import type { VoiceSentence } from "../../api/voices.ts";
import { usePermission } from "../account/account.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { audioAddress } from "./audioAddress.ts";
import { Listen } from "./Listen.tsx";
import { usePlayer } from "./player.ts";
import { Controls, Stage } from "./RecordStage.tsx";
import { nextToRecord, voicesOf } from "./sentenceState.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useKeepTake } from "./useKeepTake.ts";
import { type HeldTake, useTake } from "./useTake.ts";

type RecordDialogProps = {
  readonly gameId: string;
  readonly locale: "vi" | "en";
  readonly sentences: readonly VoiceSentence[];
  readonly sentence: VoiceSentence;
  /** A file that was chosen instead of the microphone. */
  readonly file: Blob | null;
  readonly onMove: (sentence: VoiceSentence) => void;
  readonly onClose: () => void;
};

export function RecordDialog({
  gameId,
  locale,
  sentences,
  sentence,
  file,
  onMove,
  onClose,
}: RecordDialogProps) {
  const { t } = useTexts();
  const player = usePlayer();
  const small = useMediaQuery("(max-width: 600px)");
  // Heard at once: whoever spoke wants to know how it sounds.
  const taking = useTake(({ address }) => player.play(address));
  const { keep, keeping } = useKeepTake({ gameId, locale, sentence });
  const approves = usePermission("voices.approve");
  const { now } = taking;
  const place = sentences.findIndex(({ key }) => key === sentence.key);
  const busy = keeping || now.step === "counting" || now.step === "recording" || now.step === "preparing";

  // biome-ignore lint/correctness/useExhaustiveDependencies: the file that the dialog was opened with, once
  useEffect(() => {
    if (file !== null) taking.takeFile(file);
  }, [file]);
  const move = (to: VoiceSentence | undefined) => {
    if (to === undefined) return;
    player.stop();
    taking.reset();
    onMove(to);
  };
  async function keepAnd(take: HeldTake, approve: boolean): Promise<void> {
    player.stop();
    if (!(await keep(take, approve))) return;
    const next = nextToRecord(sentences, sentence.key);
    if (next === null) onClose();
    else move(next);
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      fullScreen={small ?? false}
      closeOnClickOutside={!busy && now.step !== "heard"}
      title={
        sentences.length > 1
          ? t("recorder.title", { place: place + 1, count: sentences.length })
          : t("recorder.titleOne")
      }
    >
      <div className="voice-recorder" data-step={now.step}>
        <div className="voice-script">
          {sentences.length > 1 ? (
            <Step back at={sentences[place - 1]} disabled={busy} onGo={move} />
          ) : (
            <span />
          )}
          <div>
            <p className="soft small">{t("recorder.readAloud")}</p>
            <p className="voice-script-text" lang={locale}>
              {sentence.text}
            </p>
            <HeardSoFar sentence={sentence} disabled={busy} />
          </div>
          {sentences.length > 1 && <Step at={sentences[place + 1]} disabled={busy} onGo={move} />}
        </div>
        <div className="voice-stage" aria-live="polite">
          <Stage taking={taking} />
        </div>
        <div className="voice-controls">
          <Controls taking={taking} disabled={keeping} />
        </div>
        {now.step === "heard" && (
          <div className="form-end">
            {approves && (
              <Button variant="default" loading={keeping} onClick={() => void keepAnd(now.take, true)}>
                {t("recorder.keepAndApprove")}
              </Button>
            )}
            <Button loading={keeping} onClick={() => void keepAnd(now.take, false)}>
              {nextToRecord(sentences, sentence.key) === null
                ? t("recorder.keep")
                : t("recorder.keepAndNext")}
            </Button>
          </div>
        )}
        <p className="soft small voice-tips">{t("recorder.tips")}</p>
      </div>
    </Dialog>
  );
}

/** How it sounds to children now: a tone to follow, or to do better. */
function HeardSoFar({
  sentence,
  disabled,
}: {
  readonly sentence: VoiceSentence;
  readonly disabled: boolean;
}) {
  const { t } = useTexts();
  const { approved } = voicesOf(sentence);
  const { text, bundled } = sentence;
  if (approved !== null)
    return (
      <Listen
        address={audioAddress(approved.id)}
        name={approved.recordedBy}
        label={t("listenTo", { name: approved.recordedBy, text })}
        disabled={disabled}
      />
    );
  if (bundled === null) return null;
  return (
    <Listen address={bundled} name={t("machine")} label={t("listenMachine", { text })} disabled={disabled} />
  );
}

type StepProps = {
  readonly back?: boolean;
  readonly at: VoiceSentence | undefined;
  readonly disabled: boolean;
  readonly onGo: (sentence: VoiceSentence | undefined) => void;
};

function Step({ back = false, at, disabled, onGo }: StepProps) {
  const { t } = useTexts();
  const Icon = back ? IconChevronLeft : IconChevronRight;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      disabled={disabled || at === undefined}
      aria-label={t(back ? "recorder.previous" : "recorder.next")}
      onClick={() => onGo(at)}
    >
      <Icon size={22} />
    </ActionIcon>
  );
}
