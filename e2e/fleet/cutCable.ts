// Owns a network cable that a test can pull: a TCP proxy that drops every connection and takes none until it is plugged in again.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type Cable = {
  readonly port: number;
  /** Both ends notice at once, as with a switch that loses its power. */
  pull(): void;
  plugIn(): void;
  close(): Promise<void>;
};

export async function layCable(target: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let plugged = true;
  const server = createServer((near) => {
    near.on("error", () => near.destroy());
    if (!plugged) {
      near.destroy();
      return;
    }
    const far = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk: Buffer) => to.write(chunk));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    pull() {
      plugged = false;
      drop();
    },
    plugIn() {
      plugged = true;
    },
    async close() {
      drop();
      server.close();
      await once(server, "close");
    },
  };
}
