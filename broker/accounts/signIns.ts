// Owns the sign-ins that are open: opaque random tokens, of which the database knows only the SHA-256.
import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { StaffId } from "../../protocol/ids.ts";
import type { DiskNote } from "../store/diskNote.ts";
import type { Tables } from "../store/schema.ts";

/** Ends this long after the last use … */
export const idleMs = 12 * 60 * 60_000;
/** … and this long after the sign-in in any case. */
export const longestMs = 7 * 24 * 60 * 60_000;
/** The last use is written at most this often: a busy dashboard must not cost a disk sync a request. */
const noteUseEveryMs = 60_000;

export type SignIns = {
  /** The token for the cookie. */
  open(staffId: StaffId): Promise<{ token: string; expiresAt: number }>;
  /** Whose token this is; undefined when it is unknown, ended or its owner was disabled. */
  find(token: string): Promise<StaffId | undefined>;
  close(token: string): Promise<void>;
  /** Everywhere this person is signed in, but for `keep`. */
  closeAll(staffId: StaffId, keep?: string): Promise<void>;
};

export type SignInsDependencies = {
  readonly query: Kysely<Tables>;
  readonly clock: { now(): number };
  /** 32 random bytes, base64url. */
  readonly randomToken: () => string;
  readonly disk: DiskNote;
};

export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

export function makeSignIns({ query, clock, randomToken, disk }: SignInsDependencies): SignIns {
  const expiry = (createdAt: number, lastUsedAt: number) =>
    Math.min(lastUsedAt + idleMs, createdAt + longestMs);

  /** What tidies up or notes a use is not worth refusing somebody for. */
  async function whenThereIsSpace(write: { execute(): Promise<unknown> }): Promise<void> {
    try {
      await write.execute();
      disk.wrote();
    } catch (error) {
      if (!disk.failed(error)) throw error;
    }
  }

  return {
    async open(staffId) {
      const now = clock.now();
      const token = randomToken();
      const expiresAt = expiry(now, now);
      await whenThereIsSpace(query.deleteFrom("signIn").where("expiresAt", "<=", now));
      await query
        .insertInto("signIn")
        .values({ tokenHash: hashToken(token), staffId, createdAt: now, lastUsedAt: now, expiresAt })
        .execute();
      return { token, expiresAt };
    },

    async find(token) {
      const now = clock.now();
      const tokenHash = hashToken(token);
      const row = await query
        .selectFrom("signIn")
        .innerJoin("staff", "staff.id", "signIn.staffId")
        .where("signIn.tokenHash", "=", tokenHash)
        .where("signIn.expiresAt", ">", now)
        .where("staff.disabledAt", "is", null)
        .select(["signIn.staffId", "signIn.createdAt", "signIn.lastUsedAt"])
        .executeTakeFirst();
      if (row === undefined) return undefined;
      if (now - row.lastUsedAt >= noteUseEveryMs)
        await whenThereIsSpace(
          query
            .updateTable("signIn")
            .set({ lastUsedAt: now, expiresAt: expiry(row.createdAt, now) })
            .where("tokenHash", "=", tokenHash),
        );
      return row.staffId as StaffId;
    },

    async close(token) {
      await query.deleteFrom("signIn").where("tokenHash", "=", hashToken(token)).execute();
    },

    async closeAll(staffId, keep) {
      let ending = query.deleteFrom("signIn").where("staffId", "=", staffId);
      if (keep !== undefined) ending = ending.where("tokenHash", "!=", hashToken(keep));
      await ending.execute();
    },
  };
}
