// One room with everything real: hub, agent, Electron, database. What the timetable says now is what children see.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HubClient } from "../tools/room/hubClient.ts";
import { signIn } from "../tools/room/hubClient.ts";
import { signInOf } from "../tools/room/sampleSchool.ts";
import { sessionEvents, storedRecords } from "./room/hubRecords.ts";
import { findElectron, type RealKiosk } from "./room/realKiosk.ts";
import { openTestRoom, type TestRoom } from "./room/testRoom.ts";
import { until } from "./until.ts";

const electron = await findElectron();
if (typeof electron === "string") console.warn(`\nNO ELECTRON HERE, its tests are skipped: ${electron}\n`);
else console.log(`real Electron ${electron.version}`);

describe.skipIf(typeof electron === "string")("a room with a real kiosk", () => {
  if (typeof electron === "string") return;
  let room: TestRoom;
  let officer: HubClient;
  let kiosk: RealKiosk;

  beforeAll(async () => {
    room = await openTestRoom();
    await room.startHub();
    await room.startAgent();
    const { username, password } = signInOf(room.signIns(), "itOfficer");
    officer = await signIn(room.url, username, password);
    kiosk = await electron.open(room);
  });
  afterAll(async () => {
    await electron.close();
    await room.close();
  });

  const station = async () => {
    const { rooms } = await officer.call("board");
    return rooms.flatMap(({ stations }) => stations).find(({ kind }) => kind === "station");
  };
  const menuCard = () => kiosk.page.locator("button[data-house]").first();

  it("opens the session that the timetable has now and offers its games", async () => {
    await menuCard().waitFor({ state: "visible", timeout: 30_000 });
    expect(await kiosk.page.locator("html").getAttribute("lang")).toBe("vi");
    const opened = await until("the hub has the opened session", () =>
      sessionEvents(room.home).find((event) => event.startsWith("opened ")),
    );
    const { rooms } = await officer.call("board");
    const current = rooms.map((each) => each.current).find((slot) => slot !== null);
    expect(opened).toBe(`opened ${current?.sessionId}`);
  });

  it("plays the game in a sandboxed frame of its own and tells the board so", async () => {
    await menuCard().click();
    const frame = kiosk.page.frameLocator("iframe");
    await frame.locator("svg, button, img").first().waitFor({ state: "visible", timeout: 15_000 });
    expect(await kiosk.page.locator("iframe").getAttribute("sandbox")).toBe("allow-scripts");
    const shown = await until("the board shows the game", async () => {
      const found = await station();
      return found?.kiosk?.state === "game" ? found : undefined;
    });
    expect(shown).toMatchObject({ reachability: "online", kiosk: { gameId: "count-animals" } });
  });

  it("lets the game reach nothing: no network, no parent, no window", async () => {
    const frame = kiosk.page.frames().find((each) => each.url().startsWith("game://"));
    if (frame === undefined) throw new Error("no game frame");
    const refused = await frame.evaluate(async (hub) => {
      const tries: Record<string, () => unknown> = {
        fetch: () => fetch(hub),
        parent: () => parent.document.title,
        open: () => {
          if (window.open("about:blank") === null) throw new Error("refused");
        },
        node: () => {
          if (!("require" in window) && !("process" in window)) throw new Error("absent");
        },
      };
      const results: Record<string, boolean> = {};
      for (const [name, attempt] of Object.entries(tries))
        results[name] = await Promise.resolve()
          .then(attempt)
          .then(
            () => false,
            () => true,
          );
      return results;
    }, room.url);
    expect(refused).toEqual({ fetch: true, parent: true, open: true, node: true });
  });

  it("comes back into the same session after being killed in the middle of a game", async () => {
    const before = sessionEvents(room.home);
    await kiosk.kill();
    kiosk = await electron.open(room);
    await menuCard().or(kiosk.page.locator("iframe")).first().waitFor({ state: "visible", timeout: 30_000 });
    await until("the board sees the kiosk again", async () => {
      const state = (await station())?.kiosk?.state;
      return state === "menu" || state === "game";
    });
    expect(sessionEvents(room.home)).toEqual(before);
  });

  it("shows its number and emblem when the IT officer asks which one it is", async () => {
    const device = await station();
    if (device === undefined) throw new Error("no station");
    await officer.call("sendCommand", {
      params: { deviceId: device.deviceId },
      body: { name: "identify", seconds: 3 },
    });
    await kiosk.page.getByText("Trạm 1 ·").waitFor({ state: "visible", timeout: 10_000 });
    await until("the hub knows the command was done", async () => {
      const page = await officer.call("showDevice", { params: { deviceId: device.deviceId } });
      return page.commands[0]?.state === "done";
    });
    await kiosk.page.getByText("Trạm 1 ·").waitFor({ state: "hidden", timeout: 10_000 });
  });

  it("refuses a reboot that the school has not allowed", async () => {
    const device = await station();
    if (device === undefined) throw new Error("no station");
    const reboot = { params: { deviceId: device.deviceId }, body: { name: "reboot" } } as const;
    await expect(officer.call("sendCommand", reboot)).rejects.toThrow("COMMAND_IMPOSSIBLE");
    const page = await officer.call("showDevice", { params: { deviceId: device.deviceId } });
    expect(page.commands.some(({ name }) => name === "reboot")).toBe(false);
  });

  it("locks its screen for as long as it is locked, over a restart of the kiosk, and tells a picture before it takes it", async () => {
    const device = await station();
    if (device === undefined) throw new Error("no station");
    const params = { deviceId: device.deviceId };
    const lock = { name: "lock", until: null } as const;
    // The class plays: only a person who insists locks it.
    await expect(officer.call("sendCommand", { params, body: lock })).rejects.toThrow("LESSON_RUNNING");
    await officer.call("sendCommand", { params, body: { ...lock, insist: true } });
    await kiosk.page.getByText("Máy đang nghỉ").waitFor();
    await kiosk.kill();
    kiosk = await electron.open(room);
    await kiosk.page.getByText("Máy đang nghỉ").waitFor();
    await until(
      "the board says that it is locked",
      async () => (await station())?.kiosk?.locked?.until === null,
    );

    await officer.call("changeDevice", { params, body: { allowScreenshot: true } });
    await until("the station may be pictured", async () => {
      const sent = await officer.call("sendCommand", { params, body: { name: "screenshot" } });
      await until("its end", async () => {
        const { commands } = await officer.call("showDevice", { params });
        const state = commands.find(({ id }) => id === sent.id)?.state;
        return state === "done" || state === "refused";
      });
      const { commands } = await officer.call("showDevice", { params });
      return commands.some(({ file }) => file?.kind === "screenshot" && file.bytes > 5_000);
    });
    await officer.call("sendCommand", { params, body: { name: "unlock" } });
    await kiosk.page.getByText("Máy đang nghỉ").waitFor({ state: "hidden" });
    await officer.call("sendCommand", {
      params,
      body: { name: "message", text: "Cô chào cả lớp!", minutes: 1 },
    });
    await kiosk.page.getByText("Cô chào cả lớp!").waitFor();
  });

  it("keeps the session going while the agent is dead, and loses nothing of it", async () => {
    const runs = () => storedRecords(room.home).filter(({ type }) => type === "gameRun").length;
    const before = runs();
    const leave = kiosk.page.getByRole("button", { name: "Về chọn trò chơi" });
    if (!(await leave.isVisible())) await menuCard().click();
    await leave.waitFor({ state: "visible" });
    await room.killAgent();
    await leave.click();
    await menuCard().waitFor({ state: "visible" });
    expect(runs()).toBe(before);
    await room.startAgent();
    await until("the run that ended without an agent arrives", () => runs() > before);
  });

  it("ends the session by the teacher's PIN, says goodbye, and does not begin it again", async () => {
    const pin = signInOf(room.signIns(), "teacher").pin ?? "";
    const corner = kiosk.page.getByRole("button", { name: "Mở bảng của cô giáo" });
    await corner.hover();
    await kiosk.page.mouse.down();
    await kiosk.page.getByText("Cô nhập mã PIN").waitFor({ state: "visible", timeout: 10_000 });
    await kiosk.page.mouse.up();
    await kiosk.page.keyboard.type(pin);
    await kiosk.page.keyboard.press("Enter");
    await kiosk.page.getByRole("button", { name: "Kết thúc" }).click();
    await kiosk.page.getByText("Tạm biệt").first().waitFor({ state: "visible" });
    await until("the hub knows the session is closed", () =>
      sessionEvents(room.home).some((event) => event.startsWith("closed ")),
    );
    await until("the board shows the goodbye or the waiting scene", async () => {
      const state = (await station())?.kiosk?.state;
      return state === "goodbye" || state === "waiting";
    });
    expect(sessionEvents(room.home).filter((event) => event.startsWith("opened "))).toHaveLength(1);
  });
});
