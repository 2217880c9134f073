import { expect, test } from "vitest";
import type { Condition } from "../../protocol/records/condition.ts";
import { makeRecorder } from "../outbox/recorder.ts";
import { makeFakeClock } from "../testing/fakeClock.ts";
import { openTestOutbox, quietLog, temporaryFolder } from "../testing/fixtures.ts";
import { type Measured, makeConditionKeeper } from "./condition.ts";
import { openFailureCounts } from "./failureCounts.ts";
import { worthTelling } from "./worthTelling.ts";

const minute = 60_000;
const volume = { mount: "/", disk: "sda", sizeMiB: 100_000, freeMiB: 50_000, holdsData: true };
const smart = {
  verdict: "passed" as const,
  wearPercent: 3,
  reallocatedSectors: 0,
  pendingSectors: 0,
  powerOnHours: 100,
  temperatureC: 35,
};
const disk = { name: "sda", model: "SSD", sizeMiB: 114_000, smart };
const battery = {
  name: "BAT0",
  kind: "battery" as const,
  percent: 80,
  state: "charging" as const,
  wearPercent: 10,
};
const link = {
  interface: "wlan0",
  kind: "wireless" as const,
  speedMbps: 144,
  signalPercent: 60,
  roundTripMs: 9,
  lostPercent: 0,
};
const quiet: Condition = {
  disks: [disk],
  volumes: [volume],
  power: { onMains: true, batteries: [battery] },
  link,
  displays: [],
  sound: [{ name: "PCH", muted: false, volumePercent: 60 }],
  input: { mice: 1, keyboards: 1, touchScreens: 0 },
  usb: [],
  updates: { pending: 4, security: 1, restartNeeded: false },
  clock: { offsetMs: 100, trusted: true },
  counts: { powerLosses: 0, kioskStarts: 1, kioskCrashes: 0, gameCrashes: 0 },
  unmeasured: [],
};

test.each<[string, Partial<Condition>]>([
  ["a few hundred MiB on a large disk", { volumes: [{ ...volume, freeMiB: 49_300 }] }],
  [
    "a disk a little warmer and an hour older",
    { disks: [{ ...disk, smart: { ...smart, temperatureC: 41, powerOnHours: 101 } }] },
  ],
  [
    "a battery that wavers between full and idle",
    { power: { onMains: true, batteries: [{ ...battery, state: "full", percent: 84 }] } },
  ],
  ["a radio's moods", { link: { ...link, speedMbps: 130, signalPercent: 52, roundTripMs: 17 } }],
  ["a second of the clock", { clock: { offsetMs: -900, trusted: true } }],
])("%s is noise", (_what, change) => {
  expect(worthTelling(quiet, { ...quiet, ...change })).toBe("noise");
});

test.each<[string, Partial<Condition>]>([
  ["a gibibyte less room", { volumes: [{ ...volume, freeMiB: 48_900 }] }],
  ["a sector that was replaced", { disks: [{ ...disk, smart: { ...smart, reallocatedSectors: 1 } }] }],
  ["a disk that cannot be asked any more", { disks: [{ ...disk, smart: null }] }],
  ["a stick that was plugged in", { usb: [{ id: "0951:1666", name: null }] }],
  ["a mouse that is gone", { input: { mice: 0, keyboards: 1, touchScreens: 0 } }],
  ["a weak signal", { link: { ...link, signalPercent: 40 } }],
  ["a slow way to the hub", { link: { ...link, roundTripMs: 60 } }],
  ["a restart that is due", { updates: { pending: 4, security: 1, restartNeeded: true } }],
  ["sound that was muted", { sound: [{ name: "PCH", muted: true, volumePercent: 60 }] }],
  ["a clock that nobody trusts", { clock: { offsetMs: 100, trusted: false } }],
  ["a crash", { counts: { ...quiet.counts, kioskCrashes: 1 } }],
  ["a source that hangs", { unmeasured: [{ source: "disks", reason: "timedOut" }] }],
])("%s is worth a record", (_what, change) => {
  expect(worthTelling(quiet, { ...quiet, ...change })).toBe("worth");
});

test("a disk nearly full tells of smaller steps", () => {
  const at = (freeMiB: number) => ({ ...quiet, volumes: [{ ...volume, freeMiB }] });
  expect(worthTelling(at(9000), at(8700))).toBe("noise");
  expect(worthTelling(at(1500), at(1300))).toBe("worth");
});

test("a failing disk and a power cut are urgent", () => {
  expect(
    worthTelling(quiet, { ...quiet, disks: [{ ...disk, smart: { ...smart, verdict: "failing" } }] }),
  ).toBe("urgent");
  expect(worthTelling(quiet, { ...quiet, power: { onMains: false, batteries: [battery] } })).toBe("urgent");
});

function keeper(folder = temporaryFolder(), clock = makeFakeClock()) {
  const outbox = openTestOutbox({ clock, folder });
  let toldTo = "hub";
  const made = makeConditionKeeper({
    clock,
    recorder: makeRecorder({ outbox, clock, log: quietLog }),
    memory: outbox.memory,
    toldTo: () => toldTo,
    linkQuality: () => ({ roundTripMs: null, lostPercent: null }),
    deviceClock: () => ({ offsetMs: 0, trusted: true }),
    counts: () => quiet.counts,
  });
  const told = () =>
    (outbox.take(0, { maxRecords: 1000, maxBytes: 1e9 })?.records ?? []).flatMap((record) =>
      record.type === "condition" ? [record.body] : [],
    );
  return {
    clock,
    folder,
    made,
    told,
    room: (freeMiB: number): NonNullable<Measured["volumes"]> => [{ ...volume, freeMiB }],
    moveTo: (hub: string) => {
      toldTo = hub;
    },
    close: () => outbox.close(),
  };
}

test("a change is told five minutes after the last at the soonest, a power cut at once, and nothing for a day otherwise", () => {
  const { clock, made, told, room } = keeper();
  made.take("volumes", room(50_000));
  made.take("power", { onMains: true, batteries: [] });
  made.look();
  expect(told()).toHaveLength(1);
  made.take("volumes", room(40_000));
  clock.advance(minute);
  made.look();
  expect(told()).toHaveLength(1);
  made.take("power", { onMains: false, batteries: [] });
  made.look();
  expect(told()).toHaveLength(2);
  made.take("volumes", room(30_000));
  clock.advance(5 * minute);
  made.look();
  expect(told()).toHaveLength(3);
  for (let hour = 0; hour < 23; hour++) {
    clock.advance(60 * minute);
    made.look();
  }
  expect(told()).toHaveLength(3);
  clock.advance(61 * minute);
  made.look();
  expect(told()).toHaveLength(4);
});

test("a restart is no change: what was told before stands until it is measured anew", () => {
  const first = keeper();
  first.made.take("volumes", first.room(50_000));
  first.made.take("restart", false);
  first.made.look();
  first.close();
  const second = keeper(first.folder, first.clock);
  first.clock.advance(minute);
  second.made.look();
  second.made.take("volumes", second.room(50_100));
  second.made.look();
  expect(second.told()).toHaveLength(1);
  second.moveTo("another hub");
  second.made.look();
  expect(second.told()).toHaveLength(2);
  expect(second.told()[1]).toMatchObject({
    volumes: [{ freeMiB: 50_100 }],
    updates: { restartNeeded: false },
  });
});

test("crashes of kiosk and games, starts and power cuts are counted across restarts", () => {
  const folder = temporaryFolder();
  const first = openTestOutbox({ folder });
  const counts = openFailureCounts(first.memory);
  const fault = (kind: "kioskCrash" | "gameCrash" | "gameHang" | "diskFull") =>
    counts.kioskLeft({ type: "fault", body: { kind, detail: "" } });
  for (const kind of ["kioskCrash", "gameCrash", "gameHang", "diskFull"] as const) fault(kind);
  counts.kioskStarted();
  counts.kioskStarted();
  first.close();
  const again = openFailureCounts(openTestOutbox({ folder }).memory);
  again.powerAtStart([
    { event: "unexpectedStop", scope: "machine", lastAliveAt: 1 },
    { event: "start", scope: "machine", lastAliveAt: null },
  ]);
  again.powerAtStart([{ event: "unexpectedStop", scope: "agent", lastAliveAt: 1 }]);
  expect(again.read()).toEqual({ powerLosses: 1, kioskStarts: 2, kioskCrashes: 1, gameCrashes: 2 });
});
