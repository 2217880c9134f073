// Owns authorities and hub certificates for tests of the agent: real ones, of any days.
import "reflect-metadata";
import { createHash, webcrypto, X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import * as x509 from "@peculiar/x509";
import { onTestFinished } from "vitest";
import { fingerprintText } from "../../protocol/fingerprint.ts";

const curve = { name: "ECDSA", namedCurve: "P-256" } as const;
const signing = { name: "ECDSA", hash: "SHA-256" } as const;
// Node's own Web Crypto; the library speaks of it by the names of browsers.
x509.cryptoProvider.set(webcrypto as never);

export type TestAuthority = {
  readonly caPem: string;
  readonly fingerprint: string;
  /** What a server of this authority shows. */
  issue(notBefore: Date, notAfter: Date): Promise<{ key: string; cert: string }>;
};

export async function makeTestAuthority(): Promise<TestAuthority> {
  const keys = await webcrypto.subtle.generateKey(curve, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: "01",
    name: "CN=Test authority",
    notBefore: new Date("2000-01-01"),
    notAfter: new Date("2099-12-31"),
    signingAlgorithm: signing,
    keys: keys as never,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  });
  const caPem = certificate.toString("pem").trim();
  return {
    caPem,
    fingerprint: fingerprintText(createHash("sha256").update(new X509Certificate(caPem).raw).digest()),
    async issue(notBefore, notAfter) {
      const own = await webcrypto.subtle.generateKey(curve, true, ["sign", "verify"]);
      const leaf = await x509.X509CertificateGenerator.create({
        serialNumber: "02",
        subject: "CN=Hub",
        issuer: certificate.subjectName,
        notBefore,
        notAfter,
        signingAlgorithm: signing,
        publicKey: own.publicKey as never,
        signingKey: keys.privateKey as never,
        extensions: [new x509.BasicConstraintsExtension(false, undefined, true)],
      });
      const key = x509.PemConverter.encode(
        await webcrypto.subtle.exportKey("pkcs8", own.privateKey),
        "PRIVATE KEY",
      );
      return { key, cert: `${leaf.toString("pem")}\n${caPem}` };
    },
  };
}

/** Listens on loopback until the test is over. */
export async function serveSecurely(
  shown: { readonly key: string; readonly cert: string },
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(shown, answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
