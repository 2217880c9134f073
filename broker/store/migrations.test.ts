// Tests migrations on databases as older versions left them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "./store.ts";

test("an older school's principal and IT officer may manage the staff, and nobody's own roles change", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kidsmart-migration-"));
  const file = join(folder, "hub.db");
  const before = await openStore(file);
  const role = (code: string, permissions: string[]) => ({
    code,
    name: code,
    permissions: JSON.stringify(permissions),
  });
  await before.query
    .insertInto("role")
    .values([
      role("principal", ["audit.view"]),
      role("itOfficer", ["staff.manage"]),
      role("own", ["rooms.view"]),
    ])
    .execute();
  before.sqlite.exec(`
    DELETE FROM kysely_migration WHERE name >= '0002';
    DROP TABLE "roomLesson";
    DROP TABLE presence;`);
  await before.close();
  const after = await openStore(file);
  const rows = await after.query.selectFrom("role").orderBy("code").selectAll().execute();
  await after.close();
  await rm(folder, { recursive: true });
  expect(rows.map(({ code, permissions }) => [code, JSON.parse(permissions)])).toEqual([
    ["itOfficer", ["staff.manage"]],
    ["own", ["rooms.view"]],
    ["principal", ["audit.view", "staff.manage"]],
  ]);
});
