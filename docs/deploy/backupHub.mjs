// Copies the hub's database while the hub goes on, checks the copy, and keeps the newest few; beside them recordings, photos and the authority as they are now.
// Usage: node backupHub.mjs DATABASE FOLDER KEEP
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";

const [source, folder, keepText] = process.argv.slice(2);
const keep = Number(keepText);
if (!source || !folder || !Number.isInteger(keep) || keep < 1) {
  process.stderr.write("usage: node backupHub.mjs DATABASE FOLDER KEEP\n");
  process.exit(64);
}
// Opening would make an empty database where there is none, and its copy would look like a backup.
if (!existsSync(source)) {
  process.stderr.write(`there is no database ${source}; nothing was copied\n`);
  process.exit(1);
}

mkdirSync(folder, { recursive: true });
const name = `kidsmart-${new Date().toISOString().replaceAll(":", "").slice(0, 17)}.db`;
const target = join(folder, name);
const unfinished = `${target}.part`;
rmSync(unfinished, { force: true });

const database = new DatabaseSync(source, { readOnly: true });
try {
  // SQLite's online backup: a whole copy of one moment, whatever is written meanwhile.
  await backup(database, unfinished);
} finally {
  database.close();
}

const copy = new DatabaseSync(unfinished);
// One file without a log beside it: what is copied elsewhere is all there is.
copy.exec("PRAGMA journal_mode = DELETE");
const { integrity_check: verdict } = copy.prepare("PRAGMA integrity_check").get();
copy.close();
if (verdict !== "ok") {
  process.stderr.write(`the copy ${unfinished} is damaged: ${verdict}; older backups were left alone\n`);
  process.exit(1);
}
// The name without .part stands only for a copy that is whole and checked.
renameSync(unfinished, target);

const backups = readdirSync(folder)
  .filter((file) => /^kidsmart-.*\.db$/.test(file))
  .sort();
for (const old of backups.slice(0, -keep)) rmSync(join(folder, old));

// Both are named by their content and never change. Whoever took her voice back is not kept here either (ADR 0027, 0034).
for (const [kind, fileName] of [
  ["voices", /^[0-9a-f]{64}\.opus$/],
  ["ticketPhotos", /^[0-9a-f]{64}\.photo$/],
]) {
  const files = join(dirname(source), kind);
  if (!existsSync(files)) continue;
  const copies = join(folder, kind);
  mkdirSync(copies, { recursive: true });
  const named = readdirSync(files).filter((file) => fileName.test(file));
  for (const file of named) {
    if (existsSync(join(copies, file))) continue;
    copyFileSync(join(files, file), join(copies, `${file}.part`));
    renameSync(join(copies, `${file}.part`), join(copies, file));
  }
  for (const file of readdirSync(copies)) if (!named.includes(file)) rmSync(join(copies, file));
}
// The authority that every station trusts (ADR 0031); without it each would have to be enrolled again.
const authority = join(dirname(source), "certificates", "authority.pem");
if (existsSync(authority)) {
  mkdirSync(join(folder, "certificates"), { recursive: true, mode: 0o700 });
  const kept = join(folder, "certificates", "authority.pem");
  copyFileSync(authority, `${kept}.part`);
  renameSync(`${kept}.part`, kept);
}
process.stdout.write(`${target}\n`);
