import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { newGame, templateName } from "./newGame.ts";

const templateFolder = join(import.meta.dirname, "..", "template");
const gamesFolder = mkdtempSync(join(tmpdir(), "kidsmart-new-game-"));
afterAll(() => rmSync(gamesFolder, { recursive: true }));
const begin = (name: string) => newGame({ templateFolder, gamesFolder, name });

describe("beginning a game", () => {
  it("copies every file of the template and gives the game its own id", () => {
    expect(begin("water-cycle")).toEqual({ ok: true, value: join(gamesFolder, "water-cycle") });
    const files = (folder: string) => readdirSync(folder, { recursive: true }).sort();
    expect(files(join(gamesFolder, "water-cycle"))).toEqual(files(join(templateFolder, templateName)));
    expect(readFileSync(join(gamesFolder, "water-cycle", "manifest.ts"), "utf8")).toContain(
      'id: "water-cycle"',
    );
  });

  it("leaves nothing that still bears the template's name", () => {
    begin("wind");
    for (const file of readdirSync(join(gamesFolder, "wind")).filter((name) => /\.(ts|md|html)$/.test(name)))
      expect(readFileSync(join(gamesFolder, "wind", file), "utf8"), file).not.toContain(templateName);
  });

  it("refuses a name that is taken and touches nothing of what is there", () => {
    mkdirSync(join(gamesFolder, "mine"));
    expect(begin("mine")).toMatchObject({ ok: false, code: "NAME_TAKEN" });
    expect(readdirSync(join(gamesFolder, "mine"))).toEqual([]);
    expect(begin(templateName)).toMatchObject({ ok: false, code: "NAME_TAKEN" });
  });

  it.each([
    "",
    "a",
    "Water",
    "9lives",
    "water cycle",
    "nước",
    "../escape",
    "a/b",
    "two--hyphens",
    "end-",
    "x".repeat(42),
  ])("refuses the name “%s” and makes nothing", (name) => {
    const before = readdirSync(gamesFolder);
    expect(begin(name)).toMatchObject({ ok: false, code: "NAME_INVALID" });
    expect(readdirSync(gamesFolder)).toEqual(before);
    expect(existsSync(join(gamesFolder, "..", "escape"))).toBe(false);
  });
});
