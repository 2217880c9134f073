// Tests the routes of the fleet pages over HTTP, against a whole hub.
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FleetChangeResult, FleetRow, TimelineEvent, TwinComparison } from "../api/fleet.ts";
import { type Client, type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
let officer: Client;
let room: string;
const devices: string[] = [];

beforeAll(async () => {
  served = await startServedHub();
  officer = await served.as("itOfficer");
  for (let each = 0; each < 4; each++) devices.push((await served.enrolScreen()).deviceId);
  const rows = await ask<FleetRow[]>("listFleet");
  room = rows[0]?.roomId ?? "";
});
afterAll(() => served.close());

async function ask<Reply>(...[name, call]: Parameters<Client>): Promise<Reply> {
  const answer = await officer(name, call);
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Reply;
}
const change = (changes: unknown[]) => ask<FleetChangeResult[]>("changeFleet", { body: { changes } });

test("many devices are changed with a result each, and one that cannot be costs no other", async () => {
  const [one, two] = devices;
  const results = await change([
    { deviceId: one, values: { name: "Máy 1", roomId: null } },
    { deviceId: v7(), values: { name: "Máy lạ" } },
    { deviceId: two, values: { roomId: v7() } },
    { deviceId: two, values: { name: "Máy 2" } },
    { deviceId: two, values: { name: "Máy 2" } },
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(["changed", "gone", "noRoom", "changed", "same"]);
  expect(results[0]?.before).toEqual({ name: "Màn hình", roomId: room });
  const rows = await ask<FleetRow[]>("someOfFleet", { body: { deviceIds: [two, one, v7()] } });
  expect(rows.map(({ name, roomId }) => [name, roomId])).toEqual([
    ["Máy 2", room],
    ["Máy 1", null],
  ]);
});

test("taking a change back leaves what somebody did since", async () => {
  const [, , three, four] = devices;
  await change([
    { deviceId: three, values: { name: "A 1" } },
    { deviceId: four, values: { name: "A 2" } },
  ]);
  await change([{ deviceId: four, values: { name: "Của cô Hoa" } }]);
  const undone = await change([
    { deviceId: three, values: { name: "Màn hình" }, expected: { name: "A 1" } },
    { deviceId: four, values: { name: "Màn hình" }, expected: { name: "A 2" } },
  ]);
  expect(undone.map(({ outcome }) => outcome)).toEqual(["changed", "changedSince"]);
  expect(undone[1]?.before).toEqual({ name: "Của cô Hoa" });
});

test("who may only look changes nothing, and a stranger sees nothing", async () => {
  const accountant = await served.as("accountant");
  const body = { changes: [{ deviceId: devices[0], values: { name: "X" } }] };
  expect((await accountant("changeFleet", { body })).status).toBe(403);
  expect((await accountant("listFleet")).status).toBe(200);
  expect((await served.stranger("listFleet")).status).toBe(401);
  expect((await officer("compareTwins", { params: { deviceId: v7() } })).status).toBe(404);
});

test("the timeline tells changes and records in one order, page by page, of the kinds one asks for", async () => {
  const [device = ""] = devices;
  const { query } = served.hub.store;
  const base = Date.now() + 1000;
  const record = (at: number, type: string, body: unknown) => ({
    id: v7(),
    stream: "0000000000000001",
    seq: at,
    deviceId: device,
    type,
    at,
    correctedAt: at,
    mono: 1,
    boot: "b",
    receivedAt: at,
    body: JSON.stringify(body),
  });
  await query
    .insertInto("record")
    .values([
      record(base, "power", { event: "start", scope: "machine", lastAliveAt: null }),
      record(base + 1, "fault", { kind: "other", detail: "" }),
      record(base + 1, "inventory", {}),
      { ...record(base + 2, "fault", {}), body: "{" },
    ])
    .execute();
  // In one millisecond with it, as on a quick machine.
  const { enrolledAt } = await query
    .selectFrom("device")
    .where("id", "=", device)
    .select("enrolledAt")
    .executeTakeFirstOrThrow();
  await query.updateTable("audit").set({ at: enrolledAt }).execute();
  const page = (more: Record<string, string>) =>
    ask<TimelineEvent[]>("deviceTimeline", { params: { deviceId: device }, query: more });
  const all = await page({});
  expect(all.slice(0, 4).map(({ at }) => at)).toEqual([base + 2, base + 1, base + 1, base]);
  expect(
    all
      .slice(0, 4)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(["faults", "faults", "measured", "power"]);
  expect(all.filter(({ kind }) => kind === "changes").map(({ type }) => type)).toContain("enrolled");
  expect(all.at(-1)?.type).toBe("enrolled");
  expect((await page({ kinds: "power" })).map(({ type }) => type)).toEqual(["power"]);
  // Two of one millisecond stand on one page, though it is full after the first of them.
  const two = await page({ limit: "2" });
  expect(two.map(({ at }) => at)).toEqual([base + 2, base + 1, base + 1]);
  expect((await page({ limit: "1", before: String(base + 1) })).map(({ at }) => at)).toEqual([base]);
  expect(
    (await officer("deviceTimeline", { params: { deviceId: device }, query: { kinds: "x" } })).status,
  ).toBe(400);
});

test("a device is compared with the others of its room by the middle of their weeks", async () => {
  const [, two = "", three = "", four = ""] = devices;
  const { query } = served.hub.store;
  const hour = Math.floor(Date.now() / 3_600_000);
  const state = { off: 0, starting: 0, waiting: 0, menu: 0, game: 0 };
  const states = { ...state, break: 0, warning: 0, goodbye: 0, panel: 0, stuck: 0 };
  const range = (name: string, value: number) => ({
    [`${name}Count`]: 60,
    [`${name}Sum`]: value * 600,
    [`${name}Min`]: value * 10,
    [`${name}Max`]: value * 10,
  });
  for (const [deviceId, degrees] of [
    [two, 41],
    [three, 43],
    [four, 58],
  ] as const)
    for (let back = 0; back < 3; back++)
      await query
        .insertInto("healthHour")
        .values({
          deviceId,
          hour: hour - back,
          samples: 60,
          ...range("cpu", 20),
          ...range("memory", 40),
          ...range("disk", 1),
          ...range("temperature", degrees),
          receivedKiB: 0,
          sentKiB: 0,
          ...states,
        } as never)
        .execute();
  const { by, twins, findings } = await ask<TwinComparison>("compareTwins", { params: { deviceId: four } });
  expect([by, twins.map(({ deviceId }) => deviceId).sort()]).toEqual(["room", [two, three].sort()]);
  expect(findings[0]).toMatchObject({ measure: "temperatureC", own: 58, twins: 42, worse: true });
});
