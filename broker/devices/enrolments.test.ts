// Tests one-time codes: what they are worth once, and what they are not worth twice.
import { afterEach, beforeEach, expect, test } from "vitest";
import { actor, startTestHub, type TestHub } from "../hubFixture.ts";

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
