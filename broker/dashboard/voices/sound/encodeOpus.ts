// Owns turning any sound that the browser can read into what the hub keeps: one channel of Opus in Ogg.
import { failure, ok, type Result } from "../../../../protocol/result.ts";
import { opusRate, writeOggOpus } from "./writeOggOpus.ts";

/** Clear speech; 15 s are a third of what the hub takes. */
const bitsPerSecond = 40_000;
const packetSamples = 960;
/** libopus' own, where the browser does not tell (RFC 7845, 5.1). */
const usualPreSkip = 312;

/** One channel at 48 kHz. `NO_SOUND`: no file that this browser can read. */
export async function decodeSound(file: Blob): Promise<Result<Float32Array, "NO_SOUND">> {
  try {
    const context = new OfflineAudioContext(1, 1, opusRate);
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    const channels = Array.from({ length: sound.numberOfChannels }, (_, place) =>
      sound.getChannelData(place),
    );
    const [first = new Float32Array(0), ...others] = channels;
    return ok(
      others.length === 0
        ? first
        : first.map(
            (sample, place) =>
              others.reduce((sum, channel) => sum + (channel[place] ?? 0), sample) / channels.length,
          ),
    );
  } catch (error) {
    return failure("NO_SOUND", String(error));
  }
}

/** Rejects with the browser's own error: what could be recorded can be encoded. */
export async function encodeOpus(samples: Float32Array): Promise<Blob> {
  const packets: Uint8Array[] = [];
  let preSkip = usualPreSkip;
  let fails: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fails = reject;
  });
  const encoder = new AudioEncoder({
    output(chunk, metadata) {
      const packet = new Uint8Array(chunk.byteLength);
      chunk.copyTo(packet);
      packets.push(packet);
      preSkip = preSkipOf(metadata?.decoderConfig?.description) ?? preSkip;
    },
    error: (error) => fails(error),
  });
  encoder.configure({
    codec: "opus",
    sampleRate: opusRate,
    numberOfChannels: 1,
    bitrate: bitsPerSecond,
    opus: { frameDuration: (packetSamples * 1_000_000) / opusRate },
  });
  // The encoder is late by its pre-skip: the end comes out only when as much is behind it.
  const whole = new Float32Array(Math.ceil((samples.length + preSkip) / packetSamples) * packetSamples);
  whole.set(samples);
  const data = new AudioData({
    format: "f32-planar",
    sampleRate: opusRate,
    numberOfFrames: whole.length,
    numberOfChannels: 1,
    timestamp: 0,
    data: whole,
  });
  encoder.encode(data);
  data.close();
  await Promise.race([encoder.flush(), failed]);
  encoder.close();
  const file = writeOggOpus({ packets, samplesPerPacket: packetSamples, preSkip, samples: samples.length });
  return new Blob([file as Uint8Array<ArrayBuffer>], { type: "audio/ogg" });
}

/** From the encoder's own OpusHead. */
function preSkipOf(description: AllowSharedBufferSource | undefined): number | null {
  if (description === undefined) return null;
  const bytes = ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description);
  return bytes.byteLength >= 12 ? bytes.getUint16(10, true) : null;
}
