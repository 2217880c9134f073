// Owns the gallery's server on loopback: its page, the catalogue as it is now, the packs, and the news of building.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import type { BuildState } from "../gallery/buildState.ts";
import { type FileServer, serveFiles } from "./serveFiles.ts";

/** Builds the gallery page and serves it on 127.0.0.1. Port 0 takes any; a taken port is an error of the caller. */
export async function serveGallery(options: {
  root: string;
  /** Holds `catalogue.json` and `games/`, as `dist/content`. */
  outFolder: string;
  /** How building goes; without it nothing is ever built again. */
  building?: () => BuildState;
  port: number;
}): Promise<FileServer> {
  const { root, outFolder, port, building } = options;
  const folder = join(root, "dist", "gallery");
  await build({
    root: join(root, "content", "gallery"),
    base: "./",
    configFile: false,
    envDir: false,
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true, target: "es2022", reportCompressedSize: false },
  });
  const standing: BuildState = { builds: 0, builtAt: Date.now(), building: false, faults: [] };
  return serveFiles({
    packsFolder: join(outFolder, "games"),
    folder,
    answers: {
      "/catalogue.json": () => readFileSync(join(outFolder, "catalogue.json"), "utf8"),
      "/building.json": () => JSON.stringify(building?.() ?? standing),
    },
    port,
  });
}
