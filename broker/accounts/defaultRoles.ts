// Owns the roles a new school starts with. They are copied into the database once; from then on the school's own rows count.
import type { Permission } from "../api/permissions.ts";

export type DefaultRole = {
  readonly code: string;
  /** As shown. */
  readonly name: string;
  readonly permissions: readonly Permission[];
};

const view = ["rooms.view", "devices.view", "timetable.view", "sessions.view"] as const;

export const defaultRoles: readonly DefaultRole[] = [
  {
    code: "principal",
    name: "Hiệu trưởng",
    permissions: [
      ...view,
      "alerts.view",
      "voices.view",
      "staff.manage",
      "audit.view",
      "quarantine.view",
      "tickets.report",
      "tickets.view",
    ],
  },
  {
    code: "vicePrincipalEducation",
    name: "Phó hiệu trưởng chuyên môn",
    permissions: [
      ...view,
      "alerts.view",
      "timetable.edit",
      "timetable.publish",
      "lessons.edit",
      "school.manage",
      "notices.edit",
      "classroom.manage",
      "notices.approve",
      "voices.view",
      "voices.record",
      "voices.approve",
      "sessions.lead",
      "audit.view",
      "tickets.report",
      "tickets.view",
    ],
  },
  {
    code: "vicePrincipalCare",
    name: "Phó hiệu trưởng chăm sóc nuôi dưỡng",
    // Care and menus are hers.
    permissions: [
      ...view,
      "notices.edit",
      "classroom.manage",
      "notices.approve",
      "voices.view",
      "tickets.report",
      "tickets.view",
      "tickets.accept",
    ],
  },
  {
    // Keeps the Kidsmart room and with it the room's timetable.
    code: "itOfficer",
    name: "Nhân viên CNTT",
    permissions: [
      ...view,
      "alerts.view",
      "alerts.manage",
      "devices.manage",
      "devices.command",
      "timetable.edit",
      "lessons.edit",
      "school.manage",
      "notices.edit",
      "classroom.manage",
      "voices.view",
      "voices.record",
      "sessions.lead",
      "staff.manage",
      "integrations.manage",
      "audit.view",
      "quarantine.view",
      "tickets.report",
      "tickets.view",
      "tickets.work",
    ],
  },
  {
    // Sees what there is and what it costs; sends nothing to a device.
    code: "accountant",
    name: "Kế toán",
    permissions: ["rooms.view", "devices.view", "tickets.report", "tickets.view"],
  },
  {
    code: "gradeHead",
    name: "Tổ trưởng khối",
    permissions: [
      ...view,
      "alerts.view",
      "lessons.edit",
      "notices.edit",
      "classroom.manage",
      "voices.view",
      "voices.record",
      "sessions.lead",
      "tickets.report",
      "tickets.accept",
    ],
  },
  {
    code: "teacher",
    name: "Giáo viên",
    permissions: [
      "rooms.view",
      "timetable.view",
      "sessions.view",
      "notices.edit",
      "voices.view",
      "voices.record",
      "sessions.lead",
      "tickets.report",
    ],
  },
];
