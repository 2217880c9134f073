// Owns a small file server on loopback that sends packs under the header of every host.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

/** What every host sends with a pack (ADR 0011): nothing but the pack's own files, and no connections. */
export const packPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'none'";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".opus": "audio/ogg; codecs=opus",
  ".md": "text/plain; charset=utf-8",
};

export type FileServer = { address: string; close(): Promise<void> };

/**
 * Serves on 127.0.0.1: under `/packs/` the packs' folder with the pack policy, else what `folder` holds, if there is
 * one. `answers` give JSON texts by path, made anew for each request. Port 0 takes any; a taken port is an error of the caller.
 */
export async function serveFiles(options: {
  packsFolder: string;
  folder?: string;
  answers?: Readonly<Record<string, () => string>>;
  port: number;
}): Promise<FileServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const answer = options.answers?.[path];
    if (answer !== undefined) {
      response
        .writeHead(200, { "content-type": "application/json", "cache-control": "no-store" })
        .end(answer());
      return;
    }
    const inPacks = path.startsWith("/packs/");
    const folder = inPacks ? options.packsFolder : options.folder;
    const inside = inPacks ? path.slice("/packs/".length) : path === "/" ? "index.html" : path;
    const file = folder === undefined ? "" : normalize(join(folder, inside));
    const found =
      folder !== undefined && file.startsWith(folder + sep)
        ? statSync(file, { throwIfNoEntry: false })
        : undefined;
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": found.size,
      "x-content-type-options": "nosniff",
      // A file may be built anew at any moment.
      "cache-control": "no-cache",
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
