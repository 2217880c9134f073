// Owns what is wrong with a device, by name: what the fleet is filtered by and what a person is advised to do. Pure.
import type { FleetRow } from "../../api/fleet.ts";

/** The gravest first. */
export const problems = [
  "diskFailing",
  "diskFull",
  "hot",
  "kioskStuck",
  "lost",
  "onBattery",
  "notReady",
  "noMouse",
  "noSound",
  "muted",
  "clockWrong",
  "memoryFull",
  "weakLink",
  "securityUpdates",
  "restartNeeded",
  "neverSeen",
] as const;
export type Problem = (typeof problems)[number];

export type Judged = Pick<
  FleetRow,
  | ("kind" | "light" | "reachability" | "revokedAt" | "kiosk" | "readiness")
  | ("diskFreeMiB" | "temperatureC" | "memoryPercent" | "clockErrorMs" | "condition")
>;

const minuteMs = 60_000;

const judges: Readonly<Record<Problem, (row: Judged) => boolean>> = {
  diskFailing: ({ condition }) => condition?.smart === "failing",
  diskFull: ({ diskFreeMiB }) => diskFreeMiB !== null && diskFreeMiB < 2048,
  hot: ({ temperatureC }) => temperatureC !== null && temperatureC > 85,
  kioskStuck: ({ kiosk }) => kiosk?.state === "stuck",
  lost: ({ reachability, light }) => reachability === "lost" && light === "red",
  onBattery: ({ condition, reachability }) => reachability === "online" && condition?.onMains === false,
  notReady: ({ readiness }) => readiness !== null && readiness.problems.length > 0,
  noMouse: ({ kind, condition }) =>
    kind === "station" && condition?.mice === 0 && condition.touchScreens === 0,
  noSound: ({ kind, condition }) => kind !== "office" && condition?.soundDevices === 0,
  muted: ({ kind, condition }) =>
    kind !== "office" && condition?.volumePercent === 0 && condition.soundDevices !== 0,
  clockWrong: ({ clockErrorMs }) => clockErrorMs !== null && Math.abs(clockErrorMs) > 2 * minuteMs,
  memoryFull: ({ memoryPercent }) => memoryPercent !== null && memoryPercent > 95,
  weakLink: ({ condition }) =>
    condition !== null &&
    ((condition.signalPercent ?? 100) < 35 ||
      (condition.lostPercent ?? 0) > 5 ||
      (condition.roundTripMs ?? 0) > 500),
  securityUpdates: ({ condition }) => (condition?.securityUpdates ?? 0) > 0,
  restartNeeded: ({ condition }) => condition?.restartNeeded === true,
  neverSeen: ({ reachability }) => reachability === "neverSeen",
};

export const has = (row: Judged, problem: Problem): boolean => judges[problem](row);

export const problemsOf = (row: Judged): Problem[] =>
  row.revokedAt === null ? problems.filter((problem) => judges[problem](row)) : [];
