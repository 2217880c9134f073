// Owns the watch over games from outside their frames: memory, journeys, and a page that never ends to load (ADR 0011).
import { app, type WebContents, type WebFrameMain } from "electron";
import { gameScheme } from "./addresses.ts";
import { findHeavyGames, type GameProcess } from "./heavyGames.ts";

const lookEveryMs = 500;
/** Once a game's page has come from the disk, its script must have run by then, ms. The renderer cannot know when that was. */
const loadedWithinMs = 2_500;

export type Misbehaved = {
  readonly game: string;
  readonly kind: "gameCrash" | "gameHang";
  readonly detail: string;
};

/** Ends the process of a game that grows without end, and refuses every journey a game begins. Runs as long as the page lives. */
export function watchGames(page: WebContents, onMisbehaved: (what: Misbehaved) => void): void {
  page.on("will-frame-navigate", (event) => {
    if (event.isMainFrame) return;
    // The host puts a game into its frame; a game that wants to go elsewhere does so itself.
    const isHost = event.initiator != null && event.initiator === page.mainFrame;
    if (isHost && event.url.startsWith(`${gameScheme}://`)) return;
    event.preventDefault();
    const game = event.frame && gameOf(event.frame.url);
    const detail = `tried to leave its page for ${event.url.slice(0, 200)}`;
    if (game) onMisbehaved({ game, kind: "gameCrash", detail });
  });
  let loading: ReturnType<typeof setTimeout> | undefined;
  page.on("did-frame-navigate", (_event, url, _code, _text, isMainFrame) => {
    clearTimeout(loading);
    const game = gameOf(url);
    if (isMainFrame || game === null) return;
    loading = setTimeout(
      () => onMisbehaved({ game, kind: "gameHang", detail: "its page did not load" }),
      loadedWithinMs,
    );
  });
  page.on("did-frame-finish-load", (_event, isMainFrame) => {
    if (!isMainFrame) clearTimeout(loading);
  });
  const timer = setInterval(() => {
    const games = gameProcesses(page);
    if (games.length === 0) return;
    const memory = new Map(app.getAppMetrics().map((each) => [each.pid, each.memory]));
    for (const { game, pid, bytes } of findHeavyGames(games, (each) => memory.get(each))) {
      const detail = `took ${Math.round(bytes / 1_000_000)} MB of memory`;
      onMisbehaved({ game, kind: "gameCrash", detail });
      process.kill(pid, "SIGKILL");
    }
  }, lookEveryMs);
  page.once("destroyed", () => {
    clearInterval(timer);
    clearTimeout(loading);
  });
}

/** The host of `game://<id>/…` is the game's id. */
const gameOf = (url: string): string | null =>
  url.startsWith(`${gameScheme}://`) ? new URL(url).host : null;

/** Games in a process of their own; one that shares the host's cannot be told from it. */
function gameProcesses(page: WebContents): GameProcess[] {
  if (page.isDestroyed() || page.isCrashed()) return [];
  const host = page.mainFrame.osProcessId;
  return page.mainFrame.framesInSubtree.flatMap((frame: WebFrameMain) => {
    const game = gameOf(frame.url);
    return game !== null && frame.osProcessId !== host ? [{ game, pid: frame.osProcessId }] : [];
  });
}
