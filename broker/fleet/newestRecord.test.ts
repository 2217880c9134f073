// Tests that what is true now is the newest by corrected time, whatever the order, and that an updated hub finds what it already had.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import type { Condition } from "../../protocol/records/condition.ts";
import { boot } from "../hubFixture.ts";
import { makeProjections } from "../ingest/projections.ts";
import { openStore } from "../store/store.ts";
import { figuresOf } from "./conditionFigures.ts";

const device = v7() as DeviceId;
const nothing: Condition = {
  disks: null,
  volumes: null,
  power: null,
  link: null,
  displays: null,
  sound: null,
  input: null,
  usb: null,
  updates: null,
  clock: { offsetMs: null, trusted: true },
  counts: { powerLosses: 0, kioskStarts: 0, kioskCrashes: 0, gameCrashes: 0 },
  unmeasured: [],
};
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-newest-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kept = async (store: Awaited<ReturnType<typeof openStore>>) =>
  (await store.query.selectFrom("newestRecord").selectAll().execute()).map(({ type, at, body }) => [
    type,
    at,
    JSON.parse(body).counts?.powerLosses ?? JSON.parse(body).total,
  ]);

test("a condition that comes late does not hide the newer one, and programs have a place of their own", async () => {
  const store = await openStore(join(folder, "hub.db"));
  const { apply } = makeProjections(store.sqlite);
  const condition = (powerLosses: number) => ({ ...nothing, counts: { ...nothing.counts, powerLosses } });
  const stamp = { seq: 1, at: 1, mono: 1, boot } as const;
  apply({ ...stamp, type: "condition", body: condition(7) }, 2000, device, null, 9000);
  apply({ ...stamp, type: "condition", body: condition(6) }, 1000, device, null, 9000);
  const programs = { programs: [], total: 5, agentVersion: "1", kioskVersion: null, games: [] };
  apply({ ...stamp, type: "software", body: programs }, 500, device, null, 9000);
  expect((await kept(store)).sort()).toEqual([
    ["condition", 2000, 7],
    ["software", 500, 5],
  ]);
  // That one came while the hub's clock was ahead.
  apply({ ...stamp, type: "condition", body: condition(8) }, 1900, device, null, 1950);
  expect(await kept(store)).toContainEqual(["condition", 1900, 8]);
  await store.close();
});

test("a hub that took such records before it kept the newest finds them at the update", async () => {
  const file = join(folder, "hub.db");
  const before = await openStore(file, "0014accessKey");
  for (const [correctedAt, powerLosses] of [
    [2000, 2],
    [3000, 3],
    [1000, 1],
  ])
    await before.query
      .insertInto("record")
      .values({
        id: v7(),
        stream: "s",
        seq: powerLosses ?? 0,
        deviceId: device,
        type: "condition",
        at: 1,
        correctedAt: correctedAt ?? 0,
        mono: 1,
        boot: "b",
        receivedAt: 1,
        body: JSON.stringify({ counts: { powerLosses } }),
      })
      .execute();
  await before.close();
  const store = await openStore(file);
  expect(await kept(store)).toEqual([["condition", 3000, 3]]);
  await store.close();
});

test("a list's figures: the data's volume, the worst disk, the loudest sound that is not muted", () => {
  const volume = { disk: null, sizeMiB: 100, freeMiB: 1, holdsData: false };
  const smart = {
    wearPercent: null,
    reallocatedSectors: null,
    pendingSectors: null,
    powerOnHours: null,
    temperatureC: null,
  };
  const disk = (name: string, verdict: "passed" | "failing" | null) => ({
    name,
    model: null,
    sizeMiB: 1,
    smart: { ...smart, verdict },
  });
  const figures = figuresOf(
    {
      ...nothing,
      volumes: [
        { ...volume, mount: "/" },
        { ...volume, mount: "/var", freeMiB: 42, holdsData: true },
      ],
      disks: [disk("sda", "passed"), disk("sdb", "failing")],
      sound: [
        { name: "a", muted: true, volumePercent: 90 },
        { name: "b", muted: false, volumePercent: 30 },
      ],
    },
    9,
  );
  expect(figures).toMatchObject({
    at: 9,
    volumeFreeMiB: 42,
    smart: "failing",
    volumePercent: 30,
    soundDevices: 2,
  });
  // Not asked is not none.
  expect(figuresOf(nothing, 9)).toMatchObject({
    smart: null,
    soundDevices: null,
    volumePercent: null,
    mice: null,
  });
});
