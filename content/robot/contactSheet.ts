// Owns laying many pictures on few sheets, so that a person can look at a whole game at a glance.
import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";

export type Picture = { path: string; caption: string };

const perSheet = 9;
const columns = 3;
const sheetWidth = 1800;

/** Writes `<path>-1.png`, `<path>-2.png` … of nine pictures each; returns their paths. Drawn by the browser itself. */
export async function writeContactSheets(
  browser: Browser,
  pictures: readonly Picture[],
  path: string,
): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: sheetWidth, height: 400 } });
  const written: string[] = [];
  for (let first = 0; first < pictures.length; first += perSheet) {
    const figures = pictures.slice(first, first + perSheet).map(({ path: picture, caption }) => {
      const data = readFileSync(picture).toString("base64");
      return `<figure><img src="data:image/png;base64,${data}"><figcaption>${escapeHtml(caption)}</figcaption></figure>`;
    });
    await page.setContent(
      `<!doctype html><style>
        body { margin: 8px; display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 8px; font: 15px sans-serif; background: #fff }
        figure { margin: 0 } img { width: 100%; display: block } figcaption { padding: 2px 4px 6px }
      </style>${figures.join("")}`,
    );
    const sheet = `${path}-${written.length + 1}.png`;
    await page.screenshot({ path: sheet, fullPage: true });
    written.push(sheet);
  }
  await page.close();
  return written;
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);
