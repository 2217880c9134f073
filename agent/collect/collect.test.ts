import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { health as healthType, type KioskState } from "../../protocol/records/health.ts";
import type { Inventory } from "../../protocol/records/inventory.ts";
import type { RecordType } from "../../protocol/records/records.ts";
import { makeRecorder } from "../outbox/recorder.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { openTestOutbox, quietLog, temporaryFolder } from "../testing/fixtures.ts";
import { systemClock } from "../time/clock.ts";
import { askInventory } from "./askInventory.ts";
import { type CollectorDeps, makeCollector } from "./collector.ts";
import { makeCpuMeter } from "./cpu.ts";
import { type HealthProbes, machineProbes, takeHealth } from "./health.ts";
import { makeTrafficMeter, parseProcNetDev } from "./network.ts";
import {
  comparePeripherals,
  findPeripherals,
  type Plugged,
  parseInputDevices,
  parseSoundCards,
} from "./peripherals.ts";
import { linuxTemperature } from "./temperature.ts";

const inventory: Inventory = {
  hostname: "tram-1",
  operatingSystem: "Debian",
  architecture: "x64",
  manufacturer: null,
  model: null,
  serial: null,
  processor: "x",
  cores: 2,
  memoryMiB: 2048,
  disks: [],
  displays: [],
  networks: [],
  agentVersion: "0.1.0",
};
const probes: HealthProbes = {
  cpuPercent: () => 10,
  memoryPercent: () => 20,
  diskFreeMiB: async () => 30,
  temperatureC: async () => 40,
  traffic: async () => ({ receivedKiB: 1, sentKiB: 2 }),
};

function collect(overrides: Partial<CollectorDeps> = {}) {
  const clock = makeFakeClock();
  const outbox = openTestOutbox({ clock });
  const arrivals = new Set<() => void>();
  outbox.onStored(() => {
    for (const look of arrivals) look();
  });
  const collector = makeCollector({
    clock,
    log: quietLog,
    recorder: makeRecorder({ outbox, clock, log: quietLog }),
    memory: outbox.memory,
    probes,
    takeInventory: async () => inventory,
    findPeripherals: async () => null,
    kiosk: (): KioskState => "menu",
    healthEveryMs: () => 60_000,
    inventoryFor: () => "hub",
    firstHealth: () => {},
    ...overrides,
  });
  collector.start();
  const records = (type: RecordType) =>
    (outbox.take(0, { maxRecords: 1000, maxBytes: 1e9 })?.records ?? []).filter(
      (record) => record.type === type,
    );
  const until = (type: RecordType, count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (records(type).length >= count) resolve();
      };
      arrivals.add(look);
      look();
    });
  return { clock, collector, records, until };
}

describe("the collector", () => {
  test("health comes soon after the start, then by the config", async () => {
    let first = 0;
    const { clock, records, until } = collect({ firstHealth: () => first++ });
    clock.advance(3000);
    await until("health", 1);
    clock.advance(60_000);
    await until("health", 2);
    expect(first).toBe(1);
    expect(records("health")[0]).toMatchObject({
      type: "health",
      body: { cpuPercent: 10, kiosk: "menu", sentKiB: 2 },
    });
  });

  test("the inventory is sent at the start and when it changed, not daily for nothing", async () => {
    let current = inventory;
    let asked = 0;
    const { clock, records, until } = collect({
      healthEveryMs: () => 1e12,
      takeInventory: async () => {
        asked += 1;
        return current;
      },
    });
    const day = 24 * 3600_000;
    clock.advance(20_000);
    await until("inventory", 1);
    clock.advance(day);
    current = { ...inventory, memoryMiB: 1024 };
    clock.advance(day);
    await until("inventory", 2);
    expect(asked).toBe(3);
    expect(records("inventory")).toHaveLength(2);
    expect(records("inventory")[1]).toMatchObject({ body: { memoryMiB: 1024 } });
  });

  test("a mouse that vanished is a record, also when it vanished while the power was off", async () => {
    const mouse: Plugged = { kind: "mouse", name: "Optical" };
    let plugged: Plugged[] = [mouse, mouse];
    const { clock, records, until } = collect({
      healthEveryMs: () => 1e12,
      takeInventory: () => new Promise(() => {}),
      findPeripherals: async () => plugged,
    });
    clock.advance(10_000);
    await until("peripheral", 2);
    plugged = [mouse];
    clock.advance(5 * 60_000);
    await until("peripheral", 3);
    expect(records("peripheral").at(-1)).toMatchObject({
      type: "peripheral",
      body: { ...mouse, event: "vanished" },
    });
  });

  test("a probe that hangs or fails leaves its place empty, is told once, and stops nobody", async () => {
    const failed: string[] = [];
    const clock = makeFakeClock();
    const taken = takeHealth({
      clock,
      probes: {
        ...probes,
        temperatureC: () => new Promise(() => {}),
        traffic: () => Promise.reject(new Error("no")),
      },
      kiosk: () => "off",
      probeFailed: (probe) => failed.push(probe),
    });
    // Whoever answers has answered; the clock then runs out for the one who does not.
    await new Promise(setImmediate);
    clock.advance(10_000);
    expect(await taken).toEqual({
      cpuPercent: 10,
      memoryPercent: 20,
      diskFreeMiB: 30,
      temperatureC: null,
      receivedKiB: null,
      sentKiB: null,
      kiosk: "off",
    });
    expect(failed.sort()).toEqual(["network", "temperature"]);
  });
});

describe("the probes", () => {
  test("this very machine tells a valid sample, cheaply", async () => {
    const machine = machineProbes(systemClock, temporaryFolder());
    const failed: string[] = [];
    const take = () =>
      takeHealth({
        clock: systemClock,
        probes: machine,
        kiosk: () => "off",
        probeFailed: (name) => failed.push(name),
      });
    await take();
    const before = process.cpuUsage();
    const samples = 20;
    for (let n = 0; n < samples; n++) expect(healthType.schema.safeParse(await take()).success).toBe(true);
    const { user, system } = process.cpuUsage(before);
    expect(failed).toEqual([]);
    expect((user + system) / 1000 / samples).toBeLessThanOrEqual(30);
  });

  test("this very machine tells its inventory", async () => {
    const found = await askInventory();
    expect(found.cores).toBeGreaterThanOrEqual(1);
    expect(found.memoryMiB).toBeGreaterThan(100);
  });

  test("the load is the busy share between two readings", () => {
    const times = (user: number, idle: number) => ({ times: { user, nice: 0, sys: 0, idle, irq: 0 } });
    const readings = [
      [times(0, 0), times(0, 0)],
      [times(30, 70), times(10, 90)],
      [times(30, 70), times(10, 90)],
    ];
    const meter = makeCpuMeter(() => readings.shift() ?? []);
    expect(meter()).toBe(20);
    expect(meter()).toBe(0);
  });

  test("traffic counts real interfaces, and a counter that began anew tells nothing", async () => {
    const text = [
      "Inter-|   Receive                            |  Transmit",
      " face |bytes    packets errs drop fifo frame compressed multicast|bytes packets",
      "    lo: 999999 1 0 0 0 0 0 0 999999 1 0 0 0 0 0 0",
      "  eth0: 10240 1 0 0 0 0 0 0 2048 1 0 0 0 0 0 0",
    ].join("\n");
    expect(parseProcNetDev(text)).toEqual({ receivedBytes: 10_240, sentBytes: 2048 });
    const totals = [10_240, 20_480, 100].map((bytes) => ({ receivedBytes: bytes, sentBytes: 0 }));
    const meter = makeTrafficMeter(async () => totals.shift() ?? null);
    expect([await meter(), await meter(), await meter(), await meter()]).toEqual([
      null,
      { receivedKiB: 10, sentKiB: 0 },
      null,
      null,
    ]);
  });

  test("the temperature is the hottest sensor's; one that lies or sleeps is passed over", async () => {
    const root = temporaryFolder();
    const sensor = (path: string, text: string) => {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    expect(await linuxTemperature(root)()).toBeNull();
    sensor("class/thermal/thermal_zone0/temp", "48000\n");
    sensor("class/hwmon/hwmon0/temp1_input", "61500\n");
    sensor("class/hwmon/hwmon1/temp1_input", "255000\n");
    sensor("class/hwmon/hwmon2/temp1_input", "nothing\n");
    expect(await linuxTemperature(root)()).toBe(61.5);
  });

  test("mice, keyboards, touch screens and speakers are told apart; buttons are none of them", () => {
    const block = (name: string, handlers: string, ev: string) =>
      `I: Bus=0003\nN: Name="${name}"\nH: Handlers=${handlers}\nB: EV=${ev}\n`;
    const text = [
      block("Power Button", "kbd event0", "3"),
      block("USB Keyboard", "sysrq kbd event1 leds", "120013"),
      block("USB Optical Mouse", "mouse0 event2", "17"),
      block("ELAN Touchscreen", "mouse1 event3", "b"),
    ].join("\n");
    expect(parseInputDevices(text).map(({ kind }) => kind)).toEqual(["keyboard", "mouse", "touch"]);
    expect(
      parseSoundCards(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n  HDA Intel PCH at 0x1\n"),
    ).toEqual([{ kind: "speaker", name: "HDA Intel PCH" }]);
    expect(comparePeripherals([], [])).toEqual([]);
  });

  test.runIf(process.platform === "linux")("this very machine tells its peripherals", async () => {
    expect(await findPeripherals()).toBeInstanceOf(Array);
  });
});
