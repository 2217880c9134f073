// Owns who a web screen is: what enrolment gave it, kept in the browser's storage.
import { deviceIdentity } from "../../../protocol/enrolment.ts";

export type WebIdentity = { readonly deviceId: string; readonly secret: string };

const prefix = "kidsmart.";
const identityKey = `${prefix}identity`;

export function readIdentity(storage: Storage, onProblem: (detail: string) => void): WebIdentity | null {
  const text = storage.getItem(identityKey);
  if (text === null) return null;
  try {
    const { deviceId, secret } = deviceIdentity
      .pick({ deviceId: true, secret: true })
      .parse(JSON.parse(text));
    return { deviceId, secret };
  } catch (error) {
    onProblem(`identity unreadable: ${String(error)}`);
    return null;
  }
}

/** Another device's documents and records have no place beside a new identity. */
export function replaceIdentity(storage: Storage, identity: WebIdentity): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
  storage.setItem(identityKey, JSON.stringify(identity));
}
