// Owns making one game's pack: bundled script and style with relative paths, voice, icon and credits beside them.
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Plugin } from "vite";
import type { GameSource } from "./listGames.ts";

/**
 * A sandboxed iframe has an opaque origin, to which even the pack's own script is foreign. Every host gives it to all
 * origins, and fetched with CORS its errors and rejections can be told to the host; without, they would be hidden from
 * the game's own handlers. One classic script starts sooner than a module.
 */
const classicScript: Plugin = {
  name: "classic-script",
  transformIndexHtml: {
    order: "post",
    handler: (html) =>
      html
        .replace(/<script type="module" crossorigin/g, "<script defer crossorigin")
        .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"'),
  },
};

export type PackOptions = {
  game: GameSource;
  /** Folder of the finished pack; emptied first. */
  outFolder: string;
};

/** Builds the pack. Throws when the bundler does. */
export async function buildPack({ game, outFolder }: PackOptions): Promise<void> {
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  await build({
    root: game.folder,
    base: "./",
    configFile: false,
    envDir: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [classicScript],
    build: {
      outDir: outFolder,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      cssCodeSplit: false,
      assetsDir: "assets",
      reportCompressedSize: false,
      rolldownOptions: { output: { format: "iife", entryFileNames: "assets/game-[hash].js" } },
    },
  });
  const pictures = game.manifest.levels.flatMap(({ picture }) => picture ?? []);
  for (const beside of new Set(["voice", "CREDITS.md", game.manifest.icon, ...pictures])) {
    const from = join(game.folder, beside);
    if (!existsSync(from)) continue;
    // The list of what was recorded is for re-recording only.
    cpSync(from, join(outFolder, beside), {
      recursive: true,
      filter: (path) => basename(path) !== "recorded.json",
    });
  }
}
