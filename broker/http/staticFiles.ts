// Owns the built files the hub serves: the dashboard, the web screen, the game packs. Found at each request, so a build is seen at once.
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Log } from "../../runtime/log.ts";
import { notBuiltPage } from "./notBuiltPage.ts";
import { dashboardHeaders, gameHeaders, screenHeaders } from "./securityHeaders.ts";
import { makeServedPacks } from "./servedPacks.ts";

/** Absolute paths of what `npm run build` makes. */
export type BuiltFiles = {
  /** Folders with an index.html. */
  readonly dashboard: string;
  readonly screen: string;
  /** One folder per game id. */
  readonly games: string;
  readonly catalogueFile: string;
};

/** Vite's names carry a hash of the content: such a file never changes. */
const hashedName = /-[\w-]{8,}\.\w+$/;

export async function serveBuiltFiles(app: FastifyInstance, built: BuiltFiles, log: Log): Promise<void> {
  const packs = makeServedPacks(built.catalogueFile, log);
  await app.register(fastifyStatic, {
    // Only `sendFile` with a folder of its own is used; the plugin wants a root that exists, which a build may not yet.
    root: import.meta.dirname,
    serve: false,
    cacheControl: false,
    dotfiles: "deny",
  });

  const send = (reply: FastifyReply, folder: string, path: string, headers: Record<string, string>) => {
    const lasting = hashedName.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    return reply.headers(headers).header("cache-control", lasting).sendFile(path, folder);
  };
  const missing = (reply: FastifyReply) =>
    reply.code(404).type("text/plain; charset=utf-8").send("Không có tệp này.");

  /** A file of a page's folder, or the page itself for the addresses it makes up. */
  function page(folder: string, headers: Record<string, string>) {
    return (reply: FastifyReply, path: string) => {
      if (!existsSync(join(folder, "index.html")))
        return reply.code(503).headers(headers).type("text/html; charset=utf-8").send(notBuiltPage);
      return extname(path) === ""
        ? send(reply, folder, "index.html", headers)
        : send(reply, folder, path, headers);
    };
  }
  const dashboard = page(built.dashboard, dashboardHeaders);
  const screen = page(built.screen, screenHeaders);

  app.get<{ Params: { "*": string } }>("/screen/*", (request, reply) => screen(reply, request.params["*"]));
  // The page's relative paths need the slash; its `?code=` must survive the way there.
  app.get("/screen", (request, reply) => {
    const query = request.url.indexOf("?");
    return reply.redirect(`/screen/${query < 0 ? "" : request.url.slice(query)}`, 302);
  });

  app.get<{ Params: { "*": string } }>("/games/*", async (request, reply) => {
    const path = request.params["*"].replace(/\/$/, "/index.html");
    reply.headers(gameHeaders);
    const damaged = await packs.isDamaged(path.split("/")[0] ?? "");
    return path === "" || damaged ? missing(reply) : send(reply, built.games, path, gameHeaders);
  });
  app.get("/catalogue.json", async (_request, reply) => {
    const catalogue = await packs.catalogue();
    const headers = { ...dashboardHeaders, "access-control-allow-origin": "*" };
    if (catalogue !== null) return reply.headers(headers).header("cache-control", "no-cache").send(catalogue);
    // One that cannot be read is given as it is: a screen tells of it.
    if (!existsSync(built.catalogueFile)) return missing(reply);
    const { dir, base } = splitPath(built.catalogueFile);
    return send(reply, dir, base, headers);
  });
  app.get<{ Params: { "*": string } }>("/*", (request, reply) => dashboard(reply, request.params["*"]));
}

function splitPath(file: string): { dir: string; base: string } {
  const base = file.split(/[\\/]/).at(-1) ?? "";
  return { dir: file.slice(0, -base.length), base };
}
