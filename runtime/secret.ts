// Owns how people's secrets (passwords, PINs) are kept: scrypt strings that carry their own parameters.
import { randomBytes, type ScryptOptions, scrypt as scryptCallback, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptCallback);
const keyBytes = 32;

export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number };
/** RFC 7914's interactive parameters, doubled: about 60 ms and 32 MiB on a small PC. */
export const passwordCost: ScryptCost = { N: 32768, r: 8, p: 1 };
/** PINs are checked on a station while children wait; the lock-out, not the cost, protects four digits. */
export const pinCost: ScryptCost = { N: 16384, r: 8, p: 1 };

/** `scrypt$N$r$p$salt$key`, base64url. */
export async function makeVerifier(secret: string, cost: ScryptCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** False for a wrong secret and for a verifier that cannot be read. */
export async function verifySecret(secret: string, verifier: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = verifier.split("$");
  if (scheme !== "scrypt" || salt === undefined || key === undefined) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  // Bounds keep a damaged or hostile verifier from taking the machine's memory.
  if (!(cost.N >= 2 && cost.N <= 262144 && cost.r >= 1 && cost.r <= 16 && cost.p >= 1 && cost.p <= 4))
    return false;
  const expected = Buffer.from(key, "base64url");
  const found = await derive(secret, Buffer.from(salt, "base64url"), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function derive(secret: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  // NFC: the same Vietnamese word typed on two keyboards must be the same password.
  return scrypt(secret.normalize("NFC"), salt, keyBytes, { ...cost, maxmem: 256 * cost.N * cost.r });
}
