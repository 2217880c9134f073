// Owns how a screen of the kiosk itself speaks.
import { useCallback, useEffect } from "react";
import { useStation, useStationState } from "../station/StationContext.tsx";
import { type SentenceKey, sentencePiece } from "./sentences.ts";

/** Says a sentence after whatever is being said. */
export function useSay(): (key: SentenceKey) => void {
  const { speaker } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  return useCallback(
    (key) => {
      void speaker.say([sentencePiece(key, locale)], { interrupt: false });
    },
    [speaker, locale],
  );
}

/** Says a sentence once when a screen appears. */
export function useSpokenOnce(key: SentenceKey | null): void {
  const { speaker } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  useEffect(() => {
    if (key === null) return;
    void speaker.say([sentencePiece(key, locale)]);
  }, [speaker, locale, key]);
}
