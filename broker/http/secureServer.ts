// Owns serving the same HTTP application over TLS, on a port of its own, with the school's authority.
import { createServer } from "node:https";
import type { FastifyInstance } from "fastify";
import { failure, ok, type Result } from "../../protocol/result.ts";
import type { HubCertificates } from "../certificates/hubCertificates.ts";

export type SecureServer = {
  listen(host: string, port: number): Promise<Result<number, "PORT_TAKEN">>;
  close(): Promise<void>;
};

const handshakeWithinMs = 10_000;

/** The application must be ready. */
export function makeSecureServer(
  app: FastifyInstance,
  certificates: Pick<HubCertificates, "context" | "follow">,
): SecureServer {
  const server = createServer(
    { ...certificates.context(), handshakeTimeout: handshakeWithinMs },
    (request, response) => app.routing(request, response),
  );
  certificates.follow(server);
  // Web screens keep a WebSocket: whoever takes them on one port takes them on both.
  server.on("upgrade", (...upgrade) => void app.server.emit("upgrade", ...upgrade));
  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        const failed = (error: NodeJS.ErrnoException) => {
          if (error.code === "EADDRINUSE") resolve(failure("PORT_TAKEN", `${host}:${port} is in use`));
          else reject(error);
        };
        server.once("error", failed);
        server.listen(port, host, () => {
          server.off("error", failed);
          const address = server.address();
          resolve(ok(typeof address === "object" && address !== null ? address.port : port));
        });
      }),
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) {
          resolve();
          return;
        }
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** For browsers that are to trust the hub: the certificate of the school's authority as a file. Public, as certificates are. */
export function serveAuthority(app: FastifyInstance, certificatePem: string): void {
  app.get(authorityPath, (_request, reply) =>
    reply
      .type("application/x-x509-ca-cert")
      .header("content-disposition", 'attachment; filename="kidsmart-ca.crt"')
      .send(certificatePem),
  );
}

const authorityPath = "/kidsmart-ca.crt";
