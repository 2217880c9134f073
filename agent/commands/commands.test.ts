import { describe, expect, test } from "vitest";
import { bootId, type CommandId, classId, commandId, lessonId, sessionId } from "../../protocol/ids.ts";
import type { DeviceCommand, RoomCommand } from "../../protocol/messages/command.ts";
import { type DeviceFilePart, largestDeviceFileBytes } from "../../protocol/messages/file.ts";
import type { CommandResult } from "../../protocol/records/commandResult.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { boot, openTestOutbox, quietLog, temporaryFolder } from "../testing/fixtures.ts";
import type { MachineActions } from "./carryOut.ts";
import { type DeviceCommandsDeps, makeDeviceCommands } from "./deviceCommands.ts";
import { openExecutedCommands } from "./executed.ts";
import { makeRoomCommands } from "./roomCommands.ts";

const idOf = (n: number): CommandId =>
  commandId.parse(`01900000-0000-7000-8000-${String(n).padStart(12, "0")}`);
const envelope = (n: number) => ({ id: idOf(n), issuedAt: 1000, expiresAt: 61_000, issuedBy: "hub" });
const restart: DeviceCommand = { ...envelope(1), name: "restartKiosk" };
const identify: DeviceCommand = { ...envelope(2), name: "identify", seconds: 10 };
const reboot: DeviceCommand = { ...envelope(3), name: "reboot" };

function make(overrides: Partial<DeviceCommandsDeps> & { folder?: string } = {}) {
  const clock = makeFakeClock();
  const outbox = openTestOutbox({ folder: overrides.folder ?? temporaryFolder(), clock });
  const results: Omit<CommandResult, "detail">[] = [];
  const details: string[] = [];
  const forwarded: string[] = [];
  const reboots: number[] = [];
  const parts: DeviceFilePart[] = [];
  const commands = makeDeviceCommands({
    clock,
    log: quietLog,
    boot,
    executed: openExecutedCommands(outbox.memory),
    hubNow: () => 2000,
    allowReboot: () => true,
    allowScreenshot: () => true,
    reboot: async () => void reboots.push(1),
    machine: null,
    sendFilePart: (part) => parts.push(part),
    askForDocuments: () => forwarded.push("documents"),
    toKiosk: (command) => {
      forwarded.push(command.name);
      return true;
    },
    restartSupervisedKiosk: null,
    record: ({ detail, ...result }, remember) => {
      results.push(result);
      details.push(detail);
      outbox.append([], { remember });
    },
    ...overrides,
  });
  return { commands, clock, outbox, results, details, forwarded, reboots, parts };
}

describe("device commands", () => {
  test("the kiosk's answer becomes the result, once", () => {
    const { commands, results, forwarded, clock } = make();
    commands.receive(identify);
    commands.receive(identify);
    expect(forwarded).toEqual(["identify"]);
    commands.kioskAnswered({ commandId: identify.id, outcome: "done", detail: "" });
    commands.kioskAnswered({ commandId: identify.id, outcome: "done", detail: "" });
    clock.advance(60_000);
    expect(results).toEqual([{ commandId: identify.id, outcome: "done" }]);
  });

  test("a kiosk that does not answer, or is not there, is a failure with words", () => {
    const silent = make();
    silent.commands.receive(restart);
    silent.clock.advance(20_000);
    expect(silent.results).toEqual([{ commandId: restart.id, outcome: "failed" }]);
    const absent = make({ toKiosk: () => false });
    absent.commands.receive(restart);
    expect([...absent.results, ...absent.details]).toEqual([
      { commandId: restart.id, outcome: "failed" },
      "Không có kiosk nào đang chạy trên máy này.",
    ]);
  });

  test("a kiosk that the agent runs itself is started again without its help", async () => {
    let restarts = 0;
    const done = Promise.withResolvers<CommandResult>();
    const { commands } = make({
      toKiosk: () => false,
      restartSupervisedKiosk: async () => void restarts++,
      record: done.resolve,
    });
    commands.receive(restart);
    expect(await done.promise).toEqual({ commandId: restart.id, outcome: "done", detail: "" });
    expect(restarts).toBe(1);
  });

  test("what comes after its time by the hub's clock is not done", () => {
    const { commands, results, forwarded } = make({ hubNow: () => 61_001 });
    commands.receive(identify);
    expect(forwarded).toEqual([]);
    expect(results).toEqual([{ commandId: identify.id, outcome: "expired" }]);
  });

  test("a reboot is refused unless the config allows it", () => {
    const { commands, results, reboots } = make({ allowReboot: () => false });
    commands.receive(reboot);
    expect(reboots).toEqual([]);
    expect(results).toEqual([{ commandId: reboot.id, outcome: "refused" }]);
  });

  test("a reboot happens once: the same command after it is known, and its result is told by the next boot", () => {
    const folder = temporaryFolder();
    const before = make({ folder });
    before.commands.receive(reboot);
    before.commands.receive(reboot);
    expect([before.reboots.length, before.results.length]).toEqual([1, 0]);
    before.outbox.close();
    const after = make({ folder, boot: bootId.parse("00000000000000b9") });
    after.commands.settleUnfinished();
    after.commands.receive(reboot);
    expect(after.reboots).toEqual([]);
    expect(after.results).toEqual([{ commandId: reboot.id, outcome: "done" }]);
    after.outbox.close();
    const later = make({ folder });
    later.commands.settleUnfinished();
    expect(later.results).toEqual([]);
  });

  test("what an agent that was killed had begun is told as failed", () => {
    const folder = temporaryFolder();
    const before = make({ folder });
    before.commands.receive(identify);
    before.outbox.close();
    const after = make({ folder });
    after.commands.settleUnfinished();
    expect(after.results).toEqual([{ commandId: identify.id, outcome: "failed" }]);
  });

  test("a full disk keeps no station locked: an unlock is handed on unremembered, once, and nothing else is", () => {
    const full = () => {
      throw Object.assign(new Error("database or disk is full"), { errcode: 13 });
    };
    const executed = { has: () => false, begin: full, finish: () => ({}), unfinished: [] };
    const { commands, forwarded, results } = make({ executed });
    const unlock: DeviceCommand = { ...envelope(4), name: "unlock" };
    commands.receive(unlock);
    commands.receive(unlock);
    commands.receive(identify);
    expect(forwarded).toEqual(["unlock"]);
    commands.kioskAnswered({ commandId: unlock.id, outcome: "done", detail: "" });
    expect(results).toEqual([
      { commandId: identify.id, outcome: "failed" },
      { commandId: unlock.id, outcome: "done" },
    ]);
  });

  test("a machine that will not reboot says why", async () => {
    const done = Promise.withResolvers<CommandResult>();
    const { commands } = make({
      reboot: () => Promise.reject(new Error("not allowed")),
      record: done.resolve,
    });
    commands.receive(reboot);
    expect(await done.promise).toMatchObject({ outcome: "failed", detail: "Error: not allowed" });
  });
});

describe("files that commands ask for", () => {
  const screenshot: DeviceCommand = { ...envelope(40), name: "screenshot" };
  const logs: DeviceCommand = { ...envelope(41), name: "collectLogs" };
  const picture = Buffer.alloc(200 * 1024, 7);
  const whole = (parts: readonly DeviceFilePart[]) =>
    Buffer.concat(parts.map(({ data }) => Buffer.from(data, "base64")));

  test("a picture is not even asked for where the config does not allow it", () => {
    const { commands, results, forwarded } = make({ allowScreenshot: () => false });
    commands.receive(screenshot);
    expect(forwarded).toEqual([]);
    expect(results).toEqual([{ commandId: screenshot.id, outcome: "refused" }]);
  });

  test("a picture goes to the hub in parts, before its result", () => {
    const { commands, results, parts } = make();
    commands.receive(screenshot);
    commands.kioskGave({ commandId: screenshot.id, kind: "screenshot", data: picture.toString("base64") });
    expect(parts).toEqual([]);
    commands.kioskAnswered({ commandId: screenshot.id, outcome: "done", detail: "" });
    expect(parts.map(({ part, parts: all }) => [part, all])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(whole(parts).equals(picture)).toBe(true);
    expect(results).toEqual([{ commandId: screenshot.id, outcome: "done" }]);
  });

  test("a kiosk that says done and gave no picture is a failure, and a file that nobody asked for goes nowhere", () => {
    const { commands, results, parts } = make();
    commands.kioskGave({ commandId: screenshot.id, kind: "screenshot", data: "AAAA" });
    commands.receive(screenshot);
    commands.kioskAnswered({ commandId: screenshot.id, outcome: "done", detail: "" });
    expect([parts, results]).toEqual([[], [{ commandId: screenshot.id, outcome: "failed" }]]);
  });

  test("the agent's log comes also when the kiosk hangs", () => {
    const machine = { ownLog: () => "dòng của agent\n" } as never;
    const { commands, parts, clock } = make({ machine });
    commands.receive(logs);
    clock.advance(20_000);
    expect(whole(parts).toString()).toContain("dòng của agent");
    expect(whole(parts).toString()).toContain("(kiosk không trả lời)");
  });

  test("logs that are too long lose their oldest lines and fit", () => {
    const line = "một dòng dài ".repeat(20);
    const machine = { ownLog: () => Array.from({ length: 9000 }, (_, n) => `${n} ${line}\n`).join("") };
    const { commands, parts } = make({ machine: machine as never, toKiosk: () => false });
    commands.receive(logs);
    const text = whole(parts).toString();
    expect(text.length).toBeLessThan(largestDeviceFileBytes);
    expect(text).toContain(`\n8999 ${line}`);
  });
});

describe("power, volume and neighbours", () => {
  const shutDown: DeviceCommand = { ...envelope(50), name: "shutDown" };
  const volume: DeviceCommand = { ...envelope(51), name: "setVolume", percent: 40 };
  const machineOf = (part: Partial<MachineActions>): MachineActions => ({
    shutDown: async () => {},
    setVolume: async () => {},
    wake: async () => {},
    ownLog: () => "",
    ...part,
  });

  test("switching off is refused where a reboot is, and the next boot proves it", () => {
    const forbidden = make({ allowReboot: () => false, machine: machineOf({}) });
    forbidden.commands.receive(shutDown);
    expect(forbidden.results).toEqual([{ commandId: shutDown.id, outcome: "refused" }]);
    const folder = temporaryFolder();
    let offs = 0;
    const machine = machineOf({ shutDown: async () => void offs++ });
    const before = make({ folder, machine });
    before.commands.receive(shutDown);
    expect([offs, before.results.length]).toEqual([1, 0]);
    before.outbox.close();
    const after = make({ folder, machine, boot: bootId.parse("00000000000000b9") });
    after.commands.settleUnfinished();
    after.commands.receive(shutDown);
    expect(offs).toBe(1);
    expect(after.results).toEqual([{ commandId: shutDown.id, outcome: "done" }]);
  });

  test("a simulated device never switches anything off", () => {
    const { commands, results } = make();
    commands.receive(shutDown);
    expect(results).toEqual([{ commandId: shutDown.id, outcome: "failed" }]);
  });

  test.each([
    ["the system's volume follows alone, the kiosk stays at its cap", async () => {}, 100],
    ["where it cannot be set the kiosk plays at the share", () => Promise.reject(new Error("no")), 40],
  ] as const)("%s", async (_, setVolume, kioskPercent) => {
    const asked = Promise.withResolvers<DeviceCommand>();
    const { commands } = make({
      machine: machineOf({ setVolume }),
      toKiosk: (command) => {
        asked.resolve(command);
        return true;
      },
    });
    commands.receive(volume);
    expect(await asked.promise).toMatchObject({ name: "setVolume", percent: kioskPercent });
  });

  test("neighbours are sent packets for the addresses of the command", async () => {
    const woken = Promise.withResolvers<readonly string[]>();
    const { commands } = make({ machine: machineOf({ wake: async (macs) => woken.resolve(macs) }) });
    commands.receive({ ...envelope(52), name: "wakeNeighbours", macs: ["02:00:5e:10:00:01"] });
    expect(await woken.promise).toEqual(["02:00:5e:10:00:01"]);
  });
});

describe("room commands", () => {
  const pause: RoomCommand = { ...envelope(11), name: "pauseLesson" };

  test("are handed on once, and not after their time", () => {
    let now = 2000;
    const handed: string[] = [];
    const room = makeRoomCommands({
      log: quietLog,
      hubNow: () => now,
      toKiosk: (command) => handed.push(command.name) > 0,
    });
    room.receive(pause);
    room.receive(pause);
    now = 61_001;
    room.receive({ ...pause, id: idOf(12) });
    expect(handed).toEqual(["pauseLesson"]);
  });

  test("wait for a kiosk that is just starting, as long as they hold", () => {
    let now = 2000;
    let there = false;
    const handed: string[] = [];
    const room = makeRoomCommands({
      log: quietLog,
      hubNow: () => now,
      toKiosk: (command) => there && handed.push(command.id) > 0,
    });
    room.receive({ ...pause, expiresAt: 3000 });
    room.receive({ ...pause, id: idOf(12) });
    now = 4000;
    there = true;
    room.kioskCame();
    room.kioskCame();
    expect(handed).toEqual([idOf(12)]);
  });

  describe("that are leads", () => {
    const lead = (n: number, revision: number, session = 1): RoomCommand => ({
      ...envelope(n),
      name: "leadLesson",
      lead: {
        sessionId: sessionId.parse(idOf(500 + session)),
        slotId: null,
        classId: classId.parse(idOf(601)),
        lessonId: lessonId.parse(idOf(602)),
        revision,
        startAt: 1000,
        endAt: 50_000,
        headcount: null,
        all: { paused: revision % 2 === 1, place: null, ended: false },
        stations: {},
        seats: {},
        otherSeats: null,
      },
    });

    function room(start = 2000) {
      const handed: string[] = [];
      const state = { now: start, there: true };
      const commands = makeRoomCommands({
        log: quietLog,
        hubNow: () => state.now,
        toKiosk(command) {
          if (state.there) handed.push(command.id);
          return state.there;
        },
      });
      return { commands, handed, state };
    }

    test("reach the kiosk once each, and one that is older than the newest never", () => {
      const { commands, handed } = room();
      for (const command of [lead(21, 1), lead(22, 2), lead(21, 1), lead(23, 1), lead(24, 2)])
        commands.receive(command);
      expect(handed).toEqual([idOf(21), idOf(22), idOf(24)]);
      // Another lesson counts from one again.
      commands.receive(lead(25, 1, 2));
      expect(handed.at(-1)).toBe(idOf(25));
    });

    test("are told to every kiosk that comes, only the newest and only while it holds", () => {
      const { commands, handed, state } = room();
      state.there = false;
      for (let revision = 1; revision <= 40; revision += 1) commands.receive(lead(100 + revision, revision));
      state.there = true;
      commands.kioskCame();
      commands.kioskCame();
      expect(handed).toEqual([idOf(140), idOf(140)]);
      state.now = 61_001;
      commands.kioskCame();
      commands.receive(lead(200, 41));
      expect(handed).toHaveLength(2);
    });
  });
});
