// The service worker in a real browser: builds that follow each other, and the server that goes away.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { findBrowser } from "../../../e2e/room/realBrowser.ts";
import { buildDashboard } from "../build.ts";

const folder = mkdtempSync(join(tmpdir(), "kidsmart-worker-"));
const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};
let server: Server;
let url: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const found = await findBrowser();
  if (typeof found === "string") throw new Error(found);
  browser = found;
  await buildDashboard({ outDir: folder });
  server = await serve();
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  page = await (await browser.newContext({ locale: "vi-VN" })).newPage();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** The built files, and nobody signed in. */
async function serve(): Promise<Server> {
  const listening = createServer(({ url: asked = "/" }, response) => {
    if (asked.startsWith("/api/")) {
      response.writeHead(401, { "content-type": "application/json" });
      response.end(JSON.stringify({ code: "NOT_SIGNED_IN", message: "" }));
      return;
    }
    const path = asked === "/" ? "/index.html" : asked;
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return listening;
}

async function close(): Promise<void> {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
}

const pageFile = join(folder, "index.html");
const entryOf = (html: string) => /src="\/assets\/([^"]+)"/.exec(html)?.[1] ?? "";

/** The same page under another title, with its first file under another name. */
function nextBuild(title: string, entry: string, { complete }: { complete: boolean }): void {
  const html = readFileSync(pageFile, "utf8");
  const before = entryOf(html);
  if (complete) cpSync(join(folder, "assets", before), join(folder, "assets", entry));
  writeFileSync(pageFile, html.replaceAll(before, entry).replace(/<title>[^<]*/, `<title>${title}`));
}

const kept = () =>
  page.evaluate(async () => {
    const cache = await caches.open("kidsmart-shell");
    const html = await (await cache.match("/"))?.text();
    const paths = (await cache.keys()).map((request) => new URL(request.url).pathname);
    return { title: /<title>([^<]*)/.exec(html ?? "")?.[1], paths };
  });

test("the page is kept with the files that it names", async () => {
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expectPage(page.getByRole("button", { name: "Đăng nhập" })).toBeVisible();
  const { title, paths } = await kept();
  expect(title).toBe("Kidsmart");
  expect(paths).toContain(`/assets/${entryOf(readFileSync(pageFile, "utf8"))}`);
});

test("a new build is shown at the next opening, and the old one's files are let go", async () => {
  const old = entryOf(readFileSync(pageFile, "utf8"));
  nextBuild("Bản hai", "index-second.js", { complete: true });
  await page.reload();
  await expectPage(page).toHaveTitle("Bản hai");
  await expectPage.poll(async () => (await kept()).title).toBe("Bản hai");
  await expectPage.poll(async () => (await kept()).paths).not.toContain(`/assets/${old}`);
  expect((await kept()).paths).toContain("/assets/index-second.js");
});

test("a build of which a file is missing does not push out the whole one: with the server away that one opens", async () => {
  nextBuild("Bản ba", "index-third.js", { complete: false });
  await page.reload();
  await expectPage(page).toHaveTitle("Bản ba");
  expect(await kept()).toMatchObject({ title: "Bản hai" });
  await close();
  await page.reload();
  await expectPage(page).toHaveTitle("Bản hai");
  await expectPage(page.getByRole("alert")).toBeVisible();
});
