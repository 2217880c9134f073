// Owns the start of the kiosk's main process: one instance, its data folder, its pages. Everything else is in its neighbours.
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { app, type BrowserWindow, session as sessions } from "electron";
import { kidsmartHome } from "../../runtime/dataFolder.ts";
import { openGamePacks } from "../../runtime/gamePacks.ts";
import { linkPath } from "../../runtime/linkPath.ts";
import { makeLogTail } from "../../runtime/logTail.ts";
import { openAgentLink } from "./agentLink.ts";
import { captureWindow } from "./captureWindow.ts";
import { openDocuments } from "./documents.ts";
import { openGateway } from "./gateway.ts";
import { makeKioskLog } from "./kioskLog.ts";
import { openPinKeeper } from "./pinKeeper.ts";
import { registerSchemes, serveSchemes } from "./protocols.ts";
import { hardenSession } from "./security.ts";
import { openSpool } from "./spool.ts";
import { openStation } from "./station.ts";
import { openVoiceFiles } from "./voiceFiles.ts";
import { readWhole, writeWhole } from "./wholeFile.ts";
import { openWindow } from "./window.ts";

declare const kidsmartBuild: { readonly version: string; readonly builtAt: number };

/** The exit code that asks whoever started the kiosk to start it again. */
const startAgainCode = 75;

// SQLite and Chromium make their files as the umask says: what children did is nobody else's on this machine.
process.umask(0o077);

const environment = process.env;
const logTail = makeLogTail(300 * 1024);
const log = makeKioskLog(environment, logTail);
const home = kidsmartHome(environment);
const data = join(home, "kiosk");
const dist = join(import.meta.dirname, "..", "..");

app.setName("Kidsmart");
app.setPath("userData", data);
// Tests that run as root pass --no-sandbox, which Chromium's helper processes then need on their own command lines.
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
registerSchemes();

if (!app.requestSingleInstanceLock()) {
  log.warn({ data }, "another kiosk already runs on this data folder; this one ends");
  app.exit(0);
} else start();

function start(): void {
  let window: BrowserWindow | null = null;
  app.on("second-instance", () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on("window-all-closed", () => app.quit());
  // No top-level await: an ESM main that waits for `ready` never gets it.
  app
    .whenReady()
    .then(() => {
      window = open();
    })
    .catch((error: unknown) => {
      log.fatal({ error: String(error) }, "the kiosk could not start");
      app.exit(1);
    });
}

function open(): BrowserWindow {
  const session = sessions.defaultSession;
  const problem = (owner: string) => (detail: string) => log.warn({ owner }, detail);
  hardenSession(session, problem("session"));
  serveSchemes(session, {
    rendererFolder: join(dist, "kiosk", "renderer"),
    packs: { read: (game, path) => packs.read(game, path) },
    voices: { read: (sha256) => voices.read(sha256) },
  });

  // The window first: the page loads while the rest is opened.
  const window = openWindow({
    mode: environment["KIDSMART_KIOSK"] === "kiosk" ? "kiosk" : "window",
    session,
    preload: join(dist, "kiosk", "preload", "preload.cjs"),
    now: Date.now,
    onFault: (detail) => station.fault("kioskCrash", detail),
    onTeacherKey: (down) => gateway.send({ type: "teacherKey", down }),
    onGameMisbehaved: (what) => gateway.send({ type: "gameMisbehaved", ...what }),
    onConsole: (level, message) => {
      if (level === "error" || level === "warning") log.warn({ owner: "renderer" }, message);
    },
  });

  const packs = openGamePacks({
    folder: environment["KIDSMART_CONTENT"] ?? join(dist, "content"),
    onDamaged: (_game, detail) => station.gameDamaged(detail),
    onProblem: problem("packs"),
  });
  const voices = openVoiceFiles({
    folder: join(data, "voices"),
    onDamaged: (detail) => station.voiceDamaged(detail),
    onProblem: problem("voices"),
  });
  const documents = openDocuments(join(data, "documents"), problem("documents"));
  const lessonFile = join(data, "lesson.json");
  const standingFile = join(data, "standing.json");
  const station = openStation({
    now: Date.now,
    random: Math.random,
    builtAt: kidsmartBuild.builtAt,
    version: kidsmartBuild.version,
    shell: `Electron ${process.versions["electron"] ?? "?"}`,
    spool: openSpool(join(data, "spool.db")),
    documents,
    pins: openPinKeeper({
      file: join(data, "pinTries.json"),
      pins: () => documents.get("config")?.pins ?? [],
      now: Date.now,
      onProblem: problem("pins"),
    }),
    packs,
    voices,
    lesson: {
      load: () => readWhole(lessonFile),
      save: (text) => writeWhole(lessonFile, text),
    },
    standing: {
      load: () => readWhole(standingFile),
      save: (text) => writeWhole(standingFile, text),
    },
    capture: () => captureWindow(window),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log: logTail.text,
    openLink: (events) =>
      openAgentLink({
        ...events,
        path: linkPath(home),
        random: Math.random,
        onProblem: problem("link"),
      }),
    restart,
    onProblem: problem("station"),
  });
  const gateway = openGateway({
    station,
    freeDiskBytes: async () => {
      try {
        const { bavail, bsize } = await statfs(data);
        return bavail * bsize;
      } catch (error) {
        problem("disk")(String(error));
        return null;
      }
    },
    page: () => (window.isDestroyed() ? null : window.webContents),
    onInteractive: () => {
      log.info({ ms: Math.round(performance.now()) }, "the menu is interactive");
      void station.checkGames().catch((error: unknown) => problem("packs")(String(error)));
    },
    onRejected: problem("gateway"),
  });
  let closing = false;
  app.on("will-quit", (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void station.close().finally(() => app.exit(0));
  });
  return window;
}

function restart(): void {
  const supervised = environment["KIDSMART_SUPERVISED"] === "1";
  if (!supervised) app.relaunch();
  app.exit(supervised ? startAgainCode : 0);
}
