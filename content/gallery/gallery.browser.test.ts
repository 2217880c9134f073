// The gallery in real Chromium: every game is shown, played, and seen to change while it is written.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildContent } from "../catalogue/buildContent.ts";
import type { FileServer } from "../catalogue/serveFiles.ts";
import { serveGallery } from "../catalogue/serveGallery.ts";
import { openWorkshop, type Workshop } from "../catalogue/testing/workshop.ts";
import { type ContentWatch, watchContent } from "../catalogue/watchContent.ts";
import { chromiumPath, launchChromium } from "../robot/chromium.ts";

const root = join(import.meta.dirname, "..", "..");

describe.skipIf(!chromiumPath)("the gallery", () => {
  let workshop: Workshop;
  let watch: ContentWatch;
  let server: FileServer;
  let browser: Browser;
  let page: Page;
  let kite: string;
  const errors: string[] = [];

  beforeAll(async () => {
    workshop = openWorkshop();
    const { gamesFolder, outFolder } = workshop;
    kite = workshop.begin("kite-game");
    workshop.edit(kite, "manifest.ts", 'house: "thinking"', 'house: "science"');
    workshop.begin("tidy-game");
    await buildContent({ gamesFolder, outFolder });
    const built = pathToFileURL(join(root, "content", "catalogue", "buildContent.ts")).href;
    watch = watchContent({
      folders: [gamesFolder],
      command: [
        process.execPath,
        "--input-type=module",
        "--eval",
        `import { buildContent } from ${JSON.stringify(built)};
         const onFailed = (id, error) => { console.error(id, String(error)); process.exitCode = 1; };
         await buildContent({ ...${JSON.stringify({ gamesFolder, outFolder })}, onFailed });`,
      ],
      onBuilt: () => undefined,
    });
    server = await serveGallery({ root, outFolder, building: watch.state, port: 0 });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    watch?.close();
    workshop?.close();
  });

  const note = (kind: string) => page.locator(`.build-note[data-kind="${kind}"]`);
  const said = (type: string) => page.locator(`#messages [data-type="${type}"]`);

  it("shows every level of every game in its house, in Vietnamese first", async () => {
    await page.goto(server.address);
    await page.locator('[data-house="science"] [data-game="kite-game"]').waitFor();
    await page.locator('[data-house="thinking"] [data-game="tidy-game"]').waitFor();
    expect(await page.locator(".level").count()).toBe(18);
    expect(await page.locator("h1").textContent()).toBe("Phòng trưng bày trò chơi");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("h1").textContent()).toBe("The gallery of games");
    await page.getByRole("button", { name: "Tiếng Việt" }).click();
  });

  it("shows only what fits an age and a way to play", async () => {
    await page.getByRole("button", { name: "4–5 tuổi" }).click();
    expect(await page.locator(".level").count()).toBe(6);
    await page.getByRole("button", { name: "Khám phá", exact: true }).click();
    expect(await page.locator(".level").count()).toBe(2);
    expect(page.url()).toContain("age=4-5&way=explore");
    await page.getByRole("button", { name: "Mọi độ tuổi" }).click();
    await page.getByRole("button", { name: "Cả hai cách chơi" }).click();
  });

  it("plays a level in the sandbox, shows what the game says, and obeys its controls", async () => {
    await page.locator('[data-game="kite-game"] [data-level="find"]').click();
    await said("interactive").waitFor();
    await said("say").first().waitFor();
    expect(await page.locator(".saying").textContent()).toMatch(/^Bé tìm /);
    const frame = page.frameLocator("iframe");
    expect(await page.locator("iframe").getAttribute("sandbox")).toBe("allow-scripts");
    const first = await frame.locator("[data-next]").getAttribute("aria-label");

    await page.getByRole("button", { name: "Chơi lại" }).click();
    await said("interactive").waitFor();
    await expect.poll(() => frame.locator("[data-next]").getAttribute("aria-label")).toBe(first);

    await page.getByRole("button", { name: "2", exact: true }).click();
    await frame.locator('[data-emblem="sun"]').waitFor();
    await page.getByLabel("Cỡ màn hình").selectOption("1024x768");
    await said("interactive").waitFor();
    expect(await page.frames()[1]?.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([
      1024, 768,
    ]);
    await page.getByLabel("Ít chuyển động").check();
    await frame.locator(".stage-calm").waitFor();
    await said("interactive").waitFor();
    await page.getByRole("button", { name: "Kết thúc" }).click();
    await said("finished").waitFor();
  });

  it("leads back to the list, and an address leads to the same game again", async () => {
    const address = page.url();
    await page.goBack();
    await page.locator(".level").first().waitFor();
    await page.goto(address);
    await said("interactive").waitFor();
    expect(await page.locator(".player-bar h1").textContent()).toBe("Ngăn nắp");
  });

  it("builds a game again when a file of it changes, says so, and plays what is new", async () => {
    workshop.edit(kite, "manifest.ts", '"Ngăn nắp"', '"Thả diều"');
    await note("built").waitFor({ timeout: 30_000 });
    await page.locator(".player-bar h1", { hasText: "Thả diều" }).waitFor();
    await said("interactive").waitFor();
  });

  it("tells why a game does not build, keeps the one before, and is well again when it is mended", async () => {
    const main = readFileSync(join(kite, "main.ts"), "utf8");
    writeFileSync(join(kite, "main.ts"), `${main}\nimport "./nowhere.ts";\n`);
    await note("failed").waitFor({ timeout: 30_000 });
    expect(await note("failed").textContent()).toContain("nowhere.ts");
    expect(await page.locator(".player-bar h1").textContent()).toBe("Thả diều");
    writeFileSync(join(kite, "main.ts"), main);
    await note("built").waitFor({ timeout: 30_000 });
  });

  it("raised no error", () => {
    expect(errors).toEqual([]);
  });
});
