// Owns giving "staff.manage" to the two roles that have it in a new school, so that an older database is not stuck with its first account.
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

// biome-ignore lint/suspicious/noExplicitAny: a migration knows only the schema of its own day.
type Schema = Kysely<any>;

export const staffPermission: Migration = {
  async up(db: Schema) {
    const rows: { code: string; permissions: string }[] = await db
      .selectFrom("role")
      .select(["code", "permissions"])
      .where("code", "in", ["principal", "itOfficer"])
      .execute();
    for (const { code, permissions } of rows) {
      const held = JSON.parse(permissions) as string[];
      if (!held.includes("staff.manage"))
        await db
          .updateTable("role")
          .set({ permissions: JSON.stringify([...held, "staff.manage"]) })
          .where("code", "=", code)
          .execute();
    }
  },
};
