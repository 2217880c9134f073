// Owns what the recorder shows at each step, and the buttons that lead to the next one.
import { Button, FileButton, Loader } from "@mantine/core";
import { IconMicrophone, IconPlayerPlayFilled, IconPlayerStopFilled, IconRefresh } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { longestVoiceMs } from "../../../protocol/voiceLimits.ts";
import { LevelMeter, Waveform } from "./Meter.tsx";
import { usePlayer, usePlaying } from "./player.ts";
import { useTexts } from "./texts/useTexts.ts";
import type { HeldTake, Taking } from "./useTake.ts";

/** What happens now. */
export function Stage({ taking: { now, level } }: { readonly taking: Taking }) {
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

export function Controls({ taking, disabled }: { readonly taking: Taking; readonly disabled: boolean }) {
  const { t } = useTexts();
  const { now } = taking;
  const record = (
    <Button
      size="lg"
      color="red.9"
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
        color="red.9"
        leftSection={<IconPlayerStopFilled size={20} />}
        autoFocus
        onClick={taking.finish}
      >
        {t("recorder.stop")}
      </Button>
    );
  if (now.step === "heard") return <AfterTake taking={taking} take={now.take} disabled={disabled} />;
  if (now.step === "ready" || now.step === "problem") {
    const hopeless = now.step === "problem" && (now.problem === "INSECURE" || now.problem === "UNSUPPORTED");
    return (
      <>
        {!hopeless && record}
        {choose}
      </>
    );
  }
  return null;
}

type AfterTakeProps = { readonly taking: Taking; readonly take: HeldTake; readonly disabled: boolean };

function AfterTake({ taking, take: { address }, disabled }: AfterTakeProps) {
  const { t } = useTexts();
  const player = usePlayer();
  const sounds = usePlaying(address);
  return (
    <>
      <Button
        variant="light"
        size="md"
        leftSection={sounds ? <IconPlayerStopFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
        onClick={() => (sounds ? player.stop() : player.play(address))}
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
