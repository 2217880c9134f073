// Planning with files and rules in a real browser against a real hub with the sample school.
import type { Page } from "@playwright/test";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let page: Page;
let url: string;

beforeAll(async () => {
  dashboard = await openDashboard();
  url = dashboard.room.url;
  page = await dashboard.pageOf("vicePrincipalEducation", "/");
  await page.getByRole("link", { name: /Thời khóa biểu/ }).waitFor();
});
afterAll(() => dashboard?.close());

async function chooseFile(rows: string[][]): Promise<void> {
  const bytes = await writeXlsx({ sheets: [{ name: "Tháng 6", rows }] });
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "lich.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}
const openMenu = async (name: string) => {
  await page.getByRole("button", { name: "Excel và lịch điện thoại" }).click();
  await page.getByRole("menuitem", { name }).click();
};
/** A dialog is looked at, not the page below it. */
const faultsOf = (within: string) => accessibilityFaults(page, { within });

test("a workbook is looked at, told what is wrong, and taken in once it is right", async () => {
  await page.goto(`${url}/timetable`);
  await openMenu("Nhập từ Excel…");
  const head = ["Ngày", "Bắt đầu", "Kết thúc", "Phòng", "Lớp", "Hoạt động"];
  await chooseFile([
    head,
    ["31/02/2027", "8:00", "8:15", "Phòng Kidsmart", "Lớp Khủng Long", "Bé đếm đến 3"],
  ]);
  await expectPage(page.getByText("Không có lớp “Lớp Khủng Long”")).toBeVisible();
  await expectPage(page.getByText("Bản nháp không thay đổi.")).toBeVisible();
  expect(await faultsOf(".mantine-Modal-content")).toEqual([]);
  await chooseFile([head, ["13/06/2027", "8:00", "8:15", "phong kidsmart", "Gà Con", "bé đếm đến 3"]]);
  await expectPage(page.getByText("tiết mới")).toBeVisible();
  await page.getByRole("button", { name: "Đưa vào bản nháp" }).click();
  await expectPage(page.getByText("Đã nhập 1 tiết vào bản nháp.")).toBeVisible();
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expectPage(page.getByText("Đã hoàn tác, bản nháp trở lại như trước.")).toBeVisible();
}, 60_000);

test("a calendar's address stands there to copy and to scan", async () => {
  await page.goto(`${url}/timetable`);
  await openMenu("Lịch trên điện thoại…");
  await expectPage(page.getByText(/\/calendar\/[\w-]{32}\.ics/)).toBeVisible();
  await expectPage(page.getByRole("img", { name: /Quét bằng điện thoại/ })).toBeVisible();
  expect(await faultsOf(".mantine-Modal-content")).toEqual([]);
}, 60_000);

test("a rotation is previewed, taken into the draft and taken back", async () => {
  await page.goto(`${url}/timetable/rotation`);
  await page.getByLabel("Khoảng ngày").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Xem thử" }).click();
  await expectPage(page.getByText("lớp đủ tiết")).toBeVisible();
  expect(await faultsOf(".rotation")).toEqual([]);
  await page.getByRole("button", { name: "Đưa vào bản nháp" }).click();
  await expectPage(page.getByText(/Đã đưa vào bản nháp: \d+ thay đổi/)).toBeVisible();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expectPage(page.getByText("Đã hoàn tác, bản nháp trở lại như trước.")).toBeVisible();
}, 60_000);
