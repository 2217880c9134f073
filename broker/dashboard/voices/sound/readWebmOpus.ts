// Owns taking the Opus packets out of a WebM file as browsers' recorders write it (RFC 8794, RFC 9559). Pure.

export type WebmOpus = {
  readonly packets: readonly Uint8Array[];
  readonly preSkip: number;
};

/** Those whose inside is read; everything else is stepped over. */
const opened = new Set([
  0x18538067, // Segment
  0x1654ae6b, // Tracks
  0xae, // TrackEntry
  0x1f43b675, // Cluster
  0xa0, // BlockGroup
]);
const codecPrivate = 0x63a2;
const simpleBlock = 0xa3;
const block = 0xa1;
const usualPreSkip = 312;

/** Null when it is no WebM with Opus, or ends in the middle. One track: a recorder of a microphone has no other. */
export function readWebmOpus(file: Uint8Array): WebmOpus | null {
  const packets: Uint8Array[] = [];
  let preSkip = usualPreSkip;
  if (file[0] !== 0x1a || file[1] !== 0x45) return null;
  for (let at = 0; at < file.length; ) {
    const id = readNumber(file, at, true);
    const size = id && readNumber(file, id.end, false);
    if (!id || !size) return null;
    at = size.end;
    if (opened.has(id.value)) continue;
    // Only what is opened may be of unknown size: a recorder that writes as it goes.
    if (size.value === null || at + size.value > file.length) return null;
    const content = file.subarray(at, at + size.value);
    at += size.value;
    if (id.value === codecPrivate && content.length >= 12)
      preSkip = (content[10] ?? 0) + ((content[11] ?? 0) << 8);
    if (id.value !== simpleBlock && id.value !== block) continue;
    // Track number, time of two bytes, flags (RFC 9559, 10.1); sound is never laced by a recorder.
    const track = readNumber(content, 0, false);
    const flags = track === null ? undefined : content[track.end + 2];
    if (track === null || flags === undefined || (flags & 0x06) !== 0) return null;
    packets.push(content.slice(track.end + 3));
  }
  return packets.length === 0 ? null : { packets, preSkip };
}

/** An id keeps the bit that tells its length; a size of only ones is unknown (RFC 8794, 4 and 6.2). */
function readNumber(file: Uint8Array, at: number, isId: true): { value: number; end: number } | null;
function readNumber(file: Uint8Array, at: number, isId: false): { value: number | null; end: number } | null;
function readNumber(
  file: Uint8Array,
  at: number,
  isId: boolean,
): { value: number | null; end: number } | null {
  const first = file[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > file.length) return null;
  let value = isId ? first : first & (0xff >> length);
  let unknown = value === 0xff >> length;
  for (let place = at + 1; place < at + length; place++) {
    const byte = file[place] ?? 0;
    value = value * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { value: unknown && !isId ? null : value, end: at + length };
}
