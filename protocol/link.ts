// Owns the link: messages between a kiosk and what serves it, the agent on its machine or the hub for a web screen (ADR 0010).
// On a local socket every message is one line of JSON; on a WebSocket one text frame.
import { z } from "zod";
import { bootId, deviceId, recordId, staffId } from "./ids.ts";
import { ask } from "./messages/ask.ts";
import { deviceCommand, roomCommand } from "./messages/command.ts";
import { desired } from "./messages/desired.ts";
import { heldVersions } from "./messages/deviceState.ts";
import { deviceFileKind } from "./messages/file.ts";
import { kioskLive } from "./messages/live.ts";
import { fault } from "./records/fault.ts";
import { gameRun } from "./records/gameRun.ts";
import { readiness } from "./records/readiness.ts";
import { report } from "./records/report.ts";
import { session } from "./records/session.ts";
import { clockTime } from "./stamp.ts";
import { hubFile, sha256 } from "./voices.ts";

/** Longest line or frame, bytes. */
export const maxLinkBytes = 1024 * 1024;

/** A file is sent in parts of this length, bytes before base64; the last one is shorter. */
export const filePartBytes = 512 * 1024;

const recordEnvelope = {
  /** Given by the kiosk, so that a repeat after a crash is ignored. */
  id: recordId,
  /** When it happened by the device's clock, UTC ms; it may wait in the kiosk's spool for days. */
  at: clockTime,
};

/** The record types a kiosk makes. */
export const kioskRecord = z.discriminatedUnion("type", [
  z.object({ ...recordEnvelope, type: z.literal("session"), body: session.schema }),
  z.object({ ...recordEnvelope, type: z.literal("gameRun"), body: gameRun.schema }),
  z.object({ ...recordEnvelope, type: z.literal("fault"), body: fault.schema }),
  z.object({ ...recordEnvelope, type: z.literal("readiness"), body: readiness.schema }),
  z.object({ ...recordEnvelope, type: z.literal("report"), body: report.schema }),
]);
export type KioskRecord = z.infer<typeof kioskRecord>;

export const kioskMessage = z.discriminatedUnion("type", [
  /** First message on every connection. */
  z.object({
    type: z.literal("hello"),
    /** Kiosk version, e.g. "0.1.0 (Electron 45.4.1)". */
    kiosk: z.string().max(100),
    have: heldVersions,
  }),
  /** Sent again after every reconnect until `stored` names its id. */
  z.object({ type: z.literal("record"), record: kioskRecord }),
  z.object({ type: z.literal("live"), live: kioskLive }),
  z.object({
    type: z.literal("commandResult"),
    commandId: z.string(),
    outcome: z.enum(["done", "failed", "refused"]),
    detail: z.string().max(1000),
  }),
  /** To the hub, now or never: an ask is not kept while the hub is away. */
  z.object({ type: z.literal("ask"), ask }),
  /** Web screens only: in Electron the main process checks PINs itself, with no hub and no agent. */
  z.object({ type: z.literal("checkPin"), request: z.number().int(), pin: z.string().max(12) }),
  /** Web screens only: from here on nobody leads at this page until a PIN is right again. */
  z.object({ type: z.literal("panelClosed") }),
  /** A file that the kiosk lacks, from the hub's content store. To an agent only: a web screen asks the hub itself. */
  z.object({ type: z.literal("fetch"), file: hubFile }),
  /** What a command asked this kiosk for, before its result. To an agent only. */
  z.object({
    type: z.literal("file"),
    commandId: z.string(),
    kind: deviceFileKind,
    /** Base64. */
    data: z.base64().max(900_000),
  }),
]);
export type KioskMessage = z.infer<typeof kioskMessage>;

export const pinResult = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("right"), staffId }),
  z.object({ outcome: z.literal("wrong"), triesLeft: z.number().int().min(0) }),
  /** UTC ms by this device's clock. */
  z.object({ outcome: z.literal("locked"), until: z.number().int() }),
  /** No PIN is known on this device yet. */
  z.object({ outcome: z.literal("unavailable") }),
]);
export type PinResult = z.infer<typeof pinResult>;

export const clockReading = z.object({
  /** The hub's clock minus this device's, ms; null when the hub was never heard since boot. */
  offsetMs: z.number().nullable(),
  /** False: wait for a teacher instead of guessing the time (ADR 0006). */
  trusted: z.boolean(),
});
export type ClockReading = z.infer<typeof clockReading>;

export const serverMessage = z.discriminatedUnion("type", [
  /** Answer to `hello`; newer documents follow. */
  z.object({
    type: z.literal("welcome"),
    deviceId,
    boot: bootId,
    clock: clockReading,
    /** Whether the hub is reached now. */
    hubOnline: z.boolean(),
  }),
  z.object({ type: z.literal("document"), document: desired }),
  /** These records are on the server side's disk: the kiosk may forget them. */
  z.object({ type: z.literal("stored"), ids: z.array(recordId) }),
  z.object({ type: z.literal("hub"), online: z.boolean() }),
  z.object({ type: z.literal("clock"), clock: clockReading }),
  z.object({ type: z.literal("deviceCommand"), command: deviceCommand }),
  z.object({ type: z.literal("roomCommand"), command: roomCommand }),
  z.object({ type: z.literal("pin"), request: z.number().int(), result: pinResult }),
  /** Answers to `fetch`: all parts in their order, or why the file cannot be had now. */
  z.object({
    type: z.literal("filePart"),
    sha256,
    /** From 0. */
    part: z.number().int().min(0),
    parts: z.number().int().min(1),
    /** Base64. */
    data: z.string(),
  }),
  z.object({ type: z.literal("fileMissing"), sha256, detail: z.string().max(500) }),
]);
export type ServerMessage = z.infer<typeof serverMessage>;
