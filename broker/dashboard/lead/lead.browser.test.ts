// The room page in a real browser of a phone's size, against a real hub.
import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { takePicture } from "../../../e2e/room/takePicture.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let page: Page;

beforeAll(async () => {
  dashboard = await openDashboard({ viewport: { width: 390, height: 844 } });
  page = await dashboard.pageOf("teacher", "/");
});
afterAll(() => dashboard?.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });

test("a teacher's phone opens on leading, where a chosen lesson starts and runs", async () => {
  await page.waitForURL(/\/rooms/);
  const choice = page.locator(".lead-room").first();
  await choice.or(button("Đổi lớp hoặc hoạt động")).or(button("Mắt nhìn cô")).first().waitFor();
  if (await choice.isVisible()) await choice.click();
  await button("Đổi lớp hoặc hoạt động").or(button("Mắt nhìn cô")).first().waitFor();
  if (await button("Mắt nhìn cô").isVisible()) await button("Chuyển sang lớp khác").click();
  await button("Đổi lớp hoặc hoạt động").click();
  await page.locator(".lead-choice").first().click();
  await page.locator(".lead-choice-row").first().click();
  await takePicture(page, "start");
  await button("Bắt đầu").click();
  // No station is on here.
  await button("Vẫn bắt đầu").click();
  await expectPage(button("Mắt nhìn cô")).toBeVisible();
});

test("all eyes on the teacher and on again, by the same button", async () => {
  await button("Mắt nhìn cô").click();
  await expectPage(page.getByText("Các trạm đang nghỉ")).toBeVisible();
  await button("Tiếp tục").click();
  await expectPage(button("Mắt nhìn cô")).toBeEnabled();
  await takePicture(page, "running", true);
});

test("nothing on the page stands in the way of anybody", async () => {
  expect(await accessibilityFaults(page, { impact: "any" })).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
});

test("without the hub the page keeps its last state and says that the stations go on", async () => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await dashboard.hub.stop();
  await expectPage(page.getByText("Các trạm tự chạy tiếp theo lịch")).toBeVisible({ timeout: 20_000 });
  await expectPage(button("Mắt nhìn cô")).toBeDisabled();
  await takePicture(page, "away");
});

test("the page starts while the hub is away, and says so calmly", async () => {
  await page.reload();
  await expectPage(page.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  await expectPage(button("Thử lại")).toBeVisible();
});
