// Owns the encrypted line to the hub: who is at the other end is decided by the school's authority alone, before anything is said (ADR 0031).
import { createHash, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import { fingerprintFits, fingerprintText } from "../../protocol/fingerprint.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";

/** The authority itself, or (at the enrolment) its fingerprint, whole or at least 65 bits of it. */
export type Trust = { readonly caPem: string } | { readonly fingerprint: string };

export type PinnedLine = {
  readonly socket: TLSSocket /** The authority that was met. */;
  readonly caPem: string;
};

export type LineProblem = "HUB_UNREACHABLE" | "HUB_NOT_TRUSTED";

/**
 * Resolves when the other end has proved that the trusted authority signed its key. Neither days nor names of its
 * certificate count: a station whose clock battery is dead must get in, and the authority signs for its hub only.
 */
export async function openPinnedLine(to: {
  readonly host: string;
  readonly port: number;
  readonly trust: Trust;
  readonly signal: AbortSignal;
}): Promise<Result<PinnedLine, LineProblem>> {
  const { connect } = await import("node:tls");
  const { host, port, trust, signal } = to;
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      // The system's authorities say nothing here, and loading them costs megabytes.
      ca: "caPem" in trust ? trust.caPem : [],
      rejectUnauthorized: false,
      minVersion: "TLSv1.2",
    });
    const end = (result: Result<PinnedLine, LineProblem>) => {
      signal.removeEventListener("abort", given);
      socket.off("error", failed);
      socket.off("close", closed);
      if (!result.ok) {
        // What is destroyed may still say why.
        socket.on("error", () => {});
        socket.destroy();
      }
      resolve(result);
    };
    const given = () => end(failure("HUB_UNREACHABLE", `${host}:${port}: no answer in time`));
    const failed = (error: Error) => end(failure("HUB_UNREACHABLE", `${host}:${port}: ${error.message}`));
    const closed = () => end(failure("HUB_UNREACHABLE", `${host}:${port}: closed`));
    if (signal.aborted) {
      given();
      return;
    }
    signal.addEventListener("abort", given, { once: true });
    socket.once("error", failed);
    socket.once("close", closed);
    socket.once("secureConnect", () => {
      socket.setNoDelay(true);
      const caPem = authorityOf(socket, trust);
      end(
        caPem === undefined
          ? failure("HUB_NOT_TRUSTED", `${host}:${port} shows a certificate of another authority`)
          : ok({ socket, caPem }),
      );
    });
  });
}

/** The trusted authority's certificate when it signed the key of the other end. */
function authorityOf(socket: TLSSocket, trust: Trust): string | undefined {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return undefined;
  const authority = "caPem" in trust ? new X509Certificate(trust.caPem) : shownAuthority(leaf, trust);
  if (authority === undefined || !authority.ca || leaf.ca) return undefined;
  return leaf.checkIssued(authority) && leaf.verify(authority.publicKey)
    ? authority.toString().trim()
    : undefined;
}

/** Of the chain that the other end sent, the certificate with this fingerprint. */
function shownAuthority(
  leaf: X509Certificate,
  { fingerprint }: { readonly fingerprint: string },
): X509Certificate | undefined {
  const shown = leaf.issuerCertificate;
  if (shown === undefined) return undefined;
  const whole = fingerprintText(createHash("sha256").update(shown.raw).digest());
  return fingerprintFits(whole, fingerprint) ? shown : undefined;
}
