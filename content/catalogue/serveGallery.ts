// Owns the gallery's server on loopback: the page, the catalogue, and the packs under the header a host sends.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { build } from "vite";
import type { Catalogue } from "../../protocol/game.ts";

/** What every host sends with a pack (ADR 0011): nothing but the pack's own files, and no connections. */
export const packPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'none'";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".opus": "audio/ogg; codecs=opus",
  ".md": "text/plain; charset=utf-8",
};

export type Gallery = { address: string; close(): Promise<void> };

/** Builds the gallery page and serves it on 127.0.0.1. Port 0 takes any; a taken port is an error of the caller. */
export async function serveGallery(options: {
  root: string;
  packsFolder: string;
  catalogue: Catalogue;
  port: number;
}): Promise<Gallery> {
  const pageFolder = join(options.root, "dist", "gallery");
  await build({
    root: join(options.root, "content", "gallery"),
    base: "./",
    configFile: false,
    envDir: false,
    logLevel: "warn",
    build: { outDir: pageFolder, emptyOutDir: true, target: "es2022", reportCompressedSize: false },
  });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/catalogue.json") {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(options.catalogue));
      return;
    }
    const inPacks = path.startsWith("/packs/");
    const folder = inPacks ? options.packsFolder : pageFolder;
    const file = normalize(
      join(folder, inPacks ? path.slice("/packs/".length) : path === "/" ? "index.html" : path),
    );
    const found = file.startsWith(folder + sep) ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": found.size,
      "x-content-type-options": "nosniff",
      ...(inPacks ? { "content-security-policy": packPolicy, "access-control-allow-origin": "*" } : {}),
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
