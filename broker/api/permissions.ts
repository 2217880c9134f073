// Owns the permissions: what a route may demand. A role is a named set of them, kept as data.
import { z } from "zod";

export const permission = z.enum([
  /** Anyone signed in. */
  "signedIn",
  "rooms.view",
  "devices.view",
  "devices.manage",
  "devices.command",
  "timetable.view",
  "timetable.edit",
  "sessions.view",
  "sessions.lead",
  /** Add people, give roles, PINs and new passwords, lock people out. */
  "staff.manage",
  "audit.view",
  "quarantine.view",
]);
export type Permission = z.infer<typeof permission>;
