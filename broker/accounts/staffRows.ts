// Owns reading people and roles from the store, and who of them manages the staff.
import type { Kysely } from "kysely";
import type { StaffId } from "../../protocol/ids.ts";
import type { Role, StaffMember } from "../api/staff.ts";
import type { Tables } from "../store/schema.ts";
import { defaultRoles } from "./defaultRoles.ts";
import { readPermissions } from "./person.ts";

export async function listRoles(query: Kysely<Tables>): Promise<Role[]> {
  const rows = await query.selectFrom("role").selectAll().execute();
  const place = (code: string) => {
    const index = defaultRoles.findIndex((role) => role.code === code);
    return index === -1 ? defaultRoles.length : index;
  };
  return rows
    .map(({ code, name, permissions }) => ({ code, name, permissions: readPermissions(permissions) }))
    .sort((a, b) => place(a.code) - place(b.code) || a.name.localeCompare(b.name, "vi"));
}

/** One person, or everybody: by name, those who are locked out last. */
export async function readStaff(query: Kysely<Tables>, id?: StaffId): Promise<StaffMember[]> {
  let chosen = query.selectFrom("staff");
  if (id !== undefined) chosen = chosen.where("id", "=", id);
  const people = await chosen
    .select(["id", "username", "displayName", "pinVerifier", "createdAt", "disabledAt"])
    .execute();
  const roles = await query
    .selectFrom("staffRole")
    .innerJoin("role", "role.code", "staffRole.roleCode")
    .select(["staffRole.staffId", "role.code", "role.name"])
    .orderBy("role.code")
    .execute();
  const scopes = await query.selectFrom("staffScope").selectAll().execute();
  const scopeOf = (id: string, kind: string) =>
    scopes.filter((scope) => scope.staffId === id && scope.kind === kind).map(({ value }) => value);
  return people
    .map((person) => ({
      staffId: person.id as StaffId,
      username: person.username,
      displayName: person.displayName,
      roles: roles.filter(({ staffId }) => staffId === person.id).map(({ code, name }) => ({ code, name })),
      // Written by the staff service alone, which takes only these.
      gradeBlocks: scopeOf(person.id, "gradeBlock") as StaffMember["gradeBlocks"],
      classIds: scopeOf(person.id, "class") as StaffMember["classIds"],
      hasPin: person.pinVerifier !== null,
      createdAt: person.createdAt,
      disabledAt: person.disabledAt,
    }))
    .sort(
      (a, b) =>
        Number(a.disabledAt !== null) - Number(b.disabledAt !== null) ||
        givenNameFirst(a.displayName).localeCompare(givenNameFirst(b.displayName), "vi"),
    );
}

/** Vietnamese lists go by the given name, which stands last. */
const givenNameFirst = (name: string) => name.trim().split(/\s+/).reverse().join(" ");

/** Whether somebody still manages the staff when this person has only these roles (none when locked out). */
export async function managesWithout(
  query: Kysely<Tables>,
  person: StaffMember,
  roles: readonly string[],
): Promise<boolean> {
  const managing = new Set(
    (await listRoles(query))
      .filter(({ permissions }) => permissions.includes("staff.manage"))
      .map(({ code }) => code),
  );
  if (roles.some((code) => managing.has(code))) return true;
  const manages = (each: StaffMember) =>
    each.disabledAt === null && each.roles.some(({ code }) => managing.has(code));
  // Who does not manage the staff today takes nothing away.
  if (!manages(person)) return true;
  return (await readStaff(query)).some((each) => each.staffId !== person.staffId && manages(each));
}
