// Tests the hub's core as a device meets it: over a real socket.
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  actor,
  batchText,
  boot,
  deviceTopic,
  faultRecord,
  healthRecord,
  newStream,
  nextMessage,
  startTestHub,
  type TestHub,
} from "./hubFixture.ts";

let hub: TestHub;
beforeEach(async () => {
  hub = await startTestHub();
});
afterEach(async () => {
  await hub.close();
});

const birth = (run = 1, have = { plan: 0, config: 0, content: 0 }) =>
  JSON.stringify({
    state: "online",
    boot,
    run,
    agent: "0.1.0",
    kiosk: null,
    have,
    clock: { at: Date.now(), mono: 5000, trusted: true },
  });

test("a device that enrolled connects, sends records and is acked when they are in the database", async () => {
  const device = await hub.enrol();
  const client = await hub.connect(device);
  const ackTopic = deviceTopic(hub, device.deviceId, "ack");
  await client.subscribeAsync(ackTopic, { qos: 1 });
  const stream = newStream();
  const ack = nextMessage(client, ackTopic);
  await client.publishAsync(
    deviceTopic(hub, device.deviceId, "up"),
    batchText(stream, 0, [healthRecord(1), healthRecord(2), faultRecord(3)]),
    { qos: 1 },
  );
  expect(await ack).toMatchObject({ stream, upto: 3 });
  const samples = await hub.store.query.selectFrom("health").selectAll().execute();
  const records = await hub.store.query.selectFrom("record").selectAll().execute();
  expect(samples.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(records.map(({ seq, type }) => [seq, type])).toEqual([[3, "fault"]]);
  expect(hub.core.figures().records).toBe(3);
});

test("a birth brings the documents the device lacks, and only those", async () => {
  const device = await hub.enrol();
  const client = await hub.connect(device);
  const topic = deviceTopic(hub, device.deviceId, "desired");
  await client.subscribeAsync(topic, { qos: 1 });
  const config = nextMessage(client, topic);
  await client.publishAsync(
    deviceTopic(hub, device.deviceId, "state"),
    birth(1, { plan: 1, config: 0, content: 0 }),
    { qos: 1 },
  );
  expect(await config).toMatchObject({ doc: "config", version: 1, body: { deviceName: "Trạm 1" } });
  const renamed = nextMessage(client, topic);
  await hub.core.devices.change(actor, device.deviceId, { name: "Trạm Thỏ" });
  expect(await renamed).toMatchObject({ doc: "config", version: 2, body: { deviceName: "Trạm Thỏ" } });
});
