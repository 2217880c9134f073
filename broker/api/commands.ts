// Owns the contract of commands: what may be ordered of devices, what became of it, and when it is ordered by itself.
import { z } from "zod";
import { commandId, deviceId, roomId } from "../../protocol/ids.ts";
import { longestMessage, longestMessageMinutes } from "../../protocol/messages/command.ts";
import { deviceFileKind } from "../../protocol/messages/file.ts";
import { errorCode } from "./error.ts";
import { defineRoutes } from "./route.ts";

export const commandOrder = z.discriminatedUnion("name", [
  z.object({ name: z.literal("identify"), seconds: z.number().int().min(1).max(60) }),
  z.object({
    name: z.literal("message"),
    text: z.string().trim().min(1).max(longestMessage),
    minutes: z.number().int().min(1).max(longestMessageMinutes),
  }),
  /** `until`: UTC ms; null: until somebody unlocks. */
  z.object({ name: z.literal("lock"), until: z.number().int().nullable() }),
  z.object({ name: z.literal("unlock") }),
  /** A share of the loudest volume that the device may use. */
  z.object({ name: z.literal("setVolume"), percent: z.number().int().min(0).max(100) }),
  z.object({ name: z.literal("checkReadiness") }),
  z.object({ name: z.literal("restartKiosk") }),
  z.object({ name: z.literal("reboot") }),
  z.object({ name: z.literal("shutDown") }),
  z.object({ name: z.literal("wake") }),
  z.object({ name: z.literal("screenshot") }),
  z.object({ name: z.literal("collectLogs") }),
  z.object({ name: z.literal("resendDocuments") }),
]);
export type CommandOrder = z.infer<typeof commandOrder>;
export type CommandName = CommandOrder["name"];

/** How long a command may wait for a device that is away: not at all, 15 minutes, two hours, until the end of tomorrow. */
export const commandWait = z.enum(["none", "quarter", "twoHours", "tomorrow"]);
export type CommandWait = z.infer<typeof commandWait>;

/**
 * queued: waits at the hub; sent: on its way or being done; unknown: the device had it and was gone before it answered;
 * expired: nobody answered, or nobody came, until its end; cancelled: taken back while it waited.
 */
export const commandState = z.enum([
  "queued",
  "sent",
  "done",
  "failed",
  "refused",
  "expired",
  "unknown",
  "cancelled",
]);
export type CommandState = z.infer<typeof commandState>;

export const deviceCommandRow = z.object({
  id: commandId,
  deviceId,
  deviceName: z.string(),
  /** Beside the orders `wakeNeighbours`: this device was asked to wake another one. */
  name: z.string(),
  /** What was ordered; null for what only the hub orders. */
  order: commandOrder.nullable(),
  state: commandState,
  /** Vietnamese: what happened, what to do; may be empty. */
  detail: z.string(),
  issuedAt: z.number().int(),
  /** It is not begun after that. UTC ms. */
  expiresAt: z.number().int(),
  finishedAt: z.number().int().nullable(),
  issuedByName: z.string(),
  /** A schedule gave it. */
  scheduled: z.boolean(),
  /** What it brought; gone after the days that files are kept. */
  file: z.object({ kind: deviceFileKind, bytes: z.number().int() }).nullable(),
});
export type DeviceCommandRow = z.infer<typeof deviceCommandRow>;

export const commandTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("devices"), deviceIds: z.array(deviceId).min(1).max(2000) }),
  z.object({ kind: z.literal("room"), roomId }),
]);
export type CommandTarget = z.infer<typeof commandTarget>;

/** A device for which nothing was sent, and why. */
export const unsentCommand = z.object({
  deviceId,
  deviceName: z.string(),
  code: errorCode,
  /** Vietnamese. */
  message: z.string(),
});
export type UnsentCommand = z.infer<typeof unsentCommand>;

export const sentCommands = z.object({
  commands: z.array(deviceCommandRow),
  unsent: z.array(unsentCommand),
});
export type SentCommands = z.infer<typeof sentCommands>;

const how = {
  wait: commandWait.default("none"),
  /** Also where a lesson runs. */
  insist: z.boolean().default(false),
};

/** Of files that devices sent; `devices.command` is demanded. */
export const commandFilePath = "/api/commands/:commandId/file";

/** Days that a picture or a log is kept. */
export const fileKeptDays = 14;

export const commandRoutes = defineRoutes({
  sendCommand: {
    method: "POST",
    path: "/api/devices/:deviceId/commands",
    permission: "devices.command",
    summary: "Send a command to one device",
    params: z.object({ deviceId }),
    body: z.intersection(commandOrder, z.object(how)),
    reply: deviceCommandRow,
  },
  sendCommands: {
    method: "POST",
    path: "/api/commands",
    permission: "devices.command",
    summary: "Send a command to several devices or to a room",
    body: z.object({ target: commandTarget, order: commandOrder, ...how }),
    longestBodyBytes: 256 * 1024,
    reply: sentCommands,
  },
  listCommands: {
    method: "GET",
    path: "/api/commands",
    permission: "devices.view",
    summary: "Commands of all devices, newest first",
    query: z.object({
      roomId: roomId.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z.array(deviceCommandRow),
  },
  cancelCommand: {
    method: "DELETE",
    path: "/api/commands/:commandId",
    permission: "devices.command",
    summary: "Take back a command that still waits",
    params: z.object({ commandId }),
    reply: null,
  },
});
