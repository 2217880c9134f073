// Owns writing prepared sound as what the hub keeps: one channel of Opus in Ogg, by whichever encoder the browser gives to this page.
import { encodeByRecorder } from "./encodeByRecorder.ts";
import { oggBlob, opusRate } from "./writeOggOpus.ts";

/** Clear speech; 15 s are a third of what the hub takes. */
export const bitsPerSecond = 40_000;
const packetSamples = 960;
/** libopus' own, where the browser does not tell (RFC 7845, 5.1). */
const usualPreSkip = 312;

/** Rejects when this browser cannot. */
export async function encodeOpus(samples: Float32Array): Promise<Blob> {
  // Only pages of a secure address have it, and most schools' hubs are reached without https.
  if (typeof AudioEncoder === "undefined") return encodeByRecorder(samples, bitsPerSecond);
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
  return oggBlob({ packets, samplesPerPacket: packetSamples, preSkip, samples: samples.length });
}

/** From the encoder's own OpusHead. */
function preSkipOf(description: AllowSharedBufferSource | undefined): number | null {
  if (description === undefined) return null;
  const bytes = ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description);
  return bytes.byteLength >= 12 ? bytes.getUint16(10, true) : null;
}
