// Owns the gallery's server on loopback: the page, the catalogue, and the packs under the header a host sends.
import { join } from "node:path";
import { build } from "vite";
import type { Catalogue } from "../../protocol/game.ts";
import { type FileServer, serveFiles } from "./serveFiles.ts";

/** Builds the gallery page and serves it on 127.0.0.1. Port 0 takes any; a taken port is an error of the caller. */
export async function serveGallery(options: {
  root: string;
  packsFolder: string;
  catalogue: Catalogue;
  port: number;
}): Promise<FileServer> {
  const folder = join(options.root, "dist", "gallery");
  await build({
    root: join(options.root, "content", "gallery"),
    base: "./",
    configFile: false,
    envDir: false,
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true, target: "es2022", reportCompressedSize: false },
  });
  return serveFiles({
    packsFolder: options.packsFolder,
    folder,
    answers: { "/catalogue.json": JSON.stringify(options.catalogue) },
    port: options.port,
  });
}
