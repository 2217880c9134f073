import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../runtime/database.ts";

const script = join(import.meta.dirname, "backupHub.mjs");
let folder: string;
let source: string;
let hub: DatabaseSync;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-backup-"));
  source = join(folder, "hub.db");
  hub = openDatabase(source);
  hub.exec("CREATE TABLE session (id TEXT PRIMARY KEY); INSERT INTO session VALUES ('committed')");
});
afterEach(() => {
  hub.close();
  rmSync(folder, { recursive: true });
});

const copies = () => join(folder, "copies");
const backUp = (from: string, keep = 3) =>
  execFileSync(process.execPath, ["--no-warnings", script, from, copies(), String(keep)], {
    encoding: "utf8",
  }).trim();

describe("the backup of the hub", () => {
  it("holds what is committed and nothing of a transaction that is still open, while the hub writes", () => {
    hub.exec("BEGIN IMMEDIATE; INSERT INTO session VALUES ('open')");
    const copy = new DatabaseSync(backUp(source), { readOnly: true });
    expect(copy.prepare("SELECT id FROM session").all()).toEqual([{ id: "committed" }]);
    copy.close();
    hub.exec("COMMIT");
  });

  it("keeps the newest few and touches no other file", () => {
    backUp(source);
    for (const day of ["01", "02", "03", "04"])
      writeFileSync(join(copies(), `kidsmart-2020-01-${day}T183000.db`), "");
    writeFileSync(join(copies(), "notes.txt"), "");
    const newest = backUp(source);
    const left = readdirSync(copies()).sort();
    expect(left).toHaveLength(4);
    expect(left).toContain("notes.txt");
    expect(left.map((name) => join(copies(), name))).toContain(newest);
    expect(left).not.toContain("kidsmart-2020-01-01T183000.db");
  });

  it("keeps the recordings beside it, and not those that were taken back since", () => {
    const [kept, withdrawn] = ["a", "b"].map((letter) => `${letter.repeat(64)}.opus`) as [string, string];
    const voices = join(folder, "voices");
    mkdirSync(voices);
    for (const name of [kept, withdrawn, `${kept}.next`]) writeFileSync(join(voices, name), name);
    backUp(source);
    expect(readdirSync(join(copies(), "voices")).sort()).toEqual([kept, withdrawn]);
    rmSync(join(voices, withdrawn));
    backUp(source);
    expect(readdirSync(join(copies(), "voices"))).toEqual([kept]);
    expect(readFileSync(join(copies(), "voices", kept), "utf8")).toBe(kept);
  });

  it("keeps the photos of tickets beside it", () => {
    const name = `${"c".repeat(64)}.photo`;
    mkdirSync(join(folder, "ticketPhotos"));
    for (const each of [name, `${name}.next`]) writeFileSync(join(folder, "ticketPhotos", each), each);
    backUp(source);
    expect(readdirSync(join(copies(), "ticketPhotos"))).toEqual([name]);
  });

  it("refuses a database that is not there instead of backing up an empty one", () => {
    const run = spawnSync(process.execPath, ["--no-warnings", script, join(folder, "no.db"), copies(), "3"]);
    expect(run.status).toBe(1);
    expect(readdirSync(folder)).not.toContain("no.db");
  });

  it("leaves no finished name for a database that cannot be read", () => {
    const broken = join(folder, "broken.db");
    writeFileSync(
      broken,
      "this is no database, only some text that is long enough to be looked at".repeat(20),
    );
    const run = spawnSync(process.execPath, ["--no-warnings", script, broken, copies(), "3"]);
    expect(run.status).not.toBe(0);
    expect(readdirSync(copies()).filter((name) => name.endsWith(".db"))).toEqual([]);
  });
});
