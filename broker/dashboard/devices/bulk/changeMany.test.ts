import { expect, test } from "vitest";
import type { DeviceId } from "../../../../protocol/ids.ts";
import type { FleetChange, FleetChangeResult } from "../../../api/fleet.ts";
import { changeMany, takingBack } from "./changeMany.ts";

const changes: FleetChange[] = Array.from({ length: 45 }, (_, index) => ({
  deviceId: `d${index}` as DeviceId,
  values: { name: `Trạm ${index}` },
}));
const done = (part: readonly FleetChange[]): FleetChangeResult[] =>
  part.map(({ deviceId }) => ({ deviceId, outcome: "changed", before: { name: "cũ" } }));

test("progress is told part by part, and each device has its result", async () => {
  const told: number[] = [];
  const results = await changeMany({
    changes,
    send: async (part) => done(part),
    onDone: (count) => told.push(count),
    stopped: () => false,
  });
  expect(told).toEqual([20, 40, 45]);
  expect(results.map(({ outcome }) => outcome)).toEqual(changes.map(() => "changed"));
});

test("a hub that goes away in the middle costs the rest only, and is not asked again", async () => {
  let asked = 0;
  const results = await changeMany({
    changes,
    send: async (part) => {
      if (++asked === 2) throw new Error("away");
      return done(part);
    },
    onDone: () => {},
    stopped: () => false,
  });
  expect(asked).toBe(2);
  expect(results.slice(0, 20).every(({ outcome }) => outcome === "changed")).toBe(true);
  expect(results.slice(20).every(({ outcome }) => outcome === "notReached")).toBe(true);
  expect(takingBack(results)).toHaveLength(20);
});

test("stopping keeps what is done and says of the rest that it was not begun", async () => {
  let count = 0;
  const results = await changeMany({
    changes,
    send: async (part) => done(part),
    onDone: (told) => {
      count = told;
    },
    stopped: () => count >= 20,
  });
  expect(results.filter(({ outcome }) => outcome === "notBegun")).toHaveLength(25);
});

test("taking back expects what was set, and gives what was before", () => {
  expect(
    takingBack([
      { change: changes[0] as FleetChange, outcome: "changed", before: { name: "cũ" } },
      { change: changes[1] as FleetChange, outcome: "same", before: { name: "Trạm 1" } },
    ]),
  ).toEqual([{ deviceId: "d0", values: { name: "cũ" }, expected: { name: "Trạm 0" } }]);
});
