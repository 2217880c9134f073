// The library of lessons in a real browser, against a real hub with the games that come with Kidsmart.
import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { takePicture } from "../../../e2e/room/takePicture.ts";
import { startingLessons } from "../../sample/startingLessons.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let page: Page;
beforeAll(async () => {
  dashboard = await openDashboard();
  page = await dashboard.pageOf("vicePrincipalEducation", "/lessons");
  await page.getByRole("heading", { name: "Hoạt động", exact: true }).waitFor();
});
afterAll(() => dashboard?.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const card = (title: string) => page.locator(".lesson-card", { has: page.getByText(title, { exact: true }) });
async function expectAccessible(): Promise<void> {
  expect(await accessibilityFaults(page, { impact: "any" })).toEqual([]);
}

test("the library shows the ready lessons of each age, and is found without accents", async () => {
  await expectPage(page.locator(".lesson-card")).toHaveCount(startingLessons.length);
  await takePicture(page, "library", true);
  await expectAccessible();
  await page.getByRole("textbox", { name: "Tìm hoạt động" }).fill("bo ao");
  await expectPage(card("Bờ ao vui đếm")).toBeVisible();
  await expectPage(card("Bé đếm đến 3")).toBeHidden();
  await page.keyboard.press("Escape");
  await expectPage(page.locator(".lesson-card")).toHaveCount(startingLessons.length);
});

test("what is missing is told beside its field, and nothing is sent", async () => {
  await button("Thêm hoạt động").click();
  await button("Lưu").click();
  await expectPage(page.getByText("Cần có tên hoạt động")).toBeVisible();
  await expectPage(page.getByText(/Chọn ít nhất một trò chơi/)).toBeVisible();
});

test("a lesson is made from pictures and ordered with the arrow keys", async () => {
  await page.getByLabel("Tên hoạt động").fill("Đếm cùng cô");
  await page.getByText("4–5 tuổi", { exact: true }).last().click();
  for (const name of [/^Thêm Bờ ao/, /^Thêm Số về với nhóm/, /^Thêm Đếm bạn đang đi/])
    await button(name).click();
  await page.getByLabel("Số phút").fill("30");
  await expectPage(page.getByText(/Trạm dừng sau 20 phút/)).toBeVisible();
  await button("Đưa Đếm bạn đang đi lên").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  const titles = page.locator(".lesson-playlist li strong");
  await expectPage(titles).toHaveText(["Đếm bạn đang đi", "Bờ ao", "Số về với nhóm"]);
  await expectPage(button("Đưa Đếm bạn đang đi xuống")).toBeFocused();
  await takePicture(page, "dialog");
  await expectAccessible();
  await button("Lưu").click();
  await expectPage(card("Đếm cùng cô")).toContainText("Dài hơn mức 20 phút");
});

test("games are dragged into another order, and the age they are for is held", async () => {
  await button("Sửa Đếm cùng cô").click();
  const grips = page.locator(".lesson-grip");
  const rows = page.locator(".lesson-playlist li");
  await grips.nth(2).scrollIntoViewIfNeeded();
  const from = await grips.nth(2).boundingBox();
  const to = await rows.nth(0).boundingBox();
  if (from === null || to === null) throw new Error("no rows");
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 4, { steps: 8 });
  await page.mouse.up();
  const titles = page.locator(".lesson-playlist li strong");
  await expectPage(titles).toHaveText(["Số về với nhóm", "Đếm bạn đang đi", "Bờ ao"]);
  await page.getByText("5–6 tuổi", { exact: true }).last().click();
  await expectPage(page.getByText(/Dành cho trẻ 4–5 tuổi/)).toHaveCount(3);
  await page.getByText("4–5 tuổi", { exact: true }).last().click();
  await button("Lưu").click();
  await expectPage(page.getByRole("dialog")).toBeHidden();
});

test("a lesson is archived, and undo brings it back", async () => {
  await button("Cất Đếm cùng cô").click();
  await expectPage(card("Đếm cùng cô")).toBeHidden();
  await button("Hoàn tác").click();
  await expectPage(card("Đếm cùng cô")).toBeVisible();
});

test("on a phone nothing is cut off", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await takePicture(page, "phone");
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(await wide()).toBe(false);
  await button("Chép Đếm cùng cô thành hoạt động mới").click();
  await expectPage(page.getByLabel("Tên hoạt động")).toHaveValue("Đếm cùng cô (bản sao)");
  await takePicture(page, "phoneDialog");
  expect(await wide()).toBe(false);
});
