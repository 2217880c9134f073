// Owns how a screen of the kiosk itself speaks.
import { useCallback, useEffect } from "react";
import { useStation, useStationState } from "../station/StationContext.tsx";
import { type SentenceKey, spokenSentences } from "./sentences.ts";

/** Says any text: by the system's voice, or by the recording at `recording` when there is one. */
export function useSay(): (text: string, recording: string | null) => void {
  const { speaker } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  return useCallback((text, recording) => void speaker.say([{ text, locale, recording }]), [speaker, locale]);
}

/** Says a sentence once when a screen appears. */
export function useSpokenOnce(key: SentenceKey | null): void {
  const { speaker } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  useEffect(() => {
    if (key === null) return;
    const recording = `./voice/${locale}/${key}.opus`;
    void speaker.say([{ text: spokenSentences(locale)[key], locale, recording }]);
  }, [speaker, locale, key]);
}
