// Owns GET /api/live: the live channel over server-sent events.
import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Accounts } from "../accounts/accounts.ts";
import { livePath } from "../api/live.ts";
import { admit, sendRefusal } from "../http/registerRoutes.ts";
import { tokenOf } from "../http/signInCookie.ts";
import type { LiveChannel, Watcher } from "./liveChannel.ts";
import { makeOpenStreams } from "./openStreams.ts";

/** Unsent bytes, beside one message, after which a dashboard counts as not listening any more. */
const slowBytes = 1024 * 1024;
/** A sign-in that ended, or a permission taken away, ends the stream within this time. */
const recheckMs = 30_000;

export type LiveRouteDependencies = { readonly accounts: Accounts; readonly live: LiveChannel };

export function serveLive(app: FastifyInstance, { accounts, live }: LiveRouteDependencies): void {
  const streams = makeOpenStreams();
  app.get(livePath, async (request, reply) => {
    const admitted = await admit(accounts, request, "rooms.view");
    if (!admitted.ok) return sendRefusal(reply, admitted);

    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      // nginx would hold events back until its buffer is full.
      "x-accel-buffering": "no",
    });
    // EventSource waits this long before it connects again.
    response.write("retry: 2000\n\n");
    const recheck = setInterval(() => {
      admit(accounts, request, "rooms.view")
        .then((still) => still.ok || response.end())
        .catch((error: unknown) => {
          request.log.error(error, "live recheck failed");
          response.end();
        });
    }, recheckMs);
    response.on("close", () => clearInterval(recheck));
    response.on(
      "close",
      streams.open(tokenOf(request) ?? "", () => response.destroy()),
    );
    try {
      const leave = await live.join(watcherOf(response));
      if (response.destroyed) leave();
      else response.on("close", leave);
    } catch (error) {
      request.log.error(error, "live snapshot failed");
      response.end();
    }
    return reply;
  });
}

export function watcherOf(
  response: Pick<ServerResponse, "destroyed" | "write" | "writableLength" | "destroy">,
): Watcher {
  // The snapshot of a district is several megabytes: its own size says nothing about who reads it.
  let largest = 0;
  return {
    send(text) {
      if (response.destroyed) return false;
      largest = Math.max(largest, Buffer.byteLength(text));
      response.write(text);
      return response.writableLength <= largest + slowBytes;
    },
    end: () => response.destroy(),
  };
}
