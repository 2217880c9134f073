// Tests what proves two machines with one secret, and what a single one may do all day.
import { expect, test } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { makeTakeovers } from "./takeovers.ts";

const device = "0190a1b2-0000-7000-8000-0000000000d1" as DeviceId;
const station = { run: "b1 4", address: "10.0.0.7" };
const thief = { run: "b9 1", address: "10.0.0.66" };

function setUp() {
  const takeovers = makeTakeovers();
  const world = { now: 0 };
  return {
    world,
    takeovers,
    come: (arrival: { run: string; address: string }, afterMs = 1000) => {
      world.now += afterMs;
      return takeovers.note(device, arrival, world.now);
    },
  };
}

test("one that comes back after another took its place was alive all the time", () => {
  const { come } = setUp();
  expect(come(station)).toBeUndefined();
  expect(come(thief)).toBeUndefined();
  expect(come(station)).toEqual(["10.0.0.7", "10.0.0.66"]);
});

test("the thief may sit on the same computer, or say nothing of its run", () => {
  const { come } = setUp();
  come(station);
  come({ run: "", address: station.address });
  expect(come(station)).toEqual([station.address]);
});

test("cables, power cuts, restarts and a new address prove nothing", () => {
  const { come } = setUp();
  for (let day = 0; day < 5; day++)
    for (let run = 0; run < 6; run++) {
      const agent = { run: `b${day} ${day * 6 + run}`, address: `10.0.0.${day}` };
      for (let pull = 0; pull < 10; pull++) expect(come(agent)).toBeUndefined();
      expect(come({ ...agent, address: "10.0.9.9" })).toBeUndefined();
    }
});

test("a notebook between cable and wireless is one machine; a copied disk that fights for hours is two", () => {
  const { come, world } = setUp();
  const wireless = { ...station, address: "10.0.1.7" };
  for (let move = 0; move < 40; move++) {
    world.now += 5 * 60_000;
    expect(come(move % 2 === 0 ? station : wireless)).toBeUndefined();
  }
  const told = Array.from({ length: 12 }, (_, move) => come(move % 2 === 0 ? station : wireless, 2000));
  expect(told.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
  expect(told.at(-1)).toEqual(expect.arrayContaining([station.address, wireless.address]));
});

test("what lies a day back, or before a new secret, proves nothing", () => {
  const { come, takeovers } = setUp();
  come(station);
  come(thief);
  expect(come(station, 25 * 3_600_000)).toBeUndefined();
  come(thief);
  takeovers.forget(device);
  expect(come(station)).toBeUndefined();
});
