// Owns the dialog in which a sentence is read aloud, heard, and kept or tried again; with the next one a button away.
import { ActionIcon, Button, FileButton, Loader } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconChevronLeft,
  IconChevronRight,
  IconMicrophone,
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
  IconRefresh,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { longestVoiceMs } from "../../../protocol/voiceLimits.ts";
import type { VoiceSentence } from "../../api/voices.ts";
import { usePermission } from "../account/account.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { LevelMeter, Waveform } from "./Meter.tsx";
import { usePlayer } from "./player.ts";
import { nextToRecord } from "./sentenceState.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useKeepTake } from "./useKeepTake.ts";
import { type HeldTake, type Taking, useTake } from "./useTake.ts";

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
          <Step back at={sentences[place - 1]} disabled={busy} onGo={move} />
          <div>
            <p className="soft small">{t("recorder.readAloud")}</p>
            <p className="voice-script-text" lang={locale}>
              {sentence.text}
            </p>
          </div>
          <Step at={sentences[place + 1]} disabled={busy} onGo={move} />
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

/** What happens now. */
function Stage({ taking: { now, level } }: { readonly taking: Taking }) {
  const { t } = useTexts();
  const seconds = (ms: number) => (ms / 1000).toLocaleString("vi", { maximumFractionDigits: 1 });
  switch (now.step) {
    case "ready":
      return null;
    case "asking":
      return <p>{t("recorder.asking")}</p>;
    case "counting":
      return (
        <>
          <p className="voice-count" key={now.left}>
            {now.left}
          </p>
          <LevelMeter level={level} />
          <p className="soft">{t("recorder.getReady")}</p>
        </>
      );
    case "recording":
      return (
        <>
          <p className="voice-speak">{t("recorder.speak")}</p>
          <LevelMeter level={level} />
          <Elapsed sinceMs={now.sinceMs} />
        </>
      );
    case "preparing":
      return (
        <>
          <Loader size="sm" />
          <p className="soft">{t("recorder.preparing")}</p>
        </>
      );
    case "heard":
      return (
        <>
          <Waveform bars={now.take.bars} />
          <p className="soft small">{t("recorder.heard", { seconds: seconds(now.take.durationMs) })}</p>
          {now.take.hint !== null && <p className="voice-hint">{t(`recorder.hint.${now.take.hint}`)}</p>}
        </>
      );
    case "problem":
      return (
        <p className="voice-problem" role="alert">
          {t(`recorder.problem.${now.problem}`, { seconds: longestVoiceMs / 1000 })}
        </p>
      );
  }
}

function Elapsed({ sinceMs }: { readonly sinceMs: number }) {
  const { t } = useTexts();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - sinceMs) / 1000)), 250);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return (
    <>
      <span className="voice-time" style={{ animationDuration: `${longestVoiceMs}ms` }} aria-hidden="true" />
      <p className="soft numbers">{t("recorder.seconds", { seconds })}</p>
    </>
  );
}

function Controls({ taking, disabled }: { readonly taking: Taking; readonly disabled: boolean }) {
  const { t } = useTexts();
  const player = usePlayer();
  const { now } = taking;
  const record = (
    <Button
      size="lg"
      color="red"
      leftSection={<IconMicrophone size={22} />}
      data-autofocus
      onClick={taking.start}
    >
      {t("recorder.start")}
    </Button>
  );
  const choose = (
    <FileButton accept="audio/*" onChange={(file) => file !== null && taking.takeFile(file)}>
      {(props) => (
        <Button {...props} variant="default" size="lg">
          {t("upload")}
        </Button>
      )}
    </FileButton>
  );
  if (now.step === "recording")
    return (
      <Button
        size="lg"
        color="red"
        leftSection={<IconPlayerStopFilled size={20} />}
        autoFocus
        onClick={taking.finish}
      >
        {t("recorder.stop")}
      </Button>
    );
  if (now.step === "heard") {
    const sounds = player.playing === now.take.address;
    return (
      <>
        <Button
          variant="light"
          size="md"
          leftSection={sounds ? <IconPlayerStopFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
          onClick={() => player.toggle(now.take.address)}
        >
          {sounds ? t("stop") : t("recorder.listenAgain")}
        </Button>
        <Button
          variant="default"
          size="md"
          disabled={disabled}
          leftSection={<IconRefresh size={18} />}
          onClick={() => {
            player.stop();
            taking.start();
          }}
        >
          {t("recorder.tryAgain")}
        </Button>
      </>
    );
  }
  if (now.step === "ready" || now.step === "problem")
    return (
      <>
        {record}
        {choose}
      </>
    );
  return null;
}
