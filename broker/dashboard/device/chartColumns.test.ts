import { expect, test } from "vitest";
import type { HealthHistory } from "../../api/history.ts";
import { chartColumns, extremesOf } from "./chartColumns.ts";
import { chartMarks } from "./chartMarks.ts";

const minute = 60_000;
const history = (at: number[]): HealthHistory => {
  const line = (value: (index: number) => number | null) => at.map((_, index) => value(index));
  const flat = (value: number | null) => ({
    mean: line(() => value),
    min: line(() => value),
    max: line(() => value),
  });
  return {
    from: "minute",
    stepMs: minute,
    at,
    minutes: at.map(() => 1),
    cpuPercent: {
      mean: line((index) => index),
      min: line((index) => index - 1),
      max: line((index) => index + 5),
    },
    memoryPercent: flat(null),
    diskFreeMiB: flat(2048),
    temperatureC: flat(40),
    receivedKiB: at.map(() => 0),
    sentKiB: at.map(() => 0),
    kiosk: {} as never,
  };
};
const late = 1e12;

test("a device that was silent leaves a hole in every line and in the band around it", () => {
  const { seconds, values } = chartColumns(history([0, minute, 2 * minute, 10 * minute]), late);
  expect(seconds).toEqual([30, 90, 150, 180, 630]);
  expect(values.cpuPercent.mean).toEqual([0, 1, 2, null, 3]);
  expect(values.cpuPercent.max).toEqual([5, 6, 7, null, 8]);
  expect(values.diskFreeGiB.min).toEqual([2, 2, 2, null, 2]);
});

test("a device that reports every ten minutes has no holes between its samples", () => {
  const at = [0, 10, 20, 30, 90].map((each) => each * minute);
  expect(chartColumns(history(at), late).values.cpuPercent.mean).toEqual([0, 1, 2, 3, null, 4]);
});

test("one missing sample is no outage, and a step that is not over ends now", () => {
  expect(chartColumns(history([0, minute, 2 * minute, 4 * minute]), late).seconds).toHaveLength(4);
  expect(chartColumns(history([0, minute]), minute + 10_000).seconds).toEqual([30, 70]);
});

test("extremes ignore holes and take the band in; a sensor that never answered has none", () => {
  const line = [null, 4, 9, null, 7, null];
  expect(extremesOf({ mean: line, min: [null, 2], max: [null, 30] })).toEqual({
    lowest: 2,
    highest: 30,
    latest: 7,
  });
  expect(extremesOf({ mean: [null], min: [null], max: [null] })).toBeNull();
});

const session = (at: number, event: string, sessionId = "s") => ({
  kind: "lessons" as const,
  type: "session",
  at,
  body: { event, sessionId },
});
test("sessions are spans from opening to closing, a power loss stands where the machine was last alive", () => {
  const power = {
    kind: "power" as const,
    type: "power",
    at: 900,
    body: { event: "unexpectedStop", scope: "machine", lastAliveAt: 500 },
  };
  const agentOnly = { ...power, body: { ...power.body, scope: "agent" } };
  const events = [
    power,
    agentOnly,
    session(400, "closed"),
    session(100, "opened"),
    session(800, "opened", "t"),
  ];
  expect(chartMarks(events, 0, 1000)).toEqual({
    sessions: [
      [100, 400],
      [800, 1000],
    ],
    powerLosses: [500],
  });
  // Opened before the chart begins.
  expect(chartMarks([session(400, "closed")], 300, 1000).sessions).toEqual([[300, 400]]);
});
