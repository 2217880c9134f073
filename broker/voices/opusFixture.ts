// Owns recordings for tests: real Opus in Ogg of any length, written as the dashboard writes it.
import { writeOggOpus } from "../dashboard/voices/sound/writeOggOpus.ts";

/** What the encoder makes of 20 ms of silence. */
const silence = Uint8Array.of(0xf8, 0xff, 0xfe);

/** `salt`: the same length with other bytes. */
export function silentOpus(durationMs: number, salt = 0): Buffer {
  const samples = durationMs * 48;
  const preSkip = 312;
  const count = Math.ceil((samples + preSkip) / 960);
  const padded = salt === 0 ? silence : Uint8Array.of(...silence, salt);
  const packets = Array.from({ length: count }, () => padded);
  return Buffer.from(writeOggOpus({ packets, samplesPerPacket: 960, preSkip, samples }));
}
