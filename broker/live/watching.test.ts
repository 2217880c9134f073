import { expect, onTestFinished, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import type { Watch } from "../../protocol/messages/watch.ts";
import { deviceTopic, nextMessage, startTestHub } from "../hubFixture.ts";
import type { Device } from "../hubServices.ts";
import { makeWatching } from "./watching.ts";

const device = "00000000-0000-7000-8000-00000000000a" as DeviceId;

function watching(connected = true, known: Partial<Device> | undefined = { revokedAt: null }) {
  const sent: [DeviceId, Watch][] = [];
  let now = 1000;
  const made = makeWatching({
    find: () => known as Device | undefined,
    isConnected: () => connected,
    send: (id, watch) => sent.push([id, watch]),
    clock: { mono: () => now },
  });
  return {
    sent,
    watch: made.watch,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test("whoever looks makes the device tell for half a minute, and has to say so again", () => {
  const { sent, watch, pass } = watching();
  expect(watch(device)).toEqual({ ok: true, value: { seconds: 30 } });
  expect(sent).toEqual([[device, { seconds: 30 }]]);
  pass(600_000);
  // Nobody asked meanwhile, and the hub asked nobody.
  expect(sent).toHaveLength(1);
  watch(device);
  expect(sent).toHaveLength(2);
});

test("many who look at once are one question to the device", () => {
  const { sent, watch, pass } = watching();
  for (let page = 0; page < 10; page++) expect(watch(device).ok).toBe(true);
  expect(sent).toHaveLength(1);
  pass(15_000);
  watch(device);
  expect(sent).toHaveLength(2);
});

test("a device that is away, unknown or revoked cannot be looked at", () => {
  expect(watching(false).watch(device)).toMatchObject({ ok: false, code: "DEVICE_OFFLINE" });
  expect(watching(true, { revokedAt: 1 }).watch(device)).toMatchObject({ ok: false, code: "NOT_FOUND" });
  const unknown = makeWatching({
    find: () => undefined,
    isConnected: () => true,
    send: () => {
      throw new Error("nobody to send to");
    },
    clock: { mono: () => 0 },
  });
  expect(unknown.watch(device)).toMatchObject({ code: "NOT_FOUND" });
});

test("over MQTT the device hears it, and what it tells reaches the hub, from an older agent too", async () => {
  const hub = await startTestHub();
  onTestFinished(() => hub.close());
  const identity = await hub.enrol();
  const id = identity.deviceId;
  expect(hub.core.watching.watch(id)).toMatchObject({ code: "DEVICE_OFFLINE" });
  const client = await hub.connect(identity);
  await client.subscribeAsync(deviceTopic(hub, id, "watch"), { qos: 0 });
  const heard = nextMessage(client, deviceTopic(hub, id, "watch"));
  expect(hub.core.watching.watch(id)).toMatchObject({ ok: true });
  expect(await heard).toEqual({ seconds: 30 });
  const told = hub.event(({ type }) => type === "deviceLoad");
  const load = { cpuPercent: 41, memoryPercent: 62 };
  client.publish(deviceTopic(hub, id, "live"), JSON.stringify({ kiosk: null, load }));
  expect(await told).toMatchObject({
    device: id,
    load: { ...load, temperatureC: null, receivedKiBPerSecond: null },
  });
});
