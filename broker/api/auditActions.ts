// Owns the names of what the audit log records. The hub can write no other, and the dashboard has words for each.
import { z } from "zod";

export const auditAction = z.enum([
  "signIn.opened",
  "signIn.closed",
  "signIn.failed",
  /** Tries were refused unread, because there were too many. */
  "signIn.limited",
  "staff.add",
  "staff.change",
  "staff.disable",
  "staff.enable",
  "staff.setPin",
  "staff.removePin",
  /** Somebody who manages the staff gave a new password. */
  "staff.resetPassword",
  /** A person changed the password of their own. */
  "staff.changePassword",
  "slot.add",
  "slot.remove",
  "lesson.start",
  "lesson.end",
  "device.enrol",
  "device.change",
  "device.revoke",
  "device.topicRefused",
  "device.connectedTwice",
  "device.foreignStream",
  "device.packetTooLarge",
  "device.signInRefused",
  "enrolment.create",
  "enrolment.withdraw",
  "enrolment.refused",
  "command.restartKiosk",
  "command.identify",
  "command.reboot",
]);
export type AuditAction = z.infer<typeof auditAction>;
