// Owns making a staff member: ids, verifiers and roles. Used by the staff page, the first account and the sample school.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { StaffId } from "../../protocol/ids.ts";
import { makeVerifier, passwordCost, pinCost, type ScryptCost } from "../../runtime/secret.ts";
import type { Tables } from "../store/schema.ts";
import { defaultRoles } from "./defaultRoles.ts";

export type NewStaff = {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  /** For the teacher panel; null for none. */
  readonly pin: string | null;
  /** Codes of roles. */
  readonly roles: readonly string[];
};

/** One spelling per name: case and keyboards' composition do not matter. */
export const usernameOf = (text: string) => text.trim().normalize("NFC").toLowerCase();

export async function addStaff(
  query: Kysely<Tables>,
  now: number,
  staff: NewStaff,
  cost: { password: ScryptCost; pin: ScryptCost } = { password: passwordCost, pin: pinCost },
): Promise<StaffId> {
  const id = v7() as StaffId;
  // Both verifiers before the first write: a process that dies while hashing leaves nobody half made.
  const [passwordVerifier, pinVerifier] = await Promise.all([
    makeVerifier(staff.password, cost.password),
    staff.pin === null ? null : makeVerifier(staff.pin, cost.pin),
  ]);
  await query.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("staff")
      .values({
        id,
        username: usernameOf(staff.username),
        displayName: staff.displayName,
        passwordVerifier,
        pinVerifier,
        createdAt: now,
        disabledAt: null,
      })
      .execute();
    for (const roleCode of new Set(staff.roles))
      await transaction.insertInto("staffRole").values({ staffId: id, roleCode }).execute();
  });
  return id;
}

/** Adds the default roles that the school does not have; never touches one it changed. */
export async function addDefaultRoles(query: Kysely<Tables>): Promise<void> {
  await query
    .insertInto("role")
    .values(
      defaultRoles.map(({ code, name, permissions }) => ({
        code,
        name,
        permissions: JSON.stringify(permissions),
      })),
    )
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}
