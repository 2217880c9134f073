// Owns the school's authority on the disk: made once, and never again by itself, since every station trusts this one.
import { createHash, createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { fingerprintText } from "../../protocol/fingerprint.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { writeFileSafely } from "../../runtime/writeFileSafely.ts";
import { issueAuthority, type KeyAndCertificate } from "./issue.ts";

export type Authority = KeyAndCertificate & {
  /** 52 characters; protocol/fingerprint.ts. */
  readonly fingerprint: string;
};

/** CERTIFICATES_DAMAGED: there is an authority that cannot be used; a new one would lock every station out. */
export async function openAuthority(file: string): Promise<Result<Authority, "CERTIFICATES_DAMAGED">> {
  const kept = readPem(file);
  if (kept === undefined) {
    const issued = await issueAuthority();
    const made = { ...issued, certificatePem: issued.certificatePem.trim() };
    // Key and certificate in one file: a power cut leaves both or none.
    writePem(file, made);
    return ok({ ...made, fingerprint: fingerprintOf(made.certificatePem) });
  }
  try {
    const certificate = new X509Certificate(kept.certificatePem);
    const ownKey = createPublicKey(createPrivateKey(kept.keyPem));
    if (!certificate.ca || !certificate.verify(ownKey)) throw new Error("key and certificate do not fit");
    return ok({ ...kept, fingerprint: fingerprintOf(kept.certificatePem) });
  } catch (error) {
    return failure("CERTIFICATES_DAMAGED", `${file}: ${error instanceof Error ? error.message : error}`);
  }
}

export const fingerprintOf = (certificatePem: string): string =>
  fingerprintText(createHash("sha256").update(new X509Certificate(certificatePem).raw).digest());

/** Undefined when there is no such file. */
export function readPem(file: string): KeyAndCertificate | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const split = text.indexOf("-----BEGIN CERTIFICATE-----");
  return split < 0
    ? { keyPem: text, certificatePem: "" }
    : { keyPem: text.slice(0, split), certificatePem: text.slice(split).trim() };
}

/** Readable by its owner only. */
export const writePem = (file: string, { keyPem, certificatePem }: KeyAndCertificate): void =>
  writeFileSafely(file, `${keyPem.trim()}\n${certificatePem.trim()}\n`, 0o600);
