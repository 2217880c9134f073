// Tests in a real Chromium that a game served by the hub runs as a guest: its own files work, everything else is refused (ADR 0011).
import { once } from "node:events";
import { createServer } from "node:http";
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium, wholeChromiumPath } from "../../content/robot/chromium.ts";
import { type ServedHub, startServedHub, writeBuilt } from "./servedHubFixture.ts";

let served: ServedHub;
let browser: Browser;
beforeAll(async () => {
  served = await startServedHub();
  browser = await launchChromium({ path: wholeChromiumPath });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const pixel = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";

/** What the game finds it can do; each line is one thing a guest may or may not. */
const game = `
  const image = (src) => new Promise((resolve) => {
    const made = new Image();
    made.onload = () => resolve("yes");
    made.onerror = () => resolve("no");
    made.src = src;
  });
  const attempt = async (call) => {
    try {
      await call();
      return "yes";
    } catch {
      return "no";
    }
  };
  const probe = document.createElement("p");
  document.body.append(probe);
  parent.postMessage({
    origin: String(self.origin),
    module: (await import("./part.js")).word,
    style: getComputedStyle(probe).color,
    ownPicture: await image("./picture.svg"),
    dataPicture: await image("data:image/svg+xml," + encodeURIComponent("${pixel}")),
    otherPicture: await image("http://localhost:" + location.port + "/games/guest/picture.svg"),
    fetchOwn: await attempt(() => fetch("./picture.svg")),
    fetchApi: await attempt(() => fetch("/healthz")),
    parentPage: await attempt(() => parent.document.title),
    cookie: await attempt(() => document.cookie),
    storage: await attempt(() => localStorage.length),
    inlineCode: await attempt(() => new Function("return 1")()),
    newWindow: window.open("/") === null ? "no" : "yes",
  }, "*");
`;

test("a game runs its own code, style and pictures, and reaches nothing else", async () => {
  await writeBuilt(
    served,
    "content/games/guest/index.html",
    `<!doctype html><link rel="stylesheet" href="./style.css"><body><script type="module" src="./game.js"></script>`,
  );
  await writeBuilt(served, "content/games/guest/game.js", game);
  await writeBuilt(served, "content/games/guest/part.js", 'export const word = "loaded";');
  await writeBuilt(served, "content/games/guest/style.css", "p { color: rgb(1, 2, 3) }");
  await writeBuilt(served, "content/games/guest/picture.svg", pixel);
  await writeBuilt(
    served,
    "kiosk/renderer/index.html",
    `<!doctype html><title>Màn hình</title><iframe sandbox="allow-scripts" src="/games/guest/index.html"></iframe><script src="./host.js"></script>`,
  );
  await writeBuilt(
    served,
    "kiosk/renderer/host.js",
    'self.told = new Promise((resolve) => addEventListener("message", ({ data }) => resolve(data)));',
  );
  const page = await browser.newPage();
  await page.goto(`${served.hub.url}/screen/`);
  const told = await page.evaluate("self.told");
  expect(told).toEqual({
    origin: "null",
    module: "loaded",
    style: "rgb(1, 2, 3)",
    ownPicture: "yes",
    dataPicture: "yes",
    otherPicture: "no",
    fetchOwn: "no",
    fetchApi: "no",
    parentPage: "no",
    cookie: "no",
    storage: "no",
    inlineCode: "no",
    newWindow: "no",
  });
  await page.close();
});

test("a game opened by itself is as poor as in its frame, and no other site may frame the dashboard", async () => {
  const page = await browser.newPage();
  await page.goto(`${served.hub.url}/games/guest/index.html`);
  expect(await page.evaluate("self.origin")).toBe("null");
  await writeBuilt(served, "dashboard/index.html", "<!doctype html><title>Bảng</title>");
  const { port } = new URL(served.hub.url);
  const other = createServer((_, answer) =>
    answer.setHeader("content-type", "text/html").end(`<iframe src="http://127.0.0.1:${port}/"></iframe>`),
  ).listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  await page.goto(`http://localhost:${typeof address === "object" ? address?.port : ""}/`);
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  other.close();
  await page.close();
});
