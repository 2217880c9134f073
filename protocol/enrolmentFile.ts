// Owns the file on a USB stick that enrols a roomful of stations: one entry each, and whom to trust.
import { z } from "zod";
import { deviceKind } from "./documents/config.ts";
import { enrolmentCode, mostCodesInFile } from "./enrolment.ts";

/** The name an agent looks for on every stick. */
export const enrolmentFileName = "kidsmart-enrol.json";

export const enrolmentFile = z.object({
  type: z.literal("kidsmart-enrolment"),
  version: z.literal(1),
  schoolName: z.string(),
  /** The school's authority, PEM. */
  caPem: z.string().max(10_000),
  /** Where the hub answers HTTPS, as "192.168.1.10:8443". */
  hubs: z.array(z.string()).max(20),
  /** UTC ms; the hub decides, this is for people. */
  expiresAt: z.number().int(),
  entries: z
    .array(
      z.object({
        code: enrolmentCode,
        deviceName: z.string(),
        kind: deviceKind,
        stationNumber: z.number().int().nullable(),
        emblem: z.string(),
        roomName: z.string().nullable(),
      }),
    )
    .min(1)
    .max(mostCodesInFile),
});
export type EnrolmentFile = z.infer<typeof enrolmentFile>;
