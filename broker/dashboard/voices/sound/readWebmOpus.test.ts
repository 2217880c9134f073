// Tests reading WebM on files made here, as a recorder writes them; a real recorder's file is in e2e/voices.test.ts.
import { expect, test } from "vitest";
import { readWebmOpus } from "./readWebmOpus.ts";

const unknown = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const bytes = (...parts: (number | readonly number[])[]) => parts.flat();
/** Size in two bytes, as any size may be written. */
const element = (id: readonly number[], content: readonly number[]) =>
  bytes(id, [0x40 | (content.length >> 8), content.length & 0xff], content);
const head = (preSkip: number) => [
  ...new TextEncoder().encode("OpusHead"),
  1,
  1,
  preSkip & 0xff,
  preSkip >> 8,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
];
const ebml = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], [...new TextEncoder().encode("webm")]));
const tracks = (preSkip: number) =>
  element(
    [0x16, 0x54, 0xae, 0x6b],
    element([0xae], bytes(element([0xd7], [1]), element([0x63, 0xa2], head(preSkip)))),
  );
const simple = (packet: readonly number[], flags = 0x80) => element([0xa3], bytes(0x81, 0, 0, flags, packet));
const grouped = (packet: readonly number[]) => element([0xa0], element([0xa1], bytes(0x81, 0, 0, 0, packet)));
const cluster = (...blocks: readonly number[][]) =>
  bytes([0x1f, 0x43, 0xb6, 0x75], unknown, element([0xe7], [0]), ...blocks);
const webm = (preSkip: number, ...clusters: readonly number[][]) =>
  Uint8Array.from(bytes(ebml, [0x18, 0x53, 0x80, 0x67], unknown, tracks(preSkip), ...clusters));

test("packets of all clusters come out in their order, with the encoder's pre-skip", () => {
  const long = Array.from({ length: 300 }, (_, place) => place & 0xff);
  const file = webm(0x0138, cluster(simple([1, 2, 3]), grouped(long)), cluster(simple([4])));
  expect(readWebmOpus(file)).toEqual({
    preSkip: 312,
    packets: [Uint8Array.of(1, 2, 3), Uint8Array.from(long), Uint8Array.of(4)],
  });
});

test("what is no WebM, has no sound, or is laced is told", () => {
  expect(readWebmOpus(new Uint8Array())).toBeNull();
  expect(readWebmOpus(new TextEncoder().encode("OggS..."))).toBeNull();
  expect(readWebmOpus(webm(312))).toBeNull();
  expect(readWebmOpus(webm(312, cluster(simple([1, 2], 0x82))))).toBeNull();
});

test("a file cut short anywhere gives no packet that is not whole", () => {
  const file = webm(312, cluster(simple([1, 2, 3, 4, 5, 6, 7, 8])));
  for (let length = 0; length < file.length; length++)
    expect(readWebmOpus(file.subarray(0, length))).toBeNull();
});
