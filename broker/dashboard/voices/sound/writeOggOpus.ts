// Owns writing Opus packets into an Ogg file (RFC 3533, 7845): one channel, one stream. Pure.

import { voiceType } from "../../../../protocol/voiceLimits.ts";

/** Opus counts 48 samples a millisecond. */
export const opusRate = 48_000;

export type OpusSound = {
  /** In their order, as the encoder gave them. */
  readonly packets: readonly Uint8Array[];
  /** Samples that each packet plays: one number for all. */
  readonly samplesPerPacket: number;
  /** Samples at the beginning that are the encoder's own and not heard. */
  readonly preSkip: number;
  /** Samples that are heard after them. */
  readonly samples: number;
};

/** About a second of sound a page, as RFC 7845 advises. */
const packetsPerPage = 50;
const serial = 0x6b696473;

/** Packets behind the last sample that is heard are left out. */
export function writeOggOpus({ packets: all, samplesPerPacket, preSkip, samples }: OpusSound): Uint8Array {
  const packets = all.slice(0, Math.ceil((preSkip + samples) / samplesPerPacket));
  const pages = [
    page([headOf(preSkip)], 0, { sequence: 0, first: true }),
    page([tags()], 0, { sequence: 1 }),
  ];
  const heard = preSkip + samples;
  for (let from = 0; from < packets.length; from += packetsPerPage) {
    const some = packets.slice(from, from + packetsPerPage);
    const last = from + packetsPerPage >= packets.length;
    const played = (from + some.length) * samplesPerPacket;
    pages.push(page(some, last ? Math.min(heard, played) : played, { sequence: pages.length, last }));
  }
  return join(pages);
}

export const oggBlob = (sound: OpusSound): Blob =>
  new Blob([writeOggOpus(sound) as Uint8Array<ArrayBuffer>], { type: voiceType });

function headOf(preSkip: number): Uint8Array {
  const head = new Uint8Array(19);
  const view = new DataView(head.buffer);
  head.set(letters("OpusHead"));
  view.setUint8(8, 1);
  view.setUint8(9, 1);
  view.setUint16(10, preSkip, true);
  view.setUint32(12, opusRate, true);
  return head;
}

function tags(): Uint8Array {
  const vendor = letters("Kidsmart");
  const packet = new Uint8Array(8 + 4 + vendor.length + 4);
  packet.set(letters("OpusTags"));
  new DataView(packet.buffer).setUint32(8, vendor.length, true);
  packet.set(vendor, 12);
  return packet;
}

type PagePlace = { readonly sequence: number; readonly first?: boolean; readonly last?: boolean };

function page(packets: readonly Uint8Array[], granule: number, { sequence, first, last }: PagePlace) {
  const lacing = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ]);
  const head = new Uint8Array(27 + lacing.length);
  const view = new DataView(head.buffer);
  head.set(letters("OggS"));
  view.setUint8(5, (first ? 2 : 0) | (last ? 4 : 0));
  view.setBigInt64(6, BigInt(granule), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  view.setUint8(26, lacing.length);
  head.set(lacing, 27);
  const whole = join([head, ...packets]);
  new DataView(whole.buffer).setUint32(22, checksum(whole), true);
  return whole;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Ogg's own: from the highest bit, begun with zero, its four bytes counted as zero. */
function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
