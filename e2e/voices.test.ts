// The way of a teacher's voice: spoken into a browser, approved by the vice principal, heard at a web screen and kept by a station.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../broker/dashboard/testing/accessibility.ts";
import type { StationStatus } from "../kiosk/link/stationLink.ts";
import { stationSentences } from "../protocol/stationSentences.ts";
import { type HubClient, signIn } from "../tools/room/hubClient.ts";
import type { Part } from "../tools/room/part.ts";
import { enrolmentCodeFor, signInOf } from "../tools/room/sampleSchool.ts";
import { openHeadlessStation } from "./kill/headlessStation.ts";
import { expectPage } from "./room/expectPage.ts";
import { findBrowser } from "./room/realBrowser.ts";
import { takePicture } from "./room/takePicture.ts";
import { openTestRoom, type TestRoom } from "./room/testRoom.ts";
import { until } from "./until.ts";

/** The first thing that a screen says when children may choose. */
const sentence = stationSentences["choose-game"].vi;

const room: TestRoom = await openTestRoom();
const speech = join(room.home, "speech.wav");
writeFileSync(speech, spokenWave());
const browser = await findBrowser({
  args: [
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    `--use-file-for-fake-audio-capture=${speech}`,
    // As a classroom's screen is set up: it speaks before anybody has touched it.
    "--autoplay-policy=no-user-gesture-required",
    "--host-resolver-rules=MAP truong.test 127.0.0.1",
  ],
});
if (typeof browser === "string") {
  console.warn(`\nNO BROWSER HERE, its tests are skipped: ${browser}\n`);
  await room.close();
}

/** Half a minute of syllables of a fifth of a second, with a rest after every sixth; 16 bits, 48 kHz. */
function spokenWave(): Buffer {
  const rate = 48_000;
  const sound = Buffer.alloc(44 + rate * 30 * 2);
  sound.write("RIFF", 0);
  sound.writeUInt32LE(sound.length - 8, 4);
  sound.write("WAVEfmt ", 8);
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate * 2],
  ] as const)
    sound.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    sound.writeUInt16LE(value, at);
  sound.write("data", 36);
  sound.writeUInt32LE(sound.length - 44, 40);
  for (let place = 0; place < rate * 30; place += 1) {
    const t = place / rate;
    const voiced = t % 2 < 1.4 ? Math.abs(Math.sin(Math.PI * 5 * t)) : 0;
    const tone = [1, 2, 3, 5].reduce((sum, n) => sum + Math.sin(2 * Math.PI * 220 * n * t) / n, 0);
    sound.writeInt16LE(Math.round(6_000 * voiced * tone), 44 + place * 2);
  }
  return sound;
}

describe.skipIf(typeof browser === "string")("the school's own voices", () => {
  if (typeof browser === "string") return;
  let hub: Part;
  let client: HubClient;
  let screen: Page;
  const errors: string[] = [];
  const onDisk = () => readdirSync(join(room.home, "hub", "voices"));

  beforeAll(async () => {
    hub = await room.startHub();
    const { username, password } = signInOf(room.signIns(), "vicePrincipalEducation");
    client = await signIn(room.url, username, password);
    screen = await (await screenContext(browser)).newPage();
    screen.on("pageerror", (error) => errors.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await room.close();
  });

  const open = async (role: string, url = room.url): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: "vi-VN",
      permissions: ["microphone"],
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    const { username, password } = signInOf(room.signIns(), role);
    await page.goto(`${url}/voices`);
    await page.locator("input").first().fill(username);
    await page.locator("input[type=password]").fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Giọng nói", exact: true }).waitFor();
    return page;
  };
  const picture = (page: Page, name: string) => takePicture(page, `voices-${name}`);
  async function expectAccessible(page: Page): Promise<void> {
    expect(await accessibilityFaults(page, { impact: "any" })).toEqual([]);
  }
  async function openSentence(page: Page): Promise<void> {
    await page.getByRole("navigation", { name: "Chọn trò chơi" }).getByText("Lời của máy").click();
    await page.getByRole("textbox", { name: /Tìm câu/ }).fill("muon choi");
    await expectPage(page.locator(".voice-row:visible")).toHaveCount(1);
    await page.getByRole("button", { name: `Ghi âm câu: ${sentence}` }).click();
  }

  /** Which voices the screen has spoken with since its page was loaded, in their order. */
  const spoken = () => screen.evaluate(() => (window as { spokenBy?: string[] }).spokenBy ?? []);
  const firstSpoken = () => until("the screen speaks", async () => (await spoken())[0]);
  const card = () => screen.locator("button[data-house]").first();
  async function loadAnew(): Promise<void> {
    // A pointer that rests on a card says its name before the first sentence has begun.
    await screen.mouse.move(1, 1);
    await screen.reload();
    await card().waitFor({ state: "visible", timeout: 30_000 });
  }
  const keptVoices = () => screen.evaluate(() => localStorage.getItem("kidsmart.voices"));

  it("a screen speaks with the recordings that come with it while the school has none", async () => {
    const code = await enrolmentCodeFor(room.url, room.signIns(), {
      deviceName: "Màn hình lớp",
      kind: "screen",
      stationNumber: null,
      emblem: "desktop-computer",
    });
    await screen.goto(`${room.url}/screen?code=${code}`);
    await card().waitFor({ state: "visible", timeout: 30_000 });
    expect(await firstSpoken()).toBe("bundled");
  });

  it("a teacher finds a sentence without accents, reads it aloud, hears it, and sends it for approval", async () => {
    const teacher = await open("teacher");
    await expectPage(teacher.getByText("Chỉ ghi giọng của người lớn trong trường.")).toBeVisible();
    await openSentence(teacher);
    await expectAccessible(teacher);
    await teacher.getByRole("button", { name: "Bắt đầu ghi" }).click();
    await teacher.getByText("Mời cô đọc").waitFor();
    await teacher.getByText("2 giây", { exact: true }).waitFor();
    await teacher.getByRole("button", { name: "Xong", exact: true }).click();
    // It is played at once; then it can be heard again.
    await teacher.getByRole("button", { name: "Nghe lại" }).waitFor();
    await picture(teacher, "heard");
    await expectAccessible(teacher);
    await teacher.getByRole("button", { name: "Giữ bản này" }).click();
    await expectPage(teacher.getByRole("dialog")).toBeHidden();
    await expectPage(teacher.locator(".voice-row:visible")).toContainText(/Bản của .+ chờ duyệt/);
    const [waiting] = await client.call("listRecordings");
    expect(waiting).toMatchObject({ text: sentence, state: "waiting", damaged: false });
    // What was silent at both ends is gone, and what was spoken is there.
    expect(waiting?.durationMs).toBeGreaterThan(900);
    expect(waiting?.durationMs).toBeLessThan(4_000);
    await teacher.context().close();
  });

  it("the vice principal approves it when she has heard it to its end, and not before", async () => {
    const approver = await open("vicePrincipalEducation");
    const approve = approver.getByRole("button", { name: "Duyệt", exact: true });
    await expectPage(approve).toHaveAttribute("aria-disabled", "true");
    await expectAccessible(approver);
    await picture(approver, "queue");
    // The first press plays it instead; to a screen reader and to this test it is disabled until then.
    await approve.click({ force: true });
    await expectPage(approve).toHaveAttribute("aria-disabled", "false");
    expect((await client.call("listRecordings")).map(({ state }) => state)).toEqual(["waiting"]);
    await approve.click();
    await expectPage(approver.getByText("Không có bản ghi nào chờ duyệt")).toBeVisible();
    await approver.context().close();
  });

  it("the screen then speaks with the teacher's own voice, from the first sentence of a page on", async () => {
    await until("the screen has the list of voices", async () => (await keptVoices()) !== null);
    await loadAnew();
    expect(await firstSpoken()).toBe("own");
  });

  it("a recording that is damaged on its way gives way to the one that comes with the screen", async () => {
    const sound = "**/voices/*.opus";
    await screen.route(sound, (route) =>
      route.fulfill({ contentType: "audio/ogg", body: "OggS and no more" }),
    );
    await loadAnew();
    expect(await firstSpoken()).toBe("bundled");
    await screen.unroute(sound);
  });

  it("without any voice, and muted, the game goes on in silence", async () => {
    const opensGame = async () => {
      await card().click();
      await screen.frameLocator("iframe").locator("button").first().waitFor({ state: "visible" });
    };
    const sounds = "**/*.opus";
    await screen.route(sounds, (route) => route.abort());
    await loadAnew();
    await opensGame();
    expect(await spoken()).toEqual([]);
    await screen.unroute(sounds);
    await screen.evaluate(() => {
      const key = "kidsmart.document.config";
      const config = JSON.parse(localStorage.getItem(key) ?? "");
      config.body.volumePercent = 0;
      localStorage.setItem(key, JSON.stringify(config));
    });
    await loadAnew();
    await opensGame();
    expect(await spoken()).toEqual([]);
    await screen.evaluate(() => localStorage.removeItem("kidsmart.document.config"));
    await loadAnew();
    expect(await firstSpoken()).toBe("own");
  });

  it("a station keeps the recording on its own disk and speaks it while agent and hub are gone", async () => {
    const sha256 = onDisk()[0]?.replace(".opus", "") ?? "";
    const speaksAt = (station: ReturnType<typeof openHeadlessStation>["station"]) => {
      let status: StationStatus = station.begin((event) => {
        if (event.type === "status") status = event.status;
      }).status;
      return () => status.ownVoices?.vi[sentence];
    };
    const agent = await room.startAgent();
    const first = openHeadlessStation(room.home).station;
    const speaks = speaksAt(first);
    await until("the station has the recording", () => speaks() === sha256);
    await first.close();
    await agent.stop();
    await hub.stop();
    const second = openHeadlessStation(room.home).station;
    expect(speaksAt(second)()).toBe(sha256);
    expect(readdirSync(join(room.home, "kiosk", "voices")).sort()).toEqual(
      [`${sha256}.opus`, "list.json"].sort(),
    );
    await second.close();
    hub = await room.startHub();
    const { username, password } = signInOf(room.signIns(), "vicePrincipalEducation");
    client = await signIn(room.url, username, password);
  });

  it("at an address without https a teacher is told so, and a file recorded elsewhere is taken all the same", async () => {
    const teacher = await open("teacher", room.url.replace("127.0.0.1", "truong.test"));
    await openSentence(teacher);
    await expectPage(teacher.getByRole("alert").filter({ hasText: "https" })).toBeVisible();
    await expectPage(teacher.getByRole("button", { name: "Bắt đầu ghi" })).toBeHidden();
    const file = teacher.getByRole("dialog").locator("input[type=file]");
    await file.setInputFiles({ name: "no.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("no sound") });
    await expectPage(teacher.getByRole("alert").filter({ hasText: "không phải âm thanh" })).toBeVisible();
    // Nobody reads a sentence for half a minute.
    await file.setInputFiles(speech);
    await expectPage(teacher.getByRole("alert").filter({ hasText: "dài hơn 15 giây" })).toBeVisible();
    const short = spokenWave().subarray(0, 44 + 48_000 * 2 * 2);
    await file.setInputFiles({ name: "ngan.wav", mimeType: "audio/wav", buffer: short });
    await teacher.getByRole("button", { name: "Giữ bản này" }).click();
    await expectPage(teacher.getByRole("dialog")).toBeHidden();
    const [waiting] = await client.call("listRecordings");
    expect(waiting).toMatchObject({ text: sentence, state: "waiting", damaged: false });
    expect(waiting?.durationMs).toBeGreaterThan(1_200);
    expect(waiting?.durationMs).toBeLessThan(2_500);
    await teacher.context().close();
  });

  it("what is sent back says why beside its sentence", async () => {
    const approver = await open("vicePrincipalEducation");
    await approver.getByRole("button", { name: "Trả lại" }).click();
    const dialog = approver.getByRole("dialog");
    await dialog.getByRole("button", { name: "Trả lại" }).click();
    await expectPage(dialog.getByText("Cần một lý do")).toBeVisible();
    await dialog.getByRole("button", { name: "Có tiếng ồn phía sau." }).click();
    await dialog.getByRole("button", { name: "Trả lại" }).click();
    await expectPage(approver.getByText(/trả lại: Có tiếng ồn phía sau\./)).toBeVisible();
    await approver.context().close();
  });

  it("a teacher takes her voice back: it is deleted at the hub, and the screen speaks as before", async () => {
    const teacher = await open("teacher");
    await teacher.getByRole("navigation", { name: "Chọn trò chơi" }).getByText("Lời của máy").click();
    const row = teacher.locator(".voice-row:visible", { hasText: sentence });
    for (const left of [1, 0]) {
      await row.getByRole("button", { name: /^Việc khác/ }).click();
      const withdraw = teacher.getByRole("menuitem", { name: /^Gỡ bản của/ });
      // The list comes anew after each.
      await expectPage(withdraw).toHaveCount(left + 1);
      await withdraw.first().click();
      await teacher.getByRole("dialog").getByRole("button", { name: "Gỡ", exact: true }).click();
      await expectPage(teacher.getByRole("dialog")).toBeHidden();
      await until("the hub has deleted it", () => onDisk().length === left);
    }
    await until("the screen has no list of voices", async () => (await keptVoices()) === null);
    await loadAnew();
    expect(await firstSpoken()).toBe("bundled");
    await teacher.context().close();
  });

  it("raised no error in a page", () => {
    expect(errors).toEqual([]);
  });
});

/** A television without a voice of its own, which remembers who has spoken. */
async function screenContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
  await context.addInitScript(() => {
    Object.defineProperty(window, "speechSynthesis", { value: undefined });
    const spokenBy: string[] = [];
    Object.assign(window, { spokenBy });
    new MutationObserver(() => {
      const layer = document.documentElement.dataset["spokenBy"];
      if (layer !== undefined) spokenBy.push(layer);
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-spoken-by"] });
  });
  return context;
}
