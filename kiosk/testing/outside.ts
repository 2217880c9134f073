// Owns the world outside for tests: a server and a socket that nobody may reach, and what reached them all the same.
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Outside } from "./hostileGames.ts";

export type WatchedOutside = Outside & {
  /** What came, in order: "GET /fetch", "connection", "udp". */
  readonly heard: readonly string[];
  close(): Promise<void>;
};

export async function openOutside(peers: boolean): Promise<WatchedOutside> {
  const heard: string[] = [];
  const server = createServer((request, answer) => {
    heard.push(`${request.method} ${request.url}`);
    answer
      .writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/html" })
      .end("<p>outside</p>");
  });
  server.on("connection", () => heard.push("connection"));
  server.listen(0);
  const socket = createSocket("udp4");
  socket.on("message", () => heard.push("udp"));
  socket.bind(0);
  await Promise.all([once(server, "listening"), once(socket, "listening")]);
  return {
    httpPort: (server.address() as AddressInfo).port, // a server that listens on a port has one
    udpPort: socket.address().port,
    peers,
    heard,
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
