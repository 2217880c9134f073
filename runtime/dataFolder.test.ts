import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { kidsmartHome, takeDataFolder } from "./dataFolder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("lets one process at a time have a data folder", () => {
  const first = takeDataFolder(folder);
  expect(takeDataFolder(folder)).toMatchObject({ ok: false, code: "DATA_FOLDER_TAKEN" });
  if (first.ok) first.value.release();
  expect(takeDataFolder(folder)).toMatchObject({ ok: true });
});

it("gets the folder of a process that was killed", async () => {
  const holder = spawn(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    "--input-type=module",
    "-e",
    `const { takeDataFolder } = await import(${JSON.stringify(new URL("./dataFolder.ts", import.meta.url).href)});
     process.stdout.write(JSON.stringify(takeDataFolder(${JSON.stringify(folder)}).ok)); setInterval(() => {}, 1000);`,
  ]);
  const [taken] = (await once(holder.stdout, "data")) as [Buffer];
  expect(taken.toString()).toBe("true");
  expect(takeDataFolder(folder)).toMatchObject({ ok: false, code: "DATA_FOLDER_TAKEN" });
  holder.kill("SIGKILL");
  await once(holder, "exit");
  expect(takeDataFolder(folder)).toMatchObject({ ok: true });
});

it.skipIf(process.platform === "win32")("keeps other users of the machine out of the folder", () => {
  const inside = join(folder, "new", "hub");
  expect(takeDataFolder(inside)).toMatchObject({ ok: true });
  expect(statSync(inside).mode & 0o777).toBe(0o700);
});

it("says when a folder cannot be used", () => {
  writeFileSync(join(folder, "file"), "");
  expect(takeDataFolder(join(folder, "file", "below"))).toMatchObject({
    ok: false,
    code: "DATA_FOLDER_UNUSABLE",
  });
});

it("takes KIDSMART_HOME before the platform's own place", () => {
  expect(kidsmartHome({ KIDSMART_HOME: "/srv/kidsmart" })).toBe("/srv/kidsmart");
  expect(kidsmartHome({})).toMatch(/kidsmart$/i);
});
