// Owns the list of every route. The hub registers it, the dashboard calls it, OpenAPI prints it.
import { accountRoutes } from "./accounts.ts";
import { alertRoutes } from "./alerts.ts";
import { classroomRoutes } from "./classroom.ts";
import { commandRoutes } from "./commands.ts";
import { credentialRoutes } from "./credentials.ts";
import { deviceRoutes } from "./devices.ts";
import { exchangeRoutes } from "./exchange.ts";
import { fleetRoutes } from "./fleet.ts";
import { gameRoutes } from "./games.ts";
import { historyRoutes } from "./history.ts";
import { hubDiskRoutes } from "./hubDisk.ts";
import { integrationRoutes } from "./integrations.ts";
import { leadRoutes } from "./lead.ts";
import { lessonRoutes } from "./lessons.ts";
import { recordRoutes } from "./records.ts";
import { roomRoutes } from "./rooms.ts";
import { rotationRoutes } from "./rotation.ts";
import { scheduleRoutes } from "./schedules.ts";
import { schoolRoutes } from "./school.ts";
import { staffRoutes } from "./staff.ts";
import { ticketRoutes } from "./tickets.ts";
import { timetableRoutes } from "./timetable.ts";
import { usageRoutes } from "./usage.ts";
import { voiceRoutes } from "./voices.ts";
import { watchRoutes } from "./watching.ts";

export const api = {
  ...accountRoutes,
  ...staffRoutes,
  ...roomRoutes,
  ...deviceRoutes,
  ...watchRoutes,
  ...credentialRoutes,
  ...commandRoutes,
  ...scheduleRoutes,
  ...fleetRoutes,
  ...leadRoutes,
  ...schoolRoutes,
  ...lessonRoutes,
  ...gameRoutes,
  ...timetableRoutes,
  ...rotationRoutes,
  ...exchangeRoutes,
  ...classroomRoutes,
  ...voiceRoutes,
  ...ticketRoutes,
  ...alertRoutes,
  ...recordRoutes,
  ...historyRoutes,
  ...usageRoutes,
  ...hubDiskRoutes,
  ...integrationRoutes,
} as const;
export type Api = typeof api;
export type RouteName = keyof Api;
