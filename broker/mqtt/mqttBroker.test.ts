// Tests who may say and hear what over MQTT, with real sockets.
import type { MqttClient } from "mqtt";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import {
  actor,
  batchText,
  boot,
  deviceTopic,
  faultRecord,
  type Identity,
  newStream,
  nextMessage,
  startTestHub,
  type TestHub,
} from "../hubFixture.ts";

let hub: TestHub;
let device: Identity;
beforeEach(async () => {
  hub = await startTestHub();
  device = await hub.enrol();
});
afterEach(async () => {
  await hub.close();
});

const refused = { code: 4 };
const topic = (name: Parameters<typeof deviceTopic>[2], id: DeviceId = device.deviceId) =>
  deviceTopic(hub, id, name);
const presenceOf = (id: DeviceId) => hub.core.devices.station(id).reachability;
const changedTo = (reachability: string) =>
  hub.event(({ type }) => type === "deviceChanged" && presenceOf(device.deviceId) === reachability);

const birth = (run: number) =>
  JSON.stringify({
    state: "online",
    boot,
    run,
    agent: "0.1.0",
    kiosk: "0.1.0 (Electron)",
    have: { plan: 9, config: 9, content: 9 },
    clock: { at: Date.now(), mono: 5000, trusted: true },
  });
const gone = (state: "lost" | "stopped", run: number) => JSON.stringify({ state, boot, run });

test("a wrong secret, a foreign name and an unknown device are refused", async () => {
  const other = await hub.enrol("Trạm 2");
  await expect(hub.connect({ ...device, secret: other.secret })).rejects.toMatchObject(refused);
  await expect(hub.connect(device, { username: other.deviceId })).rejects.toMatchObject(refused);
  await expect(hub.connect(device, { clientId: "someone" })).rejects.toMatchObject(refused);
  await expect(hub.connect({ ...device, deviceId: hub.school as never })).rejects.toMatchObject(refused);
});

test("a revoked device is thrown out at once and never let in again", async () => {
  const client = await hub.connect(device);
  const closed = closing(client);
  await hub.core.devices.revoke(actor, device.deviceId);
  await closed;
  await expect(hub.connect(device)).rejects.toMatchObject(refused);
  expect(hub.core.devices.list()).toEqual([]);
});

test.each([
  ["another device's topic", (other: Identity) => topic("up", other.deviceId)],
  ["what only the hub says", () => topic("ack")],
  ["no topic of the table", () => `kidsmart/v1/${hub.school}/device/${device.deviceId}/elsewhere`],
  ["the broker's own topics", () => "$SYS/kidsmart"],
  ["another school's topic", () => topic("up").replace(hub.school, hub.room)],
])("publishing to %s is refused, audited, and ends the connection", async (_, target) => {
  const other = await hub.enrol("Trạm 2");
  const client = await hub.connect(device);
  const closed = closing(client);
  client.publish(target(other), batchText(newStream(), 0, [faultRecord(1)]), { qos: 1 }, () => {});
  await closed;
  await hub.close();
  // Audited entries are read from a copy that stays open: the hub writes the last ones when it stops.
  expect(hub.auditedAtClose("device.topicRefused")).toMatchObject([
    { actor: device.deviceId, subject: target(other), count: 1 },
  ]);
  expect(hub.recordsAtClose()).toBe(0);
  hub = await startTestHub();
});

test.each(["#", "+/v1/#", "$SYS/#"])("subscribing to %s is refused and audited", async (filter) => {
  const client = await hub.connect(device);
  const [granted] = await subscribe(client, filter);
  expect(granted).toMatchObject({ qos: 128 });
  await hub.close();
  expect(hub.auditedAtClose("device.topicRefused")).toMatchObject([{ subject: filter, count: 1 }]);
  hub = await startTestHub();
});

test("subscribing to another device's topics or with a wildcard in the own ones is refused; the own ones are granted", async () => {
  const other = await hub.enrol("Trạm 2");
  const client = await hub.connect(device);
  const wanted = [
    topic("ack", other.deviceId),
    topic("up"),
    topic("ack").replace(device.deviceId, "+"),
    topic("ack"),
    topic("desired"),
    topic("deviceCommand"),
    topic("roomCommand"),
    topic("hub"),
  ];
  const granted: unknown[] = [];
  for (const filter of wanted) granted.push((await subscribe(client, filter))[0]?.qos);
  expect(granted).toEqual([128, 128, 128, 1, 1, 1, 1, 1]);
});

test("a device that asks for the hub's hello hears it with the run's epoch", async () => {
  const client = await hub.connect(device);
  const hello = nextMessage(client, topic("hub"));
  await subscribe(client, topic("hub"));
  expect(await hello).toMatchObject({ state: "online", epoch: expect.stringMatching(/^[0-9a-f]{16}$/) });
});

test("a will on a foreign topic is refused before it can be left behind", async () => {
  const other = await hub.enrol("Trạm 2");
  const will = {
    topic: topic("state", other.deviceId),
    payload: Buffer.from(gone("lost", 1)),
    qos: 1,
  } as const;
  await expect(hub.connect(device, { will })).rejects.toMatchObject({ code: 5 });
});

test("QoS 2 is refused", async () => {
  const client = await hub.connect(device);
  const closed = closing(client);
  client.publish(topic("up"), batchText(newStream(), 0, [faultRecord(1)]), { qos: 2 }, () => {});
  await closed;
});

test("a packet that announces more than a mebibyte ends the connection before it is sent, and is audited", async () => {
  const client = await hub.connect(device);
  const closed = closing(client);
  // The header of a PUBLISH with a remaining length of 256 MiB − 1, and not a byte of it.
  client.stream.write(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]));
  await closed;
  await hub.close();
  expect(hub.auditedAtClose("device.packetTooLarge")).toHaveLength(1);
  hub = await startTestHub();
});

test("an oversized batch is quarantined and the connection stays", async () => {
  const client = await hub.connect(device);
  await subscribe(client, topic("ack"));
  const quarantined = hub.event(({ type }) => type === "quarantined");
  await client.publishAsync(topic("up"), `"${"x".repeat(300 * 1024)}"`, { qos: 1 });
  await quarantined;
  const stream = newStream();
  const ack = nextMessage(client, topic("ack"));
  await client.publishAsync(topic("up"), batchText(stream, 0, [faultRecord(1)]), { qos: 1 });
  expect(await ack).toMatchObject({ stream, upto: 1 });
  expect(hub.core.figures()).toMatchObject({ quarantine: 1, records: 1 });
});

test("an unreadable state or live message is quarantined", async () => {
  const client = await hub.connect(device);
  for (const name of ["state", "live"] as const) {
    const quarantined = hub.event(({ type }) => type === "quarantined");
    await client.publishAsync(topic(name), `{"state":"dancing"}`, { qos: 1 });
    await quarantined;
  }
  expect(hub.core.figures().quarantine).toBe(2);
});

test("a second connection with the same identity takes the place of the first", async () => {
  const first = await hub.connect(device);
  const closed = closing(first);
  await hub.connect(device);
  await closed;
  expect(hub.core.figures()).toMatchObject({ mqttConnections: 1 });
});

test("birth, will and clean stop move the reachability; the will of an older run does not", async () => {
  const will = (run: number) =>
    ({ topic: topic("state"), payload: Buffer.from(gone("lost", run)), qos: 1 }) as const;
  expect(presenceOf(device.deviceId)).toBe("neverSeen");
  const first = await hub.connect(device, { will: will(1) });
  const online = changedTo("online");
  await first.publishAsync(topic("state"), birth(1), { qos: 1 });
  await online;
  const lost = changedTo("lost");
  first.stream.destroy();
  await lost;

  const second = await hub.connect(device, { will: will(2) });
  const back = changedTo("online");
  await second.publishAsync(topic("state"), birth(2), { qos: 1 });
  await back;
  await second.publishAsync(topic("state"), gone("lost", 1), { qos: 1 });
  await second.publishAsync(topic("state"), gone("stopped", 1), { qos: 1 });
  await subscribe(second, topic("ack"));
  const ack = nextMessage(second, topic("ack"));
  await second.publishAsync(topic("up"), batchText(newStream(), 0, [faultRecord(1)]), { qos: 1 });
  await ack;
  expect(presenceOf(device.deviceId)).toBe("online");

  const stopped = changedTo("stopped");
  await second.publishAsync(topic("state"), gone("stopped", 2), { qos: 1 });
  await stopped;
  await second.endAsync();
  expect(presenceOf(device.deviceId)).toBe("stopped");
});

test("a device that vanishes without a will is lost all the same", async () => {
  const client = await hub.connect(device);
  const online = changedTo("online");
  await client.publishAsync(topic("state"), birth(1), { qos: 1 });
  await online;
  const lost = changedTo("lost");
  client.stream.destroy();
  await lost;
  expect(hub.core.figures()).toMatchObject({ devices: { known: 1, online: 0 }, mqttConnections: 0 });
});

test("a port that is taken is a result, not a crash", async () => {
  const second = await startTestHub({ unstarted: true });
  expect(await second.core.start("127.0.0.1", hub.port)).toMatchObject({ ok: false, code: "PORT_TAKEN" });
  await second.close();
});

const closing = (client: MqttClient) =>
  new Promise<void>((resolve) => {
    client.once("close", () => resolve());
  });

async function subscribe(client: MqttClient, filter: string) {
  return new Promise<{ topic: string; qos: number }[]>((resolve) => {
    // A refusal is an error to mqtt.js; what was granted is what the test asks.
    client.subscribe(filter, { qos: 1 }, (_, granted, packet) =>
      resolve(
        packet?.granted.map((qos) => ({ topic: filter, qos: Number(qos) })) ??
          (granted ?? []).map((one) => ({ topic: one.topic, qos: one.qos })),
      ),
    );
  });
}
