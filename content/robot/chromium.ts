// Owns the Chromium of this machine that robots and tests drive: where it is, and how it is started.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";

const told = process.env["KIDSMART_CHROMIUM"];
const whole = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const firstOf = (paths: readonly string[]) => told ?? paths.find(existsSync);

/** What people have; undefined where there is none. */
export const wholeChromiumPath = firstOf(whole);

/** The same engine without the windows around it, which costs a third less, or what people have. */
export const chromiumPath = firstOf(["/usr/bin/chromium-headless-shell", ...whole]);

/** Without a path Playwright's own is started. Rejects when there is none. */
export function launchChromium({
  path = chromiumPath,
  args = [],
}: {
  readonly path?: string | undefined;
  readonly args?: readonly string[];
} = {}): Promise<Browser> {
  return chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    args: [
      // As root, which only tests and containers are, Chromium's own sandbox refuses to start.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...args,
    ],
  });
}
