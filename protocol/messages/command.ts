// Owns commands: never retained, always with an expiry, remembered by the device (ADR 0003).
import { z } from "zod";
import { classId, commandId, lessonId, sessionId } from "../ids.ts";
import { lessonLead } from "../lesson/lessonLead.ts";

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
