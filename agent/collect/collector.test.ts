import { expect, test } from "vitest";
import type { KioskState } from "../../protocol/records/health.ts";
import type { Inventory } from "../../protocol/records/inventory.ts";
import type { RecordType } from "../../protocol/records/records.ts";
import { makeRecorder } from "../outbox/recorder.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { openTestOutbox, quietLog, temporaryFolder } from "../testing/fixtures.ts";
import { simulatedProbes } from "../testing/simulatedProbes.ts";
import { type CollectorDeps, makeCollector } from "./collector.ts";
import type { MachineProbes } from "./machineProbes.ts";
import type { Plugged } from "./peripherals.ts";

const day = 24 * 3600_000;
const minute = 60_000;
const settled = () => new Promise(setImmediate);

function collect(
  probes: Partial<MachineProbes> = {},
  overrides: Partial<CollectorDeps> = {},
  folder = temporaryFolder(),
) {
  const clock =
    overrides.clock === undefined ? makeFakeClock() : (overrides.clock as ReturnType<typeof makeFakeClock>);
  const outbox = openTestOutbox({ clock, folder });
  const collector = makeCollector({
    clock,
    log: quietLog,
    recorder: makeRecorder({ outbox, clock, log: quietLog }),
    memory: outbox.memory,
    machine: { ...simulatedProbes(1), ...probes },
    kiosk: (): KioskState => "menu",
    healthEveryMs: () => minute,
    toldTo: () => "hub",
    ownSoftware: () => ({ agentVersion: "0.2.0", kioskVersion: null, games: [] }),
    linkQuality: () => ({ roundTripMs: 9, lostPercent: 0 }),
    deviceClock: () => ({ offsetMs: 0, trusted: true }),
    counts: () => ({ powerLosses: 0, kioskStarts: 0, kioskCrashes: 0, gameCrashes: 0 }),
    firstHealth: () => {},
    ...overrides,
  });
  collector.start();
  const records = (type: RecordType) =>
    (outbox.take(0, { maxRecords: 10_000, maxBytes: 1e9 })?.records ?? []).filter(
      (record) => record.type === type,
    );
  /** Lets time pass in steps, so that answers arrive between the rounds. */
  const pass = async (ms: number, stepMs = 10_000) => {
    for (let passed = 0; passed < ms; passed += stepMs) {
      clock.advance(stepMs);
      await settled();
    }
  };
  const stop = () => {
    collector.stop();
    outbox.close();
  };
  return { clock, records, pass, stop, folder };
}

test("health comes soon after the start, then by the config", async () => {
  let first = 0;
  const { records, pass } = collect({}, { firstHealth: () => first++ });
  await pass(63_000, 1000);
  expect(first).toBe(1);
  expect(records("health")).toHaveLength(2);
  expect(records("health")[0]).toMatchObject({ body: { diskFreeMiB: 49_999, kiosk: "menu" } });
});

test("the inventory is sent at the start and when it changed, not daily for nothing", async () => {
  let current = (await simulatedProbes(1).inventory(new AbortController().signal)) as Inventory;
  let asked = 0;
  const { clock, records, pass } = collect(
    {
      inventory: async () => {
        asked += 1;
        return current;
      },
    },
    { healthEveryMs: () => 1e12 },
  );
  await pass(minute);
  expect(records("inventory")).toHaveLength(1);
  clock.advance(day);
  await settled();
  current = { ...current, memoryMiB: 1024 };
  clock.advance(day);
  await settled();
  expect(asked).toBe(3);
  expect(records("inventory")).toHaveLength(2);
  expect(records("inventory")[1]).toMatchObject({ body: { memoryMiB: 1024 } });
});

test("the list of software is sent once, and again when a program or a game changed its version", async () => {
  let games = [{ gameId: "dem-qua", version: "1.0.0" }];
  const { records, pass } = collect(
    {},
    { ownSoftware: () => ({ agentVersion: "0.2.0", kioskVersion: "0.2.0", games }) },
  );
  await pass(10 * minute);
  expect(records("software")).toHaveLength(1);
  games = [{ gameId: "dem-qua", version: "1.1.0" }];
  await pass(2 * minute);
  expect(records("software")).toHaveLength(2);
  expect(records("software")[1]).toMatchObject({ body: { games, programs: [{ name: "simulated" }] } });
});

test("a mouse that vanished is a record, also when it vanished while the power was off", async () => {
  const mouse: Plugged = { kind: "mouse", name: "Optical" };
  const stick: Plugged = { kind: "other", name: "DataTraveler", usbId: "0951:1666" };
  let plugged: Plugged[] = [mouse, mouse, stick];
  const probes = { peripherals: async () => ({ plugged, usb: [] }) };
  const before = collect(probes);
  await before.pass(minute);
  expect(before.records("peripheral")).toHaveLength(3);
  before.stop();
  plugged = [mouse];
  const after = collect(probes, {}, before.folder);
  await after.pass(minute);
  expect(after.records("peripheral").slice(3)).toMatchObject([
    { body: { ...mouse, event: "vanished", usbId: null } },
    { body: { ...stick, event: "vanished" } },
  ]);
  expect(after.records("condition").at(-1)).toMatchObject({ body: { input: { mice: 1 } } });
});

test("sources that hang, fail or talk rubbish are each told once, and all the rest is measured", async () => {
  const { records, pass } = collect({
    disks: () => new Promise(() => {}),
    sound: () => Promise.reject(new Error("no amixer for you")),
    health: {
      ...simulatedProbes(1).health,
      temperatureC: () => new Promise(() => {}),
      traffic: () => Promise.reject(new Error("no")),
    },
  });
  await pass(40 * minute);
  expect(records("fault").map(({ body }) => body)).toMatchObject([
    { kind: "probeFailed", detail: expect.stringContaining("traffic (failed): no.") },
    { kind: "probeFailed", detail: expect.stringContaining("temperature (timedOut)") },
    { kind: "probeFailed", detail: expect.stringContaining("sound (failed)") },
    { kind: "probeFailed", detail: expect.stringContaining("disks (timedOut)") },
  ]);
  expect(records("health").length).toBeGreaterThan(35);
  expect(records("health").at(-1)).toMatchObject({
    body: { temperatureC: null, receivedKiB: null, diskFreeMiB: 49_999 },
  });
  expect(records("condition").at(-1)).toMatchObject({
    body: {
      disks: null,
      sound: null,
      volumes: [{ mount: "/" }],
      link: { interface: "eth0", kind: "wired", roundTripMs: 9 },
      unmeasured: [
        { source: "sound", reason: "failed" },
        { source: "disks", reason: "timedOut" },
      ],
    },
  });
});
