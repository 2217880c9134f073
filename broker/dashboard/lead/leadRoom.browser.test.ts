// The room page with stations that follow: a hub whose clock stands, real agents and lesson engines, phones in a real browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDayClock } from "../../../e2e/day/dayClock.ts";
import { type DayHub, openDayHub } from "../../../e2e/day/dayHub.ts";
import { type DayStation, makeDayStation } from "../../../e2e/day/dayStation.ts";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { findBrowser } from "../../../e2e/room/realBrowser.ts";
import { until } from "../../../e2e/until.ts";
import { deviceIdentity } from "../../../protocol/enrolment.ts";
import { readSampleSignIns, signInOf } from "../../../tools/room/sampleSchool.ts";
import { signInTo } from "../testing/signIn.ts";

const home = mkdtempSync(join(tmpdir(), "kidsmart-lead-"));
// The sample school has a lesson whenever it is made; the next day is as its timetable says, from a quarter past eight on.
const clock = makeDayClock(Date.parse("2026-11-23T17:00:00+07:00"));
const beforeFirstLesson = Date.parse("2026-11-24T08:05:00+07:00");
const stations: DayStation[] = [];
let hub: DayHub;
let browser: Browser;
let roomId: string;
let phone: Page;
let second: Page;

beforeAll(async () => {
  const found = await findBrowser();
  if (typeof found === "string") throw new Error(found);
  browser = found;
  hub = await openDayHub(join(home, "hub"), clock.now);
  await hub.start();
  const officer = await hub.as("itOfficer");
  roomId = (await officer.call("listRooms")).find(({ kind }) => kind === "kidsmart")?.id ?? "";
  for (const number of [1, 2, 3]) stations.push(await enrol(number));
  clock.advance(beforeFirstLesson - clock.now());
  await hub.tellTime(clock.now());
  for (const station of stations) station.tick();
  phone = await signedIn("teacher");
  second = await signedIn("vicePrincipalEducation");
}, 240_000);
afterAll(async () => {
  await browser?.close();
  for (const station of stations) await station.switchOff();
  await hub?.stop();
  rmSync(home, { recursive: true, force: true });
});

async function enrol(number: number): Promise<DayStation> {
  const officer = await hub.as("itOfficer");
  const { code } = await officer.call("createEnrolment", {
    body: {
      deviceName: `Trạm ${number}`,
      kind: "station",
      roomId,
      stationNumber: number,
      emblem: "fish",
    },
  });
  const answer = await fetch(`${hub.url}/api/enrolments/claim`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, via: "agent", hostname: `tram-${number}` }),
  });
  const identity = { ...deviceIdentity.parse(await answer.json()), hubUrl: hub.url };
  const folder = join(home, `station-${number}`);
  const station = makeDayStation({ number, folder, identity, clock, clockErrorMs: 0, hasSound: true });
  await station.powerOn();
  return station;
}

async function signedIn(role: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "vi-VN" });
  await signInTo(context, hub.url, signInOf(readSampleSignIns(join(home, "hub")), role));
  const page = await context.newPage();
  await page.goto(hub.url);
  await expectPage(page.locator("nav.shell-bar")).toBeVisible();
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const tile = (page: Page, number: number) => page.locator(".lead-tile").nth(number - 1);
const sessionOf = (station: DayStation) => station.screen().store.getState().lesson.session;
const pausedOf = () => stations.map((station) => station.screen().store.getState().view.kind === "paused");

test("the lesson of the timetable is started with one tap, on every station", async () => {
  let taps = 0;
  await phone.exposeFunction("tapped", () => taps++);
  await phone.addInitScript("addEventListener('click', () => window.tapped(), true)");
  await phone.goto(`${hub.url}/rooms`);
  await expectPage(phone.getByText("Theo thời khóa biểu, 08:15–")).toBeVisible();
  await button(phone, "Bắt đầu").click();
  await expectPage(button(phone, "Mắt nhìn cô")).toBeVisible();
  await until("every station has the lesson", () => stations.every((station) => sessionOf(station) !== null));
  await expectPage(phone.getByText("Các trạm đang bật đều đã làm theo.")).toBeVisible();
  expect(taps).toBe(1);
});

test("one station rests while the others play on", async () => {
  await tile(phone, 2).click();
  await phone.getByRole("dialog").getByRole("button", { name: "Mắt nhìn cô" }).click();
  await expectPage(tile(phone, 2)).toContainText("Đang nghỉ, nhìn cô");
  expect(pausedOf()).toEqual([false, true, false]);
  await phone.getByRole("dialog").getByRole("button", { name: "Tiếp tục" }).click();
  await expectPage(tile(phone, 2)).not.toContainText("Đang nghỉ");
  await phone.keyboard.press("Escape");
});

test("what a second teacher orders shows on the first one's phone", async () => {
  await second.goto(`${hub.url}/rooms/${roomId}`);
  await button(second, "Mắt nhìn cô").click();
  await expectPage(button(phone, "Tiếp tục")).toBeVisible();
  await button(phone, "Tiếp tục").click();
  await expectPage(button(second, "Mắt nhìn cô")).toBeVisible();
});

test("an order for a lesson that is over says kindly that another one runs, not that the stations were out of reach", async () => {
  const stale = "0197b0a0-0000-4000-8000-000000000000";
  await phone.route("**/api/rooms/*/orders", (route) =>
    route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), sessionId: stale }) }),
  );
  await button(phone, "Mắt nhìn cô").click();
  await expectPage(phone.getByRole("alert")).toContainText("phòng đã chuyển sang tiết khác");
  await expectPage(phone.getByRole("alert")).not.toContainText("chưa tới các trạm");
  await phone.unroute("**/api/rooms/*/orders");
  expect(pausedOf()).toEqual([false, false, false]);
});

test("a station that is ended alone says so and nobody waits for it", async () => {
  await tile(phone, 3).click();
  await phone.getByRole("dialog").getByRole("button", { name: "Kết thúc" }).click();
  await phone.getByRole("dialog").getByRole("button", { name: "Bấm lần nữa để kết thúc" }).click();
  await expectPage(tile(phone, 3)).toContainText("Đã kết thúc riêng");
  await expectPage(phone.getByText("Các trạm đang bật đều đã làm theo.")).toBeVisible();
});

test("with every station off a start is asked about once", async () => {
  for (const station of stations) await station.switchOff();
  await button(phone, "Kết thúc").click();
  await button(phone, "Bấm lần nữa để kết thúc").click();
  await expectPage(phone.getByText("Chưa trạm nào bật")).toBeVisible();
  await button(phone, "Bắt đầu").click();
  await expectPage(phone.getByText("Trạm nào bật sau sẽ tự vào")).toBeVisible();
  await button(phone, "Vẫn bắt đầu").click();
  await expectPage(button(phone, "Mắt nhìn cô")).toBeVisible();
});
