// Owns reading Opus in Ogg to its end (RFC 3533, 7845, 6716): whether it is whole, and how long it plays. Pure.
import { failure, ok, type Result } from "../../protocol/result.ts";

export type OpusProblem =
  /** Another kind of file. */
  | "NOT_OPUS"
  /** Begun well, but cut short or changed on its way. */
  | "DAMAGED";

/** Opus counts 48 samples a millisecond, whatever it was made from. */
const samplesPerMs = 48;

type Page = {
  readonly serial: number;
  readonly sequence: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly continued: boolean;
  /** Samples played at its end; null when no packet ends on it. */
  readonly granule: number | null;
  readonly segments: readonly Buffer[];
  /** The last packet goes on in the next page. */
  readonly open: boolean;
  readonly end: number;
};

export function readOggOpus(file: Buffer): Result<{ durationMs: number }, OpusProblem> {
  if (file.length < 4 || file.toString("latin1", 0, 4) !== "OggS") return failure("NOT_OPUS", "no Ogg page");
  const pages: Page[] = [];
  for (let at = 0; at < file.length; ) {
    const page = readPage(file, at);
    if (typeof page === "string") return failure("DAMAGED", `${page} at byte ${at}`);
    pages.push(page);
    at = page.end;
  }
  const order = orderProblem(pages);
  if (order !== undefined) return failure("DAMAGED", order);
  const packets = packetsOf(pages);
  if (packets === undefined) return failure("DAMAGED", "a packet without its end");
  const [head, tags, ...sound] = packets;
  const preSkip = head && preSkipOf(head);
  if (preSkip === undefined) return failure("NOT_OPUS", "no OpusHead of one or two channels");
  if (tags?.toString("latin1", 0, 8) !== "OpusTags") return failure("DAMAGED", "no OpusTags");
  let samples = 0;
  for (const packet of sound) {
    const length = samplesOf(packet);
    if (length === undefined) return failure("DAMAGED", "a packet that is none of Opus");
    samples += length;
  }
  const played = pages.at(-1)?.granule ?? 0;
  // The end may be trimmed within the last packet, and nothing may be claimed that is not there.
  if (played > samples || samples - played > longestPacket) return failure("DAMAGED", "a wrong length");
  return ok({ durationMs: Math.max(0, Math.round((played - preSkip) / samplesPerMs)) });
}

function readPage(file: Buffer, at: number): Page | string {
  if (at + 27 > file.length) return "half a page";
  if (file.toString("latin1", at, at + 4) !== "OggS" || file[at + 4] !== 0) return "no page";
  const flags = file.readUInt8(at + 5);
  const count = file.readUInt8(at + 26);
  const bodyAt = at + 27 + count;
  if (bodyAt > file.length) return "half a page";
  const lacing = file.subarray(at + 27, bodyAt);
  const end = bodyAt + lacing.reduce((sum, each) => sum + each, 0);
  if (end > file.length) return "half a page";
  if (checksum(file.subarray(at, end)) !== file.readUInt32LE(at + 22)) return "a wrong checksum";
  const granule = file.readBigInt64LE(at + 6);
  if (granule > BigInt(Number.MAX_SAFE_INTEGER) || granule < -1n) return "a wrong position";
  const segments: Buffer[] = [];
  let from = bodyAt;
  for (const length of lacing) {
    segments.push(file.subarray(from, from + length));
    from += length;
  }
  return {
    serial: file.readUInt32LE(at + 14),
    sequence: file.readUInt32LE(at + 18),
    continued: (flags & 1) !== 0,
    first: (flags & 2) !== 0,
    last: (flags & 4) !== 0,
    granule: granule === -1n ? null : Number(granule),
    segments,
    open: lacing.at(-1) === 255,
    end,
  };
}

/** One stream, begun and ended, with no page lacking. */
function orderProblem(pages: readonly Page[]): string | undefined {
  const serial = pages[0]?.serial;
  let played = 0;
  for (const [place, page] of pages.entries()) {
    if (page.serial !== serial) return "more than one stream";
    if (page.sequence !== place) return `page ${place} is lacking`;
    if (page.first !== (place === 0)) return "another beginning";
    if (page.last !== (place === pages.length - 1)) return "no end, or something after it";
    if (page.continued !== (pages[place - 1]?.open ?? false)) return "a packet that is not gone on with";
    if ((page.granule ?? played) < played) return "a position that goes back";
    played = page.granule ?? played;
  }
  return undefined;
}

function packetsOf(pages: readonly Page[]): Buffer[] | undefined {
  const packets: Buffer[] = [];
  let parts: Buffer[] = [];
  for (const { segments } of pages)
    for (const segment of segments) {
      parts.push(segment);
      // A segment of 255 bytes says that the packet goes on (RFC 3533, 6).
      if (segment.length === 255) continue;
      packets.push(Buffer.concat(parts));
      parts = [];
    }
  return parts.length === 0 ? packets : undefined;
}

/** RFC 7845, 5.1. */
function preSkipOf(head: Buffer): number | undefined {
  if (head.length < 19 || head.toString("latin1", 0, 8) !== "OpusHead") return undefined;
  const channels = head.readUInt8(9);
  const fits = head.readUInt8(8) >> 4 === 0 && (channels === 1 || channels === 2) && head.readUInt8(18) === 0;
  return fits ? head.readUInt16LE(10) : undefined;
}

/** 120 ms (RFC 6716, 3.2.5). */
const longestPacket = 120 * samplesPerMs;

/** Samples of a packet by its first byte or two (RFC 6716, 3.1 and 3.2). */
function samplesOf(packet: Buffer): number | undefined {
  const toc = packet[0];
  if (toc === undefined) return undefined;
  const config = toc >> 3;
  const frameMs = frameLengthMs(config);
  const code = toc & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : (packet[1] ?? 0) & 0x3f;
  const samples = frames * frameMs * samplesPerMs;
  return frames === 0 || samples > longestPacket ? undefined : samples;
}

function frameLengthMs(config: number): number {
  if (config < 12) return [10, 20, 40, 60][config % 4] ?? 0;
  if (config < 16) return [10, 20][config % 2] ?? 0;
  return [2.5, 5, 10, 20][config % 4] ?? 0;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** Over the whole page with its own four bytes as zero (RFC 3533, 6). */
function checksum(page: Buffer): number {
  let crc = 0;
  for (const [place, byte] of page.entries()) {
    const value = place >= 22 && place < 26 ? 0 : byte;
    crc = ((crc << 8) ^ (crcTable[((crc >>> 24) ^ value) & 0xff] ?? 0)) >>> 0;
  }
  return crc;
}
