// The houses of games in a real browser: a real hub, runs as stations send them, and a game tried out in its sandbox.
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { findBrowser } from "../../../e2e/room/realBrowser.ts";
import { takePicture } from "../../../e2e/room/takePicture.ts";
import type { GameRun } from "../../../protocol/records/gameRun.ts";
import { root } from "../../../tools/root.ts";
import { type ServedHub, startServedHub } from "../../http/servedHubFixture.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";

let served: ServedHub;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const found = await findBrowser();
  if (typeof found === "string") throw new Error(found);
  browser = found;
  served = await startServedHub();
  // Dashboard, web screen and games as they are built.
  await symlink(join(root, "dist"), served.dist);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" });
  page = await context.newPage();
  await signIn("vicePrincipalEducation", "/houses");
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function signIn(role: string, path: string): Promise<void> {
  const person = served.signIns.find((each) => each.role === role);
  await page.goto(served.hub.url + path);
  await page
    .locator("input")
    .first()
    .fill(person?.username ?? "");
  await page.locator("input[type=password]").fill(person?.password ?? "");
  await page.keyboard.press("Enter");
}

/** As a station's kiosk sends them. */
async function play(runs: readonly Partial<GameRun>[]): Promise<void> {
  const screen = await served.enrolScreen();
  const device = served.hub.core.devices.find(screen.deviceId);
  if (device === undefined) throw new Error("no screen");
  const hello = { kiosk: "0", have: { plan: 0, config: 0, content: 0 } };
  const link = { document() {}, deviceCommand() {}, roomCommand() {}, close() {} };
  const connection = served.hub.core.screens.open(device, hello, link);
  const body = {
    ...{ sessionId: null, gameId: "count-animals", gameVersion: "1.0.0", level: "match", mode: "quiz" },
    ...{ durationMs: 90_000, ended: "finished", rounds: 5, correctFirstTry: 1, hints: 8 },
    ...{ ageBand: "4-5", shownHow: 2, roundsMs: 60_000 },
  };
  const records = runs.map((run) => ({
    ...{ id: v7(), at: served.clock.now(), type: "gameRun" },
    body: { ...body, ...run },
  }));
  await connection.records(records as never);
  connection.closed(true);
}
async function classId(name: string): Promise<GameRun["classId"]> {
  const found = await served.hub.store.query
    .selectFrom("schoolClass")
    .where("name", "=", name)
    .select("id")
    .executeTakeFirstOrThrow();
  return found.id as GameRun["classId"];
}

async function expectAccessible(rules: "all" | "colour" = "all"): Promise<void> {
  expect(await accessibilityFaults(page, { rules, impact: "any" })).toEqual([]);
}
const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
const card = (title: string) =>
  page.locator(".level-card", { has: page.getByRole("heading", { name: title }) });
const toTheGame = () => page.getByRole("link", { name: "Mở trang Đếm con vật" });

test("before anything was played the houses stand there, and a game shows its exercises and where to begin", async () => {
  await expectPage(page.locator(".house")).toHaveCount(5);
  await expectPage(toTheGame()).toContainText("Chưa chơi lần nào");
  await toTheGame().focus();
  await page.keyboard.press("Enter");
  await expectPage(page.getByRole("heading", { name: "Trò này chưa được chơi lần nào" })).toBeVisible();
  await expectPage(card("Số về với nhóm")).toContainText("Chưa chơi trong thời gian này");
});

test("what was played is told by week and class, and hard exercises with what to do next", async () => {
  const [cats, pandas] = [await classId("Lớp Mèo Vàng"), await classId("Lớp Gấu Trúc")];
  const well = { classId: cats, level: "moving", correctFirstTry: 4, hints: 1, shownHow: 0 };
  await play([
    ...Array.from({ length: 6 }, () => ({ classId: cats })),
    ...Array.from({ length: 4 }, () => ({ classId: pandas })),
    ...Array.from({ length: 5 }, () => well),
    { classId: cats, mode: "explore", level: "pond", ended: "left", durationMs: 300_000 },
  ]);
  await page.reload();
  await expectPage(page.locator(".game-sums")).toContainText("16");
  await expectPage(page.locator(".week-bars canvas")).toBeVisible();
  await expectPage(page.locator(".game-classes tbody tr")).toHaveText([
    /Lớp Mèo Vàng\s*12/,
    /Lớp Gấu Trúc\s*4/,
  ]);
  const hard = card("Số về với nhóm");
  await expectPage(hard).toContainText("Khó với trẻ 4–5 tuổi");
  await expectPage(hard.getByRole("img", { name: "Cứ 10 câu, đúng ngay 2 câu" })).toBeVisible();
  await expectPage(hard).toContainText(
    "Cho trẻ chơi khám phá “Bờ ao” trước, hoặc quay lại bài “Đếm bạn đang đi”.",
  );
  await expectPage(card("Đếm bạn đang đi")).toContainText("Vừa sức");
  await expectPage(card("Bờ ao")).toContainText("1 lượt · mỗi lượt khoảng 5 phút");
  await expectAccessible();
  await takePicture(page, "game", true);
});

test("the notice of what is hard leads to it by keyboard", async () => {
  await page.getByRole("link", { name: "Số về với nhóm", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expectPage(card("Số về với nhóm")).toBeFocused();
});

test("a class with fewer than five runs is told its counts and no share", async () => {
  await page.getByRole("combobox", { name: "Lớp" }).click();
  await page.getByRole("option", { name: /Lớp Gấu Trúc/ }).click();
  await expectPage(card("Số về với nhóm")).toContainText("4 lượt · 20 câu");
  await expectPage(card("Số về với nhóm")).toContainText("Chưa đủ 5 lượt");
  expect((await page.locator(".level-card").allTextContents()).join()).not.toContain("%");
  const href = await page.getByRole("link", { name: "Tải Excel" }).getAttribute("href");
  const file = await page.request.get(served.hub.url + href);
  expect([file.status(), file.headers()["content-disposition"]]).toEqual([
    200,
    expect.stringContaining(".xlsx"),
  ]);
});

test("an exercise is tried out in its sandbox, records nothing, and leads back", async () => {
  await page.getByRole("link", { name: "Chơi thử Bờ ao, Khám phá" }).click();
  await expectPage(page.locator("[data-interactive=true] iframe")).toHaveAttribute(
    "sandbox",
    "allow-scripts",
  );
  await page.getByRole("link", { name: /Trở lại trang quản lý/ }).click();
  await expectPage(page.locator(".game-sums")).toContainText("16");
});

test("figures that cannot be asked for again stay with the time they are from", async () => {
  await page.route("**/api/games/**", (route) => route.abort());
  // Old enough for the page to ask again when somebody comes back to it.
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 60_000;
    window.dispatchEvent(new Event("visibilitychange"));
  });
  await expectPage(page.getByText(/Chưa hỏi lại được máy chủ/)).toBeVisible();
  await expectPage(page.locator(".game-sums")).toContainText("16");
  await page.reload();
  await expectPage(page.getByRole("alert").getByRole("button", { name: "Thử lại" })).toBeVisible();
  await page.unroute("**/api/games/**");
  await page.getByRole("alert").getByRole("button", { name: "Thử lại" }).click();
  await expectPage(page.locator(".game-sums")).toContainText("16");
});

test("on a phone in the dark nothing is cut off, and the gallery tells the month", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await isTooWide()).toBe(false);
  await expectAccessible("colour");
  await page.getByRole("link", { name: "Tất cả trò chơi" }).click();
  await expectPage(toTheGame()).toContainText("16 lượt · 2 lớp");
  await expectPage(toTheGame()).toContainText("1 bài đang khó");
  expect(await isTooWide()).toBe(false);
  await expectAccessible();
  await takePicture(page, "gallery", true);
});

test("in English everything has its words", async () => {
  await page.evaluate(() => localStorage.setItem("kidsmart.language", "en"));
  await page.reload();
  await page.getByRole("link", { name: "Open the page of Counting animals" }).click();
  await expectPage(
    page.getByRole("heading", { name: "Each exercise: easy or hard for the children?" }),
  ).toBeVisible();
  await expectPage(page.locator(".level-card", { hasText: "Numbers to groups" })).toContainText(
    "What to do next",
  );
});
