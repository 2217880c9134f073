// A classroom's own screen: the day of its class on a real television browser and in real Electron, with a real hub behind it.
import type { BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoomId } from "../protocol/ids.ts";
import { addDays, localTimeOf } from "../protocol/timetable/zone.ts";
import { type HubClient, signIn } from "../tools/room/hubClient.ts";
import type { Part } from "../tools/room/part.ts";
import { readyMessage } from "../tools/room/part.ts";
import { signInOf } from "../tools/room/sampleSchool.ts";
import { moveToMorning } from "./room/morning.ts";
import { findBrowser } from "./room/realBrowser.ts";
import { findElectron } from "./room/realKiosk.ts";
import { openTestRoom, type TestRoom } from "./room/testRoom.ts";

const browser = await findBrowser();
if (typeof browser === "string") console.warn(`\nNO BROWSER HERE, its tests are skipped: ${browser}\n`);

describe.skipIf(typeof browser === "string")("a classroom's screen", () => {
  if (typeof browser === "string") return;
  let room: TestRoom;
  let hub: Part;
  let officer: HubClient;
  let teacher: HubClient;
  let carer: HubClient;
  let homeRoom: RoomId;
  let today: string;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];

  const clientOf = (role: string) => {
    const { username, password } = signInOf(room.signIns(), role);
    return signIn(room.url, username, password);
  };
  const codeFor = async (deviceName: string) => {
    const device = {
      deviceName,
      kind: "screen",
      stationNumber: null,
      emblem: "rabbit-face",
      roomId: homeRoom,
    };
    return (await officer.call("createEnrolment", { body: device })).code;
  };
  const now = () => page.getByText("Bây giờ", { exact: true });

  beforeAll(async () => {
    room = await openTestRoom();
    hub = await room.startHub();
    await hub.stop();
    const at = Date.now();
    today = localTimeOf(at, moveToMorning(room.home, at)).date;
    hub = await room.startHub();
    [officer, teacher, carer] = (await Promise.all(
      ["itOfficer", "teacher", "vicePrincipalCare"].map(clientOf),
    )) as [HubClient, HubClient, HubClient];
    const rabbits = (await officer.call("listClasses")).find(({ name }) => name === "Lớp Thỏ Trắng");
    if (rabbits?.homeRoomId == null) throw new Error("the sample class has no room");
    homeRoom = rabbits.homeRoomId;
    // A day on which the school cooks is a school day, also a Sunday.
    const meals = [{ name: "Bữa trưa", picture: "fish", dishes: ["Cơm", "Cá basa kho"] }];
    await carer.call("putMenu", { body: { days: [{ date: today, meals }] } });
    context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
    page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await room.close();
  });

  it("shows the class its day: what is now, what comes next, the menu", async () => {
    await page.goto(`${room.url}/screen?code=${await codeFor("Tivi lớp")}`);
    await now().waitFor({ state: "visible", timeout: 30_000 });
    await page.getByText("Sắp đến").waitFor();
    await page.getByText("Lớp Thỏ Trắng").waitFor();
    await page.getByText("Cơm · Cá basa kho").waitFor();
    expect(await page.locator("ol li").count()).toBe(13);
    expect(await page.locator('ol li[data-place="now"]').count()).toBe(1);
  });

  it("shows a notice when it is approved, and no longer when it is withdrawn", async () => {
    const body = {
      title: "Mai cả lớp đi vườn thú",
      text: "Bố mẹ cho con đi giày thể thao nhé!",
      picture: "bus",
      fromDate: addDays(today, -1),
      untilDate: addDays(today, 1),
      classIds: null,
    };
    const { id, revision } = await teacher.call("addNotice", { body });
    await page.getByRole("button", { name: "Thông báo" }).tap();
    const title = page.getByRole("heading", { name: body.title });
    await carer.call("approveNotice", { params: { noticeId: id }, body: { revision } });
    await title.waitFor({ state: "visible", timeout: 15_000 });
    await teacher.call("withdrawNotice", { params: { noticeId: id } });
    await title.waitFor({ state: "detached", timeout: 15_000 });
  });

  it("has targets that a hand finds, on every size of television", async () => {
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
      { width: 3840, height: 2160 },
    ]) {
      await page.setViewportSize(size);
      for (const name of ["Hôm nay", "Thực đơn tuần", "Thông báo"]) {
        const box = await page.getByRole("button", { name, exact: true }).boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(96);
      }
      const overflowing = await page.evaluate(
        () =>
          document.documentElement.scrollWidth > innerWidth ||
          document.documentElement.scrollHeight > innerHeight,
      );
      expect(overflowing).toBe(false);
    }
    await page.setViewportSize({ width: 1920, height: 1080 });
  });

  it("goes on with the day while the hub is away, and takes what changed when it is back", async () => {
    await page.getByRole("button", { name: "Hôm nay", exact: true }).tap();
    hub.process.kill("SIGKILL");
    await hub.ended;
    await now().waitFor({ state: "visible" });
    await page.getByRole("button", { name: "Thực đơn tuần" }).tap();
    await page.getByText("Cá basa kho").first().waitFor();
    hub = await room.startHub();
    [teacher, officer] = [await clientOf("teacher"), await clientOf("itOfficer")];
    const meals = [{ name: "Bữa trưa", picture: "egg", dishes: ["Trứng đúc thịt"] }];
    await carer.call("putMenu", { body: { days: [{ date: today, meals }] } });
    await page.getByText("Trứng đúc thịt").first().waitFor({ state: "visible", timeout: 60_000 });
    await page.getByRole("button", { name: "Hôm nay", exact: true }).tap();
  });

  it("plays a game that the teacher starts, with targets for a whole class, and returns to the day", async () => {
    const classes = await teacher.call("listClasses");
    const lessons = await teacher.call("listLessons");
    const schoolClass = classes.find(({ homeRoomId }) => homeRoomId === homeRoom);
    const lesson = lessons.find(({ ageBand }) => ageBand === schoolClass?.ageBand);
    const start = {
      order: "start",
      classId: schoolClass?.id,
      lessonId: lesson?.id,
      headcount: null,
      stationsInUse: null,
    };
    const params = { roomId: homeRoom };
    const lead = await teacher.call("giveOrder", { params, body: start });
    const card = page.locator("button[data-house]").first();
    await card.waitFor({ state: "visible", timeout: 15_000 });
    const smallest = async () =>
      Math.min(
        ...(await page
          .locator("button[data-house]")
          .evaluateAll((cards) =>
            cards.map((each) =>
              Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height),
            ),
          )),
      );
    expect(await smallest()).toBeGreaterThanOrEqual(120);
    await card.tap();
    await page
      .frameLocator("iframe")
      .locator("button")
      .first()
      .waitFor({ state: "visible", timeout: 15_000 });
    const end = { order: "end", sessionId: lead.sessionId, stations: null };
    await teacher.call("giveOrder", { params, body: end });
    await now().waitFor({ state: "visible", timeout: 60_000 });
  });

  it("raised no error in the page", () => {
    expect(errors).toEqual([]);
  });

  it("is the same in Electron, on a computer with an agent", async ({ skip }) => {
    const electron = await findElectron();
    if (typeof electron === "string") {
      console.warn(`\nNO ELECTRON HERE: ${electron}\n`);
      return skip();
    }
    try {
      const code = await codeFor("Máy lớp");
      const agent = room.start("agent", "dist/agent/main.mjs", "--hub", room.url, "--code", code);
      await readyMessage(agent);
      const kiosk = await electron.open(room);
      await kiosk.page.getByText("Bây giờ", { exact: true }).waitFor({ state: "visible", timeout: 30_000 });
      expect(await kiosk.page.locator("ol li").count()).toBe(13);
      // No hub and no agent: the day is on this computer's disk.
      hub.process.kill("SIGKILL");
      await hub.ended;
      agent.process.kill("SIGKILL");
      await agent.ended;
      await kiosk.kill();
      const again = await electron.open(room);
      await again.page.getByText("Bây giờ", { exact: true }).waitFor({ state: "visible", timeout: 30_000 });
    } finally {
      await electron.close();
    }
  });
});
