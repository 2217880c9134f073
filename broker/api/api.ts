// Owns the list of every route. The hub registers it, the dashboard calls it, OpenAPI prints it.
import { accountRoutes } from "./accounts.ts";
import { classroomRoutes } from "./classroom.ts";
import { deviceRoutes } from "./devices.ts";
import { exchangeRoutes } from "./exchange.ts";
import { gameRoutes } from "./games.ts";
import { leadRoutes } from "./lead.ts";
import { lessonRoutes } from "./lessons.ts";
import { recordRoutes } from "./records.ts";
import { roomRoutes } from "./rooms.ts";
import { rotationRoutes } from "./rotation.ts";
import { schoolRoutes } from "./school.ts";
import { staffRoutes } from "./staff.ts";
import { timetableRoutes } from "./timetable.ts";
import { voiceRoutes } from "./voices.ts";

export const api = {
  ...accountRoutes,
  ...staffRoutes,
  ...roomRoutes,
  ...deviceRoutes,
  ...leadRoutes,
  ...schoolRoutes,
  ...lessonRoutes,
  ...gameRoutes,
  ...timetableRoutes,
  ...rotationRoutes,
  ...exchangeRoutes,
  ...classroomRoutes,
  ...voiceRoutes,
  ...recordRoutes,
} as const;
export type Api = typeof api;
export type RouteName = keyof Api;
