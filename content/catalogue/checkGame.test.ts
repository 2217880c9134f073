import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildContent } from "./buildContent.ts";
import { checkGame, checkNames } from "./checkGame.ts";
import { loadGame } from "./listGames.ts";
import { openWorkshop, type Workshop } from "./testing/workshop.ts";

let workshop: Workshop;
let folder: string;
let packsFolder: string;
beforeAll(async () => {
  workshop = openWorkshop();
  folder = workshop.begin("first-game");
  const { gamesFolder, outFolder } = workshop;
  await buildContent({ gamesFolder, outFolder });
  packsFolder = join(outFolder, "games");
}, 60_000);
afterAll(() => workshop.close());

/** Checks a spoilt copy of the pack. */
async function checkPack(spoil: (pack: string) => void): Promise<string[]> {
  const spoilt = mkdtempSync(join(workshop.outFolder, "spoilt-"));
  cpSync(join(packsFolder, "first-game"), join(spoilt, "first-game"), { recursive: true });
  spoil(join(spoilt, "first-game"));
  return (await checkGame({ folder, packsFolder: spoilt })).faults.map(({ code }) => code);
}

let copies = 0;
/** Checks a spoilt copy of the folder beside the pack that was whole. */
async function checkSource(spoil: (folder: string) => void): Promise<string[]> {
  copies += 1;
  const name = `copy-${copies}`;
  const copy = workshop.copy("first-game", name);
  cpSync(join(packsFolder, "first-game"), join(packsFolder, name), { recursive: true });
  spoil(copy);
  return (await checkGame({ folder: copy, packsFolder })).faults.map(
    ({ code, detail }) => `${code} ${detail}`,
  );
}

describe("checking a game", { timeout: 60_000 }, () => {
  it("finds nothing wrong with a game that was just begun", async () => {
    const { faults, summary } = await checkGame({ folder, packsFolder });
    expect(faults).toEqual([]);
    expect(summary).toMatch(/^9 levels, \d+ prompts, pack \d+ kB, with voice \d+ kB$/);
  });

  it("finds a missing, an empty and an unnamed recording", async () => {
    const voice = (pack: string, path: string) => join(pack, "voice", path);
    expect(await checkPack((pack) => rmSync(voice(pack, "vi/name-ball.opus")))).toEqual([
      "RECORDING_MISSING",
    ]);
    expect(await checkPack((pack) => writeFileSync(voice(pack, "en/title.opus"), ""))).toEqual([
      "RECORDING_MISSING",
    ]);
    expect(await checkPack((pack) => writeFileSync(voice(pack, "en/song.opus"), "x"))).toEqual([
      "RECORDING_UNNAMED",
    ]);
  });

  it("finds a sentence that was changed since it was recorded", async () => {
    const faults = await checkSource((copy) => workshop.edit(copy, "things.ts", "quả bóng", "trái bóng"));
    expect(faults).toEqual([
      "RECORDING_OUTDATED voice/vi/name-ball.opus does not say “trái bóng”; npm run games -- voice",
      "RECORDING_OUTDATED voice/vi/find-ball.opus does not say “Bé tìm trái bóng nhé!”; npm run games -- voice",
    ]);
  });

  it("finds a missing icon, and a level whose picture is missing or the same as another's", async () => {
    const level = (pack: string, name: string) => join(pack, "levels", `${name}.svg`);
    expect(await checkPack((pack) => rmSync(join(pack, "icon.svg")))).toEqual(["PICTURE_MISSING"]);
    expect(await checkPack((pack) => rmSync(level(pack, "odd")))).toEqual(["PICTURE_MISSING"]);
    expect(await checkPack((pack) => cpSync(level(pack, "odd"), level(pack, "find")))).toEqual([
      "PICTURE_REPEATED",
    ]);
  });

  it("finds a name that a menu could not speak", async () => {
    const loaded = await loadGame(folder);
    if (!loaded.ok) throw new Error(loaded.detail);
    const { "level-odd": _gone, ...prompts } = loaded.value.manifest.prompts;
    const title = { vi: "Tên khác", en: "Another name" };
    expect(checkNames({ ...loaded.value.manifest, title, prompts }).map(({ detail }) => detail)).toEqual([
      'no prompt "title" says "Tên khác"',
      'no prompt "level-odd" says "Bạn nào khác nhóm?"',
    ]);
  });

  it("finds a picture that nobody is credited for, a licence that forbids use, and a CREDITS.md of yesterday", async () => {
    expect(await checkSource((copy) => writeFileSync(join(copy, "sky.png"), "x"))).toEqual([
      "CREDIT_MISSING no credit of the manifest names sky.png",
    ]);
    const [licence, outdated] = await checkSource((copy) =>
      workshop.edit(
        copy,
        "manifest.ts",
        "spokenByMachine(),",
        'spokenByMachine(), { ...drawnHere("icon.svg"), licence: "CC-BY-NC-4.0" },',
      ),
    );
    expect(licence).toMatch(/^LICENCE_NOT_ALLOWED CC-BY-NC-4\.0 of icon\.svg/);
    expect(outdated).toMatch(/^CREDITS_OUTDATED/);
    expect(await checkSource((copy) => rmSync(join(copy, "CREDITS.md")))).toEqual([
      expect.stringMatching(/^CREDITS_OUTDATED/),
    ]);
  });

  it("finds an age without levels and a level that repeats another", async () => {
    const band = /ageBand: "5-6"/g;
    const faults = await checkSource((copy) => workshop.edit(copy, "levels.ts", band, 'ageBand: "4-5"'));
    expect(faults).toContain("AGE_BAND_WITHOUT_LEVELS 0 level(s) for 5-6, at least 3");
    expect(faults).toContain('LEVEL_KIND_REPEATED levels shadow and many-shadows for 4-5 are both "shadow"');
  });

  it.each([
    ["extra.js", 'open("https://example.org/x")'],
    ["extra.css", 'a { background: url("http://example.org/x.png") }'],
    ["extra.css", "a { background: url(//example.org/x.png) }"],
    ["extra.css", '@import "//example.org/x.css"'],
    ["extra.html", '<img src="//example.org/x.png">'],
    ["extra.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="ftp://example.org/x"/></svg>'],
    ["extra.js", 'import("//example.org/x.js")'],
  ])("finds an address outside the pack in %s: %s", async (file, text) => {
    expect(await checkPack((pack) => writeFileSync(join(pack, file), text))).toEqual(["EXTERNAL_ADDRESS"]);
  });

  it("takes names of formats and comments for what they are", async () => {
    const text = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(await checkPack((pack) => writeFileSync(join(pack, "extra.svg"), text))).toEqual([]);
    expect(
      await checkPack((pack) =>
        writeFileSync(join(pack, "extra.js"), "let a = 1; // half of it\nlet b = a //2"),
      ),
    ).toEqual([]);
  });

  it.each(["fetch('./x')", "new WebSocket(a)", "new RTCPeerConnection()", "localStorage.a = 1"])(
    "finds a call that no game has a use for: %s",
    async (text) => {
      expect(await checkPack((pack) => writeFileSync(join(pack, "extra.js"), text))).toEqual([
        "EXTERNAL_CALL",
      ]);
    },
  );

  it("finds a pack too large, without its voice and with it", async () => {
    const fill = (path: string, bytes: number) => (pack: string) =>
      appendFileSync(join(pack, path), Buffer.alloc(bytes));
    expect(await checkPack(fill("CREDITS.md", 600_000))).toEqual(["PACK_TOO_LARGE"]);
    expect(await checkPack(fill("voice/vi/title.opus", 3_000_000))).toEqual(["PACK_TOO_LARGE"]);
    expect(await checkPack(fill("voice/vi/title.opus", 600_000))).toEqual([]);
  });

  it("finds a folder that the manifest calls otherwise, and a manifest that is none", async () => {
    expect(
      await checkSource((copy) => workshop.edit(copy, "manifest.ts", /id: "[^"]+"/, 'id: "first-game"')),
    ).toEqual(['ID_IS_NOT_THE_FOLDER the manifest says "first-game"']);
    const faults = await checkSource((copy) => workshop.edit(copy, "manifest.ts", '"1.0.0"', '"one"'));
    expect(faults).toEqual([expect.stringMatching(/^MANIFEST_INVALID/)]);
  });

  it("finds a pack that was not built", async () => {
    const nowhere = join(workshop.outFolder, "nowhere");
    expect((await checkGame({ folder, packsFolder: nowhere })).faults.map(({ code }) => code)).toEqual([
      "NOT_BUILT",
    ]);
  });
});
