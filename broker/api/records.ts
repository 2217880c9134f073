// Owns the contract of the audit log and the quarantine.
import { z } from "zod";
import { deviceId } from "../../protocol/ids.ts";
import { defineRoutes } from "./route.ts";

export const auditRow = z.object({
  id: z.string(),
  /** UTC ms. */
  at: z.number().int(),
  /** Who: a staff name, a device name, or "hub". */
  actor: z.string(),
  /** An AuditAction; a log may hold names of an older or newer hub. */
  action: z.string(),
  /** What it was done to, for people. */
  subject: z.string(),
  detail: z.unknown(),
});
export type AuditRow = z.infer<typeof auditRow>;

export const quarantineRow = z.object({
  id: z.string(),
  at: z.number().int(),
  deviceId: deviceId.nullable(),
  deviceName: z.string().nullable(),
  topic: z.string(),
  code: z.string(),
  detail: z.string(),
  /** Size of the whole payload, bytes. */
  bytes: z.number().int(),
  /** The first part of the payload as text. */
  excerpt: z.string(),
  /** How often the same payload came. */
  count: z.number().int(),
});
export type QuarantineRow = z.infer<typeof quarantineRow>;

const page = z.object({
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const recordRoutes = defineRoutes({
  listAudit: {
    method: "GET",
    path: "/api/audit",
    permission: "audit.view",
    summary: "Who changed what, newest first",
    query: page,
    reply: z.array(auditRow),
  },
  listQuarantine: {
    method: "GET",
    path: "/api/quarantine",
    permission: "quarantine.view",
    summary: "Messages that could not be read, newest first",
    query: page,
    reply: z.array(quarantineRow),
  },
});
