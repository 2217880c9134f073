// Owns who a staff member is to the hub: name, roles and the permissions those add up to.
import type { Kysely } from "kysely";
import { z } from "zod";
import type { StaffId } from "../../protocol/ids.ts";
import { type Permission, permission } from "../api/permissions.ts";
import type { Tables } from "../store/schema.ts";

export type Person = {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly roles: readonly { readonly code: string; readonly name: string }[];
  /** Always holds "signedIn". */
  readonly permissions: ReadonlySet<Permission>;
};

/** Read anew at each request, so that a role taken away is gone at once. Who was disabled never gets here: no sign-in is found or opened for them. */
export async function findPerson(query: Kysely<Tables>, staffId: StaffId): Promise<Person | undefined> {
  const staff = await query
    .selectFrom("staff")
    .where("id", "=", staffId)
    .select(["displayName"])
    .executeTakeFirst();
  if (staff === undefined) return undefined;
  const roles = await query
    .selectFrom("staffRole")
    .innerJoin("role", "role.code", "staffRole.roleCode")
    .where("staffRole.staffId", "=", staffId)
    .orderBy("role.code")
    .select(["role.code", "role.name", "role.permissions"])
    .execute();
  return {
    staffId,
    displayName: staff.displayName,
    roles: roles.map(({ code, name }) => ({ code, name })),
    permissions: new Set<Permission>([
      "signedIn",
      ...roles.flatMap((role) => readPermissions(role.permissions)),
    ]),
  };
}

/** A permission this version does not know grants nothing. */
export function readPermissions(json: string): Permission[] {
  const names = z.array(z.string()).parse(JSON.parse(json));
  return names.flatMap((name) => {
    const known = permission.safeParse(name);
    return known.success ? [known.data] : [];
  });
}
