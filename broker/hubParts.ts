// Owns the parts of a hub above its core: what pages and programs ask for, made in the order in which they need each other.
import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Log } from "../runtime/log.ts";
import type { ScryptCost } from "../runtime/secret.ts";
import { makeAccounts } from "./accounts/accounts.ts";
import { makeSignInLimit } from "./accounts/signInLimit.ts";
import { makeSignIns } from "./accounts/signIns.ts";
import { makeStaff } from "./accounts/staff.ts";
import { type Alerts, openAlerts } from "./alerts/alerts.ts";
import type { Audit } from "./audit/audit.ts";
import { makeClassroomDays } from "./classroom/classroom.ts";
import { watchDayTurn } from "./classroom/dayTurn.ts";
import { makeNotices } from "./classroom/notices.ts";
import { makeSchedules } from "./commands/schedules.ts";
import { readCatalogue } from "./desired/buildContent.ts";
import { refusePlan } from "./desired/refusePlan.ts";
import type { HubEvents } from "./events/hubEvents.ts";
import { makeGameReports } from "./games/gameReports.ts";
import type { InstalledGames } from "./games/installedGames.ts";
import { watchDisk } from "./history/diskWatch.ts";
import { makeUsageReports } from "./history/usageReports.ts";
import { makeDeviceHistory } from "./http/deviceHistory.ts";
import type { HubClock, HubCore } from "./hubServices.ts";
import { makeAccessKeys } from "./integrations/accessKeys.ts";
import { makeHomeAssistant } from "./integrations/homeAssistant/homeAssistant.ts";
import { makeLessons } from "./lessons/lessons.ts";
import { makeBoardBuilder } from "./live/board.ts";
import { makeLiveChannel } from "./live/liveChannel.ts";
import { makeSchoolClasses } from "./school/classes.ts";
import { makeSchoolFrame } from "./school/frame.ts";
import { makeSchoolRooms } from "./school/rooms.ts";
import type { DiskNote } from "./store/diskNote.ts";
import type { Tables } from "./store/schema.ts";
import { openTickets } from "./tickets/tickets.ts";
import { makeCalendarFeeds } from "./timetable/exchange/calendarFeeds.ts";
import { makeExchange } from "./timetable/exchange/exchange.ts";
import { makeRotation } from "./timetable/rotation/rotation.ts";
import { makeTimetable } from "./timetable/timetable.ts";

export type HubPartsDependencies = {
  readonly query: Kysely<Tables>;
  readonly core: HubCore;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly disk: DiskNote;
  readonly log: Log;
  readonly clock: HubClock;
  readonly random: { bytes(count: number): Uint8Array };
  /** The hub's own folder. */
  readonly folder: string;
  readonly catalogueFile: string;
  readonly installed: InstalledGames;
  readonly version: string;
  readonly cost: { readonly password: ScryptCost; readonly pin: ScryptCost } | undefined;
  /** Takes what is to be undone at the end, last first. */
  readonly undo: (step: () => unknown) => void;
};

export type HubParts = Awaited<ReturnType<typeof openHubParts>>;

/** Nothing here listens yet; what passes with time begins to pass. */
export async function openHubParts(deps: HubPartsDependencies) {
  const {
    query,
    core,
    events,
    audit,
    disk,
    log,
    clock,
    random,
    folder,
    catalogueFile,
    installed,
    version,
    cost,
    undo,
  } = deps;
  const report = (error: unknown) => log.error({ err: error }, "unexpected");
  const randomToken = () => randomBytes(32).toString("base64url");
  const signIns = makeSignIns({ query, clock, randomToken, disk });
  const keys = makeAccessKeys({ query, clock, audit, randomToken, disk });
  const accounts = makeAccounts({
    keys,
    query,
    clock,
    audit,
    signIns,
    limit: makeSignInLimit(),
    ...(cost && { cost: cost.password }),
  });
  const staff = makeStaff({ query, clock, random, events, audit, signIns, ...(cost && { cost }) });
  const figures = () => {
    const ofCore = core.figures();
    return { ...ofCore, diskFull: ofCore.diskFull || disk.full };
  };
  const { devices, desired, leads } = core;
  const diskWatch = await watchDisk({ folder, full: () => figures().diskFull, events, log, every });
  undo(() => diskWatch.stop());
  const usage = makeUsageReports({ query, school: core.school });
  const homeAssistant = makeHomeAssistant({
    query,
    events,
    audit,
    log,
    devices,
    commands: core.commands,
    school: core.school,
    figures,
    version,
    clock,
    after,
  });
  undo(() => homeAssistant.stop());
  const board = makeBoardBuilder({ query, devices, desired, leads, figures, clock });
  // Tickets ask what an alert says, and alerts tell tickets that they are over.
  const ofTickets: { alerts?: Alerts } = {};
  const tickets = await openTickets({
    query,
    events,
    audit,
    clock,
    log,
    devices,
    history: makeDeviceHistory(query),
    folder,
    alert: async (id) => ofTickets.alerts?.book.forTicket(id),
  });
  undo(() => tickets.close());
  const alerts = await openAlerts({
    query,
    events,
    audit,
    log,
    clock,
    random: Math.random,
    devices,
    desired,
    leads,
    school: core.school,
    figures,
    folder,
    every,
    noteOnTicket: tickets.note,
  });
  undo(() => alerts.close());
  ofTickets.alerts = alerts;
  const live = makeLiveChannel({ events, devices: core.devices, board, clock, after, report });
  undo(() => live.close());
  const schedules = makeSchedules({
    query,
    events,
    audit,
    log,
    clock,
    school: core.school,
    devices,
    commands: core.commands,
  });
  schedules.start(every);
  undo(() => schedules.stop());
  const timetable = makeTimetable({ query, events, audit, clock, refusePlan });
  const written = { query, events, audit, clock };
  const school = {
    frame: makeSchoolFrame(written),
    rooms: makeSchoolRooms(written),
    classes: makeSchoolClasses(written),
  };
  const lessons = makeLessons({ ...written, catalogue: () => readCatalogue(catalogueFile, log) });
  const games = makeGameReports({ query, installed, school: core.school });
  const planning = { query, draft: timetable.draft, clock };
  const feeds = makeCalendarFeeds({ query, events, audit, clock, random });
  undo(() => feeds.close());
  const classroom = {
    days: makeClassroomDays({ query, events, audit }),
    notices: makeNotices({ query, events, audit, clock }),
  };
  undo(
    watchDayTurn({
      clock,
      zone: () => core.school.zone,
      every,
      onNewDay: () => events.publish({ type: "classroomChanged" }),
    }),
  );
  return {
    accounts,
    staff,
    figures,
    board,
    school,
    lessons,
    timetable,
    rotation: makeRotation(planning),
    exchange: makeExchange(planning),
    feeds,
    classroom,
    games,
    usage,
    diskWatch,
    tickets,
    alerts,
    schedules,
    live,
    integrations: { keys, homeAssistant },
  };
}

function every(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
}

function after(delayMs: number, call: () => void): () => void {
  const timer = setTimeout(call, delayMs);
  return () => clearTimeout(timer);
}
