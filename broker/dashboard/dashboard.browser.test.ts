// The dashboard in a real browser against a real hub with the sample school, and one device over real MQTT.
import type { Page } from "@playwright/test";
import { connectAsync, type MqttClient } from "mqtt";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { expectPage } from "../../e2e/room/expectPage.ts";
import type { DeviceIdentity } from "../../protocol/enrolment.ts";
import { topicOf } from "../../protocol/topics.ts";
import { accessibilityFaults, faultsInBothSchemes } from "./testing/accessibility.ts";
import { type Dashboard, openDashboard } from "./testing/openDashboard.ts";

let dashboard: Dashboard;
let url: string;

beforeAll(async () => {
  // The service worker has tests of its own; here every file comes from the hub.
  dashboard = await openDashboard({ reducedMotion: "reduce", serviceWorkers: "block" });
  url = dashboard.room.url;
});
afterEach(() => dashboard.closePages());
afterAll(() => dashboard?.close());

async function openAs(role: string, address = "/"): Promise<Page> {
  const page = await dashboard.pageOf(role, address);
  await expectPage(page.getByRole("navigation")).toBeVisible();
  return page;
}

async function signInPage(): Promise<Page> {
  const page = await dashboard.freshPage();
  await page.goto(url);
  return page;
}

async function claim(code: string): Promise<DeviceIdentity> {
  const response = await fetch(`${url}/api/enrolments/claim`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, via: "agent", hostname: "tram-thu" }),
  });
  if (!response.ok) throw new Error(`claim refused: ${await response.text()}`);
  return (await response.json()) as DeviceIdentity;
}

async function goOnline(identity: DeviceIdentity): Promise<MqttClient> {
  const { deviceId: device, schoolId: school } = identity;
  const run = { boot: "00000000000000b1", run: 1 };
  const topic = topicOf("state", { school, device });
  const client = await connectAsync(identity.mqttUrl, {
    clientId: device,
    username: device,
    password: identity.secret,
    reconnectPeriod: 0,
    will: { topic, qos: 1, retain: false, payload: Buffer.from(JSON.stringify({ state: "lost", ...run })) },
  });
  const birth = {
    state: "online",
    ...run,
    agent: "0.1.0",
    kiosk: "0.1.0",
    have: { plan: 0, config: 0, content: 0 },
    clock: { at: Date.now(), mono: 60_000, trusted: true },
  };
  await client.publishAsync(topic, JSON.stringify(birth), { qos: 1 });
  return client;
}

test("a wrong password is explained, and the right one opens the rooms", async () => {
  const page = await signInPage();
  await page.getByLabel("Tên đăng nhập").fill("cntt");
  await page.getByRole("textbox", { name: "Mật khẩu" }).fill("sai");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expectPage(page.getByRole("alert")).toContainText("mật khẩu");
  const board = await openAs("principal");
  await expectPage(board.getByRole("heading", { name: "Phòng", exact: true })).toBeVisible();
  await expectPage(board.getByRole("heading", { name: "Phòng Kidsmart" })).toBeVisible();
});

test("a teacher is offered lessons, but neither devices to add nor the change log", async () => {
  const page = await openAs("teacher");
  await expectPage(page.getByRole("heading", { name: "Phòng Kidsmart" })).toBeVisible();
  await expectPage(page.getByRole("link", { name: "Nhật ký thay đổi" })).toHaveCount(0);
  await expectPage(page.getByRole("button", { name: "Thêm thiết bị" })).toHaveCount(0);
});

test("a new device is added by its code and followed live until it is lost", async () => {
  const page = await openAs("itOfficer");
  const room = page.getByRole("region", { name: "Phòng Kidsmart" });
  await room.getByRole("button", { name: "Thêm thiết bị" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "bướm" }).check();
  await dialog.getByRole("button", { name: "Tạo mã" }).click();
  await expectPage(dialog.getByText("Đang chờ thiết bị kết nối…")).toBeVisible();
  const open = await page.request.get(`${url}/api/enrolments`);
  const [made] = (await open.json()) as { code: string; typedCode: string }[];
  const { code = "", typedCode = "?" } = made ?? {};
  await expectPage(dialog.getByText(typedCode).first()).toBeAttached();
  const client = await goOnline(await claim(code));
  await expectPage(dialog.getByText("Đã kết nối!")).toBeVisible();
  await page.keyboard.press("Escape");
  await expectPage(room.getByText("1/1 trực tuyến")).toBeVisible();
  await expectPage(room.getByRole("link", { name: /Trạm 1/ })).toBeVisible();
  // No goodbye: the cable was pulled.
  client.stream.destroy();
  await expectPage(room.getByText("Mất liên lạc")).toBeVisible();
});

test("a slot is removed with a key and comes back with undo", async () => {
  // Days that are over cannot be changed: the week after this one has none.
  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const page = await openAs("vicePrincipalEducation", `/timetable?date=${nextWeek}`);
  const slots = page.locator("[data-slot]");
  await expectPage(slots.first()).toBeVisible();
  const before = await slots.count();
  await slots.first().focus();
  await page.keyboard.press("Delete");
  await expectPage(slots).toHaveCount(before - 1);
  await page.getByRole("button", { name: /^Hoàn tác: xóa/ }).click();
  await expectPage(slots).toHaveCount(before);
});

async function enrolMore(count: number): Promise<void> {
  const officer = await dashboard.clientOf("itOfficer");
  for (let each = 1; each <= count; each++) {
    const { code } = await officer.call("createEnrolment", {
      body: { deviceName: `Máy ${each}`, kind: "office", roomId: null, stationNumber: null },
    });
    await claim(code);
  }
}

test("devices are chosen with keys, renamed by a pattern, and get their names back", async () => {
  const page = await openAs("itOfficer", "/devices?view=table&kind=office");
  await expectPage(page.getByRole("navigation")).toBeVisible();
  // New devices appear by themselves, by their rows.
  await enrolMore(3);
  const rows = page.getByRole("row", { name: /Máy/ });
  await expectPage(rows).toHaveCount(3);
  await rows.first().focus();
  await page.keyboard.press("Space");
  await expectPage(rows.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("region", { name: "Đã chọn 2 thiết bị" });
  await bar.getByRole("button", { name: "Đổi tên" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Mẫu tên").fill("Văn phòng ##");
  await dialog.getByRole("button", { name: "Đổi tên" }).click();
  await expectPage(page.getByRole("row", { name: /Văn phòng 0[12]/ })).toHaveCount(2);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expectPage(rows).toHaveCount(3);
  // What is shown stands in the address.
  await page.getByLabel("Tìm thiết bị").fill("may 2");
  await expectPage(rows).toHaveCount(1);
  expect(new URL(page.url()).searchParams.get("q")).toBe("may 2");
  await rows.first().focus();
  await page.keyboard.press("Enter");
  await expectPage(page.getByRole("heading", { name: "Máy 2" })).toBeVisible();
  await page.getByRole("tab", { name: "Dòng thời gian" }).click();
  await expectPage(page.getByText("tên “Văn phòng 02”")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("a person is added with a password shown once, signs in, and is locked out while signed in", async () => {
  const page = await openAs("principal", "/staff");
  await page.getByRole("button", { name: "Thêm người dùng" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Họ và tên").fill("Trần Thị Hoa");
  await dialog.getByLabel(/Mã PIN/).fill("2604");
  await dialog.getByRole("button", { name: "Thêm", exact: true }).click();
  const password = (await dialog.locator(".password-shown-big").textContent()) ?? "";
  await dialog.getByRole("button", { name: "Tôi đã chép lại" }).click();
  const row = page.getByRole("row", { name: /Trần Thị Hoa/ });
  await expectPage(row).toContainText("Có mã PIN");

  const hers = await signInPage();
  await hers.getByLabel("Tên đăng nhập").fill("hoatt");
  await hers.getByRole("textbox", { name: "Mật khẩu" }).fill(password);
  await hers.getByRole("button", { name: "Đăng nhập" }).click();
  await expectPage(hers.getByRole("heading", { name: "Phòng", exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Thao tác với Trần Thị Hoa" }).click();
  await page.getByRole("menuitem", { name: "Khóa người này" }).click();
  await dialog.getByRole("button", { name: "Khóa", exact: true }).click();
  await expectPage(row).toContainText("Đã khóa");
  await expectPage(row).toContainText("Chưa có mã PIN");
  await expectPage(hers.getByLabel("Tên đăng nhập")).toBeVisible();
});

test("the language is switched in the menu and remembered", async () => {
  const page = await dashboard.freshPage({ role: "itOfficer" });
  await page.goto(url);
  await page.getByRole("button", { name: /Ngôn ngữ/ }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expectPage(page.getByRole("heading", { name: "Rooms", exact: true })).toBeVisible();
  await page.reload();
  await expectPage(page.getByRole("heading", { name: "Rooms", exact: true })).toBeVisible();
});

test("no page has a serious accessibility fault, in light and in dark", async () => {
  const page = await openAs("itOfficer");
  const found: string[] = [];
  for (const address of [
    "/",
    "/devices",
    "/devices?view=table",
    "/staff",
    "/audit",
    "/quarantine",
    "/khong-co",
  ]) {
    await page.goto(url + address);
    await expectPage(page.locator("main h1, main h2").first()).toBeVisible();
    found.push(...(await faultsInBothSchemes(page)).map((fault) => `${address}: ${fault}`));
  }
  expect(found).toEqual([]);
});

test("a page of an older build loads itself anew when the hub has no such part any more, once", async () => {
  const page = await openAs("itOfficer");
  await page.route(/assets\/StaffPage-.*\.js/, (route) => route.fulfill({ status: 404 }));
  await expectPage(page.getByRole("status").getByText("Trực tiếp")).toBeVisible();
  let loads = 0;
  page.on("load", () => loads++);
  await page.getByRole("link", { name: "Người dùng" }).click();
  await expectPage(page.getByRole("alert")).toContainText("Trang có bản mới");
  // The page stands before all its pictures have come.
  await expect.poll(() => loads).toBe(1);
  await page.unroute(/assets\/StaffPage-.*\.js/);
  await page.getByRole("button", { name: "Tải lại trang" }).click();
  await expectPage(page.getByRole("button", { name: "Thêm người dùng" })).toBeVisible();
});

test("when the hub goes away the screen says so, and it comes back by itself", async () => {
  const page = await openAs("itOfficer");
  await expectPage(page.getByRole("status").getByText("Trực tiếp")).toBeVisible();
  await dashboard.hub.stop();
  await expectPage(page.getByText("Đang kết nối lại").first()).toBeVisible();
  await expectPage(page.getByRole("alert")).toContainText("Không liên lạc được với máy chủ", {
    // The banner waits for four seconds: a hub that restarts is back before.
    timeout: 15_000,
  });
  await dashboard.room.startHub();
  await expectPage(page.getByRole("status").getByText("Trực tiếp")).toBeVisible({ timeout: 30_000 });
  await expectPage(page.getByRole("alert")).toHaveCount(0);
});
