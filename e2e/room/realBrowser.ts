// Owns a real Chromium for tests.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

/** Says why not where there is none, so that the tests are skipped loudly. */
export async function findBrowser(more: readonly string[] = []): Promise<Browser | string> {
  try {
    return await chromium.launch({
      ...(installed === undefined ? {} : { executablePath: installed }),
      // As root, which only tests and containers are, Chromium's own sandbox refuses to start.
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        ...more,
      ],
    });
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}
