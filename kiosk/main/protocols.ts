// Owns what the kiosk's own schemes answer: files of the renderer, of whole game packs and the school's own voices, each with a strict policy.
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { protocol, type Session } from "electron";
import type { GamePacks } from "../../runtime/gamePacks.ts";
import { gameScheme, rendererHost, rendererOrigin, rendererScheme } from "./addresses.ts";
import type { VoiceFiles } from "./voiceFiles.ts";

/** Must run before the app is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: rendererScheme, privileges: { ...privileges, codeCache: true } },
    { scheme: gameScheme, privileges },
  ]);
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".opus": "audio/ogg",
  ".ogg": "audio/ogg",
  ".mp3": "audio/mpeg",
};

const rendererPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `img-src 'self' data: ${gameScheme}:`,
  `media-src 'self' ${gameScheme}:`,
  "font-src 'self'",
  "connect-src 'self'",
  `frame-src ${gameScheme}:`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A sandboxed page has an opaque origin, for which 'self' means its address's origin; it is named outright all the same. */
const gamePolicy = (game: string) => {
  const own = `${gameScheme}://${game}`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own} 'unsafe-inline'`,
    `img-src ${own} data:`,
    `media-src ${own}`,
    `font-src ${own}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${rendererOrigin}`,
  ].join("; ");
};

export function serveSchemes(
  session: Session,
  dependencies: {
    readonly rendererFolder: string;
    readonly packs: Pick<GamePacks, "read">;
    readonly voices: Pick<VoiceFiles, "read">;
  },
): void {
  session.protocol.handle(rendererScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== rendererHost) return missing();
    const [, voice] = ownVoice.exec(pathname) ?? [];
    if (voice !== undefined) {
      const bytes = await dependencies.voices.read(voice);
      return bytes === null ? missing() : found(bytes, pathname, rendererPolicy);
    }
    const file = normalize(join(dependencies.rendererFolder, decodeURIComponent(pathname)));
    if (!file.startsWith(dependencies.rendererFolder + sep)) return missing();
    const bytes = await readFile(file).catch(() => null);
    return bytes === null ? missing() : found(bytes, file, rendererPolicy);
  });
  session.protocol.handle(gameScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const path = decodeURIComponent(pathname).slice(1) || "index.html";
    const bytes = await dependencies.packs.read(host, path);
    return bytes === null ? missing() : found(bytes, path, gamePolicy(host));
  });
}

/** As `electronLink` writes it. */
const ownVoice = /^\/own-voices\/([0-9a-f]{64})\.opus$/;

const missing = () => new Response("not found", { status: 404, headers: { "content-type": "text/plain" } });

const found = (bytes: Buffer, file: string, policy: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      // A sandboxed game's origin is opaque, so its own modules and fonts are foreign to it.
      "access-control-allow-origin": "*",
    },
  });
