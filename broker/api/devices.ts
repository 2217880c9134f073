// Owns the contract of devices: list, page, history, commands, enrolment.
import { z } from "zod";
import { deviceKind } from "../../protocol/documents/config.ts";
import { deviceIdentity, enrolmentClaim } from "../../protocol/enrolment.ts";
import { deviceId, roomId } from "../../protocol/ids.ts";
import { inventory } from "../../protocol/records/inventory.ts";
import { deviceCommandRow } from "./commands.ts";
import { station } from "./rooms.ts";
import { defineRoutes } from "./route.ts";

export const deviceRow = station.extend({
  roomId: roomId.nullable(),
  roomName: z.string().nullable(),
  agentVersion: z.string().nullable(),
  kioskVersion: z.string().nullable(),
  diskFreeMiB: z.number().nullable(),
  /** UTC ms. */
  enrolledAt: z.number().int(),
  revokedAt: z.number().int().nullable(),
});
export type DeviceRow = z.infer<typeof deviceRow>;

export const devicePage = deviceRow.extend({
  inventory: inventory.schema.nullable(),
  allowReboot: z.boolean(),
  /** Pictures of the kiosk's window may be asked for. */
  allowScreenshot: z.boolean(),
  commands: z.array(deviceCommandRow),
  /** Last records' clock error, ms: device minus hub; null when unknown. */
  clockErrorMs: z.number().nullable(),
});
export type DevicePage = z.infer<typeof devicePage>;

export const healthSeries = z.object({
  /** Width of one point, ms. */
  stepMs: z.number().int(),
  /** Column arrays of equal length; corrected time, UTC ms, ascending. */
  at: z.array(z.number()),
  cpuPercent: z.array(z.number().nullable()),
  memoryPercent: z.array(z.number().nullable()),
  diskFreeMiB: z.array(z.number().nullable()),
  temperatureC: z.array(z.number().nullable()),
});
export type HealthSeries = z.infer<typeof healthSeries>;

export const deviceEvent = z.object({
  /** Record type, or "online" | "lost" | "stopped" | "enrolled" | "replaced" | "refusedTopic". */
  type: z.string(),
  /** Corrected time, UTC ms. */
  at: z.number().int(),
  /** The record's body. */
  body: z.unknown(),
});
export type DeviceEvent = z.infer<typeof deviceEvent>;

export const enrolment = z.object({
  /** ABCD-EFGH. */
  code: z.string(),
  deviceName: z.string(),
  kind: deviceKind,
  roomId: roomId.nullable(),
  stationNumber: z.number().int().nullable(),
  expiresAt: z.number().int(),
  usedAt: z.number().int().nullable(),
  deviceId: deviceId.nullable(),
  /** The device whose place and history the new machine takes over. */
  replacesId: deviceId.nullable(),
  /** Codes of one file for a USB stick have this in common. */
  fileId: z.string().nullable(),
  /** Opens a web screen: `http://hub:8080/screen?code=ABCD-EFGH`. */
  url: z.string(),
  /** What to type on a computer with an agent: the code, and 80 bits of the authority's fingerprint. */
  typedCode: z.string(),
  /** `kidsmart://enrol?…`: code, whole fingerprint and addresses, for scanners and scripts. */
  link: z.string(),
  /** The command to type on a computer with an agent; by the address at which that computer reaches the hub. */
  agentCommand: z.string(),
  /** True while the hub listens to its own computer only, as with the sample school. */
  agentOnHubOnly: z.boolean(),
});
export type Enrolment = z.infer<typeof enrolment>;

const params = z.object({ deviceId });
const stationNumber = z.number().int().min(1).max(99).nullable();

export const deviceRoutes = defineRoutes({
  listDevices: {
    method: "GET",
    path: "/api/devices",
    permission: "devices.view",
    summary: "All devices",
    reply: z.array(deviceRow),
  },
  showDevice: {
    method: "GET",
    path: "/api/devices/:deviceId",
    permission: "devices.view",
    summary: "One device",
    params,
    reply: devicePage,
  },
  changeDevice: {
    method: "PATCH",
    path: "/api/devices/:deviceId",
    permission: "devices.manage",
    summary: "Rename, move, renumber; allow or forbid a remote reboot",
    params,
    body: z
      .object({
        name: z.string().min(1).max(60),
        roomId: roomId.nullable(),
        stationNumber,
        emblem: z.string().min(1).max(40),
        allowReboot: z.boolean(),
        allowScreenshot: z.boolean(),
      })
      .partial(),
    reply: deviceRow,
  },
  revokeDevice: {
    method: "DELETE",
    path: "/api/devices/:deviceId",
    permission: "devices.manage",
    summary: "Take the device's credentials away; its history stays",
    params,
    reply: null,
  },
  deviceHealth: {
    method: "GET",
    path: "/api/devices/:deviceId/health",
    permission: "devices.view",
    summary: "Health over time, averaged to at most 600 points",
    params,
    query: z.object({ from: z.coerce.number().int(), to: z.coerce.number().int() }),
    reply: healthSeries,
  },
  deviceEvents: {
    method: "GET",
    path: "/api/devices/:deviceId/events",
    permission: "devices.view",
    summary: "What happened on the device, newest first",
    params,
    query: z.object({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.array(deviceEvent),
  },
  createEnrolment: {
    method: "POST",
    path: "/api/enrolments",
    permission: "devices.manage",
    summary: "Make a one-time code for a new device",
    body: z.object({
      deviceName: z.string().min(1).max(60),
      kind: deviceKind,
      roomId: roomId.nullable(),
      stationNumber,
      emblem: z.string().min(1).max(40).default("desktop-computer"),
    }),
    reply: enrolment,
  },
  listEnrolments: {
    method: "GET",
    path: "/api/enrolments",
    permission: "devices.manage",
    summary: "Codes that wait or were used lately",
    reply: z.array(enrolment),
  },
  withdrawEnrolment: {
    method: "DELETE",
    path: "/api/enrolments/:code",
    permission: "devices.manage",
    summary: "Withdraw an unused code",
    params: z.object({ code: z.string().max(20) }),
    reply: null,
  },
  claimEnrolment: {
    method: "POST",
    path: "/api/enrolments/claim",
    permission: "public",
    summary: "A device trades a code for its identity",
    body: enrolmentClaim,
    reply: deviceIdentity,
  },
});
