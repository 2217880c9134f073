// Alerts in a real browser against a real hub: one that opens by itself, is taken, becomes a ticket, and ends when its rule says so.
import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import type { HubClient } from "../../../tools/room/hubClient.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let page: Page;
let hub: HubClient;
beforeAll(async () => {
  dashboard = await openDashboard();
  hub = await dashboard.clientOf("itOfficer");
  page = await dashboard.pageOf("itOfficer", "/alerts/rules");
  await page.getByRole("heading", { name: "Cảnh báo", exact: true }).waitFor();
});
afterAll(() => dashboard?.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const expectAccessible = async () => expect(await accessibilityFaults(page, { impact: "any" })).toEqual([]);
/** Every disk there is has less room than this. */
const allDisksMiB = 10_000_000;
const diskRule = async () =>
  (await hub.call("listAlertRules")).find(({ measure }) => measure === "hubDiskFreeMiB");

test("a rule that could never end is refused at its field, and the sentence says what a rule means", async () => {
  await expectAccessible();
  await button("Sửa quy tắc: Máy quá nóng").click();
  const dialog = page.getByRole("dialog");
  await expectPage(dialog.getByText(/Khi nhiệt độ từ 85 °C trở lên liên tục 5 phút/)).toBeVisible();
  await dialog.getByRole("textbox", { name: "Hết báo khi xuống còn" }).fill("95");
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await expectPage(dialog.getByText(/Mức hết báo phải thấp hơn/)).toBeVisible();
  await expectAccessible();
  await dialog.getByRole("button", { name: "Hủy" }).click();
});

test("an alert shows by itself with its number beside the place, is taken with a note, and becomes a ticket", async () => {
  await page.getByRole("link", { name: "Đang có" }).click();
  const rule = await diskRule();
  if (rule === undefined) throw new Error("no rule about the hub's disk");
  const { id, changedAt, changedBy, ...order } = rule;
  await hub.call("changeAlertRule", {
    params: { ruleId: id },
    body: {
      ...order,
      setThreshold: allDisksMiB - 1,
      clearThreshold: allDisksMiB,
      setForSeconds: 0,
      clearForSeconds: 0,
    },
  });
  const sentence = page.getByRole("link", { name: /Máy chủ chỉ còn .* trống trên ổ đĩa/ });
  await expectPage(sentence).toBeVisible({ timeout: 15_000 });
  await expectPage(page.locator(".shell-places").getByTitle("1 cảnh báo chưa ai nhận")).toBeVisible();
  await expectAccessible();
  await sentence.click();
  await page.getByLabel("Ghi chú cho người khác").fill("Tối nay dọn");
  await button("Nhận xử lý").click();
  await expectPage(page.getByText(/Vũ Đức Khôi nhận lúc/)).toBeVisible();
  await expectPage(page.locator(".shell-places .shell-badge")).toBeHidden();
  await expectAccessible();
  await button("Tạo phiếu báo hỏng").click();
  await page.waitForURL(/\/tickets\//);
  await page.goBack();
  await expectPage(page.getByRole("link", { name: "Xem phiếu báo hỏng" })).toBeVisible();
});

test("when the trouble is gone the alert ends by itself, the list is calm, and the ticket says so", async () => {
  await page.getByRole("link", { name: "Tất cả cảnh báo" }).click();
  await expectPage(page.getByRole("heading", { name: /Đang xử lý/ })).toBeVisible();
  const rule = await diskRule();
  if (rule === undefined) throw new Error("no rule about the hub's disk");
  const { id, changedAt, changedBy, ...order } = rule;
  await hub.call("changeAlertRule", {
    params: { ruleId: id },
    body: { ...order, setThreshold: 10, clearThreshold: 11 },
  });
  await expectPage(page.getByText("Không có gì cần lo")).toBeVisible({ timeout: 15_000 });
  await expectAccessible();
  const [ticket] = await hub.call("listTickets");
  const { events } = await hub.call("showTicket", { params: { ticketId: ticket?.ticketId ?? "" } });
  expect(events.some(({ text }) => text.includes("đã tự hết"))).toBe(true);
});
