// Owns what the robot needs to play: up-to-date packs of the games asked for, a server, a browser with its script.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Browser } from "@playwright/test";
import { build, type Rolldown } from "vite";
import type { CatalogueEntry, GameManifest } from "../../protocol/game.ts";
import { buildContent } from "../catalogue/buildContent.ts";
import { listGameFolders } from "../catalogue/listGames.ts";
import { type FileServer, serveFiles } from "../catalogue/serveFiles.ts";
import { launchChromium } from "./chromium.ts";

const root = join(import.meta.dirname, "..", "..");
const ownGames = join(root, "content", "games");

export type Robot = {
  /** Every game that could be built. */
  games: readonly CatalogueEntry[];
  /** Why a game could not be built, by its id. */
  broken: ReadonlyMap<string, string>;
  browser: Browser;
  /** Address of the empty page that hosts a game. */
  hostAddress: string;
  /** Address of a game's page. Throws for a game that is broken. */
  addressOf(game: GameManifest): string;
  /** To be run in every page and frame before its own scripts. */
  script: string;
  close(): Promise<void>;
};

/**
 * Builds and opens everything. Without `only` all games of the folder, `content/games` if none is named. Throws when there
 * is no such game.
 */
export async function openRobot(options: {
  only?: string | undefined;
  gamesFolder?: string;
}): Promise<Robot> {
  const { only, gamesFolder = ownGames } = options;
  if (only !== undefined && !listGameFolders(gamesFolder).some((folder) => basename(folder) === only))
    throw new Error(`no game called ${only}`);
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const { outFolder, remove } = chooseOutFolder(gamesFolder, only);
    closing.push(remove);
    const broken = new Map<string, string>();
    const onFailed = (id: string, error: unknown) =>
      broken.set(id, error instanceof Error ? error.message : String(error));
    const [script, { games }] = await Promise.all([
      bundleScript(),
      buildContent({ gamesFolder, outFolder, only, onFailed }),
    ]);
    // From the packs' own address: Chromium lets no other page reach into this machine.
    const folder = join(outFolder, "robot");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), '<!doctype html><link rel="icon" href="data:," />');
    const server: FileServer = await serveFiles({
      packsFolder: join(outFolder, "games"),
      folder,
      port: 0,
    });
    closing.push(() => server.close());
    const browser = await launchChromium({
      args: [
        "--disable-gpu",
        // One process for the host and its game: half the memory, and no third hop for every touch.
        "--disable-features=IsolateSandboxedIframes",
        // A page that is not in front plays on as fast as any other.
        "--disable-renderer-backgrounding",
        "--disable-backgrounding-occluded-windows",
      ],
    });
    closing.push(() => browser.close());
    return {
      games: games.filter(({ id }) => only === undefined || id === only),
      broken,
      browser,
      script,
      hostAddress: server.address,
      addressOf({ id }) {
        const reason = broken.get(id);
        if (reason !== undefined) throw new Error(`it could not be built: ${reason}`);
        return `${server.address}packs/${id}/index.html`;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * All games are played from the packs that are built anyway. Several people may let a robot play one game at the same
 * time, each has packs of their own; games from elsewhere are built for this once.
 */
function chooseOutFolder(
  gamesFolder: string,
  only: string | undefined,
): { outFolder: string; remove(): Promise<void> } {
  if (gamesFolder !== ownGames) {
    const outFolder = mkdtempSync(join(tmpdir(), "kidsmart-robot-"));
    return { outFolder, remove: async () => rmSync(outFolder, { recursive: true, force: true }) };
  }
  const outFolder = only === undefined ? join(root, "dist", "content") : join(root, ".cache", "robot", only);
  return { outFolder, remove: async () => {} };
}

/** The script for the browser as one text: it is put into frames that may load nothing but their pack. */
async function bundleScript(): Promise<string> {
  const built = await build({
    root: join(import.meta.dirname, "page"),
    configFile: false,
    envDir: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      minify: false,
      rolldownOptions: {
        input: join(import.meta.dirname, "page", "page.ts"),
        output: { format: "iife" },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]; // no watching here
  const chunk = outputs.flatMap(({ output }) => output).find((file) => file.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error("the robot's script was not bundled");
  return chunk.code;
}
