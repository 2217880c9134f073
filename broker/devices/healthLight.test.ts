import { expect, test } from "vitest";
import type { ConditionFigures } from "../api/fleet.ts";
import { healthLight, type LightFacts } from "./healthLight.ts";

const now = Date.UTC(2026, 10, 23, 8);
const health = {
  cpuPercent: 20,
  memoryPercent: 40,
  diskFreeMiB: 50_000,
  temperatureC: 50,
  receivedKiB: 1,
  sentKiB: 1,
  kiosk: "menu",
} as const;
const well: LightFacts = {
  kind: "station",
  reachability: "online",
  lastSeenAt: now,
  health,
  condition: null,
  busySince: null,
  clockErrorMs: 500,
  kiosk: null,
  inSlot: true,
  now,
};
const measured: ConditionFigures = {
  at: now,
  volumeSizeMiB: 100_000,
  volumeFreeMiB: 50_000,
  smart: "passed",
  batteryPercent: null,
  onMains: null,
  linkKind: "wired",
  linkMbps: 1000,
  signalPercent: null,
  roundTripMs: 4,
  lostPercent: 0,
  displays: 1,
  volumePercent: 60,
  soundDevices: 1,
  mice: 1,
  keyboards: 1,
  touchScreens: 0,
  updates: 0,
  securityUpdates: 0,
  restartNeeded: false,
  powerLosses: 0,
  kioskCrashes: 0,
  gameCrashes: 0,
};
const lightOf = (change: Partial<LightFacts>) => healthLight({ ...well, ...change });
const minute = 60_000;

test.each<[string, Partial<LightFacts>, string]>([
  ["all is well", {}, "green"],
  ["its disk says it will fail", { condition: { ...measured, smart: "failing" } }, "red"],
  ["it runs on its battery", { condition: { ...measured, onMains: false, batteryPercent: 60 } }, "yellow"],
  ["its battery is nearly empty", { condition: { ...measured, onMains: false, batteryPercent: 9 } }, "red"],
  ["its condition is well", { condition: measured }, "green"],
  ["it was never seen", { reachability: "neverSeen" }, "grey"],
  ["it was shut down out of lessons", { reachability: "stopped", inSlot: false }, "grey"],
  ["it was shut down in a lesson", { reachability: "stopped" }, "red"],
  ["it is lost in a lesson", { reachability: "lost", lastSeenAt: now - 90 * minute }, "red"],
  ["it was lost just now", { reachability: "lost", inSlot: false, lastSeenAt: now - minute }, "red"],
  ["it was lost last night", { reachability: "lost", inSlot: false, lastSeenAt: now - 600 * minute }, "grey"],
  ["the disk has 2048 MiB", { health: { ...health, diskFreeMiB: 2048 } }, "green"],
  ["the disk has 2047 MiB", { health: { ...health, diskFreeMiB: 2047 } }, "yellow"],
  ["the disk has 499 MiB", { health: { ...health, diskFreeMiB: 499 } }, "red"],
  ["it has 86 °C", { health: { ...health, temperatureC: 86 } }, "yellow"],
  ["it has 96 °C", { health: { ...health, temperatureC: 96 } }, "red"],
  ["memory is nearly used up", { health: { ...health, memoryPercent: 96 } }, "yellow"],
  ["it was busy for four minutes", { busySince: now - 4 * minute }, "green"],
  ["it was busy for five minutes", { busySince: now - 5 * minute }, "yellow"],
  ["its clock is three minutes slow", { clockErrorMs: -3 * minute }, "yellow"],
  ["its clock is of 2009", { clockErrorMs: Date.UTC(2009, 0) - now }, "red"],
  ["its kiosk is closed in a lesson", { health: { ...health, kiosk: "off" } }, "red"],
  ["its kiosk is closed out of lessons", { health: { ...health, kiosk: "off" }, inSlot: false }, "green"],
  ["an office computer has no kiosk", { kind: "office", health: { ...health, kiosk: "off" } }, "green"],
])("when %s the light is right and every other light than green has a reason", (_, change, light) => {
  const found = lightOf(change);
  expect(found.light).toBe(light);
  expect(found.reasons.length > 0).toBe(light !== "green");
});

test("what the kiosk says now counts more than the last sample", () => {
  const live = {
    state: "menu",
    gameId: null,
    sessionId: null,
    endAt: null,
    paused: false,
    place: null,
    leadRevision: 0,
    seats: null,
  } as const;
  expect(lightOf({ health: { ...health, kiosk: "off" }, kiosk: live }).light).toBe("green");
});

test("the gravest reason stands first", () => {
  const found = lightOf({
    clockErrorMs: 3 * minute,
    health: { ...health, diskFreeMiB: 10, memoryPercent: 99 },
  });
  expect(found.reasons[0]).toBe("Ổ đĩa sắp đầy: chỉ còn 10 MiB.");
  expect(found.reasons).toHaveLength(3);
});
