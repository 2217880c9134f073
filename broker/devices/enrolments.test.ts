// Tests one-time codes: what they are worth once, and what they are not worth twice.
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  actor,
  batchText,
  deviceTopic,
  faultRecord,
  newStream,
  nextMessage,
  startTestHub,
  type TestHub,
} from "../hubFixture.ts";

let hub: TestHub;
beforeEach(async () => {
  hub = await startTestHub();
});
afterEach(async () => {
  await hub.close();
});

const order = () =>
  ({ deviceName: "Trạm 7", kind: "station", roomId: hub.room, stationNumber: 7, emblem: "cat" }) as const;
async function newCode(): Promise<string> {
  const created = await hub.core.enrolments.create(actor, order());
  if (!created.ok) throw new Error(created.detail);
  return created.value.code;
}
const claim = (code: string, address = "10.0.0.7") =>
  hub.core.enrolments.claim({ code, via: "agent", hostname: "tram-7" }, address);

test("a code becomes the device it was made for, typed in small letters and without its dash too", async () => {
  const code = await newCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const claimed = await claim(` ${code.toLowerCase().replace("-", "")} `);
  expect(claimed).toMatchObject({
    ok: true,
    value: { schoolId: hub.school, roomId: hub.room, kind: "station", deviceName: "Trạm 7" },
  });
  expect(hub.core.devices.list()).toMatchObject([{ name: "Trạm 7", via: "agent", stationNumber: 7 }]);
  expect(await hub.core.enrolments.list()).toMatchObject([
    { code, deviceId: hub.core.devices.list()[0]?.id },
  ]);
  const [row] = await hub.store.query.selectFrom("device").select("secretHash").execute();
  if (claimed.ok) expect(row?.secretHash).not.toContain(claimed.value.secret);
  expect(await hub.audited("device.enrol")).toHaveLength(1);
});

test("a code that never was, an expired one and a used one are told apart and audited", async () => {
  const [used, expired] = [await newCode(), await newCode()];
  await claim(used);
  expect(await claim("0000-0000")).toMatchObject({ code: "CODE_UNKNOWN" });
  expect(await claim("không phải mã")).toMatchObject({ code: "CODE_UNKNOWN" });
  expect(await claim(used)).toMatchObject({ code: "CODE_USED" });
  hub.clock.by = 24 * 3_600_000 + 1;
  expect(await claim(expired)).toMatchObject({ code: "CODE_EXPIRED" });
  expect(hub.core.devices.list()).toHaveLength(1);
  expect(await hub.audited("enrolment.refused")).toHaveLength(4);
});

test("of two claims of one code at the same moment one wins", async () => {
  const code = await newCode();
  const both = await Promise.all([claim(code), claim(code, "10.0.0.8")]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(hub.core.devices.list()).toHaveLength(1);
});

test("after ten wrong codes an address must wait, others need not", async () => {
  const code = await newCode();
  for (let index = 0; index < 10; index++) await claim("0000-0000");
  expect(await claim(code)).toMatchObject({ code: "TOO_MANY_TRIES" });
  hub.clock.by = 10 * 60_000;
  expect(await claim(code)).toMatchObject({ ok: true });
});

test("the hub's clock, set by hand, neither lengthens the wait of an address nor ends it", async () => {
  hub.clock.setBy = 70 * 365 * 24 * 3_600_000;
  for (let index = 0; index < 10; index++) await claim("0000-0000");
  hub.clock.setBy += 3_600_000;
  expect(await claim("0000-0000")).toMatchObject({ code: "TOO_MANY_TRIES" });
  hub.clock.setBy = 0;
  hub.clock.by = 10 * 60_000;
  expect(await claim(await newCode())).toMatchObject({ ok: true });
});

test("a withdrawn code is unknown; a used one cannot be withdrawn", async () => {
  const [waiting, used] = [await newCode(), await newCode()];
  await claim(used);
  expect(await hub.core.enrolments.withdraw(actor, waiting)).toMatchObject({ ok: true });
  expect(await hub.core.enrolments.withdraw(actor, used)).toMatchObject({ code: "CODE_USED" });
  expect(await hub.core.enrolments.withdraw(actor, waiting)).toMatchObject({ code: "NOT_FOUND" });
  expect(await claim(waiting)).toMatchObject({ code: "CODE_UNKNOWN" });
});

test("a code for a room that does not exist is not made", async () => {
  const made = await hub.core.enrolments.create(actor, { ...order(), roomId: hub.school as never });
  expect(made).toMatchObject({ code: "NOT_FOUND" });
});

const stations = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...order(),
    deviceName: `Trạm ${at + 1}`,
    stationNumber: at + 1,
  }));

test("a roomful of stations with the same stick become one each, in the file's order, however they race", async () => {
  const made = await hub.core.enrolments.createFile(actor, stations(12));
  if (!made.ok) throw new Error(made.code);
  const [code = "", ...others] = made.value.map((each) => each.code);
  // A stick goes from room to room for a week.
  hub.clock.by = 6 * 24 * 3_600_000;
  const claims = await Promise.all(
    made.value.map((_, at) =>
      hub.core.enrolments.claim({ code, others, via: "agent", hostname: `may-${at}` }, `10.0.0.${at}`),
    ),
  );
  const names = claims.map((claimed) => (claimed.ok ? claimed.value.deviceName : claimed.code));
  expect(new Set(names).size).toBe(12);
  expect(names).toContain("Trạm 12");
  const late = { code, others, via: "agent", hostname: "may-12" } as const;
  expect(await hub.core.enrolments.claim(late, "10.0.0.12")).toMatchObject({ code: "CODE_USED" });
  hub.clock.by = 8 * 24 * 3_600_000;
  const old = await hub.core.enrolments.createFile(actor, stations(1));
  hub.clock.by += 8 * 24 * 3_600_000;
  if (old.ok) expect(await claim(old.value[0]?.code ?? "")).toMatchObject({ code: "CODE_EXPIRED" });
});

test("a file for no station, for more than a hundred, or for a room that does not exist is not made", async () => {
  const { createFile } = hub.core.enrolments;
  expect(await createFile(actor, [])).toMatchObject({ ok: false });
  expect(await createFile(actor, stations(100))).toMatchObject({ ok: false });
  expect(await createFile(actor, [{ ...order(), roomId: hub.school as never }])).toMatchObject({ ok: false });
});

test("a new machine takes over place, name and history; the old one is out at once, also when it was revoked before", async () => {
  const old = await hub.enrol("Trạm 7");
  const client = await hub.connect(old);
  const first = newStream();
  const sent = nextMessage(client, deviceTopic(hub, old.deviceId, "ack"));
  await client.subscribeAsync(deviceTopic(hub, old.deviceId, "ack"), { qos: 1 });
  const up = deviceTopic(hub, old.deviceId, "up");
  await client.publishAsync(up, batchText(first, 0, [faultRecord(1, "máy cũ")]), { qos: 1 });
  await sent;
  const replacement = await hub.core.enrolments.createReplacement(actor, old.deviceId);
  if (!replacement.ok) throw new Error(replacement.code);
  expect(replacement.value).toMatchObject({ deviceName: "Trạm 7", replacesId: old.deviceId });
  // The old machine goes on until the code was used.
  expect(client.connected).toBe(true);
  const closed = new Promise<void>((resolve) => client.once("close", () => resolve()));
  const claimed = await claim(replacement.value.code);
  if (!claimed.ok) throw new Error(claimed.code);
  await closed;
  expect(claimed.value).toMatchObject({ deviceId: old.deviceId, deviceName: "Trạm 7", roomId: hub.room });
  await expect(hub.connect(old)).rejects.toMatchObject({ code: 4 });
  const fresh = await hub.connect(claimed.value);
  const acked = nextMessage(fresh, deviceTopic(hub, old.deviceId, "ack"));
  await fresh.subscribeAsync(deviceTopic(hub, old.deviceId, "ack"), { qos: 1 });
  // Another disk, another stream, from the beginning.
  const second = newStream();
  await fresh.publishAsync(up, batchText(second, 0, [faultRecord(1, "máy mới")]), { qos: 1 });
  expect(await acked).toMatchObject({ stream: second, upto: 1 });
  const rows = await hub.store.query
    .selectFrom("record")
    .where("deviceId", "=", old.deviceId)
    .select("body")
    .execute();
  expect(rows.map(({ body }) => JSON.parse(body).detail).sort()).toEqual(["máy cũ", "máy mới"]);
  expect(await hub.audited("device.replace")).toMatchObject([{ subject: "Trạm 7" }]);
  expect(hub.core.devices.list()).toHaveLength(1);
  await hub.core.devices.revoke(actor, old.deviceId);
  const again = await hub.core.enrolments.createReplacement(actor, old.deviceId);
  if (again.ok) expect(await claim(again.value.code, "10.0.0.9")).toMatchObject({ ok: true });
  expect(hub.core.devices.list()).toMatchObject([{ id: old.deviceId, revokedAt: null }]);
});
