// Owns the PIN rule: who a PIN belongs to, and the lock-out after five wrong tries. Used by the kiosk's main process and by the hub for web screens.
import type { ConfigDocument } from "../protocol/documents/config.ts";
import type { PinResult } from "../protocol/link.ts";
import { verifySecret } from "./secret.ts";

const triesAllowed = 5;
const lockMs = 5 * 60_000;

/** Wrong tries so far; kept on disk by its owner, so that a restart is no way round the lock-out. */
export type PinTries = { readonly wrong: number; readonly lockedUntil: number };
export const noTries: PinTries = { wrong: 0, lockedUntil: 0 };

export async function checkPin(
  pin: string,
  pins: ConfigDocument["pins"],
  tries: PinTries,
  now: number,
): Promise<{ result: PinResult; tries: PinTries }> {
  // A lock further away than any lock lasts was set by a clock that has been put right since.
  const leftMs = tries.lockedUntil - now;
  if (leftMs > 0 && leftMs <= lockMs)
    return { result: { outcome: "locked", until: tries.lockedUntil }, tries };
  if (pins.length === 0) return { result: { outcome: "unavailable" }, tries };
  for (const { staffId, verifier } of pins)
    if (await verifySecret(pin, verifier)) return { result: { outcome: "right", staffId }, tries: noTries };
  const wrong = tries.wrong + 1;
  if (wrong >= triesAllowed) {
    const lockedUntil = now + lockMs;
    return { result: { outcome: "locked", until: lockedUntil }, tries: { wrong: 0, lockedUntil } };
  }
  return { result: { outcome: "wrong", triesLeft: triesAllowed - wrong }, tries: { wrong, lockedUntil: 0 } };
}
