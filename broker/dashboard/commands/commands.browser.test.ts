// Commands and schedules in a real browser, against a real hub with a station that is off.
import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { takePicture } from "../../../e2e/room/takePicture.ts";
import type { HubClient } from "../../../tools/room/hubClient.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let page: Page;
let hub: HubClient;
let deviceId: string;
beforeAll(async () => {
  dashboard = await openDashboard({ viewport: { width: 1366, height: 900 } });
  hub = await dashboard.clientOf("itOfficer");
  const kidsmart = (await hub.call("listRooms")).find(({ kind }) => kind === "kidsmart");
  const { code } = await hub.call("createEnrolment", {
    body: {
      deviceName: "Trạm 7",
      kind: "station",
      roomId: kidsmart?.id ?? null,
      stationNumber: 7,
      emblem: "fox",
    },
  });
  const claimed = await hub.call("claimEnrolment", { body: { code, via: "agent", hostname: "tram-7" } });
  deviceId = claimed.deviceId;
  page = await dashboard.pageOf("itOfficer", "/");
});
afterAll(() => dashboard?.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const expectAccessible = async () => expect(await accessibilityFaults(page, { impact: "any" })).toEqual([]);
const commands = async () =>
  (await hub.call("listCommands", { query: { limit: "20" } })).map(({ name, state }) => [name, state]);

test("a command for a station that is off may wait for it, and is taken back", async () => {
  await page.goto(`${dashboard.room.url}/devices/${deviceId}`);
  // Not allowed here: it says why and does nothing.
  await expectPage(button("Tắt máy")).toHaveAttribute("aria-disabled", "true");
  await button("Mở khóa").click();
  const dialog = page.getByRole("dialog");
  await expectPage(dialog.getByText(/Máy đang không kết nối/)).toBeVisible();
  expect(await commands()).toEqual([]);
  await dialog.getByText("2 giờ", { exact: true }).click();
  await takePicture(page, "command-waits");
  await expectAccessible();
  await button("Đợi rồi gửi").click();
  await expectPage(page.locator(".command-results li")).toContainText(["Đang chờ"]);
  expect(await commands()).toEqual([["unlock", "queued"]]);
  await button("Hủy").click();
  await expectPage(page.locator(".command-results li")).toContainText(["Đã hủy"]);
  await expect.poll(commands).toEqual([["unlock", "cancelled"]]);
});

test("a message is written before it goes anywhere, and a lock says until when", async () => {
  await button("Hiện lời nhắn").click();
  await expectPage(button("Gửi")).toBeDisabled();
  await page.getByRole("textbox", { name: "Lời nhắn" }).fill("Cả lớp ra sân nhé!");
  await button("Gửi").click();
  await button("Đợi rồi gửi").click();
  await expectPage(page.locator(".command-results li").first()).toContainText(
    "“Cả lớp ra sân nhé!” trong 5 phút",
  );
  await button("Khóa màn hình").click();
  await page.getByRole("combobox", { name: "Khóa đến khi" }).click();
  await page.getByRole("option", { name: /\(60 phút\)/ }).click();
  await takePicture(page, "command-lock");
  await page.keyboard.press("Escape");
});

test("a proposed schedule is switched on, changed and switched off", async () => {
  await page.goto(`${dashboard.room.url}/devices/schedules`);
  await button("Bật lịch này").first().click();
  const card = page.locator(".schedule-card", { has: page.getByRole("switch") });
  await expectPage(card).toContainText(/Lần tới .*07:15/);
  await button("Sửa lịch").click();
  await page.getByLabel("Lúc").fill("06:50");
  await page.getByText("T7", { exact: true }).click();
  await button("Lưu").click();
  await expectPage(card).toContainText("06:50");
  await expectPage(card).toContainText("T2, T3, T4, T5, T6, T7");
  await takePicture(page, "schedules", true);
  await expectAccessible();
  await card.getByRole("switch").click();
  await expectPage(card).toContainText("Đang tắt");
  const { schedules } = await hub.call("listSchedules");
  expect(schedules).toMatchObject([{ minute: 410, weekdays: [1, 2, 3, 4, 5, 6], enabled: false }]);
});

test("who may send no commands sees what was sent and no buttons", async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const theirs = await dashboard.pageOf("accountant", `/devices/${deviceId}`, phone);
  await expectPage(theirs.getByText("Lệnh gần đây")).toBeVisible();
  await expectPage(theirs.getByText("Đã hủy")).toBeVisible();
  await expectPage(theirs.getByRole("button", { name: "Mở khóa" })).toHaveCount(0);
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
