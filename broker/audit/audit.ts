// Owns the audit log: who changed what, and who was refused.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { Log } from "../../runtime/log.ts";
import type { AuditAction } from "../api/auditActions.ts";
import type { DiskNote } from "../store/diskNote.ts";
import type { Tables } from "../store/schema.ts";

export type AuditEntry = {
  /** A staff name, a device name, or "hub". */
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: string;
  readonly detail?: unknown;
};

export type Audit = { write(entry: AuditEntry): Promise<void> };

export function makeAudit({ query, clock }: { query: Kysely<Tables>; clock: { now(): number } }): Audit {
  return {
    async write({ actor, action, subject, detail = {} }) {
      await query
        .insertInto("audit")
        .values({ id: v7(), at: clock.now(), actor, action, subject, detail: JSON.stringify(detail) })
        .execute();
    },
  };
}

/** On a full disk an entry goes to the log instead: nobody may lose the dashboard because a line about it does not fit. */
export function auditBesideFullDisk(
  audit: Audit,
  { disk, log }: { readonly disk: DiskNote; readonly log: Pick<Log, "warn"> },
): Audit {
  return {
    async write(entry) {
      try {
        await audit.write(entry);
        disk.wrote();
      } catch (error) {
        if (!disk.failed(error)) throw error;
        log.warn({ entry }, "no space for an audit entry");
      }
    },
  };
}
