// Tests commands from the dashboard to a device and back.

import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CommandId, DeviceId, RecordId } from "../../protocol/ids.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import {
  actor,
  batchText,
  deviceTopic,
  faultRecord,
  type Identity,
  newStream,
  nextMessage,
  startTestHub,
  type TestHub,
} from "../hubFixture.ts";
import type { ScreenLink } from "../hubServices.ts";

let hub: TestHub;
let device: Identity;
beforeEach(async () => {
  hub = await startTestHub();
  device = await hub.enrol();
});
afterEach(async () => {
  await hub.close();
});

const restart = { name: "restartKiosk" } as const;
const resultOf = (commandId: CommandId, outcome: string) =>
  ({
    ...faultRecord(1),
    type: "commandResult",
    body: { commandId, outcome, detail: "xong" },
  }) as DeviceRecord;
const openScreen = (calls: unknown[]) => {
  const link: ScreenLink = {
    document: () => {},
    deviceCommand: (command) => calls.push(command),
    roomCommand: (command) => calls.push(command),
    close: (reason) => calls.push(reason),
  };
  const found = hub.core.devices.find(device.deviceId);
  if (found === undefined) throw new Error("no device");
  return hub.core.screens.open(found, { kiosk: "0.1.0", have: { plan: 1, config: 1, content: 0 } }, link);
};

test("a command to a device that is away is refused and leaves nothing behind", async () => {
  expect(await hub.core.commands.send(actor, device.deviceId, restart)).toMatchObject({
    code: "DEVICE_OFFLINE",
  });
  expect(await hub.core.commands.send(actor, hub.school as unknown as DeviceId, restart)).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await hub.core.commands.list(device.deviceId, 10)).toEqual([]);
});

test("a command arrives, and its result becomes its state", async () => {
  const client = await hub.connect(device);
  const topic = deviceTopic(hub, device.deviceId, "deviceCommand");
  await client.subscribeAsync(topic, { qos: 1 });
  const arrived = nextMessage(client, topic);
  const sent = await hub.core.commands.send(actor, device.deviceId, { name: "identify", seconds: 5 });
  if (!sent.ok) throw new Error(sent.detail);
  expect(await arrived).toMatchObject({ id: sent.value.id, name: "identify", seconds: 5, issuedBy: "hub" });
  const changed = hub.event(({ type }) => type === "commandChanged");
  const up = deviceTopic(hub, device.deviceId, "up");
  await client.publishAsync(up, batchText(newStream(), 0, [resultOf(sent.value.id, "done")]), { qos: 1 });
  await changed;
  expect(await hub.core.commands.list(device.deviceId, 10)).toMatchObject([
    { id: sent.value.id, state: "done", detail: "xong", finishedAt: expect.any(Number) },
  ]);
});

test("another device's result changes nothing", async () => {
  const other = await hub.enrol("Trạm 2");
  const [client, stranger] = [await hub.connect(device), await hub.connect(other)];
  const sent = await hub.core.commands.send(actor, device.deviceId, restart);
  if (!sent.ok) throw new Error(sent.detail);
  const committed = hub.event(({ type }) => type === "recordsCommitted");
  const up = deviceTopic(hub, other.deviceId, "up");
  await stranger.publishAsync(up, batchText(newStream(), 0, [resultOf(sent.value.id, "done")]), { qos: 1 });
  await committed;
  expect(await hub.core.commands.list(device.deviceId, 10)).toMatchObject([{ state: "sent" }]);
  await client.endAsync();
});

test("a command nobody answered expires", async () => {
  await hub.connect(device);
  await hub.core.commands.send(actor, device.deviceId, restart);
  hub.clock.by = 75_000;
  const changed = hub.event(({ type }) => type === "commandChanged");
  await changed;
  expect(await hub.core.commands.list(device.deviceId, 10)).toMatchObject([{ state: "expired" }]);
});

test("every station of the room that is on is asked to check itself, and one line in the audit says so", async () => {
  const station = await hub.enrol("Trạm 2");
  const client = await hub.connect(station);
  const topic = deviceTopic(hub, station.deviceId, "deviceCommand");
  await client.subscribeAsync(topic, { qos: 1 });
  const arrived = nextMessage(client, topic);
  const calls: unknown[] = [];
  openScreen(calls);
  await hub.enrol("Trạm tắt");
  const asked = await hub.core.commands.checkReadiness(actor, hub.room);
  if (!asked.ok) throw new Error(asked.detail);
  expect([...asked.value].sort()).toEqual([device.deviceId, station.deviceId].sort());
  expect(await arrived).toMatchObject({ name: "checkReadiness" });
  expect(calls).toMatchObject([{ name: "checkReadiness" }]);
  expect(await hub.audited("readiness.check")).toMatchObject([{ subject: "Phòng Kidsmart" }]);
  expect(await hub.core.commands.list(station.deviceId, 1)).toMatchObject([{ state: "sent" }]);
  expect(await hub.core.commands.checkReadiness(actor, hub.school as never)).toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a web screen stores records, answers commands, and is closed when it is replaced or revoked", async () => {
  const first: unknown[] = [];
  const second: unknown[] = [];
  openScreen(first);
  const connection = openScreen(second);
  expect(first).toEqual(["replaced"]);
  const id = v7() as RecordId;
  const record = { id, at: hub.clock.now(), type: "fault", body: { kind: "other", detail: "thử" } } as const;
  expect(await connection.records([record])).toEqual([id]);
  expect(await connection.records([record])).toEqual([id]);
  expect(hub.core.figures().records).toBe(1);
  const sent = await hub.core.commands.send(actor, device.deviceId, restart);
  if (!sent.ok) throw new Error(sent.detail);
  expect(second).toMatchObject([{ name: "restartKiosk" }]);
  await connection.commandResult({
    type: "commandResult",
    commandId: sent.value.id,
    outcome: "done",
    detail: "",
  });
  expect(await hub.core.commands.list(device.deviceId, 1)).toMatchObject([{ state: "done" }]);
  await hub.core.devices.revoke(actor, device.deviceId);
  expect(second.at(-1)).toBe("revoked");
});
