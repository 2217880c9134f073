// Tests the encrypted way to the hub: who is trusted, where else the hub is sought, and how the secret changes.
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type DeviceSecrets, makeDeviceSecrets } from "../enrolment/deviceSecrets.ts";
import type { Identity } from "../enrolment/identity.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { boot, makeIdentity, makePlainRandom, openTestOutbox, quietLog, room } from "../testing/fixtures.ts";
import { makeTestAuthority, type TestAuthority } from "../testing/testAuthority.ts";
import { startTestHub } from "../testing/testHub.ts";
import { findHubOf, hubAddresses } from "./hubAddresses.ts";
import { makeUplink } from "./uplink.ts";

const dayMs = 24 * 3_600_000;
const [first, second] = ["1", "2"].map((sign) => sign.repeat(43)) as [string, string];

let school: TestAuthority;
let stranger: TestAuthority;
beforeAll(async () => {
  [school, stranger] = await Promise.all([makeTestAuthority(), makeTestAuthority()]);
});

const certificateOf = (by: TestAuthority, fromDays = -1, untilDays = 1) =>
  by.issue(new Date(Date.now() + fromDays * dayMs), new Date(Date.now() + untilDays * dayMs));

function identityFor(url: string, more: Partial<Identity> = {}): Identity {
  return { ...makeIdentity(url), caPem: school.caPem, secret: first, ...more };
}

function connectTo(
  identity: Identity,
  more: { secrets?: DeviceSecrets; findHub?: () => Promise<readonly string[]> } = {},
) {
  const clock = makeFakeClock();
  const outbox = openTestOutbox({ clock });
  const nothing = () => {};
  const world = { online: 0 };
  const uplink = makeUplink({
    clock,
    random: makePlainRandom(),
    log: quietLog,
    outbox,
    identity,
    ...more,
    room: () => room,
    boot,
    run: 7,
    birth: () => ({
      agent: "0.3.0",
      kiosk: null,
      have: { plan: 0, config: 0, content: 0 },
      clock: { at: clock.now(), mono: clock.mono(), trusted: true },
    }),
    events: {
      desired: nothing,
      desiredRefused: nothing,
      deviceCommand: nothing,
      roomCommand: nothing,
      watch: nothing,
      hubTime: nothing,
      online: (online) => {
        if (online) world.online += 1;
      },
    },
  });
  uplink.start();
  onTestFinished(async () => {
    const stopped = uplink.stop();
    clock.advance(2000);
    await stopped;
    outbox.close();
  });
  return { clock, world };
}

/** Lets real sockets answer and the device's own pauses pass, until it holds. */
const until = (clock: { advance(ms: number): void }, holds: () => boolean) =>
  expect
    .poll(
      () => {
        clock.advance(1000);
        return holds();
      },
      { interval: 20, timeout: 10_000 },
    )
    .toBe(true);

describe("whom a device trusts", () => {
  test.each([
    ["of today", -1, 1],
    ["that was renewed and is not valid yet by a dead clock battery", 9000, 9400],
    ["that ended years ago by this device's clock", -9400, -9000],
  ])("a certificate of the school's authority %s is the hub's", async (_, from, end) => {
    const hub = await startTestHub({ shown: await certificateOf(school, from, end) });
    connectTo(identityFor(hub.url));
    await hub.until(() => hub.states.length === 1);
    expect(hub.secretsHeard).toEqual([first]);
  });

  test("whoever shows another authority's certificate does not hear the secret", async () => {
    const hub = await startTestHub({ shown: await certificateOf(stranger) });
    const real = await startTestHub({ shown: await certificateOf(school) });
    const { clock, world } = connectTo(identityFor(hub.url), { findHub: async () => [real.url] });
    await until(clock, () => world.online === 1);
    expect(hub.secretsHeard).toEqual([]);
    expect(real.secretsHeard).toContain(first);
  });

  test("every name of the hub is tried, and a moved hub is known by its authority's fingerprint", async () => {
    expect(
      hubAddresses({
        mqttUrl: "mqtts://10.0.0.1:8883",
        hubUrls: ["https://10.0.0.1:8443", "https://hub.local:8443", "rubbish"],
      }),
    ).toEqual(["mqtts://10.0.0.1:8883", "mqtts://hub.local:8883"]);
    expect(hubAddresses({ mqttUrl: "mqtt://127.0.0.1:1883" })).toEqual(["mqtt://127.0.0.1:1883"]);
    const found = [
      { hosts: ["10.0.0.9"], httpsPort: 8443, mqttsPort: 8884, fingerprint: school.fingerprint },
      { hosts: ["10.0.0.66"], httpsPort: 8443, mqttsPort: 8883, fingerprint: stranger.fingerprint },
      { hosts: ["10.0.0.67"], httpsPort: 8443, mqttsPort: null, fingerprint: null },
    ];
    expect(await findHubOf(school.caPem, async () => found)()).toEqual(["mqtts://10.0.0.9:8884"]);
  });
});

describe("how the secret changes", () => {
  function secretsOf(identity: Identity) {
    const disk = { written: identity, full: false };
    const make = () =>
      makeDeviceSecrets({
        identity: disk.written,
        log: quietLog,
        write(next) {
          if (disk.full) throw new Error("ENOSPC");
          disk.written = next;
        },
      });
    return { disk, make };
  }

  test("a new secret is written down, used, and the old one forgotten once the hub took it", async () => {
    const hub = await startTestHub({ shown: await certificateOf(school) });
    const { disk, make } = secretsOf(identityFor(hub.url));
    const { clock, world } = connectTo(disk.written, { secrets: make() });
    await hub.until(() => hub.states.length === 1);
    hub.secretTaken = second;
    hub.send("secret", { secret: second });
    await expect.poll(() => disk.written.secret, { interval: 10 }).toBe(second);
    await until(clock, () => world.online === 2);
    expect(hub.secretsHeard).toEqual([first, second]);
    expect(disk.written).toMatchObject({ secret: second });
    expect(disk.written.formerSecret).toBeUndefined();
  });

  test("a new secret that came to nothing leaves the former one", async () => {
    const hub = await startTestHub({ shown: await certificateOf(school) });
    hub.secretTaken = first;
    const { disk, make } = secretsOf(identityFor(hub.url));
    const { clock, world } = connectTo(disk.written, { secrets: make() });
    await hub.until(() => hub.states.length === 1);
    hub.send("secret", { secret: second });
    await until(clock, () => world.online === 2);
    expect(hub.secretsHeard).toEqual([first, second, first]);
    expect(disk.written).toMatchObject({ secret: first });
    expect(disk.written.formerSecret).toBeUndefined();
  });

  test("killed at any point, the device starts with a secret that works", () => {
    const { disk, make } = secretsOf(identityFor("mqtts://127.0.0.1:1"));
    // Killed before it was written: the old one stands alone.
    expect(make().current()).toBe(first);
    make().receive(second);
    // Killed before it was used: the new one first, the old one behind it, and both again if both were refused.
    const started = make();
    expect(started.current()).toBe(second);
    expect(started.refused()).toBe(true);
    expect(started.current()).toBe(first);
    expect(started.refused()).toBe(false);
    expect(started.current()).toBe(second);
    // Killed before the old one was forgotten: nothing is lost, and the next success forgets it.
    expect(make().current()).toBe(second);
    const again = make();
    again.accepted();
    expect(disk.written.formerSecret).toBeUndefined();
    expect(make().refused()).toBe(false);
  });

  test("a full disk keeps the old secret in use", () => {
    const { disk, make } = secretsOf(identityFor("mqtts://127.0.0.1:1"));
    disk.full = true;
    const secrets = make();
    expect(secrets.receive(second)).toBe(false);
    expect(secrets.current()).toBe(first);
  });
});
