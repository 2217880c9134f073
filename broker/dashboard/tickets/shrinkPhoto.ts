// Owns making a photo small in the browser: a phone's picture is ten times what a ticket needs, and drawing it anew leaves behind where
// it was taken.
import { mostPhotoBytes } from "../client/contractRoutes.ts";

export type SmallPhoto = { readonly base64: string; readonly address: string };
export type PhotoFailure = "photoUnreadable" | "photoTooLarge";

/** Longer side, pixels, and quality: the first that fits is taken. */
const tries = [
  [1600, 0.82],
  [1600, 0.65],
  [1280, 0.6],
  [960, 0.55],
  [720, 0.5],
] as const;

/** `address`: of the small photo, to be shown; whoever shows it revokes it. */
export async function shrinkPhoto(file: Blob): Promise<SmallPhoto | PhotoFailure> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    // Whatever it is, this browser cannot show it; the caller says so.
    return "photoUnreadable";
  }
  try {
    for (const [side, quality] of tries) {
      const blob = await draw(picture, side, quality);
      if (blob === null) return "photoUnreadable";
      if (blob.size <= mostPhotoBytes)
        return { base64: await base64Of(blob), address: URL.createObjectURL(blob) };
    }
    return "photoTooLarge";
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) return Promise.resolve(null);
  // JPEG: every browser of the school writes it, Safari no WebP. It knows no transparency.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
