// Owns the HTTP application apart from the server: tests inject requests without a port.
import { constants } from "node:zlib";
import fastifyCompress from "@fastify/compress";
import fastifyCookie from "@fastify/cookie";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from "fastify";
import type { Kysely } from "kysely";
import type { Log } from "../../runtime/log.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { GameReports } from "../games/gameReports.ts";
import type { UsageReports } from "../history/usageReports.ts";
import type { Commands, Figures } from "../hubServices.ts";
import type { DeviceFigures } from "../integrations/deviceMetrics.ts";
import type { LiveChannel } from "../live/liveChannel.ts";
import { serveLive } from "../live/liveRoute.ts";
import type { DiskNote } from "../store/diskNote.ts";
import type { Tables } from "../store/schema.ts";
import type { Tickets } from "../tickets/tickets.ts";
import type { CalendarFeeds } from "../timetable/exchange/calendarFeeds.ts";
import type { Exchange } from "../timetable/exchange/exchange.ts";
import type { Voices } from "../voices/voices.ts";
import { serveCalendars } from "./calendarRoute.ts";
import { serveCommandFiles } from "./commandFileRoute.ts";
import { serveFigures } from "./figures.ts";
import { serveGameWorkbook } from "./gameWorkbookRoute.ts";
import { openApiDocument } from "./openApi.ts";
import { comesFromAnotherSite } from "./originCheck.ts";
import { refuse, refuseAddress, refuseRequest } from "./refusal.ts";
import { registerRoutes, sendRefusal } from "./registerRoutes.ts";
import type { Handlers } from "./routeHandlers.ts";
import { dashboardHeaders } from "./securityHeaders.ts";
import { type BuiltFiles, serveBuiltFiles } from "./staticFiles.ts";
import { serveTicketPhotos } from "./ticketPhotoRoute.ts";
import { serveUsageWorkbook } from "./usageWorkbookRoute.ts";
import { serveVoiceFiles } from "./voiceFileRoute.ts";
import { serveWorkbooks } from "./workbookRoute.ts";

export type AppDependencies = {
  readonly log: Log;
  readonly version: string;
  readonly accounts: Accounts;
  readonly handlers: Handlers;
  readonly exchange: Exchange;
  readonly games: GameReports;
  readonly usage: UsageReports;
  readonly feeds: CalendarFeeds;
  readonly voices: Voices;
  readonly query: Kysely<Tables>;
  readonly tickets: Tickets;
  readonly commands: Pick<Commands, "file">;
  readonly live: LiveChannel;
  readonly figures: () => Figures;
  readonly deviceFigures: () => readonly DeviceFigures[];
  readonly disk: DiskNote;
  readonly built: BuiltFiles;
  /** A proxy on this machine passes requests on: believe its X-Forwarded headers. */
  readonly trustProxy: boolean;
};

/** No request of the API is near this. */
const longestBodyBytes = 64 * 1024;

export async function makeApp(deps: AppDependencies): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // A dashboard asks often; its requests are worth a line only when somebody looks for one.
    logController: new LogController({ disableRequestLogging: !deps.log.isLevelEnabled("debug") }),
    bodyLimit: longestBodyBytes,
    // A proxy that ends TLS runs on this machine. Where there is none, whoever is on this machine or comes through
    // a tunnel that ends here could else claim a new address for each guess.
    trustProxy: deps.trustProxy ? "loopback" : false,
    forceCloseConnections: true,
    // No hook runs for an address that cannot be decoded.
    frameworkErrors: (error, _request, reply) => {
      sendRefusal(reply.headers(dashboardHeaders), refuseAddress(error.message));
    },
  });

  await app.register(fastifyCookie);
  await app.register(fastifyCompress, {
    encodings: ["br", "gzip"],
    threshold: 1024,
    // Brotli's default takes seconds for what a school's network carries in milliseconds.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });

  app.addHook("onRequest", async (request, reply) => {
    reply.headers(dashboardHeaders);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    if (comesFromAnotherSite(request.method, request.headers))
      return sendRefusal(reply, refuse("NOT_ALLOWED", { detail: "request from another site" }));
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.statusCode !== undefined && error.statusCode < 500)
      return sendRefusal(reply, refuseRequest(error.statusCode, error.message));
    request.log.error(error, "request failed");
    return sendRefusal(
      reply,
      refuse(deps.disk.failed(error) ? "DISK_FULL" : "INTERNAL", { detail: error.message }),
    );
  });
  app.setNotFoundHandler((request, reply) =>
    sendRefusal(reply, refuse("NOT_FOUND", { detail: `${request.method} ${request.url}` })),
  );

  registerRoutes(app, deps.accounts, deps.handlers);
  serveLive(app, deps);
  serveFigures(app, deps);
  serveWorkbooks(app, deps);
  serveGameWorkbook(app, deps);
  serveUsageWorkbook(app, deps);
  serveCalendars(app, deps);
  serveVoiceFiles(app, deps);
  serveCommandFiles(app, deps);
  serveTicketPhotos(app, deps);
  const openApi = openApiDocumentOnce(deps.version);
  app.get("/api/openapi.json", (_request, reply) => reply.send(openApi()));
  app.get("/api/*", (request, reply) =>
    sendRefusal(reply, refuse("NOT_FOUND", { detail: `${request.method} ${request.url}` })),
  );
  await serveBuiltFiles(app, deps.built, deps.log);
  return app;
}

/** Printed at the first request: nobody waits for it at the start. */
function openApiDocumentOnce(version: string): () => unknown {
  let document: unknown;
  return () => (document ??= openApiDocument(version));
}
