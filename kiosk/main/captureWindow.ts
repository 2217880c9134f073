// Owns the picture of the kiosk's own window: nothing else of the computer's screen is ever in it.
import type { BrowserWindow } from "electron";

/** As wide as a person needs to see what is wrong, px; a television's own width would be many times the bytes. */
const widestPx = 1280;
const qualityPercent = 72;

/** JPEG. Rejects when the window is gone or shows nothing. */
export async function captureWindow(window: BrowserWindow): Promise<Buffer> {
  const picture = await window.webContents.capturePage();
  if (picture.isEmpty()) throw new Error("the window shows nothing");
  const narrow = picture.getSize().width > widestPx ? picture.resize({ width: widestPx }) : picture;
  return narrow.toJPEG(qualityPercent);
}
