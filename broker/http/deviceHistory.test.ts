// Tests reading what happened on a device, against a real database.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deviceEvent, healthSeries } from "../api/devices.ts";
import { type Client, type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
let officer: Client;
let deviceId: string;
let enrolledAt: number;
const stream = randomBytes(8).toString("hex");
const start = Date.parse("2026-11-23T00:00:00Z");
const minute = 60_000;

beforeAll(async () => {
  served = await startServedHub();
  officer = await served.as("itOfficer");
  ({ deviceId } = await served.enrolScreen());
  enrolledAt = served.hub.core.devices.find(deviceId as never)?.enrolledAt ?? 0;
  // One run an hour, as a device that sends its health in batches.
  for (let hour = 0; hour < 24; hour += 1)
    await served.hub.store.query
      .insertInto("healthRun")
      .values({
        deviceId,
        fromAt: start + hour * 60 * minute,
        stream,
        firstSeq: hour * 60 + 1,
        samples: JSON.stringify(
          Array.from({ length: 60 }, (_, index) => [
            ...[index * minute, index * minute, index % 2 === 0 ? 10 : 20, 50, 1000, null, 0, 0],
            "waiting",
          ]),
        ),
      })
      .execute();
  for (const [index, type] of ["power", "fault", "report"].entries())
    await served.hub.store.query
      .insertInto("record")
      .values({
        stream,
        seq: 2000 + index,
        deviceId,
        id: `${stream}.${index}`,
        type,
        at: 0,
        correctedAt: enrolledAt + (index + 1) * minute,
        mono: 0,
        boot: "b",
        receivedAt: 0,
        body: JSON.stringify({ index }),
      })
      .execute();
});
afterAll(() => served.close());

const health = async (from: number, to: number) =>
  healthSeries.parse(
    await (
      await officer("deviceHealth", { params: { deviceId }, query: { from: String(from), to: String(to) } })
    ).json(),
  );
const events = async (query: Record<string, string> = {}) =>
  deviceEvent.array().parse(await (await officer("deviceEvents", { params: { deviceId }, query })).json());

test("a short span gives every sample", async () => {
  const series = await health(start, start + 10 * minute);
  expect(series.stepMs).toBe(minute);
  expect(series.at).toEqual(Array.from({ length: 10 }, (_, index) => start + index * minute));
  expect(series.cpuPercent.slice(0, 2)).toEqual([10, 20]);
  expect(series.temperatureC[0]).toBeNull();
});

test("a long span is averaged to at most 600 points", async () => {
  const series = await health(start + 7, start + 1440 * minute);
  expect(series.at.length).toBeLessThanOrEqual(600);
  expect(series.at.length).toBeGreaterThan(400);
  expect(series.at).toEqual([...series.at].sort((a, b) => a - b));
  expect(series.memoryPercent.every((value) => value === 50)).toBe(true);
});

test.each([
  ["empty", start, start],
  ["reversed", start + minute, start],
])("a span that is %s gives no points", async (_, from, to) => {
  expect((await health(from, to)).at).toEqual([]);
});

test("events come newest first, page by page, down to the enrolment", async () => {
  const first = await events({ limit: "2" });
  expect(first.map(({ type }) => type)).toEqual(["report", "fault"]);
  const rest = await events({ limit: "2", before: String(first[1]?.at) });
  expect(rest.map(({ type }) => type)).toEqual(["power", "enrolled"]);
  expect(await events({ before: String(rest[1]?.at) })).toEqual([]);
});

test("a topic that was refused to the device stands among its events, another device's does not", async () => {
  const other = "00000000-0000-7000-8000-000000000001";
  for (const [index, id] of [deviceId, other].entries())
    await served.hub.store.query
      .insertInto("audit")
      .values({
        id: `refused-${index}`,
        at: enrolledAt + 10 * minute,
        actor: "Màn hình",
        action: "device.topicRefused",
        subject: "x",
        detail: JSON.stringify({ topic: "x", deviceId: id }),
      })
      .execute();
  const [newest, next] = await events({ limit: "2" });
  expect(newest).toMatchObject({ type: "refusedTopic", body: { deviceId } });
  expect(next?.type).toBe("report");
});

test("a device's comings and goings stand among its events", async () => {
  const at = enrolledAt + 20 * minute;
  for (const [index, state] of ["online", "lost"].entries())
    await served.hub.store.query
      .insertInto("presence")
      .values({ deviceId, minute: Math.floor(at / minute) + index, at: at + index * minute, state })
      .execute();
  expect(await events({ limit: "2" })).toEqual([
    { type: "lost", at: at + minute, body: null },
    { type: "online", at, body: null },
  ]);
  expect((await events({ limit: "1", before: String(at + minute) }))[0]?.type).toBe("online");
});

test("events of one millisecond are not torn apart by a page's end", async () => {
  const other = await served.enrolScreen();
  const at = Date.now() + 60 * minute;
  const mine = randomBytes(8).toString("hex");
  for (let seq = 1; seq <= 5; seq += 1)
    await served.hub.store.query
      .insertInto("record")
      .values({
        stream: mine,
        seq,
        deviceId: other.deviceId,
        id: `${mine}.${seq}`,
        type: "fault",
        at: 0,
        correctedAt: seq === 5 ? at + 1 : at,
        mono: 0,
        boot: "b",
        receivedAt: 0,
        body: JSON.stringify({ seq }),
      })
      .execute();
  await served.hub.store.query
    .insertInto("presence")
    .values({ deviceId: other.deviceId, minute: Math.floor(at / minute), at, state: "online" })
    .execute();
  const found: unknown[] = [];
  let before: number | undefined;
  for (;;) {
    const query = { limit: "2", ...(before === undefined ? {} : { before: String(before) }) };
    const answer = await officer("deviceEvents", { params: { deviceId: other.deviceId }, query });
    const page = deviceEvent.array().parse(await answer.json());
    if (page.length === 0) break;
    found.push(...page.map(({ type, body }) => (body as { seq?: number } | null)?.seq ?? type));
    before = page.at(-1)?.at;
  }
  expect(found[0]).toBe(5);
  expect(found.map(String).sort()).toEqual(["1", "2", "3", "4", "5", "enrolled", "online"]);
});

test("an unknown device has no history", async () => {
  const params = { deviceId: "00000000-0000-7000-8000-000000000001" };
  expect((await officer("deviceEvents", { params })).status).toBe(404);
  expect((await officer("deviceHealth", { params, query: { from: "0", to: "1" } })).status).toBe(404);
});
