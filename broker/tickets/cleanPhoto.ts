// Owns what a photo must be to be kept: a whole JPEG or WebP of bounded size. Everything that tells where and with what it was taken is
// cut out (EXIF, XMP, comments), whatever the browser left in. Pure.
import { failure, ok, type Result } from "../../protocol/result.ts";
import { mostPhotoBytes, mostPhotoSide } from "../api/tickets.ts";

export type CleanPhoto = { readonly bytes: Buffer; readonly type: "image/jpeg" | "image/webp" };
export type PhotoProblem =
  | "PHOTO_TOO_LARGE"
  /** Neither JPEG nor WebP, or not whole. */
  | "PHOTO_UNREADABLE";

const unreadable = (detail: string) => failure("PHOTO_UNREADABLE", detail);

export function cleanPhoto(bytes: Buffer): Result<CleanPhoto, PhotoProblem> {
  if (bytes.length > mostPhotoBytes) return failure("PHOTO_TOO_LARGE", `${bytes.length} bytes`);
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return cleanJpeg(bytes);
  if (
    bytes.length > 20 &&
    bytes.toString("latin1", 0, 4) === "RIFF" &&
    bytes.toString("latin1", 8, 12) === "WEBP"
  )
    return cleanWebp(bytes);
  return unreadable("neither JPEG nor WebP");
}

const fits = (width: number, height: number) =>
  width > 0 && height > 0 && width <= mostPhotoSide && height <= mostPhotoSide;

/** ITU-T T.81, annex B: segments and scans up to the first end mark. A camera may write of itself between scans, and a second picture behind the end. */
function cleanJpeg(bytes: Buffer): Result<CleanPhoto, PhotoProblem> {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let sized = false;
  let scanned = false;
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return unreadable(`no marker at ${at}`);
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) {
      if (!scanned) return unreadable("no scan");
      // What lies behind the end is no part of the picture.
      kept.push(bytes.subarray(at, at + 2));
      return ok({ bytes: Buffer.concat(kept), type: "image/jpeg" });
    }
    if (at + 4 > bytes.length) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return unreadable(`segment at ${at} is cut off`);
    // Start of frame, but not the tables that have numbers among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (end < at + 9 || !fits(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)))
        return unreadable("width and height");
      sized = true;
    }
    const isComment = marker === 0xfe;
    // APP0 (JFIF) and APP14 (Adobe's colours) are needed to show it; the others tell of the camera.
    const tells = marker >= 0xe1 && marker <= 0xef && marker !== 0xee;
    if (marker === 0xda) {
      if (!sized) return unreadable("no size");
      const next = markerAfter(bytes, end);
      kept.push(bytes.subarray(at, next));
      scanned = true;
      at = next;
      continue;
    }
    if (!isComment && !tells) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return unreadable("no end");
}

/** The first marker behind the coded data that begins at `from`: stuffed zeros and restarts are part of the data. */
function markerAfter(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    const isData =
      marker === 0 || marker === 0xff || (marker !== undefined && marker >= 0xd0 && marker <= 0xd7);
    if (!isData) return at;
  }
  return bytes.length;
}

/** RFC 9649: RIFF chunks of even length. */
function cleanWebp(bytes: Buffer): Result<CleanPhoto, PhotoProblem> {
  const chunks: Buffer[] = [];
  let drawn = false;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (end > bytes.length) return unreadable(`chunk at ${at} is cut off`);
    const data = bytes.subarray(at + 8, end);
    const size = sizeIn(name, data);
    if (size !== undefined && !fits(size.width, size.height)) return unreadable("width and height");
    if (name === "VP8 " || name === "VP8L") drawn = true;
    if (name === "ANIM" || name === "ANMF") return unreadable("moves");
    if (name === "VP8X") {
      const header = Buffer.from(bytes.subarray(at, end));
      // EXIF and XMP are cut out, so nobody is to look for them.
      header[8] = (header[8] ?? 0) & ~0b1100;
      chunks.push(header);
    } else if (name === "VP8 " || name === "VP8L" || name === "ALPH" || name === "ICCP")
      chunks.push(Buffer.concat([bytes.subarray(at, end), Buffer.alloc(length % 2)]));
    at = end + (length % 2);
  }
  if (!drawn) return unreadable("no picture");
  const body = Buffer.concat(chunks);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return ok({ bytes: Buffer.concat([head, body]), type: "image/webp" });
}

function sizeIn(name: string, data: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (name === "VP8X" && data.length >= 10)
    return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  if (name === "VP8 ")
    return data.length >= 10
      ? { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
      : { width: 0, height: 0 };
  if (name === "VP8L") {
    if (data.length < 5 || data[0] !== 0x2f) return { width: 0, height: 0 };
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return undefined;
}
