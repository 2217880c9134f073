import { expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import type { Watch } from "../../protocol/messages/watch.ts";
import type { Device } from "../hubServices.ts";
import { makeWatching } from "./watching.ts";

const device = "00000000-0000-7000-8000-00000000000a" as DeviceId;

function watching(connected = true, known: Partial<Device> | undefined = { revokedAt: null }) {
  const sent: [DeviceId, Watch][] = [];
  let now = 1000;
  const made = makeWatching({
    find: () => known as Device | undefined,
    isConnected: () => connected,
    send: (id, watch) => sent.push([id, watch]),
    clock: { mono: () => now },
  });
  return {
    sent,
    watch: made.watch,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test("whoever looks makes the device tell for half a minute, and has to say so again", () => {
  const { sent, watch, pass } = watching();
  expect(watch(device)).toEqual({ ok: true, value: { seconds: 30 } });
  expect(sent).toEqual([[device, { seconds: 30 }]]);
  pass(600_000);
  // Nobody asked meanwhile, and the hub asked nobody.
  expect(sent).toHaveLength(1);
  watch(device);
  expect(sent).toHaveLength(2);
});

test("many who look at once are one question to the device", () => {
  const { sent, watch, pass } = watching();
  for (let page = 0; page < 10; page++) expect(watch(device).ok).toBe(true);
  expect(sent).toHaveLength(1);
  pass(15_000);
  watch(device);
  expect(sent).toHaveLength(2);
});

test("a device that is away, unknown or revoked cannot be looked at", () => {
  expect(watching(false).watch(device)).toMatchObject({ ok: false, code: "DEVICE_OFFLINE" });
  expect(watching(true, { revokedAt: 1 }).watch(device)).toMatchObject({ ok: false, code: "NOT_FOUND" });
  const unknown = makeWatching({
    find: () => undefined,
    isConnected: () => true,
    send: () => {
      throw new Error("nobody to send to");
    },
    clock: { mono: () => 0 },
  });
  expect(unknown.watch(device)).toMatchObject({ code: "NOT_FOUND" });
});
