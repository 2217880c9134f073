// Owns this device's secret while it changes: the new one is written down beside the old one, and the one the hub took last stays (ADR 0032).
import type { Log } from "../../runtime/log.ts";
import type { Identity } from "./identity.ts";

export type DeviceSecrets = {
  /** The one to try next. */
  current(): string;
  /** The hub gave a new one. False when it could not be written down, or is the one in use: nothing changes then. */
  receive(secret: string): boolean;
  /** The hub let this device in with the current one. */
  accepted(): void;
  /** The hub refused the current one. True when there is another one that was not tried since. */
  refused(): boolean;
};

export function makeDeviceSecrets(deps: {
  readonly identity: Identity;
  /** Throws the file system's error. */
  readonly write: (identity: Identity) => void;
  readonly log: Log;
}): DeviceSecrets {
  const { write, log } = deps;
  const { formerSecret, ...identity } = deps.identity;
  let secret = identity.secret;
  let other: string | undefined = formerSecret;
  let triedOther = false;

  function keep(next: Identity): boolean {
    try {
      write(next);
      return true;
    } catch (error) {
      log.error({ code: "IDENTITY_NOT_WRITTEN", error: String(error) }, "the identity file stays as it was");
      return false;
    }
  }

  return {
    current: () => secret,
    receive(given) {
      if (given === secret) return false;
      if (!keep({ ...identity, secret: given, formerSecret: secret })) return false;
      other = secret;
      secret = given;
      triedOther = false;
      return true;
    },
    accepted() {
      triedOther = false;
      // Where this cannot be written, both stay on the disk, and the next start finds out again which one works.
      if (other !== undefined && keep({ ...identity, secret })) other = undefined;
    },
    refused() {
      if (other === undefined) return false;
      [secret, other] = [other, secret];
      triedOther = !triedOther;
      return triedOther;
    },
  };
}

/** For devices without a file: simulated ones. */
export const fixedSecret = (secret: string): DeviceSecrets => ({
  current: () => secret,
  receive: () => false,
  accepted() {},
  refused: () => false,
});
