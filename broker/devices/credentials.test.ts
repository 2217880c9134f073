// Tests how secrets are changed, and taken away: whatever is killed in between, one secret works and only one.
import type { MqttClient } from "mqtt";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHubCertificates } from "../certificates/hubCertificates.ts";
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
let securePort: number;
let ca: string;
beforeEach(async () => {
  hub = await startTestHub();
  device = await hub.enrol();
  await listenSecurely();
});
afterEach(async () => {
  await hub.close();
});

async function listenSecurely() {
  const certificates = await openHubCertificates({
    folder: `${hub.folder}/certificates`,
    names: () => ({ hostnames: ["localhost"], addresses: ["127.0.0.1"] }),
    clock: { now: Date.now },
    log: { info() {}, error() {} } as never,
    every: () => () => {},
  });
  if (!certificates.ok) throw new Error(certificates.code);
  ca = certificates.value.authority.certificatePem;
  const started = await hub.core.startSecure("127.0.0.1", 0, certificates.value);
  if (!started.ok) throw new Error(started.code);
  securePort = started.value;
}

const connect = (secret: string, run = 1, more = {}) =>
  hub.connect(
    { ...device, secret },
    {
      protocol: "mqtts",
      port: securePort,
      ca,
      will: {
        topic: topic("state"),
        payload: Buffer.from(JSON.stringify({ state: "lost", boot, run })),
        qos: 1,
      },
      ...more,
    },
  );
const topic = (name: Parameters<typeof deviceTopic>[2]) => deviceTopic(hub, device.deviceId, name);
const refused = { code: 4 };
const changed = () => hub.event(({ type }) => type === "credentialsChanged");
const state = async () => {
  const shown = await hub.core.credentials.show(device.deviceId);
  if (!shown.ok) throw new Error(shown.code);
  return shown.value;
};
const birth = (client: MqttClient, run = 1) =>
  client.publishAsync(
    topic("state"),
    JSON.stringify({
      state: "online",
      boot,
      run,
      agent: "0.3.0",
      kiosk: null,
      have: { plan: 9, config: 9, content: 9 },
      clock: { at: Date.now(), mono: 5000, trusted: true },
    }),
    { qos: 1 },
  );

/** Connects, says it is there, and hears its new secret. */
async function hearSecret(secret: string): Promise<string> {
  const client = await connect(secret);
  await client.subscribeAsync(topic("secret"), { qos: 1 });
  const heard = nextMessage(client, topic("secret"));
  await birth(client);
  const { secret: next } = (await heard) as { secret: string };
  return next;
}

test("a new secret is given over TLS; the old one works until the new one was used, and never again", async () => {
  await hub.core.credentials.rotate(actor, device.deviceId);
  expect(await state()).toMatchObject({ askedAt: expect.any(Number), offered: false });
  const next = await hearSecret(device.secret);
  expect(next).not.toBe(device.secret);
  expect(await state()).toMatchObject({ offered: true });
  await (await connect(device.secret)).endAsync();
  await connect(next);
  expect(await state()).toMatchObject({ askedAt: null, offered: false, secretSince: expect.any(Number) });
  await expect(connect(device.secret)).rejects.toMatchObject(refused);
  expect(await hub.audited("device.secretChanged")).toHaveLength(1);
  const rows = await hub.store.query.selectFrom("credential").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(next);
});

test("a device that is on is told at once", async () => {
  const client = await connect(device.secret);
  await client.subscribeAsync(topic("secret"), { qos: 1 });
  await birth(client);
  const heard = nextMessage(client, topic("secret"));
  await hub.core.credentials.rotate(actor, device.deviceId);
  expect(await heard).toMatchObject({ secret: expect.stringMatching(/^[\w-]{43}$/) });
});

test("nothing is given in the clear: the change waits until the device comes by TLS", async () => {
  await hub.core.credentials.rotate(actor, device.deviceId);
  const client = await hub.connect(device);
  const heard: string[] = [];
  await client.subscribeAsync([topic("secret"), topic("ack")], { qos: 1 });
  client.on("message", (name) => heard.push(name));
  await birth(client);
  const acked = nextMessage(client, topic("ack"));
  await client.publishAsync(topic("up"), batchText(newStream(), 0, [faultRecord(1)]), { qos: 1 });
  await acked;
  expect(heard).not.toContain(topic("secret"));
  expect(await state()).toMatchObject({ offered: false, askedAt: expect.any(Number) });
  expect(await hearSecret(device.secret)).toHaveLength(43);
});

test("a hub that is killed after it offered knows both secrets when it is back", async () => {
  await hub.core.credentials.rotate(actor, device.deviceId);
  const next = await hearSecret(device.secret);
  await hub.restart();
  await listenSecurely();
  await (await connect(device.secret)).endAsync();
  await (await connect(next)).endAsync();
  await expect(connect(device.secret)).rejects.toMatchObject(refused);
  await hub.restart();
  await listenSecurely();
  await expect(connect(device.secret)).rejects.toMatchObject(refused);
  await connect(next);
});

test("an offer that nobody used is void after ten minutes, the old secret goes on, and another is offered", async () => {
  await hub.core.credentials.rotate(actor, device.deviceId);
  const lost = await hearSecret(device.secret);
  hub.clock.by += 10 * 60_000 + 1;
  await expect(connect(lost)).rejects.toMatchObject(refused);
  const next = await hearSecret(device.secret);
  await connect(next);
  await expect(connect(lost)).rejects.toMatchObject(refused);
});

test("credentials used by two machines are told once, audited and shown until a person has dealt with it", async () => {
  const told: unknown[] = [];
  hub.events.subscribe((event) => {
    if (event.type === "credentialsUsedTwice") told.push(event);
  });
  await connect(device.secret, 1);
  await connect(device.secret, 700);
  const noted = changed();
  await connect(device.secret, 1);
  await noted;
  await connect(device.secret, 700);
  await connect(device.secret, 1);
  expect(told).toEqual([
    {
      type: "credentialsUsedTwice",
      device: device.deviceId,
      addresses: [expect.stringContaining("127.0.0.1")],
    },
  ]);
  expect(await hub.audited("device.connectedTwice")).toHaveLength(1);
  expect((await state()).usedTwice).toMatchObject({ at: expect.any(Number) });
  await hub.core.credentials.settleUsedTwice(actor, device.deviceId);
  expect((await state()).usedTwice).toBeNull();
});

test("a cable that is pulled and plugged again, and a restart of the agent, tell nothing", async () => {
  for (const run of [1, 1, 2, 2, 3]) {
    const client = await connect(device.secret, run);
    client.stream.destroy();
  }
  expect(await hub.audited("device.connectedTwice")).toEqual([]);
});

test("a revoked device that keeps trying waits longer each time, and is told of once", async () => {
  await hub.core.devices.revoke(actor, device.deviceId);
  const waited: number[] = [];
  for (let each = 0; each < 2; each++) {
    const since = performance.now();
    await expect(connect(device.secret)).rejects.toMatchObject(refused);
    waited.push(performance.now() - since);
  }
  expect(waited[1]).toBeGreaterThan(450);
  const [first, ...more] = await hub.audited("device.signInRefused");
  expect(first).toMatchObject({ subject: "Trạm 1", detail: expect.stringContaining('"revoked":true') });
  expect(more).toEqual([]);
});
