import { expect, test } from "vitest";
import { judgeTwins, median } from "./judgeTwins.ts";

const twins = [40, 42, 41, 43, 42].map((temperatureC) => ({ temperatureC, cpuPercent: 20 }));

test("a device that is hotter than all of its kind comes first, with the difference", () => {
  const [first] = judgeTwins({ temperatureC: 56, cpuPercent: 21 }, twins);
  expect(first).toMatchObject({ measure: "temperatureC", own: 56, twins: 42, of: 5, worse: true });
  expect(first?.own !== undefined && first.own - first.twins).toBe(14);
});

test("what differs no more than twins do among themselves is usual", () => {
  expect(judgeTwins({ temperatureC: 44 }, twins)).toMatchObject([{ unusual: 0, worse: false }]);
  // They differ by a lot anyway.
  const wild = [10, 30, 50, 70, 90].map((cpuPercent) => ({ cpuPercent }));
  expect(judgeTwins({ cpuPercent: 80 }, wild)).toMatchObject([{ unusual: 0 }]);
});

test("twins that agree to the digit do not make a hair's breadth extraordinary", () => {
  expect(judgeTwins({ cpuPercent: 23 }, twins)).toMatchObject([{ measure: "cpuPercent", unusual: 0 }]);
});

test("less free disk and a weaker signal are worse, less load is better and stands below", () => {
  const usual = Array.from({ length: 4 }, () => ({ diskFreePercent: 60, signalPercent: 80, cpuPercent: 50 }));
  const found = judgeTwins({ diskFreePercent: 10, signalPercent: 45, cpuPercent: 5 }, usual);
  expect(found.map(({ measure, worse }) => [measure, worse])).toEqual([
    ["diskFreePercent", true],
    ["signalPercent", true],
    ["cpuPercent", false],
  ]);
});

test("what was not measured, here or there, is not compared", () => {
  expect(judgeTwins({ temperatureC: null, cpuPercent: 10 }, [{ temperatureC: 50 }, {}])).toEqual([]);
  expect(judgeTwins({ roundTripMs: 200 }, [{ roundTripMs: null }, { roundTripMs: 5 }])).toMatchObject([
    { measure: "roundTripMs", of: 1, worse: true },
  ]);
});

test("the middle of an even number of values lies between the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9])).toBe(9);
});
