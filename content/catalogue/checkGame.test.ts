import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../protocol/game.ts";
import { buildContent } from "./buildContent.ts";
import { checkGame, checkNames } from "./checkGame.ts";
import { hashFiles, hashOfPack } from "./hashPack.ts";
import { loadGame } from "./listGames.ts";

const gamesFolder = join(import.meta.dirname, "..", "games");
const folder = join(gamesFolder, "count-animals");
const work = mkdtempSync(join(tmpdir(), "kidsmart-content-"));
const outFolder = join(work, "content");
const packsFolder = join(outFolder, "games");
const pack = join(packsFolder, "count-animals");

beforeAll(async () => {
  mkdirSync(join(packsFolder, "gone"), { recursive: true });
  await buildContent({ gamesFolder, outFolder });
});
afterAll(() => rmSync(work, { recursive: true }));

describe("building content", () => {
  it("writes a catalogue whose hashes are those of the files", () => {
    const built = catalogue.parse(JSON.parse(readFileSync(join(outFolder, "catalogue.json"), "utf8")));
    const game = built.games.find(({ id }) => id === "count-animals");
    expect(game?.files).toEqual(hashFiles(pack));
    expect(game?.hash).toBe(hashOfPack(hashFiles(pack)));
    expect(game?.files["voice/vi/number-5.opus"]?.bytes).toBeGreaterThan(500);
  });

  it("gives the same hash when nothing changed", async () => {
    const again = await buildContent({ gamesFolder, outFolder: join(work, "again") });
    const before = catalogue.parse(JSON.parse(readFileSync(join(outFolder, "catalogue.json"), "utf8")));
    expect(again.hash).toBe(before.hash);
  });

  it("removes the packs of games that are gone", () => {
    expect(() => readFileSync(join(packsFolder, "gone"))).toThrow("ENOENT");
  });

  it("loads one classic script by a relative path, with CORS so that its errors can be told", () => {
    const html = readFileSync(join(pack, "index.html"), "utf8");
    expect(html).toMatch(/<script defer crossorigin src="\.\/assets\/game-[^"]+\.js"><\/script>/);
    expect(html).not.toMatch(/type="module"|<link[^>]*crossorigin/);
  });
});

describe("checking a game", () => {
  /** Checks a spoilt copy of the pack. */
  async function checkSpoilt(spoil: (pack: string) => void) {
    const spoilt = mkdtempSync(join(work, "spoilt-"));
    cpSync(pack, join(spoilt, "count-animals"), { recursive: true });
    spoil(join(spoilt, "count-animals"));
    return (await checkGame({ folder, packsFolder: spoilt })).faults.map(({ code }) => code);
  }

  it("finds nothing wrong with the game as it is", async () => {
    expect((await checkGame({ folder, packsFolder })).faults).toEqual([]);
  });

  it("finds a missing and an unnamed recording", async () => {
    expect(await checkSpoilt((spoilt) => rmSync(join(spoilt, "voice", "vi", "number-1.opus")))).toEqual([
      "RECORDING_MISSING",
    ]);
    expect(
      await checkSpoilt((spoilt) => writeFileSync(join(spoilt, "voice", "en", "song.opus"), "x")),
    ).toEqual(["RECORDING_UNNAMED"]);
  });

  it("finds a level whose picture is missing or the same as another's", async () => {
    const levels = (spoilt: string, name: string) => join(spoilt, "levels", `${name}.svg`);
    expect(await checkSpoilt((spoilt) => rmSync(levels(spoilt, "pond")))).toEqual(["PICTURE_MISSING"]);
    expect(await checkSpoilt((spoilt) => cpSync(levels(spoilt, "flash"), levels(spoilt, "story")))).toEqual([
      "PICTURE_REPEATED",
    ]);
  });

  it("finds a name that a menu could not speak", async () => {
    const loaded = await loadGame(folder);
    if (!loaded.ok) throw new Error(loaded.detail);
    const { "level-pond": _gone, ...prompts } = loaded.value.manifest.prompts;
    const title = { vi: "Tên khác", en: "Another name" };
    expect(checkNames({ ...loaded.value.manifest, title, prompts }).map(({ detail }) => detail)).toEqual([
      'no prompt "title" says "Tên khác"',
      'no prompt "level-pond" says "Bờ ao"',
    ]);
  });

  it("finds a missing picture, an address outside the pack, and a pack too large", async () => {
    expect(await checkSpoilt((spoilt) => rmSync(join(spoilt, "icon.svg")))).toEqual(["PICTURE_MISSING"]);
    expect(
      await checkSpoilt((spoilt) =>
        writeFileSync(join(spoilt, "extra.js"), 'fetch("https://example.org/x")'),
      ),
    ).toEqual(["EXTERNAL_ADDRESS"]);
    expect(
      await checkSpoilt((spoilt) => writeFileSync(join(spoilt, "large.bin"), Buffer.alloc(600_000))),
    ).toContain("PACK_TOO_LARGE");
  });

  it("finds a pack that was not built", async () => {
    expect(
      (await checkGame({ folder, packsFolder: join(work, "nowhere") })).faults.map(({ code }) => code),
    ).toEqual(["PACK_MISSING"]);
  });
});
