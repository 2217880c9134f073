// Tests what photos are kept, and what is cut out of them.
import { expect, test } from "vitest";
import { mostPhotoBytes } from "../api/tickets.ts";
import { cleanPhoto } from "./cleanPhoto.ts";
import { exif, tinyJpeg, tinyWebp } from "./photoFixture.ts";

const kept = (bytes: Buffer) => {
  const clean = cleanPhoto(bytes);
  if (!clean.ok) throw new Error(clean.detail);
  return clean.value;
};

test.each([
  ["JPEG", tinyJpeg(), "image/jpeg"],
  ["WebP", tinyWebp(), "image/webp"],
])("where a %s was taken is cut out, and cleaning it again changes nothing", (_, photo, type) => {
  const clean = kept(photo);
  expect(clean.type).toBe(type);
  expect(photo.includes("GPS")).toBe(true);
  expect(clean.bytes.includes("GPS")).toBe(false);
  expect(clean.bytes.includes(Buffer.from("máy của cô"))).toBe(false);
  expect(kept(clean.bytes).bytes.equals(clean.bytes)).toBe(true);
});

test("what hangs behind the end of a JPEG is cut off", () => {
  const clean = kept(Buffer.concat([tinyJpeg(), Buffer.from("<script>alert(1)</script>")]));
  expect(clean.bytes.includes("script")).toBe(false);
});

test("what is written between the scans of a JPEG, or in a second picture behind it, is cut out too", () => {
  const end = Buffer.from([0xff, 0xd9]);
  // A stuffed byte and a restart: still the picture.
  const open = Buffer.concat([tinyJpeg().subarray(0, -2), Buffer.from([0xff, 0, 0xff, 0xd3, 7])]);
  const scan = open.subarray(-79);
  const between = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  const clean = kept(Buffer.concat([open, between, scan, end, tinyJpeg()]));
  expect(clean.bytes.includes("GPS")).toBe(false);
  expect(clean.bytes.equals(kept(Buffer.concat([open, scan, end])).bytes)).toBe(true);
  expect(clean.bytes.subarray(-81).equals(Buffer.concat([scan, end]))).toBe(true);
});

test("an odd chunk's end and a WebP's stated length are right after cleaning", () => {
  const { bytes } = kept(tinyWebp());
  expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
  // No EXIF is promised in the header any more.
  expect((bytes[20] ?? 0) & 0b1000).toBe(0);
});

const jpeg = tinyJpeg();
test.each([
  ["nothing", Buffer.alloc(0)],
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a PNG", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["a JPEG without an end", jpeg.subarray(0, jpeg.length - 2)],
  ["the head of a JPEG", jpeg.subarray(0, 60)],
  ["a JPEG of no size", Buffer.concat([jpeg.subarray(0, 2), jpeg.subarray(-80)])],
  ["a WebP that is cut off", tinyWebp().subarray(0, 40)],
  ["a WebP without a picture", Buffer.concat([tinyWebp().subarray(0, 12), tinyWebp().subarray(12, 30)])],
])("%s is refused", (_, bytes) => {
  expect(cleanPhoto(bytes)).toMatchObject({ ok: false, code: "PHOTO_UNREADABLE" });
});

test("a photo beyond 400 KB is refused, one of just that is kept", () => {
  const rest = tinyJpeg(0).length;
  expect(kept(tinyJpeg(mostPhotoBytes - rest)).type).toBe("image/jpeg");
  expect(cleanPhoto(tinyJpeg(mostPhotoBytes - rest + 1))).toMatchObject({ code: "PHOTO_TOO_LARGE" });
});

test("every cut of a photo is either refused or whole, and never throws", () => {
  for (const photo of [tinyJpeg(), tinyWebp()])
    for (let length = 0; length < photo.length; length++) {
      const clean = cleanPhoto(photo.subarray(0, length));
      if (clean.ok) expect(cleanPhoto(clean.value.bytes).ok).toBe(true);
    }
});
