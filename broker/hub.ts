// Owns a whole hub in one process: data folder, store, school, core, HTTP. Started and stopped here; nothing of the command line.
import { randomBytes } from "node:crypto";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { failure, ok, type Result } from "../protocol/result.ts";
import { takeDataFolder } from "../runtime/dataFolder.ts";
import type { Log } from "../runtime/log.ts";
import type { ScryptCost } from "../runtime/secret.ts";
import type { Alerts } from "./alerts/alerts.ts";
import { auditBesideFullDisk, makeAudit } from "./audit/audit.ts";
import { openHubCertificates } from "./certificates/hubCertificates.ts";
import { hubNames } from "./certificates/hubNames.ts";
import { advertiseHub } from "./discovery/advertise.ts";
import { makeHubEvents } from "./events/hubEvents.ts";
import { makeInstalledGames } from "./games/installedGames.ts";
import { makeApp } from "./http/app.ts";
import { allHandlers } from "./http/handlers/allHandlers.ts";
import { makeHubAddresses } from "./http/hubAddresses.ts";
import { makeSecureServer, serveAuthority } from "./http/secureServer.ts";
import { type PortWish, takePort } from "./http/takePort.ts";
import { makeHubCore } from "./hubCore.ts";
import { openHubParts } from "./hubParts.ts";
import type { HubClock, HubCore } from "./hubServices.ts";
import { type FirstSignIn, prepareFirstSchool } from "./sample/firstSchool.ts";
import { prepareSampleSchool } from "./sample/sampleSchool.ts";
import { openScreenPins } from "./screen/screenPins.ts";
import { serveScreens } from "./screen/screenRoute.ts";
import { makeDiskNote } from "./store/diskNote.ts";
import { openStore, type Store } from "./store/store.ts";
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

  const parts = await openHubParts({
    ...{ query, core, events, audit, disk, log, clock, random, catalogueFile, installed },
    folder: path,
    version: options.version,
    cost: options.cost,
    undo: (step) => undo.push(step),
  });
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
    handlers: allHandlers({ ...parts, query, core, voices, installed, addresses, clock }),
    ...parts,
    voices,
    query,
    commands: core.commands,
    deviceFigures: () =>
      core.devices
        .rows(core.devices.list().map(({ id }) => id))
        .map((row) => ({ ...row, clockErrorMs: core.devices.clockErrorMs(row.deviceId) })),
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
  await parts.integrations.homeAssistant.start();
  const name = options.httpHost === "0.0.0.0" ? "127.0.0.1" : options.httpHost;
  return ok({
    httpPort: http.value,
    mqttPort: mqtt.value,
    httpsPort: https.value,
    mqttsPort: mqtts.value,
    url: `http://${name}:${http.value}`,
    core,
    store,
    alerts: parts.alerts,
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
