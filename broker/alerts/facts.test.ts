import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import type { Device, DeviceVitals } from "../hubServices.ts";
import { knowsNothing } from "../ingest/correctTimes.ts";
import { makeFacts } from "./facts.ts";

const now = Date.parse("2027-03-01T01:00:00Z");
const id = v7() as DeviceId;

function makeBench() {
  const device = { id, name: "Trạm 1", kind: "station", roomId: null, revokedAt: null } as Device;
  const vitals: DeviceVitals = {
    reachability: "online",
    lastSeenAt: now,
    clock: knowsNothing,
    held: null,
    newest: { plan: 1, config: 1, content: 1 },
  };
  const state = { now, vitals };
  const values = new Map<string, number | null>();
  const facts = makeFacts({
    evaluator: { place: () => undefined, observe: (_subject, name, value) => values.set(name, value) },
    devices: { list: () => [device], find: () => device, vitals: () => state.vitals },
    clock: { now: () => state.now, mono: () => 0 },
  });
  return { state, values, facts };
}

test("a sample that is written after its device left says nothing of now", () => {
  const { state, values, facts } = makeBench();
  const body = {
    cpuPercent: 1,
    memoryPercent: 1,
    diskFreeMiB: 100,
    temperatureC: 99,
    receivedKiB: 0,
    sentKiB: 0,
    kiosk: "menu" as const,
  };
  const boot = "00000000000000aa" as never;
  const records: DeviceRecord[] = [{ type: "health", seq: 1, at: now, mono: 1, boot, body }];
  state.vitals = { ...state.vitals, reachability: "lost" };
  facts.hear({ type: "deviceChanged", device: id });
  facts.hear({ type: "recordsCommitted", device: id, records });
  expect([values.get("temperatureC"), values.get("diskFreeMiB")]).toEqual([null, null]);
});

test("what was said while the hub's clock was ahead does not hide what is said after", () => {
  const { state, values, facts } = makeBench();
  const sound = (passed: boolean) => ({ checks: [{ name: "sound" as const, passed, detail: "" }] });
  state.now = now + 24 * 60 * 60_000;
  facts.rememberChecks(id, sound(false), state.now);
  state.now = now;
  facts.rememberChecks(id, sound(true), now);
  expect(values.get("noSound")).toBe(0);
  facts.rememberChecks(id, sound(false), now - 1);
  expect(values.get("noSound")).toBe(0);
});
