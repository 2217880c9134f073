// Owns where a recording is heard on the hub, whatever its state.
import { recordingAudioPath } from "../client/contractRoutes.ts";

export const audioAddress = (recordingId: string): string =>
  recordingAudioPath.replace(":recordingId", encodeURIComponent(recordingId));
