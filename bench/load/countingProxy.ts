// Owns a TCP proxy that counts what passes: the bytes on the wire as the operating system's sockets see them, both ways.
import { once } from "node:events";
import { connect, createServer } from "node:net";

export type CountingProxy = { readonly port: number; bytes(): number; close(): void };

export async function startCountingProxy(target: number): Promise<CountingProxy> {
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        to.write(chunk);
      });
      from.on("close", () => to.destroy());
      from.on("error", () => to.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, bytes: () => bytes, close: () => server.close() };
}
