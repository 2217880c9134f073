// Owns the certificate the hub shows: made anew before its end and when the computer's addresses change, taken into use without a restart.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Server as TlsServer } from "node:tls";
import { ok, type Result } from "../../protocol/result.ts";
import type { Log } from "../../runtime/log.ts";
import { type Authority, openAuthority, readPem, writePem } from "./authority.ts";
import type { HubNames } from "./hubNames.ts";
import { issueServerCertificate, type KeyAndCertificate } from "./issue.ts";

export type HubCertificatesDeps = {
  /** Made when it is not there. */
  readonly folder: string;
  readonly names: () => HubNames;
  readonly clock: { now(): number };
  readonly log: Log;
  readonly every: (ms: number, call: () => void) => () => void;
};

/** What `tls.createServer` asks for. */
export type ServerContext = { readonly key: string; readonly cert: string; readonly minVersion: "TLSv1.2" };

export type HubCertificates = {
  readonly authority: Omit<Authority, "keyPem">;
  /** What is valid now. */
  context(): ServerContext;
  /** Keeps the server's certificate the newest. */
  follow(server: Pick<TlsServer, "setSecureContext">): void;
  /** Makes a new certificate when one is due; asked every minute. */
  look(): Promise<void>;
  stop(): void;
};

const dayMs = 24 * 3_600_000;
/** Browsers refuse private certificates of more than 825 days. */
const lifeMs = 397 * dayMs;
const renewBeforeMs = 60 * dayMs;
/** The browsers of the school may be behind the hub's clock. */
const backMs = 2 * dayMs;
const lookEveryMs = 60_000;

export async function openHubCertificates(
  deps: HubCertificatesDeps,
): Promise<Result<HubCertificates, "CERTIFICATES_DAMAGED">> {
  const { folder, names, clock, log } = deps;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const opened = await openAuthority(join(folder, "authority.pem"));
  if (!opened.ok) return opened;
  const authority = opened.value;
  const file = join(folder, "server.pem");
  const servers = new Set<Pick<TlsServer, "setSecureContext">>();
  let current = usable(readPem(file), authority);
  let making: Promise<void> | undefined;

  async function makeIfDue(): Promise<void> {
    const wanted = names();
    if (current !== undefined && !isDue(current, wanted, clock.now())) return;
    const now = clock.now();
    const made = await issueServerCertificate({
      authority,
      ...wanted,
      notBefore: now - backMs,
      notAfter: now + lifeMs,
    });
    current = made;
    for (const server of servers) server.setSecureContext(contextOf(made));
    log.info({ names: wanted }, "a new server certificate is in use");
    // After it is in use: a full disk must not keep an ended certificate in place.
    writePem(file, made);
  }

  const look = () => {
    making ??= makeIfDue().finally(() => {
      making = undefined;
    });
    return making;
  };
  const lookAndTell = () =>
    void look().catch((error: unknown) =>
      log.error({ err: error }, "the server certificate was not renewed"),
    );
  await look();
  const stop = deps.every(lookEveryMs, lookAndTell);

  const newest = () => {
    if (current === undefined) throw new Error("no server certificate was made");
    return contextOf(current);
  };
  return ok({
    authority: { certificatePem: authority.certificatePem, fingerprint: authority.fingerprint },
    context: newest,
    follow(server) {
      servers.add(server);
      server.setSecureContext(newest());
    },
    look,
    stop,
  });
}

const contextOf = ({ keyPem, certificatePem }: KeyAndCertificate): ServerContext => ({
  key: keyPem,
  cert: certificatePem,
  minVersion: "TLSv1.2",
});

/** A file that is damaged, or of another authority, is made anew: nothing but this hub depends on it. */
function usable(kept: KeyAndCertificate | undefined, authority: Authority): KeyAndCertificate | undefined {
  if (kept === undefined) return undefined;
  try {
    const certificate = new X509Certificate(kept.certificatePem);
    const fits =
      certificate.verify(new X509Certificate(authority.certificatePem).publicKey) &&
      certificate.checkPrivateKey(createPrivateKey(kept.keyPem));
    return fits ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isDue({ certificatePem }: KeyAndCertificate, wanted: HubNames, now: number): boolean {
  const certificate = new X509Certificate(certificatePem);
  if (now < certificate.validFromDate.getTime()) return true;
  if (now > certificate.validToDate.getTime() - renewBeforeMs) return true;
  const covered =
    wanted.hostnames.every((name) => certificate.checkHost(name) !== undefined) &&
    wanted.addresses.every((address) => certificate.checkIP(address) !== undefined);
  return !covered;
}
