// Owns commands: never retained, always with an expiry, remembered by the device (ADR 0003).
import { z } from "zod";
import { classId, commandId, lessonId, sessionId } from "../ids.ts";
import { lessonLead } from "../lesson/lessonLead.ts";

export const longestMessage = 200;
export const longestMessageMinutes = 120;
/** In one order to wake; a room has fewer. */
export const mostMacs = 200;

export const macAddress = z.string().regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/);

const envelope = {
  id: commandId,
  /** UTC ms by the hub's clock. */
  issuedAt: z.number().int(),
  expiresAt: z.number().int(),
  /** Who asked: a staff id, or "hub". */
  issuedBy: z.string(),
};

export const deviceCommand = z.discriminatedUnion("name", [
  z.object({ ...envelope, name: z.literal("restartKiosk") }),
  /** Show the station's number and emblem big for `seconds`. */
  z.object({ ...envelope, name: z.literal("identify"), seconds: z.number().int().min(1).max(60) }),
  /** Check sound, pointer, display, disk, documents and clock now and write a readiness record. */
  z.object({ ...envelope, name: z.literal("checkReadiness") }),
  /** Refused unless the device's config allows it. */
  z.object({ ...envelope, name: z.literal("reboot") }),
  /** Refused unless the device's config allows a reboot. */
  z.object({ ...envelope, name: z.literal("shutDown") }),
  /** A person's words on the screen, over what is shown, for `minutes`. */
  z.object({
    ...envelope,
    name: z.literal("message"),
    text: z.string().min(1).max(longestMessage),
    minutes: z.number().int().min(1).max(longestMessageMinutes),
  }),
  /** A calm picture instead of everything, until `until` (UTC ms by the hub's clock), an unlock or a teacher's PIN. */
  z.object({ ...envelope, name: z.literal("lock"), until: z.number().int().nullable() }),
  z.object({ ...envelope, name: z.literal("unlock") }),
  /** A share of the loudest volume that the device's config allows, 0–100. */
  z.object({ ...envelope, name: z.literal("setVolume"), percent: z.number().int().min(0).max(100) }),
  /** The kiosk's own window, told on the screen while it is taken. Refused unless the device's config allows it. */
  z.object({ ...envelope, name: z.literal("screenshot") }),
  /** The last lines of the agent's and the kiosk's log. */
  z.object({ ...envelope, name: z.literal("collectLogs") }),
  /** Announce yourself as if you held no document, and take what the hub then sends. */
  z.object({ ...envelope, name: z.literal("resendDocuments") }),
  /** Send wake-on-LAN packets to neighbours of the same network. */
  z.object({
    ...envelope,
    name: z.literal("wakeNeighbours"),
    macs: z.array(macAddress).min(1).max(mostMacs),
  }),
]);
export type DeviceCommand = z.infer<typeof deviceCommand>;
export type DeviceCommandName = DeviceCommand["name"];

export const roomCommand = z.discriminatedUnion("name", [
  /** The whole state of the lesson that is led; sent again to a station that comes back. Expires with the lesson. */
  z.object({ ...envelope, name: z.literal("leadLesson"), lead: lessonLead }),
  // Of hubs before 0.2, one step each; the hub sends leads now.
  z.object({
    ...envelope,
    name: z.literal("startLesson"),
    /** Made by the hub, so that every station opens the same session. */
    sessionId,
    classId,
    lessonId,
    /** UTC ms. */
    endAt: z.number().int(),
    headcount: z.number().int().min(0).max(60).nullable(),
  }),
  z.object({ ...envelope, name: z.literal("pauseLesson") }),
  z.object({ ...envelope, name: z.literal("resumeLesson") }),
  z.object({ ...envelope, name: z.literal("endLesson") }),
]);
export type RoomCommand = z.infer<typeof roomCommand>;
