// Owns encoding without an encoder of one's own: the sound is played to the browser's recorder, as long as it lasts and unheard.
// It is how a page without https can still take a file that was recorded elsewhere.
import { readWebmOpus } from "./readWebmOpus.ts";
import { oggBlob, opusRate } from "./writeOggOpus.ts";

/** A recorder needs a moment to begin, and another to have written its last packet. */
const leadMs = 150;
const tailMs = 250;
const containers = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus"];

export async function encodeByRecorder(samples: Float32Array, bitsPerSecond: number): Promise<Blob> {
  const mimeType = containers.find((each) => MediaRecorder.isTypeSupported(each));
  if (mimeType === undefined) throw new Error("this browser records no Opus");
  const context = new AudioContext({ sampleRate: opusRate });
  try {
    const written = await playToRecorder(context, samples, { mimeType, audioBitsPerSecond: bitsPerSecond });
    if (mimeType.startsWith("audio/ogg")) return new Blob([written], { type: "audio/ogg" });
    const found = readWebmOpus(new Uint8Array(await written.arrayBuffer()));
    const first = found?.packets[0];
    if (!found || first === undefined) throw new Error("the recorder wrote what cannot be read");
    const samplesPerPacket = samplesOf(first);
    const heard = found.packets.length * samplesPerPacket - found.preSkip;
    return oggBlob({ ...found, samplesPerPacket, samples: heard });
  } finally {
    await context.close();
  }
}

function playToRecorder(
  context: AudioContext,
  samples: Float32Array,
  options: MediaRecorderOptions,
): Promise<Blob> {
  const buffer = context.createBuffer(1, samples.length, opusRate);
  buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  source.connect(out);
  const recorder = new MediaRecorder(out.stream, options);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  return new Promise((resolve, reject) => {
    recorder.onstop = () => resolve(new Blob(parts));
    recorder.onerror = () => reject(new Error("the recorder failed"));
    recorder.onstart = () => source.start(context.currentTime + leadMs / 1000);
    source.onended = () => window.setTimeout(() => recorder.stop(), tailMs);
    recorder.start();
  });
}

/** How long a packet of one frame, two, or several plays, by its first bytes (RFC 6716, 3.1). */
function samplesOf(packet: Uint8Array): number {
  const [toc = 0, second = 0] = packet;
  const config = toc >> 3;
  const frameMs =
    config < 12
      ? [10, 20, 40, 60][config % 4]
      : config < 16
        ? [10, 20][config % 2]
        : [2.5, 5, 10, 20][config % 4];
  const code = toc & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : second & 0x3f;
  return ((frameMs ?? 20) * frames * opusRate) / 1000;
}
