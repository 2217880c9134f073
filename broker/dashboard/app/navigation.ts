// Owns the list of the dashboard's places: address, name, picture, and who may see it.
import {
  type Icon,
  IconCalendarWeek,
  IconDeviceDesktop,
  IconDeviceTv,
  IconHistory,
  IconLayoutGrid,
  IconMailExclamation,
  IconUsers,
} from "@tabler/icons-react";
import type { Permission } from "../../api/permissions.ts";

export type Place = {
  readonly path: string;
  readonly name: "board" | "devices" | "timetable" | "classroom" | "staff" | "audit" | "quarantine";
  readonly icon: Icon;
  readonly permission: Permission;
};

export const places: readonly Place[] = [
  { path: "/", name: "board", icon: IconLayoutGrid, permission: "rooms.view" },
  { path: "/devices", name: "devices", icon: IconDeviceDesktop, permission: "devices.view" },
  { path: "/timetable", name: "timetable", icon: IconCalendarWeek, permission: "timetable.view" },
  { path: "/classroom", name: "classroom", icon: IconDeviceTv, permission: "rooms.view" },
  { path: "/staff", name: "staff", icon: IconUsers, permission: "staff.manage" },
  { path: "/audit", name: "audit", icon: IconHistory, permission: "audit.view" },
  { path: "/quarantine", name: "quarantine", icon: IconMailExclamation, permission: "quarantine.view" },
];
