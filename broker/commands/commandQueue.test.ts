// Tests commands that wait: for their device, for the end of a lesson, and their end.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { MqttClient } from "mqtt";
import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CommandId, DeviceId, RoomId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import { fileKeptDays } from "../api/commands.ts";
import {
  actor,
  batchText,
  boot,
  deviceTopic,
  faultRecord,
  type Identity,
  newStream,
  startTestHub,
  type TestHub,
} from "../hubFixture.ts";

let hub: TestHub;
let device: Identity;
/** Each test has a room of its own on the one hub, whose clock only goes on. */
let room: RoomId;
const woken: string[][] = [];
const open: MqttClient[] = [];
beforeAll(async () => {
  hub = await startTestHub({ wake: async (macs) => void woken.push([...macs]) });
});
afterAll(() => hub.close());
beforeEach(async () => {
  woken.length = 0;
  room = v7() as RoomId;
  await hub.store.query
    .insertInto("room")
    .values({ id: room, name: "Phòng thử", kind: "kidsmart", position: 2 })
    .execute();
  hub.events.publish({ type: "schoolChanged" });
  device = await hub.enrol("Trạm 1", room);
});
afterEach(() => {
  for (const client of open.splice(0)) client.end(true);
});
const passes = (ms: number) => {
  hub.clock.by += ms;
  return hub.core.commands.sweep();
};

const list = () => hub.core.commands.list(device.deviceId, 20);
const states = async () => (await list()).map(({ name, state }) => [name, state]);

/** A device that is on: what it is sent, from its birth on. */
async function comesOn(identity = device): Promise<{ client: MqttClient; heard: DeviceCommand[] }> {
  const client = await hub.connect(identity);
  open.push(client);
  const heard: DeviceCommand[] = [];
  const topic = deviceTopic(hub, identity.deviceId, "deviceCommand");
  client.on("message", (found, payload) => {
    if (found === topic) heard.push(JSON.parse(payload.toString()));
  });
  await client.subscribeAsync(topic, { qos: 1 });
  await birth(client, identity);
  return { client, heard };
}
async function birth(client: MqttClient, identity = device): Promise<void> {
  const state = {
    state: "online",
    boot,
    run: 1,
    agent: "0.3.0",
    kiosk: null,
    have: { plan: 9, config: 9, content: 9 },
    clock: { at: hub.clock.now(), mono: 1000, trusted: true },
  };
  await client.publishAsync(deviceTopic(hub, identity.deviceId, "state"), JSON.stringify(state), { qos: 1 });
}

/** A lesson that somebody leads in the room, until so many ms from now. */
async function lessonRuns(ms: number): Promise<void> {
  const [classId, lessonId] = [v7(), v7()];
  await hub.store.query
    .insertInto("schoolClass")
    .values({
      id: classId,
      name: "Lớp Thử",
      emblem: "fox",
      ageBand: "5-6",
      position: 1,
      homeRoomId: null,
      children: null,
      archivedAt: null,
    })
    .execute();
  await hub.store.query
    .insertInto("lesson")
    .values({
      id: lessonId,
      title: "Thử",
      goal: "",
      ageBand: "5-6",
      minutes: 30,
      games: JSON.stringify([{ gameId: "count-animals", level: "mixed", mode: "quiz" }]),
      domains: "[]",
      archivedAt: null,
    })
    .execute();
  const now = hub.clock.now();
  const { date, minute } = localTimeOf(now, "Asia/Ho_Chi_Minh");
  const startMinute = Math.floor(minute);
  await hub.store.query
    .insertInto("publishedSlot")
    .values({
      id: v7(),
      roomId: room,
      date,
      periodId: null,
      startMinute,
      endMinute: startMinute + Math.ceil(ms / 60_000),
      classId,
      lessonId,
    })
    .execute();
  hub.events.publish({ type: "timetableChanged", room });
  await hub.core.desired.settled();
}

const resultOf = (commandId: CommandId, outcome: string) =>
  ({ ...faultRecord(1), type: "commandResult", body: { commandId, outcome, detail: "" } }) as DeviceRecord;

describe("commands to a device that is off", () => {
  test("wait when they are told to, are sent at its birth in their order, and once when they mean the same", async () => {
    const { commands } = hub.core;
    const wait = { wait: "quarter" } as const;
    await commands.send(actor, device.deviceId, { name: "lock", until: null }, wait);
    const first = await commands.send(actor, device.deviceId, { name: "setVolume", percent: 30 }, wait);
    const again = await commands.send(actor, device.deviceId, { name: "setVolume", percent: 30 }, wait);
    await commands.send(actor, device.deviceId, { name: "setVolume", percent: 40 }, wait);
    if (!first.ok || !again.ok) throw new Error("refused");
    expect(again.value.id).toBe(first.value.id);
    // A volume of before is nobody's wish any more.
    expect((await list()).map(({ state }) => state)).toEqual(["queued", "cancelled", "queued"]);
    const { heard } = await comesOn();
    await expect.poll(() => heard.length).toBe(2);
    expect(heard.map((command) => [command.name, "percent" in command ? command.percent : null])).toEqual([
      ["lock", null],
      ["setVolume", 40],
    ]);
    expect((await list()).map(({ state }) => state)).toEqual(["sent", "cancelled", "sent"]);
  });

  test("that undo one another end as the last one says", async () => {
    const { commands } = hub.core;
    const wait = { wait: "quarter" } as const;
    for (const order of [
      { name: "lock", until: null },
      { name: "unlock" },
      { name: "lock", until: null },
    ] as const)
      await commands.send(actor, device.deviceId, order, wait);
    expect(await states()).toEqual([
      ["lock", "queued"],
      ["unlock", "cancelled"],
      ["lock", "cancelled"],
    ]);
    const { heard } = await comesOn();
    await expect.poll(() => heard.map(({ name }) => name)).toEqual(["lock"]);
  });

  test("come again at a birth while they are not answered, with the same id, and not after", async () => {
    await hub.core.commands.send(actor, device.deviceId, { name: "unlock" }, { wait: "quarter" });
    const { client, heard } = await comesOn();
    await expect.poll(() => heard.length).toBe(1);
    await birth(client);
    await expect.poll(() => heard.length).toBe(2);
    const [one, two] = heard;
    expect(two?.id).toBe(one?.id);
    const up = deviceTopic(hub, device.deviceId, "up");
    const committed = hub.event(({ type }) => type === "recordsCommitted");
    await client.publishAsync(up, batchText(newStream(), 0, [resultOf(one?.id as CommandId, "done")]), {
      qos: 1,
    });
    await committed;
    const seen = hub.event((event) => event.type === "deviceChanged" && event.device === device.deviceId);
    await birth(client);
    await seen;
    await hub.core.commands.send(actor, device.deviceId, { name: "identify", seconds: 5 });
    await expect.poll(() => heard.at(-1)?.name).toBe("identify");
    expect(heard).toHaveLength(3);
  });

  test("expire when it never comes, and say so", async () => {
    await hub.core.commands.send(actor, device.deviceId, { name: "unlock" }, { wait: "quarter" });
    await passes(15 * 60_000 - 1000);
    expect(await states()).toEqual([["unlock", "queued"]]);
    const changed = hub.event(({ type }) => type === "commandChanged");
    await passes(2000);
    await changed;
    expect(await list()).toMatchObject([
      { state: "expired", detail: expect.stringContaining("không bật"), finishedAt: expect.any(Number) },
    ]);
    const told = (await hub.audited("command.expired")).filter(({ detail }) =>
      detail.includes(device.deviceId),
    );
    expect(told).toMatchObject([{ actor: "hub", subject: "Trạm 1" }]);
    const { heard, client } = await comesOn();
    await hub.core.commands.send(actor, device.deviceId, { name: "identify", seconds: 5 });
    await expect.poll(() => heard.map(({ name }) => name)).toEqual(["identify"]);
    await client.endAsync();
  });

  test("survive a restart of the hub", async () => {
    await hub.core.commands.send(actor, device.deviceId, { name: "unlock" }, { wait: "twoHours" });
    await hub.restart();
    const { heard } = await comesOn();
    await expect.poll(() => heard.map(({ name }) => name)).toEqual(["unlock"]);
  });

  test("can be taken back while they wait, and not any more once they were sent", async () => {
    const sent = await hub.core.commands.send(
      actor,
      device.deviceId,
      { name: "unlock" },
      { wait: "tomorrow" },
    );
    if (!sent.ok) throw new Error(sent.detail);
    expect(await hub.core.commands.cancel(actor, sent.value.id)).toMatchObject({ ok: true });
    expect(await states()).toEqual([["unlock", "cancelled"]]);
    expect(await hub.core.commands.cancel(actor, sent.value.id)).toMatchObject({ code: "CONFLICT" });
    const { heard } = await comesOn();
    await hub.core.commands.send(actor, device.deviceId, { name: "identify", seconds: 5 });
    await expect.poll(() => heard.map(({ name }) => name)).toEqual(["identify"]);
  });

  test("that had one and is gone again before it answers: nobody knows, and that is said", async () => {
    const { client } = await comesOn();
    await hub.core.commands.send(actor, device.deviceId, { name: "restartKiosk" });
    const gone = hub.event((event) => event.type === "deviceChanged" && event.device === device.deviceId);
    await client.endAsync();
    await gone;
    await passes(75_000);
    expect(await list()).toMatchObject([{ state: "unknown", detail: expect.stringContaining("không rõ") }]);
  });
});

describe("switching off", () => {
  test("is done when the machine says goodbye", async () => {
    await hub.core.devices.change(actor, device.deviceId, { allowReboot: true });
    const { client } = await comesOn();
    await hub.core.commands.send(actor, device.deviceId, { name: "shutDown" });
    const goodbye = { state: "stopped", boot, run: 1 };
    await client.publishAsync(deviceTopic(hub, device.deviceId, "state"), JSON.stringify(goodbye), {
      qos: 1,
    });
    await expect.poll(states).toEqual([["shutDown", "done"]]);
  });

  test("is refused where it is not allowed, in words", async () => {
    await comesOn();
    expect(await hub.core.commands.send(actor, device.deviceId, { name: "shutDown" })).toMatchObject({
      code: "COMMAND_IMPOSSIBLE",
      message: expect.stringContaining("chưa cho phép"),
    });
  });
});

describe("while children play in the room", () => {
  test("what disturbs them is refused with the hour until which they play, unless a person insists", async () => {
    await comesOn();
    await lessonRuns(20 * 60_000);
    const { commands } = hub.core;
    const lock = { name: "lock", until: null } as const;
    expect(await commands.send(actor, device.deviceId, lock)).toMatchObject({
      code: "LESSON_RUNNING",
      message: expect.stringMatching(/tiết học đến \d+:\d\d/),
    });
    expect(await commands.send(actor, device.deviceId, { name: "identify", seconds: 5 })).toMatchObject({
      ok: true,
    });
    expect(await commands.send(actor, device.deviceId, lock, { insist: true })).toMatchObject({ ok: true });
    expect(JSON.parse((await hub.audited("command.lock")).at(-1)?.detail ?? "")).toMatchObject({
      insist: true,
    });
  });

  test("a lock that waits for the end of the lesson does not undo what is ordered after it", async () => {
    await comesOn();
    await lessonRuns(20 * 60_000);
    const { commands } = hub.core;
    await commands.send(actor, device.deviceId, { name: "lock", until: null }, { wait: "twoHours" });
    await commands.send(actor, device.deviceId, { name: "unlock" });
    expect(await list()).toMatchObject([
      { name: "unlock", state: "sent" },
      { name: "lock", state: "cancelled", detail: expect.stringContaining("lệnh mới hơn") },
    ]);
  });

  test("what may wait is sent when the lesson is over, and not to a child's screen before", async () => {
    const { heard } = await comesOn();
    await lessonRuns(5 * 60_000);
    await hub.core.commands.send(actor, device.deviceId, { name: "restartKiosk" }, { wait: "quarter" });
    await hub.core.commands.sweep();
    expect(await list()).toMatchObject([
      { state: "queued", detail: expect.stringContaining("Chờ tiết học xong lúc") },
    ]);
    expect(heard).toEqual([]);
    await passes(7 * 60_000);
    await expect.poll(() => heard.map(({ name }) => name)).toEqual(["restartKiosk"]);
  });

  test("what waits longer than it may is told as expired, and was never sent", async () => {
    const { heard } = await comesOn();
    await lessonRuns(40 * 60_000);
    await hub.core.commands.send(actor, device.deviceId, { name: "restartKiosk" }, { wait: "quarter" });
    await passes(16 * 60_000);
    expect(await list()).toMatchObject([
      { state: "expired", detail: expect.stringContaining("Tiết học kéo dài") },
    ]);
    expect(heard).toEqual([]);
  });
});

describe("waking", () => {
  const mac = (n: number) => `02:00:5e:10:00:0${n}`;
  async function withCard(id: DeviceId, n: number): Promise<void> {
    const entry = { networks: [{ name: "eth0", mac: mac(n).toUpperCase(), address: `192.168.1.1${n}` }] };
    await hub.store.query
      .updateTable("device")
      .set({ inventory: JSON.stringify({ ...plainInventory, ...entry }) })
      .where("id", "=", id)
      .execute();
  }
  const plainInventory = {
    hostname: "tram",
    operatingSystem: "Linux",
    architecture: "x64",
    manufacturer: null,
    model: null,
    serial: null,
    processor: "",
    cores: 2,
    memoryMiB: 2048,
    disks: [],
    displays: [],
    agentVersion: "0.3.0",
    bios: null,
    board: null,
    chassis: null,
    memoryModules: [],
    machineUuid: null,
  };

  test("is done by a neighbour that is on and by the hub, and over when the device comes", async () => {
    const neighbour = await hub.enrol("Trạm 2", room);
    await withCard(device.deviceId, 1);
    await hub.restart();
    const awake = await comesOn(neighbour);
    const sent = await hub.core.commands.send(actor, device.deviceId, { name: "wake" });
    expect(sent).toMatchObject({
      ok: true,
      value: { state: "sent", detail: expect.stringContaining("Trạm 2, máy chủ") },
    });
    await expect.poll(() => awake.heard).toMatchObject([{ name: "wakeNeighbours", macs: [mac(1)] }]);
    expect(woken).toEqual([[mac(1)]]);
    await comesOn();
    await expect.poll(states).toEqual([["wake", "done"]]);
  });

  test("that does not work is told as failed, with what was tried", async () => {
    await withCard(device.deviceId, 1);
    await hub.restart();
    await hub.core.commands.send(actor, device.deviceId, { name: "wake" });
    await passes(6 * 60_000);
    expect(await list()).toMatchObject([
      { state: "failed", detail: expect.stringMatching(/máy chủ.*Wake-on-LAN/s) },
    ]);
  });

  test("needs the address of a network card", async () => {
    expect(await hub.core.commands.send(actor, device.deviceId, { name: "wake" })).toMatchObject({
      code: "COMMAND_IMPOSSIBLE",
    });
  });
});

describe("files that commands ask for", () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(150 * 1024, 5)]);
  const partsOf = (commandId: string, bytes = jpeg, kind = "screenshot") => {
    const size = 96 * 1024;
    const parts = Math.ceil(bytes.length / size);
    return Array.from({ length: parts }, (_, part) =>
      JSON.stringify({
        ...{ commandId, kind, part, parts },
        data: bytes.subarray(part * size, (part + 1) * size).toString("base64"),
      }),
    );
  };
  const send = async (client: MqttClient, parts: readonly string[], identity = device) => {
    for (const part of parts)
      await client.publishAsync(deviceTopic(hub, identity.deviceId, "file"), part, { qos: 1 });
  };
  async function askForPicture(): Promise<CommandId> {
    await hub.core.devices.change(actor, device.deviceId, { allowScreenshot: true });
    const sent = await hub.core.commands.send(actor, device.deviceId, { name: "screenshot" });
    if (!sent.ok) throw new Error(sent.detail);
    return sent.value.id;
  }

  test("a picture is not asked for where it is not allowed", async () => {
    const { heard } = await comesOn();
    expect(await hub.core.commands.send(actor, device.deviceId, { name: "screenshot" })).toMatchObject({
      code: "COMMAND_IMPOSSIBLE",
      message: expect.stringContaining("chưa cho phép chụp"),
    });
    expect([heard, await list()]).toEqual([[], []]);
  });

  test("comes in parts, is kept, and is gone after its days", async () => {
    const { client } = await comesOn();
    const id = await askForPicture();
    await send(client, partsOf(id));
    await expect
      .poll(async () => (await list())[0]?.file)
      .toEqual({ kind: "screenshot", bytes: jpeg.length });
    const kept = await hub.core.commands.file(id);
    expect(kept?.bytes.equals(jpeg)).toBe(true);
    await passes((fileKeptDays + 1) * 86_400_000);
    expect(await hub.core.commands.file(id)).toBeNull();
    const { readdirSync } = await import("node:fs");
    expect(readdirSync(join(dirname(hub.store.file), "command-files"))).toEqual([]);
  });

  test("of another device's command, of another kind, a second time or out of order are thrown away and told", async () => {
    const other = await hub.enrol("Trạm 2", room);
    const [mine, theirs] = [await comesOn(), await comesOn(other)];
    const id = await askForPicture();
    await send(theirs.client, partsOf(id), other);
    await send(mine.client, partsOf(v7()));
    await send(mine.client, partsOf(id, jpeg, "logs"));
    await send(mine.client, partsOf(id).slice(1));
    await send(mine.client, partsOf(id, Buffer.from("<html>")));
    await expect
      .poll(async () => new Set((await hub.audited("device.fileRefused")).map(({ subject }) => subject)))
      .toEqual(new Set(["Trạm 1", "Trạm 2"]));
    expect((await list())[0]?.file).toBeNull();
    expect(existsSync(join(dirname(hub.store.file), "command-files", "x"))).toBe(false);
    await send(mine.client, partsOf(id));
    await expect.poll(async () => (await list())[0]?.file?.bytes).toBe(jpeg.length);
    await send(mine.client, partsOf(id, Buffer.from([0xff, 0xd8, 0xff, 1])));
    await hub.core.commands.send(actor, device.deviceId, { name: "identify", seconds: 5 });
    expect((await hub.core.commands.file(id))?.bytes.equals(jpeg)).toBe(true);
  });

  test("a device that says done and whose picture never came has failed", async () => {
    const { client } = await comesOn();
    const id = await askForPicture();
    const up = deviceTopic(hub, device.deviceId, "up");
    const committed = hub.event(({ type }) => type === "recordsCommitted");
    await client.publishAsync(up, batchText(newStream(), 0, [resultOf(id, "done")]), { qos: 1 });
    await committed;
    expect(await states()).toEqual([["screenshot", "done"]]);
    await passes(3 * 60_000);
    expect(await list()).toMatchObject([
      { state: "failed", detail: expect.stringContaining("không đến được") },
    ]);
  });
});
