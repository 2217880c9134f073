// Owns what the robot needs to play: freshly built packs of the games asked for, a server, a browser with its script.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { build, type Rolldown } from "vite";
import type { GameManifest } from "../../protocol/game.ts";
import { buildPack } from "../catalogue/buildPack.ts";
import { listGameFolders, loadGame } from "../catalogue/listGames.ts";
import { type FileServer, serveFiles } from "../catalogue/serveFiles.ts";

export type Robot = {
  games: readonly GameManifest[];
  browser: Browser;
  /** Address of the empty page that hosts a game. */
  hostAddress: string;
  /** Address of a game's page. */
  addressOf(game: GameManifest): string;
  /** To be run in every page and frame before its own scripts. */
  script: string;
  close(): Promise<void>;
};

/** Chromium of this machine, or undefined where there is none. */
export const chromiumPath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

/**
 * Builds and opens everything. Without `only` all games of the folder, `content/games` if none is named. Throws on a game
 * that cannot be built.
 */
export async function openRobot(options: {
  only?: string | undefined;
  gamesFolder?: string;
}): Promise<Robot> {
  const { only, gamesFolder = join(import.meta.dirname, "..", "games") } = options;
  const folders = listGameFolders(gamesFolder).filter(
    (folder) => only === undefined || basename(folder) === only,
  );
  if (folders.length === 0) throw new Error(`no game called ${only}`);
  // Several people may let a robot play at the same time, each with packs of its own.
  const outFolder = mkdtempSync(join(tmpdir(), "kidsmart-robot-"));
  const closing: (() => Promise<unknown> | undefined)[] = [
    async () => rmSync(outFolder, { recursive: true, force: true }),
  ];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const packsFolder = join(outFolder, "packs");
    const [script, games] = await Promise.all([bundleScript(), buildPacks(folders, packsFolder)]);
    // From the packs' own address: Chromium lets no other page reach into this machine.
    const folder = join(outFolder, "page");
    mkdirSync(folder);
    writeFileSync(join(folder, "index.html"), '<!doctype html><link rel="icon" href="data:," />');
    const server: FileServer = await serveFiles({ packsFolder, folder, port: 0 });
    closing.push(() => server.close());
    const browser = await chromium.launch({
      ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
      args: [
        // As root, which only tests and containers are, Chromium's own sandbox refuses to start.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // One process for the host and its game: half the memory, and no third hop for every touch.
        "--disable-features=IsolateSandboxedIframes",
        // A page that is not in front plays on as fast as any other.
        "--disable-renderer-backgrounding",
        "--disable-backgrounding-occluded-windows",
      ],
    });
    closing.push(() => browser.close());
    return {
      games,
      browser,
      script,
      hostAddress: server.address,
      addressOf: ({ id }) => `${server.address}packs/${id}/index.html`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function buildPacks(folders: readonly string[], outFolder: string): Promise<GameManifest[]> {
  const games: GameManifest[] = [];
  for (const folder of folders) {
    const game = await loadGame(folder);
    if (!game.ok) throw new Error(`${game.code} ${game.detail}`);
    await buildPack({ game: game.value, outFolder: join(outFolder, game.value.manifest.id) });
    games.push(game.value.manifest);
  }
  return games;
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
