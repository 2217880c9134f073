// Owns reading any sound that the browser knows: a recorder's, a phone's, a file from a disk.
import { failure, ok, type Result } from "../../../../protocol/result.ts";
import { opusRate } from "./writeOggOpus.ts";

/** One channel at 48 kHz. `NO_SOUND`: no file that this browser can read. */
export async function decodeSound(file: Blob): Promise<Result<Float32Array, "NO_SOUND">> {
  try {
    const context = new OfflineAudioContext(1, 1, opusRate);
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    const channels = Array.from({ length: sound.numberOfChannels }, (_, place) =>
      sound.getChannelData(place),
    );
    const [first = new Float32Array(0), ...others] = channels;
    if (others.length === 0) return ok(first);
    const sum = (place: number) => others.reduce((all, channel) => all + (channel[place] ?? 0), 0);
    return ok(first.map((sample, place) => (sample + sum(place)) / channels.length));
  } catch (error) {
    return failure("NO_SOUND", String(error));
  }
}
