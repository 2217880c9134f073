// Planning with files and rules in a real browser against a real hub with the sample school.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { readSampleSignIns, signInOf } from "../../../tools/room/sampleSchool.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { signInTo } from "../testing/signIn.ts";

let home: string;
let hub: ChildProcess;
let browser: Browser;
let page: Page;
let url: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "kidsmart-exchange-"));
  const environment = {
    KIDSMART_HOME: home,
    KIDSMART_HTTP_PORT: "0",
    KIDSMART_MQTT_PORT: "0",
    KIDSMART_LOG: "error",
  };
  hub = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "broker/main.ts", "--sample"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of hub.stdout ?? []) {
    said += String(chunk);
    const found = /http:\/\/[\w.:]+/.exec(said)?.[0];
    if (found === undefined) continue;
    url = found;
    break;
  }
  const executablePath = process.env["KIDSMART_CHROMIUM"] ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "vi-VN" });
  await signInTo(context, url, signInOf(readSampleSignIns(home), "vicePrincipalEducation"));
  page = await context.newPage();
  await page.goto(url);
  await page.getByRole("link", { name: /Thời khóa biểu/ }).waitFor();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  if (hub !== undefined && hub.exitCode === null) {
    const gone = new Promise((resolve) => hub.once("exit", resolve));
    hub.kill("SIGTERM");
    await gone;
  }
  await rm(home, { recursive: true, force: true });
});

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
