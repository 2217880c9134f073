// Tests the history of a device's comings and goings, over real MQTT.
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { boot, deviceTopic, type Identity, startTestHub, type TestHub } from "../hubFixture.ts";

let hub: TestHub;
let device: Identity;
const logged: string[] = [];
beforeEach(async () => {
  logged.length = 0;
  hub = await startTestHub({ log: pino({ level: "error" }, { write: (line) => logged.push(line) }) });
  device = await hub.enrol();
});
afterEach(() => hub.close());

const written = () => hub.event(({ type }) => type === "presenceWritten");
const history = () =>
  hub.store.query.selectFrom("presence").orderBy("minute").select(["deviceId", "state"]).execute();
const birth = () => ({
  state: "online",
  boot,
  run: 1,
  agent: "0.1.0",
  kiosk: null,
  have: { plan: 0, config: 0, content: 0 },
  clock: { at: hub.clock.now(), mono: 1000, trusted: true },
});
const minutes = (count: number) => {
  hub.clock.by += count * 60_000;
};

test("coming, going and stopping are kept, each with its time", async () => {
  const client = await hub.connect(device);
  const topic = deviceTopic(hub, device.deviceId, "state");
  let kept = written();
  await client.publishAsync(topic, JSON.stringify(birth()), { qos: 1 });
  await kept;
  minutes(2);
  kept = written();
  await client.publishAsync(topic, JSON.stringify({ state: "stopped", boot, run: 1 }), { qos: 1 });
  await kept;
  minutes(2);
  kept = written();
  await client.publishAsync(topic, JSON.stringify(birth()), { qos: 1 });
  await kept;
  minutes(2);
  kept = written();
  client.stream.destroy();
  await kept;
  expect((await history()).map(({ state }) => state)).toEqual(["online", "stopped", "online", "lost"]);
});

test("a device that flaps leaves one row a minute, with what was last", async () => {
  // The middle of a minute, so that the flapping stays in it.
  hub.clock.by += 90_000 - (hub.clock.now() % 60_000);
  const found = hub.core.devices.find(device.deviceId);
  if (found === undefined) throw new Error("no device");
  const link = { document() {}, deviceCommand() {}, roomCommand() {}, close() {} };
  const hello = { kiosk: "0.1.0", have: { plan: 0, config: 0, content: 0 } };
  for (let count = 0; count < 50; count += 1) {
    const connection = hub.core.screens.open(found, hello, link);
    connection.closed(false);
  }
  let kept = written();
  await kept;
  expect(await history()).toEqual([{ deviceId: device.deviceId, state: "lost" }]);
  kept = written();
  hub.core.screens.open(found, hello, link);
  await kept;
  expect(await history()).toEqual([{ deviceId: device.deviceId, state: "online" }]);
});

test("when it cannot be written the log says why", async () => {
  hub.store.sqlite.exec(`
    CREATE TRIGGER refuse BEFORE INSERT ON presence BEGIN SELECT RAISE(ABORT, 'refused by the test'); END`);
  const client = await hub.connect(device);
  await client.publishAsync(deviceTopic(hub, device.deviceId, "state"), JSON.stringify(birth()), { qos: 1 });
  await hub.close();
  expect(logged.join("")).toContain("refused by the test");
});
