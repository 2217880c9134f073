// Setting up a school in a real browser against a real hub with the sample school.
import type { Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import type { School } from "../../api/school.ts";
import { accessibilityFaults } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let page: Page;
let url: string;

beforeAll(async () => {
  dashboard = await openDashboard();
  url = dashboard.room.url;
  page = await dashboard.pageOf("vicePrincipalEducation", "/");
  await page.getByRole("link", { name: "Năm học" }).click();
  await page.getByRole("heading", { name: "Lập năm học" }).waitFor();
});
afterAll(() => dashboard?.close());

const openTab = async (name: string) => {
  await page.getByRole("tab", { name, exact: true }).click();
};
const dialog = () => page.getByRole("dialog");
const school = async () => (await (await page.request.get(`${url}/api/school`)).json()) as School;
/** A dialog is looked at, not the page below it. */
const faultsOf = (within: string) => accessibilityFaults(page, { within });

test("the weeks of the year stand there with their numbers, and the next year is proposed and added", async () => {
  const [running] = (await school()).years;
  const strip = page.getByRole("figure", { name: `Các tuần của năm học ${running?.name}` });
  await expectPage(strip.getByText(/^Tuần 35, từ/)).toBeAttached();
  await expectPage(strip.getByText(/^Nghỉ cả tuần, từ/).first()).toBeAttached();
  await expectPage(strip.getByText(/tuần này$/)).toHaveCount(1);
  expect(await faultsOf("main")).toEqual([]);

  await page.getByRole("button", { name: "Thêm năm học mới" }).click();
  const monday = page.getByLabel("Thứ Hai đầu tiên").first();
  const proposed = await monday.inputValue();
  await monday.fill(proposed.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, "0")));
  await expectPage(page.getByText("Học kỳ bắt đầu vào thứ Hai")).toBeVisible();
  await expectPage(page.getByRole("button", { name: "Lưu" })).toBeDisabled();
  await monday.fill(proposed);
  expect(await faultsOf(".year-form")).toEqual([]);
  await page.getByRole("button", { name: "Lưu" }).click();
  await expectPage(page.getByText(/^Đã thêm năm học/)).toBeVisible();
  const { years } = await school();
  expect(years.map(({ terms }) => terms.map(({ weeks }) => weeks))).toEqual([
    [18, 17],
    [18, 17],
  ]);

  // Without slots it goes again, and comes back.
  await page.getByRole("button", { name: `Xóa ${years[1]?.name}` }).click();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expectPage(page.getByText(`Đã lấy lại ${years[1]?.name}.`)).toBeVisible();
  // The one that is planned stays, and the hub says why.
  await page.getByRole("button", { name: `Xóa ${years[0]?.name}` }).click();
  await expectPage(page.getByText(/đã có tiết trong thời khóa biểu nên chưa xóa/)).toBeVisible();
}, 60_000);

test("a period that overlaps is told beside its field and cannot be saved until it is right", async () => {
  await openTab("Giờ học");
  const winterStart = page.getByLabel("Tiết 2, Mùa đông, bắt đầu");
  const before = await winterStart.inputValue();
  await winterStart.fill("8h20");
  await winterStart.press("Tab");
  await expectPage(winterStart).toHaveValue("08:20");
  await expectPage(page.getByText("Trùng giờ với Tiết 1")).toBeVisible();
  await expectPage(winterStart).toHaveAttribute("aria-invalid", "true");
  await expectPage(page.getByRole("button", { name: "Lưu" })).toBeDisabled();
  expect(await faultsOf("main")).toEqual([]);
  await winterStart.fill(before);
  await page.getByRole("button", { name: "Thêm tiết" }).click();
  await page.getByRole("button", { name: "Lưu" }).click();
  await expectPage(page.getByText("Đã lưu.")).toBeVisible();
  const { periods } = await school();
  expect(periods.at(-1)?.name).toBe(`Tiết ${periods.length}`);
}, 60_000);

test("proposed holidays are taken over, and a closure that is removed comes back", async () => {
  await openTab("Ngày nghỉ");
  await page.getByRole("button", { name: "Đề xuất ngày lễ" }).click();
  await expectPage(dialog().getByText("Mùng 10 tháng 3 âm lịch").first()).toBeVisible();
  await expectPage(dialog().getByText("Đã có").first()).toBeVisible();
  expect(await faultsOf(".mantine-Modal-content")).toEqual([]);
  await dialog()
    .getByRole("button", { name: /^Thêm \d+ ngày lễ$/ })
    .click();
  await expectPage(page.getByText(/^Đã thêm \d+ ngày lễ/)).toBeVisible();
  await expectPage(page.locator(".setup-list").getByText("Giỗ Tổ Hùng Vương")).not.toHaveCount(0);

  const remove = page.getByRole("button", { name: "Xóa Giỗ Tổ Hùng Vương" });
  const count = await remove.count();
  await remove.first().click();
  await expectPage(remove).toHaveCount(count - 1);
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expectPage(remove).toHaveCount(count);

  await page.getByRole("button", { name: "Thêm ngày nghỉ" }).click();
  await dialog().getByRole("button", { name: "Lưu" }).click();
  await expectPage(dialog().getByText("Cần có lý do")).toBeVisible();
  await dialog().getByLabel("Lý do").fill("Hội thao");
  await dialog().getByLabel("Từ ngày").fill("2027-03-26");
  await dialog().getByLabel("Đến hết ngày").fill("2027-03-25");
  await dialog().getByRole("button", { name: "Lưu" }).click();
  await expectPage(dialog().getByText("Không được trước ngày đầu")).toBeVisible();
  await dialog().getByLabel("Đến hết ngày").fill("2027-03-27");
  await dialog().getByRole("button", { name: "Lưu" }).click();
  await expectPage(page.getByText("Đã thêm: Hội thao.")).toBeVisible();
  // Shorter than before: nothing of the old days stays.
  await page.getByRole("button", { name: "Sửa Hội thao" }).click();
  await dialog().getByLabel("Đến hết ngày").fill("2027-03-26");
  await dialog().getByRole("button", { name: "Lưu" }).click();
  await expectPage(dialog()).toHaveCount(0);
  const stored = (await school()).closures.filter(({ reason }) => reason === "Hội thao");
  expect(stored.map(({ fromDate, untilDate }) => [fromDate, untilDate])).toEqual([
    ["2027-03-26", "2027-03-26"],
  ]);
}, 60_000);

test("a room is added and removed; one that is used stays, with the hub's reason", async () => {
  await openTab("Phòng");
  await page.getByRole("button", { name: "Thêm phòng" }).click();
  await dialog().getByLabel("Tên phòng").fill("Phòng nhạc");
  await dialog()
    .getByRole("radio", { name: /Phòng chức năng/ })
    .check();
  expect(await faultsOf(".mantine-Modal-content")).toEqual([]);
  await dialog().getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("button", { name: "Xóa Phòng nhạc" }).click();
  await expectPage(page.getByText("Đã xóa Phòng nhạc.")).toBeVisible();
  await page
    .getByRole("button", { name: /^Xóa Phòng Kidsmart/ })
    .first()
    .click();
  await expectPage(page.getByText(/có tiết trong thời khóa biểu nên chưa xóa/).last()).toBeVisible();
}, 60_000);

test("a class is added, moved, archived and taken back", async () => {
  await openTab("Lớp");
  const rows = page.locator(".class-row");
  await expectPage(rows.first()).toBeVisible();
  const before = await rows.count();
  const [taken = ""] = await rows.locator("strong").allTextContents();
  await page.getByRole("button", { name: "Thêm lớp" }).click();
  await dialog().getByLabel("Tên lớp").fill(taken);
  await dialog().getByRole("radio", { name: "Cú mèo" }).check();
  await dialog().getByRole("button", { name: "Lưu" }).click();
  await expectPage(dialog().getByText("Đã có lớp tên này").first()).toBeVisible();
  await dialog().getByLabel("Tên lớp").fill("Lớp Cú Mèo");
  expect(await faultsOf(".mantine-Modal-content")).toEqual([]);
  await dialog().getByRole("button", { name: "Lưu" }).click();
  await expectPage(rows).toHaveCount(before + 1);
  await expectPage(rows.last()).toContainText("Lớp Cú Mèo");

  await page.getByRole("button", { name: "Đưa Lớp Cú Mèo lên" }).click();
  await expectPage(rows.nth(before - 1)).toContainText("Lớp Cú Mèo");
  const grip = await rows
    .nth(before - 1)
    .locator(".class-grip")
    .boundingBox();
  const first = await rows.first().boundingBox();
  if (grip === null || first === null) throw new Error("the rows are not on the page");
  await page.mouse.move(grip.x + 8, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(first.x + 20, first.y + 4, { steps: 5 });
  await expectPage(rows.first()).toContainText("Lớp Cú Mèo");
  await page.mouse.up();
  await page.reload();
  await expectPage(rows.first()).toContainText("Lớp Cú Mèo");

  await page.getByRole("button", { name: "Cất Lớp Cú Mèo" }).click();
  await expectPage(rows).toHaveCount(before);
  await expectPage(page.getByText("Lớp đã cất (1)")).toBeVisible();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expectPage(rows).toHaveCount(before + 1);
  await expectPage(page.getByText(/Lớp đã cất/)).toHaveCount(0);
  expect(await faultsOf("main")).toEqual([]);
}, 60_000);

test("screen time of the young stays within an hour, and what somebody else saves shows at once", async () => {
  await openTab("Thời gian màn hình");
  const day = page.getByLabel("3–4 tuổi: số phút mỗi ngày");
  await day.fill("90");
  await expectPage(page.getByText("Dưới 5 tuổi không quá 60 phút")).toBeVisible();
  await expectPage(page.getByRole("button", { name: "Lưu" })).toBeDisabled();
  expect(await faultsOf("main")).toEqual([]);
  await day.fill("25");
  await page.getByRole("button", { name: "Lưu" }).click();
  await expectPage(page.getByText("Đã lưu.")).toBeVisible();
  const { screenTime } = await school();
  expect(screenTime.dayCapMinutes["3-4"]).toBe(25);
  const reply = await page.request.patch(`${url}/api/school`, {
    data: { screenTime: { ...screenTime, breakEveryMinutes: 12 } },
  });
  expect(reply.status()).toBe(200);
  await expectPage(page.getByLabel("Nhắc nghỉ mắt sau mỗi")).toHaveValue("12 phút");
}, 60_000);

test("no tab has a serious accessibility fault in the dark, and none is wider than a phone", async () => {
  await page.evaluate(() => localStorage.setItem("mantine-color-scheme-value", "dark"));
  await page.setViewportSize({ width: 390, height: 844 });
  const found: string[] = [];
  for (const tab of ["years", "hours", "closures", "rooms", "classes", "screenTime"]) {
    await page.goto(`${url}/setup#${tab}`);
    await page.reload();
    await expectPage(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    await expectPage(page.getByRole("tab", { selected: true })).toBeInViewport();
    await expectPage(page.getByRole("tabpanel").locator("p, h2").first()).toBeVisible();
    found.push(...(await faultsOf("main")).map((fault) => `${tab}: ${fault}`));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 390) found.push(`${tab}: ${width} px wide`);
  }
  expect(found).toEqual([]);
}, 120_000);
