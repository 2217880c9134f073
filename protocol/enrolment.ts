// Owns the enrolment exchange: a device trades a one-time code for its own identity, over HTTP.
import { z } from "zod";
import { deviceKind } from "./documents/config.ts";
import { deviceId, roomId, schoolId } from "./ids.ts";

/** Codes that one file for a USB stick may hold. */
export const mostCodesInFile = 99;

/** Eight characters of Crockford's base 32 (no I, L, O, U), shown as ABCD-EFGH. */
export const enrolmentCode = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0"))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));

/** Body of `POST /api/enrolments/claim`. */
export const enrolmentClaim = z.object({
  code: z.string().max(20),
  /** Further codes of the same file: the hub takes the first of all that nobody has used. */
  others: z.array(z.string().max(20)).max(mostCodesInFile).optional(),
  /** `agent`: a computer with an agent; `web`: a browser at /screen. */
  via: z.enum(["agent", "web"]),
  hostname: z.string().max(200),
});
export type EnrolmentClaim = z.infer<typeof enrolmentClaim>;

/** What the device keeps for good. */
export const deviceIdentity = z.object({
  schoolId,
  deviceId,
  roomId: roomId.nullable(),
  kind: deviceKind,
  deviceName: z.string(),
  /** Random, 256 bits, base64url: the device's password for MQTT or for the screen link. */
  secret: z.string().min(40),
  /** e.g. "mqtts://192.168.1.10:8883"; "mqtt:" on the hub's own computer only. The host is the one the claim was sent to. */
  mqttUrl: z.string(),
  /** The school's authority, PEM: whoever shows a certificate of another one is not the hub. Absent without TLS. */
  caPem: z.string().max(10_000).optional(),
  /** Every address at which the hub answers HTTPS, e.g. "https://192.168.1.10:8443". */
  hubUrls: z.array(z.string()).max(20).optional(),
});
export type DeviceIdentity = z.infer<typeof deviceIdentity>;

export const enrolmentRefusal = z.enum(["CODE_UNKNOWN", "CODE_EXPIRED", "CODE_USED", "TOO_MANY_TRIES"]);
export type EnrolmentRefusal = z.infer<typeof enrolmentRefusal>;
