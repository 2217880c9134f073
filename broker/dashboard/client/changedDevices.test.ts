import { expect, test } from "vitest";
import type { DeviceId } from "../../../protocol/ids.ts";
import type { FleetRow } from "../../api/fleet.ts";
import type { Station } from "../../api/rooms.ts";
import { makeChangedDevices } from "./changedDevices.ts";

const row = (deviceId: string, name: string, light = "green") =>
  ({ deviceId, name, light, kiosk: null }) as unknown as FleetRow;
const id = (text: string) => text as DeviceId;

function page(first: FleetRow[]) {
  let rows: FleetRow[] | undefined = first;
  const asked: DeviceId[][] = [];
  let answer: (rows: readonly FleetRow[]) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const timers: (() => void)[] = [];
  let askedForAll = 0;
  const shown = { is: true };
  const devices = makeChangedDevices({
    isShown: () => shown.is,
    ask: (ids) => {
      asked.push(ids);
      return new Promise((resolve, reject) => {
        answer = resolve;
        fail = reject;
      });
    },
    put: (change) => {
      rows = change(rows);
    },
    askForAll: () => askedForAll++,
    after: (_, call) => {
      timers.push(call);
      return () => timers.splice(timers.indexOf(call), 1);
    },
  });
  return {
    devices,
    asked,
    shown,
    rows: () => rows,
    all: () => askedForAll,
    passTime: () => {
      for (const call of timers.splice(0)) call();
    },
    async reply(fresh: readonly FleetRow[]) {
      answer(fresh);
      await Promise.resolve().then(() => {});
    },
    async refuse() {
      fail(new Error("away"));
      await Promise.resolve().then(() => {});
    },
  };
}

test("changes that come together are one question for their rows, and other rows stay the same objects", async () => {
  const rows = [row("a", "Trạm 1"), row("b", "Trạm 2")];
  const { devices, asked, passTime, reply, rows: now } = page(rows);
  devices.changed(id("b"));
  devices.changed(id("b"));
  devices.changed(id("c"));
  passTime();
  expect(asked).toEqual([["b", "c"]]);
  await reply([row("b", "Trạm 20"), row("c", "Trạm 3")]);
  expect(now()?.map(({ name }) => name)).toEqual(["Trạm 1", "Trạm 20", "Trạm 3"]);
  expect(now()?.[0]).toBe(rows[0]);
});

test("a live event that came while rows were on their way is not undone by them", async () => {
  const { devices, passTime, reply, rows } = page([row("a", "Trạm 1")]);
  devices.changed(id("a"));
  passTime();
  devices.told({ deviceId: "a", light: "red" } as unknown as Station);
  await reply([row("a", "Trạm 9", "green")]);
  expect(rows()).toMatchObject([{ name: "Trạm 9", light: "red" }]);
});

test("what changes while rows are asked for is asked for next", async () => {
  const { devices, asked, passTime, reply } = page([row("a", "1"), row("b", "2")]);
  devices.changed(id("a"));
  passTime();
  devices.changed(id("b"));
  passTime();
  expect(asked).toEqual([["a"]]);
  await reply([]);
  passTime();
  expect(asked).toEqual([["a"], ["b"]]);
});

test("hundreds at once, or rows that cannot be had, ask for the whole list; nobody looking asks for nothing", async () => {
  const many = page([]);
  for (let each = 0; each < 301; each++) many.devices.changed(id(String(each)));
  many.passTime();
  expect([many.asked.length, many.all()]).toEqual([0, 1]);
  many.devices.changed(id("a"));
  many.passTime();
  await many.refuse();
  expect(many.all()).toBe(2);
  many.shown.is = false;
  many.devices.changed(id("a"));
  many.passTime();
  expect(many.asked).toHaveLength(1);
});
