import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { resolveElectron } from "./electron.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-electron-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const program =
  { win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" }[process.platform as string] ??
  "electron";

it("An override is taken before all else, with the version it says it is", async () => {
  mkdirSync(join(folder, program, ".."), { recursive: true });
  writeFileSync(join(folder, program), "");
  writeFileSync(join(folder, "version"), "v45.4.1\n");
  const found = await resolveElectron({ environment: { ELECTRON_OVERRIDE_DIST_PATH: folder } });
  expect(found).toEqual({
    ok: true,
    value: { executable: join(folder, program), version: "45.4.1", source: "override" },
  });
});

it("An override without the program is refused by name instead of being passed over", async () => {
  const found = await resolveElectron({ environment: { ELECTRON_OVERRIDE_DIST_PATH: folder } });
  expect(found).toMatchObject({
    ok: false,
    code: "ELECTRON_OVERRIDE_UNUSABLE",
    detail: expect.stringContaining(folder),
  });
});
