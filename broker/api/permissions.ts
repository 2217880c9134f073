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
  /** Change the draft of the timetable. */
  "timetable.edit",
  /** Make the draft what devices and everybody else see. */
  "timetable.publish",
  "lessons.edit",
  /** School years, hours, closures, rooms, classes, screen-time rules. */
  "school.manage",
  /** Write notices for classroom screens, change and withdraw one's own. */
  "notices.edit",
  /** Write the day and the menu of classroom screens, change and withdraw anybody's notice. */
  "classroom.manage",
  /** Let a notice out to the screens. */
  "notices.approve",
  /** See which sentences the school's own voices say, and hear them. */
  "voices.view",
  /** Speak sentences oneself, take one's own back. */
  "voices.record",
  /** Let a recording out to the stations, send one back, take anybody's back. */
  "voices.approve",
  "sessions.view",
  "sessions.lead",
  /** Report what is broken; see and comment what one reported, and what concerns one's own classes and blocks. */
  "tickets.report",
  /** See every ticket. */
  "tickets.view",
  /** Repair: take over, wait for parts, finish. */
  "tickets.work",
  /** Accept repairs: of one's own classes and blocks; whoever sees every ticket, of all. */
  "tickets.accept",
  /** See what is wrong, and what is watched. */
  "alerts.view",
  /** Take alerts, change rules, channels and maintenance windows. */
  "alerts.manage",
  /** Add people, give roles, PINs and new passwords, lock people out. */
  "staff.manage",
  /** Keys of other programs, Home Assistant. */
  "integrations.manage",
  "audit.view",
  "quarantine.view",
]);
export type Permission = z.infer<typeof permission>;
