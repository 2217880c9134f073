// Owns the kiosk's one window and what happens when its page dies or hangs.
import { BrowserWindow, Menu, type Session } from "electron";
import { rendererPage } from "./addresses.ts";
import { type Misbehaved, watchGames } from "./gameWatch.ts";
import { blockEscapeKeys, hardenPage } from "./security.ts";

export type WindowMode = "window" | "kiosk";

/** The waiting scene's sky: the window is never white. */
const skyColour = "#bfe3f2";
/** A page that crashes again within this time is given a pause before it is loaded again, ms. */
const calmMs = 3_000;

export function openWindow(dependencies: {
  readonly mode: WindowMode;
  readonly session: Session;
  readonly preload: string;
  readonly now: () => number;
  readonly onFault: (detail: string) => void;
  readonly onTeacherKey: (down: boolean) => void;
  readonly onGameMisbehaved: (what: Misbehaved) => void;
  readonly onConsole: (level: string, message: string) => void;
}): BrowserWindow {
  const kiosk = dependencies.mode === "kiosk";
  // Without a menu its shortcuts (reload, zoom, devtools) do not exist either.
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    title: "Kidsmart",
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    backgroundColor: skyColour,
    kiosk,
    fullscreen: kiosk,
    autoHideMenuBar: true,
    webPreferences: {
      session: dependencies.session,
      preload: dependencies.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      devTools: !kiosk,
      spellcheck: false,
      // Prompts are spoken before the first touch of a shy child.
      autoplayPolicy: "no-user-gesture-required",
      // A covered window must go on counting the lesson's time.
      backgroundThrottling: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  const page = window.webContents;
  hardenPage(page);
  watchGames(page, dependencies.onGameMisbehaved);
  if (kiosk) blockEscapeKeys(page);
  page.on("before-input-event", (_event, { key, type, isAutoRepeat }) => {
    if (key === "F2" && !isAutoRepeat) dependencies.onTeacherKey(type === "keyDown");
  });
  page.on("console-message", (event) => dependencies.onConsole(event.level, event.message));

  let lastFailure = 0;
  const reload = (why: string) => {
    dependencies.onFault(why);
    const soon = dependencies.now() - lastFailure < calmMs;
    lastFailure = dependencies.now();
    setTimeout(
      () => {
        if (!window.isDestroyed()) void load();
      },
      soon ? calmMs : 0,
    );
  };
  const load = () =>
    window
      .loadURL(rendererPage)
      .catch((error: unknown) => dependencies.onFault(`page not loaded: ${String(error)}`));
  page.on("render-process-gone", (_event, details) => {
    if (details.reason !== "clean-exit") reload(`renderer ${details.reason} (code ${details.exitCode})`);
  });
  // A hung page is ended first; its end then loads a new one.
  page.on("unresponsive", () => page.forcefullyCrashRenderer());
  void load();
  return window;
}
