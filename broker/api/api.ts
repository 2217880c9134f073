// Owns the list of every route. The hub registers it, the dashboard calls it, OpenAPI prints it.
import { accountRoutes } from "./accounts.ts";
import { deviceRoutes } from "./devices.ts";
import { recordRoutes } from "./records.ts";
import { roomRoutes } from "./rooms.ts";
import { staffRoutes } from "./staff.ts";
import { timetableRoutes } from "./timetable.ts";

export const api = {
  ...accountRoutes,
  ...staffRoutes,
  ...roomRoutes,
  ...deviceRoutes,
  ...timetableRoutes,
  ...recordRoutes,
} as const;
export type Api = typeof api;
export type RouteName = keyof Api;
