// Owns the steps of one recording: the microphone, counting in, recording, preparing, and the take that can be kept.
import { useCallback, useEffect, useRef, useState } from "react";
import { longestVoiceMs } from "../../../protocol/voiceLimits.ts";
import { makeTake, type Take, type TakeProblem } from "./sound/makeTake.ts";
import { canRecord, type Microphone, type MicrophoneProblem, openMicrophone } from "./sound/microphone.ts";

export type HeldTake = Take & {
  /** Where the page can hear it. */
  readonly address: string;
};
export type TakeStep =
  | { readonly step: "ready" | "asking" | "preparing" }
  | { readonly step: "counting"; readonly left: number }
  | { readonly step: "recording"; readonly sinceMs: number }
  | { readonly step: "heard"; readonly take: HeldTake }
  | { readonly step: "problem"; readonly problem: MicrophoneProblem | TakeProblem };

const countFrom = 3;
const countMs = 700;
/** Its silence is cut off afterwards, so a moment more is no harm. */
const stopAfterMs = longestVoiceMs + 1_500;

/** A page that gets no microphone says so before anybody clears their throat. */
function firstStep(): TakeStep {
  const able = canRecord();
  return able.ok ? { step: "ready" } : { step: "problem", problem: able.code };
}

export type Taking = {
  readonly now: TakeStep;
  start(): void;
  finish(): void;
  takeFile(file: Blob): void;
  /** Forgets the take; the microphone stays open for the next one. */
  reset(): void;
  /** 0 to 1; 0 while the microphone is closed. */
  level(): number;
};

export function useTake(onHeard: (take: HeldTake) => void): Taking {
  const [now, setNow] = useState<TakeStep>(firstStep);
  const microphone = useRef<Microphone | null>(null);
  const recording = useRef<ReturnType<Microphone["record"]> | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const address = useRef<string | null>(null);
  /** Counts what was begun: whatever answers for an earlier one is too late. */
  const run = useRef(0);

  const drop = useCallback(() => {
    run.current += 1;
    window.clearTimeout(timer.current);
    const left = recording.current;
    recording.current = null;
    void left?.stop().catch(() => {});
    if (address.current !== null) URL.revokeObjectURL(address.current);
    address.current = null;
    return run.current;
  }, []);
  useEffect(
    () => () => {
      drop();
      microphone.current?.close();
      microphone.current = null;
    },
    [drop],
  );

  async function prepare(mine: number, sound: Promise<Blob>): Promise<void> {
    setNow({ step: "preparing" });
    const made = await sound.then(makeTake, () => null);
    if (run.current !== mine) return;
    if (made === null) return setNow({ step: "problem", problem: "BUSY" });
    if (!made.ok) return setNow({ step: "problem", problem: made.code });
    address.current = URL.createObjectURL(made.value.file);
    const take = { ...made.value, address: address.current };
    setNow({ step: "heard", take });
    onHeard(take);
  }

  function finish(): void {
    const current = recording.current;
    if (current === null) return;
    window.clearTimeout(timer.current);
    recording.current = null;
    void prepare(run.current, current.stop());
  }

  function count(mine: number, left: number, heard: Microphone): void {
    if (run.current !== mine) return;
    if (left === 0) {
      setNow({ step: "recording", sinceMs: performance.now() });
      timer.current = window.setTimeout(finish, stopAfterMs);
      return;
    }
    // Whoever speaks a little early is heard, and the quiet before the words tells how loud the room is.
    if (left === 1) recording.current = heard.record();
    setNow({ step: "counting", left });
    timer.current = window.setTimeout(() => count(mine, left - 1, heard), countMs);
  }

  async function start(): Promise<void> {
    const mine = drop();
    if (microphone.current === null) {
      setNow({ step: "asking" });
      const opened = await openMicrophone();
      if (run.current !== mine) {
        if (opened.ok) opened.value.close();
        return;
      }
      if (!opened.ok) return setNow({ step: "problem", problem: opened.code });
      microphone.current = opened.value;
    }
    count(mine, countFrom, microphone.current);
  }

  return {
    now,
    start: () => void start(),
    finish,
    takeFile: (file) => void prepare(drop(), Promise.resolve(file)),
    reset() {
      drop();
      setNow(firstStep());
    },
    level: () => microphone.current?.level() ?? 0,
  };
}
