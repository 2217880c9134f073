// Owns the keys of other programs: made by a person, never stronger than that person, of which the database knows only the SHA-256 (ADR 0038).
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { StaffId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { findPerson, type Person, readPermissions } from "../accounts/person.ts";
import { hashToken } from "../accounts/signIns.ts";
import { type AccessKey, type AccessKeyId, mayBeInKey } from "../api/integrations.ts";
import type { Permission } from "../api/permissions.ts";
import type { Audit } from "../audit/audit.ts";
import type { DiskNote } from "../store/diskNote.ts";
import type { Tables } from "../store/schema.ts";

export type AccessKeysDependencies = {
  readonly query: Kysely<Tables>;
  readonly clock: { now(): number };
  readonly audit: Audit;
  /** 32 random bytes, base64url. */
  readonly randomToken: () => string;
  readonly disk: DiskNote;
};

export type KeyOrder = {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** Until it ends; null: until somebody takes it back. */
  readonly days: number | null;
};

export type AccessKeys = {
  list(): Promise<AccessKey[]>;
  /** NOT_ALLOWED: it would hold what the person does not, or what no program may hold. */
  create(
    person: Person,
    order: KeyOrder,
  ): Promise<Result<AccessKey & { readonly token: string }, "NOT_ALLOWED">>;
  remove(person: Person, id: AccessKeyId): Promise<Result<null, "NOT_FOUND">>;
  /** For whom a program asks: the person who made its key, with what both may; undefined when the key does not hold. */
  recognise(token: string): Promise<Person | undefined>;
};

/** So that a key that leaked into a file or a log is recognised as one. */
const tokenPrefix = "kidsmart_";
const shownCharacters = tokenPrefix.length + 6;
const dayMs = 24 * 3_600_000;
/** Prometheus asks every few seconds; that is not worth a disk sync each. */
const noteUseEveryMs = 3_600_000;

export function makeAccessKeys(dependencies: AccessKeysDependencies): AccessKeys {
  const { query, clock, audit, randomToken, disk } = dependencies;

  const rows = () =>
    query
      .selectFrom("accessKey")
      .innerJoin("staff", "staff.id", "accessKey.staffId")
      .selectAll("accessKey")
      .select(["staff.displayName", "staff.disabledAt"]);
  type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

  const holds = ({ disabledAt, expiresAt }: Pick<Row, "disabledAt" | "expiresAt">) =>
    disabledAt === null && (expiresAt === null || expiresAt > clock.now());

  const shown = (row: Row): AccessKey => ({
    id: row.id as AccessKeyId,
    name: row.name,
    permissions: readPermissions(row.permissions),
    beginsWith: row.beginsWith,
    createdByName: row.displayName,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    lastUsedAt: row.lastUsedAt,
    holds: holds(row),
  });

  async function noteUse(row: Row): Promise<void> {
    const now = clock.now();
    if (row.lastUsedAt !== null && now - row.lastUsedAt < noteUseEveryMs) return;
    try {
      await query.updateTable("accessKey").set({ lastUsedAt: now }).where("id", "=", row.id).execute();
      disk.wrote();
    } catch (error) {
      if (!disk.failed(error)) throw error;
    }
  }

  return {
    async list() {
      return (await rows().orderBy("accessKey.createdAt", "desc").execute()).map(shown);
    },

    async create(person, { name, permissions, days }) {
      const missing = permissions.filter((each) => !person.permissions.has(each) || !mayBeInKey(each));
      if (missing.length > 0)
        return failure("NOT_ALLOWED", `${person.displayName} cannot give ${missing.join(", ")}`);
      const token = `${tokenPrefix}${randomToken()}`;
      const now = clock.now();
      const row = {
        id: v7(),
        name,
        permissions: JSON.stringify([...new Set(permissions)]),
        tokenHash: hashToken(token),
        beginsWith: token.slice(0, shownCharacters),
        staffId: person.staffId,
        createdAt: now,
        expiresAt: days === null ? null : now + days * dayMs,
        lastUsedAt: null,
      };
      await query.insertInto("accessKey").values(row).execute();
      await audit.write({
        actor: person.displayName,
        action: "accessKey.create",
        subject: name,
        detail: { permissions, days },
      });
      return ok({ ...shown({ ...row, displayName: person.displayName, disabledAt: null }), token });
    },

    async remove(person, id) {
      const removed = await query
        .deleteFrom("accessKey")
        .where("id", "=", id)
        .returning("name")
        .executeTakeFirst();
      if (removed === undefined) return failure("NOT_FOUND", `no key ${id}`);
      await audit.write({ actor: person.displayName, action: "accessKey.remove", subject: removed.name });
      return ok(null);
    },

    async recognise(token) {
      if (!token.startsWith(tokenPrefix)) return undefined;
      const row = await rows().where("accessKey.tokenHash", "=", hashToken(token)).executeTakeFirst();
      if (row === undefined || !holds(row)) return undefined;
      const person = await findPerson(query, row.staffId as StaffId);
      if (person === undefined) return undefined;
      await noteUse(row);
      const granted = readPermissions(row.permissions).filter(
        (each) => mayBeInKey(each) && person.permissions.has(each),
      );
      return {
        ...person,
        displayName: `${row.name} (${person.displayName})`,
        permissions: new Set(granted),
      };
    },
  };
}
