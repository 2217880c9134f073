// Owns the smallest photos that tests send: made by hand, byte by byte, so that what is cut out is known.

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** What a phone writes beside the picture. */
export const exif = Buffer.from("Exif\0\0GPS 21.0285N 105.8542E", "latin1");

/** A JPEG of 8 × 8 with EXIF and a comment in it; `pixels`: random-looking bytes of its scan. */
export function tinyJpeg(pixels = 64): Buffer {
  const frame = Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    segment(0xe1, exif),
    segment(0xfe, Buffer.from("máy của cô", "utf8")),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.alloc(pixels, 0x2a),
    Buffer.from([0xff, 0xd9]),
  ]);
}

const chunk = (name: string, data: Buffer) => {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

/** A lossless WebP of 4 × 4 with EXIF in it. */
export function tinyWebp(): Buffer {
  const size = Buffer.alloc(10);
  size[0] = 0b1000;
  size.writeUIntLE(3, 4, 3);
  size.writeUIntLE(3, 7, 3);
  const picture = Buffer.from([0x2f, 3, 0xc0, 0, 0, 7, 7, 7]);
  const body = Buffer.concat([chunk("VP8X", size), chunk("VP8L", picture), chunk("EXIF", exif)]);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
