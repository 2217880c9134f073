// Owns the microphone: asking for it, how loud it hears, and recording from it. Closed as soon as nobody needs it.
import { failure, ok, type Result } from "../../../../protocol/result.ts";

export type MicrophoneProblem =
  /** The page is neither on https nor on this very computer: no browser gives a microphone then. */
  | "INSECURE"
  /** This browser cannot record, or cannot make of it what stations play. */
  | "UNSUPPORTED"
  | "NO_MICROPHONE"
  | "NOT_ALLOWED"
  /** Another program has it, or it was pulled out. */
  | "BUSY";

export type Microphone = {
  /** How loud it is now, 0 to 1 in even steps of decibels. */
  level(): number;
  /** Records from now on. */
  record(): Recording;
  close(): void;
};
export type Recording = {
  /** What was heard, as the browser wrote it. */
  stop(): Promise<Blob>;
};

/** What reads and plays our format; the first that the browser can record is good enough to be decoded again. */
const containers = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
/** It is encoded once more afterwards: nothing of it should be heard. */
const recordedBitsPerSecond = 256_000;
/** Below it the meter is empty, dB. */
const quietestDb = -60;

export function canRecord(): Result<null, "INSECURE" | "UNSUPPORTED"> {
  if (!window.isSecureContext) return failure("INSECURE", location.origin);
  const able =
    typeof navigator.mediaDevices?.getUserMedia === "function" && typeof MediaRecorder === "function";
  return able ? ok(null) : failure("UNSUPPORTED", navigator.userAgent);
}

export async function openMicrophone(): Promise<Result<Microphone, MicrophoneProblem>> {
  const able = canRecord();
  if (!able.ok) return able;
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      // The loudness is evened afterwards, over the whole sentence; a browser that does it as it goes makes pauses loud.
      audio: { autoGainControl: false, echoCancellation: false, noiseSuppression: true },
    });
  } catch (error) {
    return failure(problemOf(error), String(error));
  }
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return ok({
    level() {
      analyser.getFloatTimeDomainData(samples);
      let peak = 0;
      for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
      const db = 20 * Math.log10(Math.max(peak, 1e-6));
      return Math.min(1, Math.max(0, 1 - db / quietestDb));
    },
    record: () => recordFrom(stream),
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  });
}

function recordFrom(stream: MediaStream): Recording {
  const mimeType = containers.find((each) => MediaRecorder.isTypeSupported(each)) ?? "";
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: recordedBitsPerSecond });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<Blob>((resolve, reject) => {
    recorder.onstop = () => resolve(new Blob(parts, { type: recorder.mimeType }));
    recorder.onerror = () => reject(new Error("the browser stopped recording"));
  });
  recorder.start();
  return {
    stop() {
      if (recorder.state !== "inactive") recorder.stop();
      return ended;
    },
  };
}

function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "NO_MICROPHONE";
  return name === "NotAllowedError" || name === "SecurityError" ? "NOT_ALLOWED" : "BUSY";
}
