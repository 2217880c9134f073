import { describe, expect, test } from "vitest";
import type { ClockReading } from "../../protocol/link.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { makeClockWatch } from "./clockWatch.ts";
import { makeDeviceClock } from "./deviceClock.ts";

const builtAt = Date.UTC(2026, 10, 1);
const lessonDay = Date.UTC(2026, 10, 23, 1);
const minute = 60_000;

describe("the device's clock", () => {
  test("a clock that starts in 2009 is not trusted until the hub is heard, and right from then on", () => {
    const clock = makeFakeClock(Date.UTC(2009, 0, 1));
    const device = makeDeviceClock({ clock, builtAt, lastAliveAt: null });
    expect(device.reading()).toEqual({ offsetMs: null, trusted: false });
    clock.advance(minute);
    device.heardHub(lessonDay);
    clock.advance(minute);
    const { offsetMs, trusted } = device.reading();
    expect(trusted).toBe(true);
    expect(clock.now() + (offsetMs ?? 0)).toBe(lessonDay + minute);
  });

  test("a sound clock needs no hub", () => {
    const clock = makeFakeClock(lessonDay);
    const device = makeDeviceClock({ clock, builtAt, lastAliveAt: lessonDay - minute });
    clock.advance(30 * 24 * 60 * minute);
    expect(device.reading()).toEqual({ offsetMs: null, trusted: true });
    expect(device.hubNow()).toBeNull();
  });

  test("a jump without the hub makes it untrusted; a small correction does not", () => {
    const clock = makeFakeClock(lessonDay);
    const device = makeDeviceClock({ clock, builtAt, lastAliveAt: null });
    clock.setWall(lessonDay + minute);
    expect(device.reading().trusted).toBe(true);
    clock.setWall(lessonDay + 3600_000);
    expect(device.reading().trusted).toBe(false);
  });

  test("a clock that stands before the last sign of life went back while the power was off", () => {
    const clock = makeFakeClock(lessonDay);
    const device = makeDeviceClock({ clock, builtAt, lastAliveAt: lessonDay + 3600_000 });
    expect(device.reading().trusted).toBe(false);
  });

  test("setting the clock does not move the hub's time", () => {
    const clock = makeFakeClock(lessonDay);
    const device = makeDeviceClock({ clock, builtAt, lastAliveAt: null });
    device.heardHub(lessonDay + 5000);
    clock.setWall(lessonDay - 3600_000);
    expect(device.hubNow()).toBe(lessonDay + 5000);
    expect(device.reading()).toEqual({ offsetMs: 3600_000 + 5000, trusted: true });
  });
});

test("the kiosk hears of the clock when it matters: trust gained or lost, or a second's difference", () => {
  let reading: ClockReading = { offsetMs: null, trusted: false };
  const told: ClockReading[] = [];
  let untrusted = 0;
  const watch = makeClockWatch({
    reading: () => reading,
    changed: (next) => told.push(next),
    untrusted: () => untrusted++,
  });
  const see = (next: ClockReading) => {
    reading = next;
    watch.look();
  };
  see({ offsetMs: null, trusted: false });
  see({ offsetMs: null, trusted: false });
  see({ offsetMs: 100, trusted: true });
  see({ offsetMs: 900, trusted: true });
  see({ offsetMs: 1500, trusted: true });
  expect(told.map(({ offsetMs }) => offsetMs)).toEqual([null, 100, 1500]);
  expect(untrusted).toBe(1);
});
