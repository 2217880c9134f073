// Owns the WebSocket /screen/link: who may open it, and the life of its sockets. What is said on it is screenConversation's.
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { maxLinkBytes } from "../../protocol/link.ts";
import type { Log } from "../../runtime/log.ts";
import type { Device, Devices } from "../hubServices.ts";
import { type Conversation, type ConversationDependencies, converse } from "./screenConversation.ts";

export const screenLinkPath = "/screen/link";
/** The device's secret travels as a second subprotocol: a browser can set no other header, and addresses end up in logs. */
const protocolPrefix = "kidsmart.";
/** For a screen's answer to the last close frame. */
const answerWithinMs = 500;

export type ScreenRouteDependencies = Omit<ConversationDependencies, "device" | "socket"> & {
  readonly devices: Pick<Devices, "authenticate">;
  readonly log: Log;
  /** Between two signs of life, ms. */
  readonly pingEveryMs?: number;
};

export type ScreenRoute = { readonly sockets: number; close(): void };

export function serveScreens(server: Server, deps: ScreenRouteDependencies): ScreenRoute {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxLinkBytes,
    // Each word of a hub's documents would cost more to compress than a school's network to carry.
    perMessageDeflate: false,
  });
  const alive = new WeakSet<WebSocket>();

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", (error) => deps.log.info({ detail: error.message }, "screen socket failed"));
    // A stranger's bytes come in here: what goes wrong with them must end their socket and not the hub.
    try {
      const device = authenticated(request, deps.devices);
      if (device === undefined) refuse(socket);
      else sockets.handleUpgrade(request, socket, head, (opened) => open(opened, device));
    } catch (error) {
      deps.log.warn({ err: error }, "screen upgrade failed");
      refuse(socket);
    }
  }

  function open(socket: WebSocket, device: Device): void {
    const conversation: Conversation = converse({ ...deps, device, socket });
    alive.add(socket);
    socket.on("pong", () => alive.add(socket));
    socket.on("message", (data, binary) => {
      alive.add(socket);
      conversation.hear(binary ? undefined : data.toString());
    });
    // 1001: the page was left or closed; anything else was not meant.
    socket.on("close", (code) => conversation.ended(code === 1000 || code === 1001));
    socket.on("error", (error) =>
      deps.log.info({ device: device.id, detail: error.message }, "screen link failed"),
    );
  }

  const beat = setInterval(() => {
    for (const socket of sockets.clients) {
      // Its answer could not be heard.
      if (socket.isPaused) continue;
      if (!alive.has(socket)) {
        socket.terminate();
        continue;
      }
      alive.delete(socket);
      socket.ping();
    }
  }, deps.pingEveryMs ?? 15_000);
  server.on("upgrade", upgrade);

  return {
    get sockets() {
      return sockets.clients.size;
    },
    close() {
      clearInterval(beat);
      server.off("upgrade", upgrade);
      const left = [...sockets.clients];
      for (const socket of left) socket.close(1012, "hub stops");
      // A tablet that sleeps never answers, and the server would wait for it.
      setTimeout(() => {
        for (const socket of left) socket.terminate();
      }, answerWithinMs);
      sockets.close();
    },
  };
}

function authenticated(request: IncomingMessage, devices: Pick<Devices, "authenticate">): Device | undefined {
  const target = request.url ?? "/";
  if (!URL.canParse(target, "http://hub")) return undefined;
  const url = new URL(target, "http://hub");
  if (url.pathname !== screenLinkPath) return undefined;
  // A page of another site must not speak as this device, should it ever learn the secret.
  const { origin, host } = request.headers;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) return undefined;
  const secret = (request.headers["sec-websocket-protocol"] ?? "")
    .split(",")
    .map((word) => word.trim())
    .find((word) => word.startsWith(protocolPrefix))
    ?.slice(protocolPrefix.length);
  if (secret === undefined) return undefined;
  return devices.authenticate(url.searchParams.get("device") ?? "", secret);
}

function refuse(socket: Duplex): void {
  socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}
