// Owns a whole hub in one process: data folder, store, school, core, HTTP. Started and stopped here; nothing of the command line.
import { randomBytes } from "node:crypto";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { failure, ok, type Result } from "../protocol/result.ts";
import { takeDataFolder } from "../runtime/dataFolder.ts";
import type { Log } from "../runtime/log.ts";
import type { ScryptCost } from "../runtime/secret.ts";
import { makeAccounts } from "./accounts/accounts.ts";
import { makeSignInLimit } from "./accounts/signInLimit.ts";
import { makeSignIns } from "./accounts/signIns.ts";
import { makeStaff } from "./accounts/staff.ts";
import { type Alerts, openAlerts } from "./alerts/alerts.ts";
import { auditBesideFullDisk, makeAudit } from "./audit/audit.ts";
import { openHubCertificates } from "./certificates/hubCertificates.ts";
import { hubNames } from "./certificates/hubNames.ts";
import { makeClassroomDays } from "./classroom/classroom.ts";
import { watchDayTurn } from "./classroom/dayTurn.ts";
import { makeNotices } from "./classroom/notices.ts";
import { makeSchedules } from "./commands/schedules.ts";
import { readCatalogue } from "./desired/buildContent.ts";
import { refusePlan } from "./desired/refusePlan.ts";
import { advertiseHub } from "./discovery/advertise.ts";
import { makeHubEvents } from "./events/hubEvents.ts";
import { makeGameReports } from "./games/gameReports.ts";
import { makeInstalledGames } from "./games/installedGames.ts";
import { watchDisk } from "./history/diskWatch.ts";
import { makeUsageReports } from "./history/usageReports.ts";
import { makeApp } from "./http/app.ts";
import { makeDeviceHistory } from "./http/deviceHistory.ts";
import { allHandlers } from "./http/handlers/allHandlers.ts";
import { makeHubAddresses } from "./http/hubAddresses.ts";
import { makeSecureServer, serveAuthority } from "./http/secureServer.ts";
import { type PortWish, takePort } from "./http/takePort.ts";
import { makeHubCore } from "./hubCore.ts";
import type { HubClock, HubCore } from "./hubServices.ts";
import { makeAccessKeys } from "./integrations/accessKeys.ts";
import { makeHomeAssistant } from "./integrations/homeAssistant/homeAssistant.ts";
import { makeLessons } from "./lessons/lessons.ts";
import { makeBoardBuilder } from "./live/board.ts";
import { makeLiveChannel } from "./live/liveChannel.ts";
import { type FirstSignIn, prepareFirstSchool } from "./sample/firstSchool.ts";
import { prepareSampleSchool } from "./sample/sampleSchool.ts";
import { makeSchoolClasses } from "./school/classes.ts";
import { makeSchoolFrame } from "./school/frame.ts";
import { makeSchoolRooms } from "./school/rooms.ts";
import { openScreenPins } from "./screen/screenPins.ts";
import { serveScreens } from "./screen/screenRoute.ts";
import { makeDiskNote } from "./store/diskNote.ts";
import { openStore, type Store } from "./store/store.ts";
import { openTickets } from "./tickets/tickets.ts";
import { makeCalendarFeeds } from "./timetable/exchange/calendarFeeds.ts";
import { makeExchange } from "./timetable/exchange/exchange.ts";
import { makeRotation } from "./timetable/rotation/rotation.ts";
import { makeTimetable } from "./timetable/timetable.ts";
import { openVoices } from "./voices/voices.ts";

export type HubOptions = {
  /** KIDSMART_HOME; the hub's own files are in its folder `hub`. */
  readonly home: string;
  /** The project's `dist`. */
  readonly dist: string;
  readonly version: string;
  readonly sample: boolean;
  /** For the first start without `sample`. */
  readonly schoolName: string;
  readonly httpHost: string;
  readonly http: PortWish;
  readonly mqtt: PortWish;
  /** The same application and MQTT over TLS, on `httpHost` too; any free port where nothing is said. */
  readonly https?: PortWish;
  readonly mqtts?: PortWish;
  /** A proxy on this machine passes requests on; without one X-Forwarded headers mean nothing. */
  readonly trustProxy?: boolean;
  readonly log: Log;
  readonly clock?: HubClock;
  /** Tests make many people; nobody else may go below the defaults. */
  readonly cost?: { readonly password: ScryptCost; readonly pin: ScryptCost };
};

export type HubProblem =
  | "DATA_FOLDER_TAKEN"
  | "DATA_FOLDER_UNUSABLE"
  | "DATABASE_UNUSABLE"
  | "HTTP_PORT_TAKEN"
  | "MQTT_PORT_TAKEN"
  | "HTTPS_PORT_TAKEN"
  | "MQTTS_PORT_TAKEN"
  | "CERTIFICATES_DAMAGED";

export type Hub = {
  readonly httpPort: number;
  readonly mqttPort: number;
  readonly httpsPort: number;
  readonly mqttsPort: number;
  /** For this computer's own browser. */
  readonly url: string;
  readonly core: HubCore;
  readonly store: Store;
  readonly alerts: Alerts;
  /** Only at the first start of a real school. */
  readonly firstSignIn: FirstSignIn | undefined;
  /** `realSchool`: --sample was asked for, but the folder holds another school. */
  readonly sample: "made" | "kept" | "realSchool" | undefined;
  stop(): Promise<void>;
};

/** In the clear: for this computer only. */
const mqttHost = "127.0.0.1";

export async function startHub(options: HubOptions): Promise<Result<Hub, HubProblem>> {
  const folder = takeDataFolder(join(options.home, "hub"));
  if (!folder.ok) return folder;
  // What was begun, last first: undone when the start fails half way, and at the end.
  const undo: (() => unknown)[] = [() => folder.value.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const started = await startIn(folder.value.path, options, undo);
    if (!started.ok) await stop();
    return started.ok ? ok({ ...started.value, stop }) : started;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startIn(
  path: string,
  options: HubOptions,
  undo: (() => unknown)[],
): Promise<Result<Omit<Hub, "stop">, HubProblem>> {
  const { home, dist, log, clock = { now: () => Date.now(), mono: () => performance.now() } } = options;
  const random = { bytes: (count: number) => randomBytes(count) };
  const report = (error: unknown) => log.error({ err: error }, "unexpected");

  const opened = await openStoreIn(path);
  if (!opened.ok) return opened;
  const store = opened.value;
  undo.push(() => store.close());
  const { query } = store;
  const cost = options.cost && { cost: options.cost };
  const sample = options.sample
    ? await prepareSampleSchool({ query, clock, random, home, ...cost })
    : undefined;
  const firstSignIn = options.sample
    ? undefined
    : await prepareFirstSchool({
        query,
        clock,
        random,
        schoolName: options.schoolName,
        signInFile: join(path, "first-sign-in.txt"),
        ...cost,
      });

  const events = makeHubEvents(report);
  const disk = makeDiskNote(log);
  events.subscribe(({ type }) => {
    if (type === "recordsCommitted") disk.wrote();
  });
  const audit = auditBesideFullDisk(makeAudit({ query, clock }), { disk, log });
  const catalogueFile = join(dist, "content", "catalogue.json");
  const installed = makeInstalledGames(catalogueFile, log);
  const voices = await openVoices({ query, events, audit, clock, log, folder: path, games: installed });
  const core = await makeHubCore({
    store,
    events,
    audit,
    log,
    clock,
    random,
    catalogueFile,
    voices: voices.list,
  });
  undo.push(() => core.stop());
  const mqtt = await takePort(options.mqtt, async (port) => core.start(mqttHost, port));
  if (!mqtt.ok) return failure("MQTT_PORT_TAKEN", mqtt.detail);
  const opening = await openHubCertificates({
    folder: join(path, "certificates"),
    names: () => hubNames(networkInterfaces()),
    clock,
    log,
    every,
  });
  if (!opening.ok) return opening;
  const certificates = opening.value;
  undo.push(() => certificates.stop());
  const anyPort: PortWish = { port: 0, insisted: true };
  const mqtts = await takePort(options.mqtts ?? anyPort, (port) =>
    core.startSecure(options.httpHost, port, certificates),
  );
  if (!mqtts.ok) return failure("MQTTS_PORT_TAKEN", mqtts.detail);

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
    ...(options.cost && { cost: options.cost.password }),
  });
  const staff = makeStaff({ query, clock, random, events, audit, signIns, ...cost });
  const figures = () => {
    const ofCore = core.figures();
    return { ...ofCore, diskFull: ofCore.diskFull || disk.full };
  };
  const { devices, desired, leads } = core;
  const diskWatch = await watchDisk({
    ...{ folder: path, full: () => figures().diskFull, events, log, every },
  });
  undo.push(() => diskWatch.stop());
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
    version: options.version,
    after,
  });
  undo.push(() => homeAssistant.stop());
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
    folder: path,
    alert: async (id) => ofTickets.alerts?.book.forTicket(id),
  });
  undo.push(() => tickets.close());
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
    folder: path,
    every,
    noteOnTicket: tickets.note,
  });
  undo.push(() => alerts.close());
  ofTickets.alerts = alerts;
  const live = makeLiveChannel({ events, devices: core.devices, board, clock, after, report });
  undo.push(() => live.close());
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
  undo.push(() => schedules.stop());
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
  undo.push(() => feeds.close());
  const classroom = {
    days: makeClassroomDays({ query, events, audit }),
    notices: makeNotices({ query, events, audit, clock }),
  };
  undo.push(
    watchDayTurn({
      clock,
      zone: () => core.school.zone,
      every,
      onNewDay: () => events.publish({ type: "classroomChanged" }),
    }),
  );
  // Nobody asks before HTTP listens.
  const bound = { httpsPort: 0 };
  const addresses = makeHubAddresses({
    httpHost: options.httpHost,
    httpsPort: () => bound.httpsPort,
    mqttPort: () => mqtt.value,
    mqttsPort: () => mqtts.value,
    authority: certificates.authority,
    networkInterfaces,
  });
  const app = await makeApp({
    log,
    version: options.version,
    accounts,
    handlers: allHandlers({
      query,
      core,
      accounts,
      staff,
      board,
      school,
      lessons,
      timetable,
      rotation: makeRotation(planning),
      feeds,
      classroom,
      voices,
      tickets,
      schedules,
      alerts,
      games,
      usage,
      diskWatch,
      installed,
      integrations: { keys, homeAssistant },
      addresses,
      clock,
    }),
    games,
    usage,
    exchange: makeExchange(planning),
    feeds,
    voices,
    query,
    tickets,
    commands: core.commands,
    live,
    figures,
    deviceFigures: () =>
      devices.list().map(({ id }) => ({ ...devices.row(id), clockErrorMs: devices.clockErrorMs(id) })),
    disk,
    trustProxy: options.trustProxy ?? false,
    built: {
      dashboard: join(dist, "dashboard"),
      screen: join(dist, "kiosk", "renderer"),
      games: join(dist, "content", "games"),
      catalogueFile,
    },
  });
  serveAuthority(app, certificates.authority.certificatePem);
  undo.push(() => app.close());
  const pins = openScreenPins({
    file: join(path, "screen-pin-tries.json"),
    desired: core.desired,
    clock,
    report,
  });
  const screens = serveScreens(app.server, { devices: core.devices, screens: core.screens, pins, log });
  undo.push(() => screens.close());

  const http = await takePort(options.http, (port) => listen(app, options.httpHost, port));
  if (!http.ok) return failure("HTTP_PORT_TAKEN", http.detail);
  const secure = makeSecureServer(app, certificates);
  undo.push(() => secure.close());
  const https = await takePort(options.https ?? anyPort, (port) => secure.listen(options.httpHost, port));
  if (!https.ok) return failure("HTTPS_PORT_TAKEN", https.detail);
  bound.httpsPort = https.value;
  if (!options.httpHost.startsWith("127.") && options.httpHost !== "::1") {
    const { fingerprint } = certificates.authority;
    const ports = { httpsPort: https.value, mqttsPort: mqtts.value };
    const advertisement = await advertiseHub({ ...ports, fingerprint, log });
    undo.push(() => advertisement.stop());
  }
  await homeAssistant.start();
  const name = options.httpHost === "0.0.0.0" ? "127.0.0.1" : options.httpHost;
  return ok({
    httpPort: http.value,
    mqttPort: mqtt.value,
    httpsPort: https.value,
    mqttsPort: mqtts.value,
    url: `http://${name}:${http.value}`,
    core,
    store,
    alerts,
    firstSignIn,
    sample,
  });
}

async function openStoreIn(path: string): Promise<Result<Store, "DATABASE_UNUSABLE">> {
  const file = join(path, "hub.db");
  try {
    return ok(await openStore(file));
  } catch (error) {
    return failure("DATABASE_UNUSABLE", `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function listen(
  app: Awaited<ReturnType<typeof makeApp>>,
  host: string,
  port: number,
): Promise<Result<number, "PORT_TAKEN">> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return failure("PORT_TAKEN", `${host}:${port}`);
  }
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("HTTP listens on no port");
  return ok(address.port);
}

function every(ms: number, call: () => void): () => void {
  const timer = setInterval(call, ms);
  return () => clearInterval(timer);
}

function after(delayMs: number, call: () => void): () => void {
  const timer = setTimeout(call, delayMs);
  return () => clearTimeout(timer);
}
