// Tickets in a real browser, against a real hub: reported on a phone and at a web screen, repaired by the officer, accepted by the head.
import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import type { HubClient } from "../../../tools/room/hubClient.ts";
import { enrolmentCodeFor } from "../../../tools/room/sampleSchool.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let hub: HubClient;
beforeAll(async () => {
  dashboard = await openDashboard();
  hub = await dashboard.clientOf("itOfficer");
});
afterAll(() => dashboard?.close());

const phone = { viewport: { width: 390, height: 844 } };
const tickets = () => hub.call("listTickets", { query: {} });

/** A photo as large as a phone's, made by the browser itself. */
async function photoFile(page: Page) {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1800 });
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    for (let line = 0; line < 1800; line += 2) {
      context.fillStyle = `hsl(${(line * 7919) % 360} 80% ${30 + (line % 50)}%)`;
      context.fillRect(0, line, 2400, 2);
    }
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  return { name: "anh.png", mimeType: "image/png", buffer: Buffer.from(base64, "base64") };
}

test("a teacher reports with a photo on the phone, the officer repairs it, and the head of the block accepts it", async () => {
  const page = await dashboard.pageOf("teacher", "/tickets", phone);
  await page.getByText("Không có gì đang hỏng").waitFor();
  expect(await accessibilityFaults(page, { impact: "any" })).toEqual([]);
  await page.getByRole("button", { name: "Báo hỏng" }).first().click();
  const voi = page.getByRole("region", { name: "Phòng học Voi Con" });
  await voi.getByRole("button", { name: "Thứ khác trong phòng" }).click();
  await page.getByRole("button", { name: "Gửi báo hỏng" }).click();
  await page.getByText("Ghi tên thứ bị hỏng").waitFor();
  await page.getByLabel("Là cái gì?").fill("Máy chiếu");
  await page.locator("input[type=file]").setInputFiles(await photoFile(page));
  await page.locator(".ticket-preview img").waitFor();
  expect(await accessibilityFaults(page, { within: ".mantine-Modal-content" })).toEqual([]);
  await page.getByRole("button", { name: "Gửi báo hỏng" }).click();
  await page.getByText(/Đã báo: Máy chiếu/).waitFor();
  await expect
    .poll(async () => (await tickets()).map(({ thing, photos }) => [thing, photos]))
    .toEqual([["Máy chiếu", 1]]);
  await expectPage(page.locator(".ticket-thumb")).toHaveJSProperty("complete", true);

  // What others do shows on the phone by itself.
  const officer = await dashboard.pageOf("itOfficer", "/tickets");
  await officer.getByText("Máy chiếu").click();
  await officer.getByRole("button", { name: "Nhận sửa" }).click();
  await page.getByText("Vũ Đức Khôi sửa").waitFor();
  await officer.getByRole("button", { name: "Đã sửa xong" }).click();
  await officer.getByRole("dialog").getByRole("button", { name: "Khởi động lại" }).click();
  await officer.getByRole("dialog").getByRole("button", { name: "Đã sửa xong" }).click();
  await officer.getByText("Chờ nghiệm thu", { exact: true }).waitFor();
  expect(await accessibilityFaults(officer, { impact: "any" })).toEqual([]);

  const [ticket] = await tickets();
  const head = await dashboard.pageOf("gradeHead", `/tickets/${ticket?.ticketId}`, phone);
  await head.getByRole("button", { name: "Nghiệm thu" }).click();
  await head.getByText("Đã nghiệm thu", { exact: true }).waitFor();
  await expect.poll(async () => (await tickets()).length).toBe(0);
  await head.getByRole("button", { name: "Lấy lại bước vừa làm" }).click();
  await expect.poll(async () => (await tickets()).map(({ state }) => state)).toEqual(["fixed"]);
});

test("at a web screen two taps report, and the device's page keeps the ticket", async () => {
  const { room } = dashboard;
  const code = await enrolmentCodeFor(room.url, room.signIns(), {
    deviceName: "Trạm 7",
    kind: "station",
    stationNumber: 7,
    emblem: "panda",
  });
  const screen = await dashboard.freshPage({ viewport: { width: 1024, height: 768 } });
  await screen.goto(`${room.url}/screen?code=${code}`);
  const corner = screen.getByRole("button", { name: "Mở bảng của cô giáo" });
  await corner.hover();
  await screen.mouse.down();
  await screen.getByText("Cô nhập mã PIN").waitFor();
  await screen.mouse.up();
  await screen.getByRole("button", { name: "Báo hỏng" }).click();
  await screen.getByRole("button", { name: "Tiếng" }).click();
  await screen.getByText("Trạm 7 · Tiếng").waitFor();
  const ofScreen = async () => (await tickets()).find(({ deviceName }) => deviceName === "Trạm 7");
  await expect.poll(async () => (await ofScreen())?.part).toBe("sound");
  const device = await dashboard.pageOf("itOfficer", `/devices/${(await ofScreen())?.deviceId}`);
  await device.getByText("Trạm 7 báo hỏng").waitFor();
});
