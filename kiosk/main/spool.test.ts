import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { KioskRecord } from "../../protocol/link.ts";
import { openDatabase } from "../../runtime/database.ts";
import { openSpool } from "./spool.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-spool-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const record = (n: number): KioskRecord => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as KioskRecord["id"],
  at: n,
  type: "fault",
  body: { kind: "other", detail: `${n}` },
});

it("A record is kept across a reopening, in the order of arrival, until it is said to be stored", () => {
  const first = openSpool(join(folder, "a", "spool.db"));
  for (const n of [3, 1, 2]) first.add(record(n));
  first.close();
  const second = openSpool(join(folder, "a", "spool.db"));
  expect(second.waiting(10)).toEqual([record(3), record(1), record(2)]);
  second.remove([record(3).id, record(2).id]);
  expect(second.waiting(10)).toEqual([record(1)]);
  expect(second.count()).toBe(1);
  second.close();
});

it("A record that comes twice is kept once", () => {
  const spool = openSpool(join(folder, "spool.db"));
  spool.add(record(1));
  spool.add(record(1));
  expect(spool.count()).toBe(1);
  spool.close();
});

/** From now on SQLite itself rolls every deletion back, as it does when the disk is full. */
function refuseDeletions(file: string): void {
  const other = openDatabase(file);
  other.exec(
    "CREATE TRIGGER refuse BEFORE DELETE ON spool BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END",
  );
  other.close();
}

it("A removal that the disk refuses says what the disk said and keeps the records", () => {
  const file = join(folder, "spool.db");
  const spool = openSpool(file);
  spool.add(record(1));
  refuseDeletions(file);
  expect(() => spool.remove([record(1).id])).toThrow("disk is full");
  expect(spool.waiting(10)).toEqual([record(1)]);
  spool.add(record(2));
  expect(spool.count()).toBe(2);
  spool.close();
});
