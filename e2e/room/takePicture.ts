// Owns pictures of what a test sees, for whoever wants to look: with KIDSMART_PICTURES=FOLDER they are taken, else they cost nothing.
import { join } from "node:path";
import type { Page } from "@playwright/test";

export async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env["KIDSMART_PICTURES"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}
