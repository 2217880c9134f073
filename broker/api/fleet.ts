// Owns the contract of the fleet pages: every device as a row with its slow figures, changes of many at once, what happened on one, and how it differs from its twins.
import { z } from "zod";
import { deviceId, roomId } from "../../protocol/ids.ts";
import { condition } from "../../protocol/records/condition.ts";
import { software } from "../../protocol/records/software.ts";
import { deviceRow } from "./devices.ts";
import { defineRoutes } from "./route.ts";

const figure = z.number().nullable();

/** What of a device's newest condition stands in lists. Null, throughout: this could not be measured. */
export const conditionFigures = z.object({
  /** When it was measured, corrected, UTC ms. */
  at: z.number().int(),
  /** Of the volume that holds Kidsmart's data. */
  volumeSizeMiB: figure,
  volumeFreeMiB: figure,
  /** The worst verdict of its disks. */
  smart: z.enum(["passed", "failing"]).nullable(),
  /** Of the battery, else of the UPS, %. */
  batteryPercent: figure,
  onMains: z.boolean().nullable(),
  linkKind: z.enum(["wired", "wireless", "local", "other"]).nullable(),
  linkMbps: figure,
  /** Radio signal, %. */
  signalPercent: figure,
  roundTripMs: figure,
  /** Batches that had to be sent again, %. */
  lostPercent: figure,
  displays: figure,
  /** Of the loudest sound device that is not muted; 0 when all are muted. */
  volumePercent: figure,
  soundDevices: figure,
  mice: figure,
  keyboards: figure,
  touchScreens: figure,
  updates: figure,
  securityUpdates: figure,
  restartNeeded: z.boolean().nullable(),
  /** Since the agent was installed. */
  powerLosses: z.number().int(),
  kioskCrashes: z.number().int(),
  gameCrashes: z.number().int(),
});
export type ConditionFigures = z.infer<typeof conditionFigures>;

export const fleetRow = deviceRow.extend({
  allowReboot: z.boolean(),
  allowScreenshot: z.boolean(),
  /** Device minus hub, ms. */
  clockErrorMs: figure,
  /** Maker and model, as the machine says. */
  model: z.string().nullable(),
  serial: z.string().nullable(),
  operatingSystem: z.string().nullable(),
  processor: z.string().nullable(),
  memoryMiB: figure,
  condition: conditionFigures.nullable(),
});
export type FleetRow = z.infer<typeof fleetRow>;

const changeable = z.object({
  name: z.string().trim().min(1).max(60),
  roomId: roomId.nullable(),
  stationNumber: z.number().int().min(1).max(99).nullable(),
  allowReboot: z.boolean(),
  allowScreenshot: z.boolean(),
});
/** What bulk changes set. */
export const fleetValues = changeable.partial();
export type FleetValues = z.infer<typeof fleetValues>;

export const fleetChange = z.object({
  deviceId,
  values: fleetValues,
  /** Only while the device still has these: taking a change back never undoes what somebody did since. */
  expected: fleetValues.optional(),
});
export type FleetChange = z.infer<typeof fleetChange>;

export const fleetChangeResult = z.object({
  deviceId,
  /** changedSince: it no longer had what was expected. gone: revoked or unknown. */
  outcome: z.enum(["changed", "same", "changedSince", "gone", "noRoom"]),
  /** What it had before, of the values that were set: gives the change that takes it back. */
  before: fleetValues,
});
export type FleetChangeResult = z.infer<typeof fleetChangeResult>;

export const deviceCondition = z.object({
  /** What of it stands in lists. */
  figures: conditionFigures.nullable(),
  condition: z.object({ at: z.number().int(), body: condition.schema }).nullable(),
  software: z.object({ at: z.number().int(), body: software.schema }).nullable(),
});
export type DeviceCondition = z.infer<typeof deviceCondition>;

export const timelineKind = z.enum([
  "presence",
  "power",
  "lessons",
  "faults",
  "measured",
  "commands",
  "alerts",
  "tickets",
  "changes",
]);
export type TimelineKind = z.infer<typeof timelineKind>;

export const timelineEvent = z.object({
  kind: timelineKind,
  /** Record type, presence state, or what else happened; the dashboard has words for each. */
  type: z.string(),
  /** Corrected, UTC ms. */
  at: z.number().int(),
  /** The record's body, the command, the entry's detail. */
  body: z.unknown(),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

export const twinMeasure = z.enum([
  "cpuPercent",
  "memoryPercent",
  "temperatureC",
  "diskFreePercent",
  "roundTripMs",
  "lostPercent",
  "signalPercent",
  "powerLosses",
  "kioskCrashes",
  "updates",
]);
export type TwinMeasure = z.infer<typeof twinMeasure>;

export const twinFinding = z.object({
  measure: twinMeasure,
  /** Of the device that is asked about. */
  own: z.number(),
  /** Middle of its twins. */
  twins: z.number(),
  /** How many twins have the figure. */
  of: z.number().int(),
  /** Own minus twins, in ordinary differences between twins; 0 when it is no more than usual. */
  unusual: z.number(),
  /** True when the difference is to the device's disadvantage. */
  worse: z.boolean(),
});
export type TwinFinding = z.infer<typeof twinFinding>;

export const twinFact = z.object({
  name: z.enum(["model", "processor", "cores", "memory", "operatingSystem", "disks", "displays", "link"]),
  own: z.string(),
  /** What most twins have. */
  twins: z.string(),
});

export const twinProgram = z.object({
  name: z.string(),
  /** Null: not installed here. */
  own: z.string().nullable(),
  /** Version that most twins have; null: most do not have it. */
  twins: z.string().nullable(),
});

export const twinComparison = z.object({
  /** model: same maker and model; room: no such others, so the room's devices of its kind. */
  by: z.enum(["model", "room"]),
  twins: z.array(z.object({ deviceId, name: z.string(), roomName: z.string().nullable() })),
  /** Span of the medians, UTC ms. */
  from: z.number().int(),
  until: z.number().int(),
  /** The most unusual first. */
  findings: z.array(twinFinding),
  /** Only those that differ. */
  facts: z.array(twinFact),
  programs: z.array(twinProgram),
  /** How many twins told their programs. */
  programsOf: z.number().int(),
});
export type TwinComparison = z.infer<typeof twinComparison>;

const params = z.object({ deviceId });

export const fleetRoutes = defineRoutes({
  listFleet: {
    method: "GET",
    path: "/api/fleet",
    permission: "devices.view",
    summary: "All devices with their slow figures, revoked ones too",
    reply: z.array(fleetRow),
  },
  someOfFleet: {
    method: "POST",
    path: "/api/fleet/rows",
    permission: "devices.view",
    summary: "Some devices as they stand in the fleet's list; unknown ones are left out",
    body: z.object({ deviceIds: z.array(deviceId).max(500) }),
    reply: z.array(fleetRow),
  },
  changeFleet: {
    method: "POST",
    path: "/api/fleet/changes",
    permission: "devices.manage",
    summary: "Rename, move, renumber or permit many devices, each with its own result",
    body: z.object({ changes: z.array(fleetChange).min(1).max(100) }),
    reply: z.array(fleetChangeResult),
  },
  showCondition: {
    method: "GET",
    path: "/api/devices/:deviceId/condition",
    permission: "devices.view",
    summary: "The newest condition and list of software of a device",
    params,
    reply: deviceCondition,
  },
  deviceTimeline: {
    method: "GET",
    path: "/api/devices/:deviceId/timeline",
    permission: "devices.view",
    summary: "Everything that happened on a device, newest first; kinds separated by commas, none for all",
    params,
    query: z.object({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      kinds: z
        .string()
        .max(200)
        .transform((text) => text.split(",").filter((kind) => kind !== ""))
        .pipe(z.array(timelineKind))
        .optional(),
    }),
    reply: z.array(timelineEvent),
  },
  compareTwins: {
    method: "GET",
    path: "/api/devices/:deviceId/twins",
    permission: "devices.view",
    summary: "How a device differs from those of its model or room over the last week",
    params,
    reply: twinComparison,
  },
});
