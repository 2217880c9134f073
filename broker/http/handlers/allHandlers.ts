// Owns putting the handlers of every route together.
import type { Kysely } from "kysely";
import type { Accounts } from "../../accounts/accounts.ts";
import type { Staff } from "../../accounts/staff.ts";
import type { Alerts } from "../../alerts/alerts.ts";
import type { ClassroomDays } from "../../classroom/classroom.ts";
import type { Notices } from "../../classroom/notices.ts";
import type { Schedules } from "../../commands/schedules.ts";
import type { GameReports } from "../../games/gameReports.ts";
import type { InstalledGames } from "../../games/installedGames.ts";
import type { DiskWatch } from "../../history/diskWatch.ts";
import { makeHealthHistory } from "../../history/healthHistory.ts";
import type { UsageReports } from "../../history/usageReports.ts";
import type { HubCore } from "../../hubServices.ts";
import type { Lessons } from "../../lessons/lessons.ts";
import type { BoardBuilder } from "../../live/board.ts";
import type { Tables } from "../../store/schema.ts";
import type { Tickets } from "../../tickets/tickets.ts";
import type { CalendarFeeds } from "../../timetable/exchange/calendarFeeds.ts";
import type { Rotation } from "../../timetable/rotation/rotation.ts";
import type { Timetable } from "../../timetable/timetable.ts";
import type { Voices } from "../../voices/voices.ts";
import { makeDeviceHistory } from "../deviceHistory.ts";
import type { Handlers } from "../routeHandlers.ts";
import { accountHandlers } from "./accountHandlers.ts";
import { alertHandlers } from "./alertHandlers.ts";
import { classroomHandlers } from "./classroomHandlers.ts";
import { commandHandlers } from "./commandHandlers.ts";
import { credentialHandlers } from "./credentialHandlers.ts";
import { deviceHandlers, type HubAddresses } from "./deviceHandlers.ts";
import { exchangeHandlers } from "./exchangeHandlers.ts";
import { fleetHandlers } from "./fleetHandlers.ts";
import { gameHandlers } from "./gameHandlers.ts";
import { historyHandlers } from "./historyHandlers.ts";
import { type Integrations, integrationHandlers } from "./integrationHandlers.ts";
import { leadHandlers } from "./leadHandlers.ts";
import { lessonHandlers } from "./lessonHandlers.ts";
import { recordHandlers } from "./recordHandlers.ts";
import { roomHandlers } from "./roomHandlers.ts";
import { rotationHandlers } from "./rotationHandlers.ts";
import { scheduleHandlers } from "./scheduleHandlers.ts";
import { type SchoolServices, schoolHandlers } from "./schoolHandlers.ts";
import { staffHandlers } from "./staffHandlers.ts";
import { ticketHandlers } from "./ticketHandlers.ts";
import { timetableHandlers } from "./timetableHandlers.ts";
import { voiceHandlers } from "./voiceHandlers.ts";
import { watchHandlers } from "./watchHandlers.ts";

export type AllHandlersDependencies = {
  readonly query: Kysely<Tables>;
  readonly core: Pick<
    HubCore,
    | "school"
    | "devices"
    | "enrolments"
    | "credentials"
    | "isEncrypted"
    | "commands"
    | "leads"
    | "desired"
    | "watching"
  >;
  readonly accounts: Accounts;
  readonly staff: Staff;
  readonly board: BoardBuilder;
  readonly school: SchoolServices;
  readonly lessons: Lessons;
  readonly timetable: Timetable;
  readonly rotation: Rotation;
  readonly feeds: CalendarFeeds;
  readonly classroom: { readonly days: ClassroomDays; readonly notices: Notices };
  readonly games: GameReports;
  readonly installed: InstalledGames;
  readonly voices: Voices;
  readonly tickets: Tickets;
  readonly schedules: Schedules;
  readonly alerts: Alerts;
  readonly integrations: Integrations;
  readonly usage: UsageReports;
  readonly diskWatch: Pick<DiskWatch, "now">;
  readonly addresses: HubAddresses;
  readonly clock: { now(): number };
};

export function allHandlers(deps: AllHandlersDependencies): Handlers {
  const {
    query,
    core,
    accounts,
    staff,
    board,
    school,
    lessons,
    timetable,
    rotation,
    feeds,
    classroom,
    voices,
    tickets,
    schedules,
    games,
    installed,
    addresses,
    clock,
  } = deps;
  return {
    ...accountHandlers({ accounts, school: core.school }),
    ...staffHandlers({ staff, accounts }),
    ...roomHandlers(board),
    ...leadHandlers({ query, core, board, installed, clock }),
    ...credentialHandlers({ core, query, addresses }),
    ...deviceHandlers({ core, history: makeDeviceHistory(query), addresses }),
    ...watchHandlers({ core }),
    ...fleetHandlers({ query, devices: core.devices, clock }),
    ...schoolHandlers(school),
    ...lessonHandlers(lessons),
    ...gameHandlers(games),
    ...timetableHandlers(timetable),
    ...rotationHandlers(rotation),
    ...exchangeHandlers({ feeds, addresses }),
    ...classroomHandlers(classroom),
    ...voiceHandlers(voices),
    ...commandHandlers(core),
    ...scheduleHandlers(schedules),
    ...ticketHandlers({ query, tickets, devices: core.devices, clock }),
    ...alertHandlers(deps.alerts),
    ...recordHandlers(query),
    ...historyHandlers({
      core,
      health: makeHealthHistory({ query, clock, school: core.school }),
      usage: deps.usage,
      diskWatch: deps.diskWatch,
    }),
    ...integrationHandlers(deps.integrations),
  };
}
