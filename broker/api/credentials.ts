// Owns the contract of devices' credentials: their state, a new secret, a new machine in an old one's place, files for USB sticks.
import { z } from "zod";
import { mostCodesInFile } from "../../protocol/enrolment.ts";
import { enrolmentFile } from "../../protocol/enrolmentFile.ts";
import { deviceId, roomId } from "../../protocol/ids.ts";
import { enrolment } from "./devices.ts";
import { defineRoutes } from "./route.ts";

export const credentialState = z.object({
  /** When the secret in use was given, UTC ms. */
  secretSince: z.number().int(),
  /** Since when a new one is wanted, UTC ms; null when none is. */
  askedAt: z.number().int().nullable(),
  /** The device has a new one and has not used it yet. */
  offered: z.boolean(),
  /** Two machines used the secret at the same time, and nobody has dealt with it. */
  usedTwice: z.object({ at: z.number().int(), addresses: z.array(z.string()) }).nullable(),
  /** Whether its connection now is encrypted; null while there is none, and for web screens. */
  encrypted: z.boolean().nullable(),
});
export type CredentialReply = z.infer<typeof credentialState>;

const params = z.object({ deviceId });

export const credentialRoutes = defineRoutes({
  showCredentials: {
    method: "GET",
    path: "/api/devices/:deviceId/credentials",
    permission: "devices.view",
    summary: "How old the device's secret is, whether a new one is on its way, whether two machines use it",
    params,
    reply: credentialState,
  },
  rotateSecret: {
    method: "POST",
    path: "/api/devices/:deviceId/credentials/rotation",
    permission: "devices.manage",
    summary: "Give the device a new secret; the old one works until the new one was used",
    params,
    reply: credentialState,
  },
  settleUsedTwice: {
    method: "DELETE",
    path: "/api/devices/:deviceId/credentials/usedTwice",
    permission: "devices.manage",
    summary: "Say that credentials used by two machines were dealt with",
    params,
    reply: credentialState,
  },
  createReplacement: {
    method: "POST",
    path: "/api/devices/:deviceId/replacement",
    permission: "devices.manage",
    summary: "Make a code by which a new machine takes over the device's place and history",
    params,
    reply: enrolment,
  },
  createEnrolmentFile: {
    method: "POST",
    path: "/api/enrolments/files",
    permission: "devices.manage",
    summary: "Make a file for a USB stick that enrols many stations, one code each, for a week",
    body: z.object({
      roomId: roomId.nullable(),
      stations: z
        .array(
          z.object({
            deviceName: z.string().min(1).max(60),
            stationNumber: z.number().int().min(1).max(99).nullable(),
            emblem: z.string().min(1).max(40),
          }),
        )
        .min(1)
        .max(mostCodesInFile),
    }),
    reply: z.object({ fileId: z.string(), fileName: z.string(), file: enrolmentFile }),
  },
  withdrawEnrolmentFile: {
    method: "DELETE",
    path: "/api/enrolments/files/:fileId",
    permission: "devices.manage",
    summary: "Withdraw what is unused of a file",
    params: z.object({ fileId: z.uuid() }),
    reply: null,
  },
});
