// Owns how a screen of the kiosk itself speaks: a sentence from the words list, by its own recording or the system's voice.
import { useCallback, useEffect } from "react";
import { useStation, useStationState } from "../station/StationContext.tsx";

/** Sentences that have a bundled recording, by file name in `voice/<locale>/`. */
export type SentenceKey = "choose-game" | "two-minutes" | "eye-break" | "paused" | "goodbye" | "ask-teacher";

export function useSay(): (text: string, key: SentenceKey | null) => void {
  const { speaker } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  return useCallback(
    (text, key) =>
      void speaker.say([{ text, locale, recording: key && `./voice/${locale}/${key}.opus` }], {
        interrupt: true,
      }),
    [speaker, locale],
  );
}

/** Says a sentence once when a screen appears. */
export function useSpokenOnce(text: string, key: SentenceKey, when = true): void {
  const say = useSay();
  useEffect(() => {
    if (when) say(text, key);
  }, [say, text, key, when]);
}
