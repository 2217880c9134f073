// Tests what a thousand stations cost: what is the same for a whole room is looked up once, not once per station.
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../hubFixture.ts";
import { makeDevices } from "./devices.ts";
import { loadRegistry } from "./registry.ts";

let hub: TestHub;
beforeEach(async () => {
  hub = await startTestHub();
});
afterEach(() => hub.close());

test("a room's slots are resolved once for all of its stations", async () => {
  const ids = [];
  for (const name of ["Trạm 1", "Trạm 2", "Trạm 3"]) ids.push((await hub.enrol(name)).deviceId);
  const { store, events, audit, clock, core } = hub;
  let lookups = 0;
  const devices = makeDevices({
    store,
    registry: await loadRegistry(store),
    events,
    audit,
    clock,
    desired: {
      document: core.desired.document,
      roomName: () => "Phòng Kidsmart",
      slots(room, from, to) {
        lookups++;
        return core.desired.slots(room, from, to);
      },
    },
    leads: core.leads,
    school: core.school,
    disconnect() {},
  });
  expect(devices.stations(ids)).toEqual(ids.map((id) => core.devices.station(id)));
  expect(lookups).toBe(1);
  expect(devices.rows(ids).map(({ name }) => name)).toEqual(["Trạm 1", "Trạm 2", "Trạm 3"]);
  expect(lookups).toBe(2);
});
