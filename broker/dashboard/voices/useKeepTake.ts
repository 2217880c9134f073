// Owns sending a take to the hub, and approving it at once where that is wanted.
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { VoiceSentence } from "../../api/voices.ts";
import { callApi } from "../client/callApi.ts";
import { useErrorText } from "../parts/errorText.ts";
import { base64Of } from "./sound/makeTake.ts";
import { useTexts } from "./texts/useTexts.ts";
import type { HeldTake } from "./useTake.ts";

type Place = {
  readonly gameId: string;
  readonly locale: "vi" | "en";
  readonly sentence: Pick<VoiceSentence, "key" | "text">;
};

export function useKeepTake({ gameId, locale, sentence: { key, text } }: Place) {
  const { t } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [keeping, setKeeping] = useState(false);

  /** False: it was refused, and said why; the take is still in the dialog. */
  async function keep(take: HeldTake, approve: boolean): Promise<boolean> {
    setKeeping(true);
    try {
      const { id: recordingId } = await callApi("addRecording", {
        params: { gameId, promptKey: key },
        body: { locale, text, audio: await base64Of(take.file) },
      });
      if (approve) await callApi("approveRecording", { params: { recordingId } });
      notifications.show({
        color: "lagoon",
        message: t(approve ? "recorder.keptApproved" : "recorder.kept", { text }),
      });
      return true;
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
      return false;
    } finally {
      setKeeping(false);
      await refetchVoices(client);
    }
  }
  return { keep, keeping };
}

/** Counts, sentences and what waits hang together. */
export const refetchVoices = (client: ReturnType<typeof useQueryClient>): Promise<unknown> =>
  Promise.all(
    (["showVoices", "showSpeakerVoices", "listRecordings"] as const).map((name) =>
      client.invalidateQueries({ queryKey: [name] }),
    ),
  );
