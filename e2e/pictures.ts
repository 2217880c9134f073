// Owns the README's pictures: taken anew from a real room with a real kiosk, `npm run pictures`.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { ensureBuilt } from "../tools/build.ts";
import { signIn } from "../tools/room/hubClient.ts";
import { signInOf } from "../tools/room/sampleSchool.ts";
import { root } from "../tools/root.ts";
import { findBrowser } from "./room/realBrowser.ts";
import { findElectron } from "./room/realKiosk.ts";
import { openTestRoom, type TestRoom } from "./room/testRoom.ts";
import { until } from "./until.ts";

const folder = join(root, "docs", "images");
const size = { width: 1366, height: 768 };
/** Springs and clouds come to rest before the picture. */
const settleMs = 1500;

await ensureBuilt();
const electron = await findElectron();
if (typeof electron === "string") throw new Error(`no kiosk to take pictures of: ${electron}`);
const browser = await findBrowser();
if (typeof browser === "string") throw new Error(`no browser to take pictures with: ${browser}`);
const room = await openTestRoom();
try {
  await startHubAtNoon(room);
  await room.startAgent();
  const officer = signInOf(room.signIns(), "itOfficer");
  const fleet = ["--hub", room.url, "--username", officer.username, "--password", officer.password];
  room.start("fleet", "bench/fleet.ts", ...fleet, "--devices", "11", "--from", "2");

  const { page } = await electron.open(room);
  await page.setViewportSize(size);
  const card = page.locator("button[data-house]").first();
  await card.waitFor();
  await wait(settleMs);
  await page.screenshot({ path: join(folder, "kiosk-menu.png") });
  await card.click();
  const animals = page.frameLocator("iframe").locator("button");
  await animals.first().waitFor();
  await wait(4 * settleMs);
  await page.screenshot({ path: join(folder, "game-count-animals.png") });

  const hub = await signIn(room.url, officer.username, officer.password);
  await until("every simulated station plays", async () => {
    const { rooms } = await hub.call("board");
    return rooms.flatMap(({ stations }) => stations).filter(({ light }) => light === "green").length === 12;
  });
  const board = await signedIn(browser, "itOfficer", "/", size);
  await board.getByText("Lớp").first().waitFor();
  await wait(settleMs);
  await board.screenshot({ path: join(folder, "dashboard-board.png") });

  const week = await signedIn(browser, "vicePrincipalEducation", "/timetable", size);
  await week.locator("[data-slot]").first().waitFor();
  await wait(settleMs);
  await week.screenshot({ path: join(folder, "dashboard-week.png") });

  const kidsmart = (await hub.call("listRooms")).find(({ kind }) => kind === "kidsmart");
  const phone = await signedIn(browser, "teacher", `/rooms/${kidsmart?.id}`, { width: 390, height: 844 });
  await phone.getByText("Trạm").first().waitFor();
  await wait(settleMs);
  await phone.screenshot({ path: join(folder, "room-page.png") });

  const classrooms = await hub.call("listRooms");
  const classroom = classrooms.find(({ kind }) => kind === "classroom");
  const { code } = await hub.call("createEnrolment", {
    body: {
      deviceName: "Màn hình lớp",
      kind: "screen",
      roomId: classroom?.id ?? null,
      stationNumber: null,
      emblem: "television",
    },
  });
  const screen = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: "vi-VN" });
  await screen.goto(`${room.url}/screen?code=${code}`);
  await screen.getByRole("button").first().click();
  await screen.locator("html[data-kind=screen]").waitFor();
  await wait(4 * settleMs);
  await screen.screenshot({ path: join(folder, "classroom-screen.png") });
} finally {
  await browser.close();
  await electron.close();
  await room.close();
}

/** A page of the dashboard as somebody of this role sees it. */
async function signedIn(by: Browser, role: string, path: string, viewport: typeof size) {
  const { username, password } = signInOf(room.signIns(), role);
  const page = await by.newPage({ viewport, locale: "vi-VN" });
  await page.goto(`${room.url}${path}`);
  await page.locator("input[type=password]").fill(password);
  await page.locator("input").first().fill(username);
  await page.keyboard.press("Enter");
  return page;
}

/** The sample school moves to a zone where it is day now: children play by daylight, whenever the pictures are taken. */
async function startHubAtNoon(pictured: TestRoom): Promise<void> {
  const hub = await pictured.startHub();
  await hub.stop();
  const hourUtc = new Date().getUTCHours();
  const offset = ((10 - hourUtc + 36) % 24) - 12;
  // POSIX zone names count westwards: Etc/GMT-7 is seven hours east of Greenwich.
  const zone = offset === 0 ? "Etc/GMT" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
  const database = new DatabaseSync(join(pictured.home, "hub", "hub.db"));
  database.prepare("UPDATE school SET zone = ?").run(zone);
  database.close();
  await pictured.startHub();
}
