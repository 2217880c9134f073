// A classroom's smart TV: the same kiosk in a real browser, with the hub in the agent's place.
import type { BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HubClient } from "../tools/room/hubClient.ts";
import { signIn } from "../tools/room/hubClient.ts";
import type { Part } from "../tools/room/part.ts";
import { enrolmentCodeFor, signInOf } from "../tools/room/sampleSchool.ts";
import { sessionEvents, storedRecords } from "./room/hubRecords.ts";
import { findBrowser } from "./room/realBrowser.ts";
import { openTestRoom, type TestRoom } from "./room/testRoom.ts";
import { until } from "./until.ts";

const browser = await findBrowser();
if (typeof browser === "string") console.warn(`\nNO BROWSER HERE, its tests are skipped: ${browser}\n`);

describe.skipIf(typeof browser === "string")("a web screen", () => {
  if (typeof browser === "string") return;
  let room: TestRoom;
  let hub: Part;
  let officer: HubClient;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    room = await openTestRoom();
    hub = await room.startHub();
    const { username, password } = signInOf(room.signIns(), "itOfficer");
    officer = await signIn(room.url, username, password);
    context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
    page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await room.close();
  });

  const screen = async () => {
    const { rooms } = await officer.call("board");
    return rooms.flatMap(({ stations }) => stations).find(({ kind }) => kind === "screen");
  };
  const card = () => page.locator("button[data-house]").first();

  it("becomes a device of the room by the address behind the QR code and shows the lesson", async () => {
    const code = await enrolmentCodeFor(room.url, room.signIns(), {
      deviceName: "Màn hình lớp",
      kind: "screen",
      stationNumber: null,
      emblem: "desktop-computer",
    });
    await page.goto(`${room.url}/screen?code=${code}`);
    await card().waitFor({ state: "visible", timeout: 30_000 });
    const shown = await until("the board shows the screen", async () => {
      const found = await screen();
      return found?.kiosk?.state === "menu" ? found : undefined;
    });
    expect(shown.reachability).toBe("online");
  });

  it("plays a game by touch, in a frame that may only run scripts", async () => {
    await card().tap();
    expect(await page.locator("iframe").getAttribute("sandbox")).toBe("allow-scripts");
    await page
      .frameLocator("iframe")
      .locator("button")
      .first()
      .waitFor({ state: "visible", timeout: 15_000 });
    await until("the board shows the game", async () => (await screen())?.kiosk?.state === "game");
  });

  it("keeps what happens while the hub is killed, and brings it when the hub is back", async () => {
    const runs = () => storedRecords(room.home).filter(({ type }) => type === "gameRun").length;
    const before = runs();
    hub.process.kill("SIGKILL");
    await hub.ended;
    await page.getByRole("button", { name: "Về chọn trò chơi" }).tap();
    await card().waitFor({ state: "visible" });
    hub = await room.startHub();
    await until("the game run made without a hub is stored", () => runs() === before + 1, 60_000);
  });

  it("shows the same session after the page is loaded anew, and opens it only once", async () => {
    await page.reload();
    await card().waitFor({ state: "visible", timeout: 30_000 });
    await until("the screen is online again", async () => (await screen())?.reachability === "online");
    expect(sessionEvents(room.home).filter((event) => event.startsWith("opened "))).toHaveLength(1);
  });

  it("says what to do when a code is wrong", async () => {
    const other = await browser.newContext();
    const stranger = await other.newPage();
    await stranger.goto(`${room.url}/screen?code=ZZZZ-ZZZZ`);
    await stranger.locator("input").waitFor({ state: "visible" });
    await stranger
      .getByRole("alert")
      .filter({ hasText: /mã/i })
      .waitFor({ state: "visible", timeout: 10_000 });
    await other.close();
  });

  it("raised no error in the page", () => {
    expect(errors).toEqual([]);
  });
});
