import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "../store/store.ts";

test("an older school gets the permissions of alerts for the roles of a new one, and its own roles stay as they are", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kidsmart-alert-migration-"));
  const file = join(folder, "hub.db");
  const before = await openStore(file, "0007gameUse");
  const insert = before.sqlite.prepare("INSERT INTO role (code, name, permissions) VALUES (?, ?, ?)");
  insert.run("itOfficer", "CNTT", '["devices.view"]');
  insert.run("principal", "Hiệu trưởng", '["audit.view"]');
  insert.run("own", "Của trường", '["rooms.view"]');
  await before.close();
  const after = await openStore(file);
  const rows = await after.query.selectFrom("role").selectAll().execute();
  await after.close();
  await rm(folder, { recursive: true });
  const held = (code: string) => rows.find((row) => row.code === code)?.permissions ?? "";
  expect(held("itOfficer")).toContain("alerts.manage");
  expect(held("principal")).toContain("alerts.view");
  expect(held("principal")).not.toContain("alerts.manage");
  expect(held("own")).toBe('["rooms.view"]');
});
