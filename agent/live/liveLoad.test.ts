import { expect, test } from "vitest";
import type { DeviceLoad } from "../../protocol/messages/live.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { simulatedProbes } from "../testing/simulatedProbes.ts";
import { makeLiveLoad } from "./liveLoad.ts";

const settled = () => new Promise(setImmediate);

function look(temperatureC: () => Promise<number | null> = async () => 51.5) {
  const clock = makeFakeClock();
  const shown: (DeviceLoad | null)[] = [];
  let asked = 0;
  const load = makeLiveLoad({
    clock,
    probes: () => ({
      ...simulatedProbes(1).health,
      cpuPercent: () => 12.34,
      memoryPercent: () => 45.67,
      temperatureC,
      traffic: async () => {
        asked += 1;
        return { receivedKiB: 40, sentKiB: 3 };
      },
    }),
    show: (one) => shown.push(one),
  });
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      clock.advance(1000);
      await settled();
    }
  };
  return { clock, load, shown, pass, asked: () => asked };
}

test("the load comes every two seconds while somebody looks, and not once after that", async () => {
  const { clock, load, shown, pass, asked } = look();
  load.watch(30);
  await pass(30);
  expect(shown.slice(0, -1)).toHaveLength(14);
  expect(shown[0]).toEqual({
    cpuPercent: 12.3,
    memoryPercent: 45.7,
    temperatureC: 51.5,
    receivedKiBPerSecond: 20,
    sentKiBPerSecond: 1.5,
  });
  expect(shown.at(-1)).toBeNull();
  const before = { shown: shown.length, asked: asked() };
  await pass(600);
  expect({ shown: shown.length, asked: asked() }).toEqual(before);
  expect(clock.waiting()).toBe(0);
});

test("who goes on looking keeps it going without doubling it; the hub can end it", async () => {
  const { load, shown, pass } = look();
  for (let turn = 0; turn < 4; turn++) {
    load.watch(30);
    await pass(10);
  }
  expect(shown).toHaveLength(20);
  expect(shown).not.toContain(null);
  load.watch(0);
  expect(shown.at(-1)).toBeNull();
  await pass(60);
  expect(shown).toHaveLength(21);
});

test("a sensor that hangs leaves its place empty and is not asked again while it hangs", async () => {
  let asked = 0;
  const { load, shown, pass } = look(() => {
    asked += 1;
    return new Promise(() => {});
  });
  load.watch(20);
  await pass(10);
  expect(shown.length).toBeGreaterThanOrEqual(4);
  expect(shown.every((one) => one?.temperatureC === null)).toBe(true);
  expect(asked).toBe(1);
});

test("a device that is asked to stop says nothing more", async () => {
  const { load, shown, pass } = look();
  load.watch(30);
  await pass(4);
  load.stop();
  const before = shown.length;
  await pass(30);
  expect(shown).toHaveLength(before);
});
