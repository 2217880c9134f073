// Owns a real Chromium for tests.
import type { Browser } from "@playwright/test";
import { launchChromium } from "../../content/robot/chromium.ts";

/** Says why not where there is none, so that the tests are skipped loudly. */
export async function findBrowser(how?: Parameters<typeof launchChromium>[0]): Promise<Browser | string> {
  try {
    return await launchChromium(how);
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}
