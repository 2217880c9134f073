import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** Rows that this version cannot read, before and between those that it can. */
function addUnreadable(file: string, rows: readonly (readonly [string, string])[]): void {
  const other = openDatabase(file);
  for (const [id, text] of rows) other.prepare("INSERT INTO spool (id, record) VALUES (?, ?)").run(id, text);
  other.close();
}

it("Records that can no longer be read are put apart, told once, and hold nothing back", () => {
  const file = join(folder, "spool.db");
  const spool = openSpool(file);
  addUnreadable(file, [
    ["cut", '{"id":"cut'],
    ["old", '{"id":"old","at":1,"type":"song","body":{}}'],
  ]);
  spool.add(record(1));
  addUnreadable(file, [["older", "null"]]);
  spool.add(record(2));
  expect(spool.waiting(1)).toEqual([record(1)]);
  expect(spool.waiting(10)).toEqual([record(1), record(2)]);
  expect(spool.count()).toBe(2);
  expect(spool.troubles()).toHaveLength(3);
  expect(spool.waiting(10)).toEqual([record(1), record(2)]);
  expect(spool.troubles()).toEqual([]);
  spool.close();
  const rescue = openDatabase(file);
  expect(rescue.prepare("SELECT id, record FROM damaged ORDER BY place").all()).toMatchObject([
    { id: "cut", record: '{"id":"cut' },
    { id: "old" },
    { id: "older" },
  ]);
  rescue.close();
});

it("A disk that does not let unreadable records be put apart holds back nothing either", () => {
  const file = join(folder, "spool.db");
  const spool = openSpool(file);
  addUnreadable(file, [["cut", "{"]]);
  spool.add(record(1));
  refuseDeletions(file);
  expect(spool.waiting(1)).toEqual([record(1)]);
  expect(spool.troubles()).toHaveLength(1);
  expect(spool.waiting(1)).toEqual([record(1)]);
  expect(spool.troubles()).toEqual([]);
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

it("A damaged file is set aside for rescue, and a new one takes its place", () => {
  const file = join(folder, "spool.db");
  writeFileSync(file, "a power cut left this".repeat(500));
  const spool = openSpool(file);
  expect(spool.troubles()).toEqual([expect.stringContaining(`${file}.damaged`)]);
  expect(spool.troubles()).toEqual([]);
  expect(readFileSync(`${file}.damaged`, "utf8")).toContain("a power cut left this");
  spool.add(record(1));
  spool.close();
  const again = openSpool(file);
  expect(again.waiting(10)).toEqual([record(1)]);
  expect(again.troubles()).toEqual([]);
  again.close();
});

it("A file whose first page is whole and whose others are not is set aside too", () => {
  const file = join(folder, "spool.db");
  const before = openSpool(file);
  for (let n = 1; n < 200; n++) before.add(record(n));
  before.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x5a, 4096));
  const spool = openSpool(file);
  expect(spool.troubles()).toHaveLength(1);
  spool.add(record(1));
  expect(spool.count()).toBe(1);
  spool.close();
});

it("A database that is no spool is set aside too", () => {
  const file = join(folder, "spool.db");
  const other = openDatabase(file);
  other.exec("CREATE TABLE spool (something TEXT)");
  other.close();
  const spool = openSpool(file);
  expect(existsSync(`${file}.damaged`)).toBe(true);
  spool.add(record(1));
  expect(spool.count()).toBe(1);
  spool.close();
});

it("Where no file can be opened at all the spool is held in memory", () => {
  const file = join(folder, "spool.db");
  mkdirSync(file);
  const spool = openSpool(file);
  expect(spool.troubles()).toEqual([expect.stringContaining("bộ nhớ")]);
  spool.add(record(1));
  expect(spool.waiting(10)).toEqual([record(1)]);
  spool.close();

  writeFileSync(join(folder, "plain"), "");
  const inside = openSpool(join(folder, "plain", "spool.db"));
  inside.add(record(1));
  expect(inside.count()).toBe(1);
  inside.close();
});
