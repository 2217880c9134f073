// Owns giving new permissions to the roles that have them in a new school, for migrations: a role is data, and an older school has its own.
import type { Kysely } from "kysely";

/** By the role's code; a role that a school does not have is left out, what it already holds stays. */
export async function givePermissions(
  // biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
  db: Kysely<any>,
  added: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  for (const [code, names] of Object.entries(added)) {
    const row: { permissions: string } | undefined = await db
      .selectFrom("role")
      .select("permissions")
      .where("code", "=", code)
      .executeTakeFirst();
    if (row === undefined) continue;
    const held = JSON.parse(row.permissions) as string[];
    await db
      .updateTable("role")
      .set({ permissions: JSON.stringify([...new Set([...held, ...names])]) })
      .where("code", "=", code)
      .execute();
  }
}
