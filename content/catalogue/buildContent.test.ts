import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Catalogue, catalogue } from "../../protocol/game.ts";
import { buildContent } from "./buildContent.ts";
import { hashFiles } from "./hashPack.ts";
import { openWorkshop, type Workshop } from "./testing/workshop.ts";

let workshop: Workshop;
let packs: string;
beforeAll(() => {
  workshop = openWorkshop();
  workshop.begin("first-game");
  packs = join(workshop.outFolder, "games");
});
afterAll(() => workshop.close());

const build = (part: Partial<Parameters<typeof buildContent>[0]> = {}): Promise<Catalogue> =>
  buildContent({ gamesFolder: workshop.gamesFolder, outFolder: workshop.outFolder, ...part });
const builtAt = (game: string) => statSync(join(packs, game, "index.html")).mtimeMs;
const names = ({ games }: Catalogue): string[] => games.map(({ id }) => id);

describe("building content", { timeout: 60_000 }, () => {
  it("writes a catalogue whose hashes are those of the files, and removes packs of games that are gone", async () => {
    mkdirSync(join(packs, "gone"), { recursive: true });
    await build();
    const file = join(workshop.outFolder, "catalogue.json");
    const [game] = catalogue.parse(JSON.parse(readFileSync(file, "utf8"))).games;
    const files = hashFiles(join(packs, "first-game"));
    expect(game?.files).toEqual(files);
    expect(game?.files["voice/vi/title.opus"]?.bytes).toBeGreaterThan(500);
    expect(game?.ageBands).toEqual(["3-4", "4-5", "5-6"]);
    expect(game?.sizes?.withVoice).toBeGreaterThan(game?.sizes?.withoutVoice ?? 0);
    expect(() => readFileSync(join(packs, "gone"))).toThrow("ENOENT");
  });

  it("gives the same hash when nothing changed, also elsewhere, and another for another title", async () => {
    const { hash } = await build();
    const elsewhere = () => build({ outFolder: join(workshop.outFolder, "again") });
    expect((await elsewhere()).hash).toBe(hash);
    const game = join(workshop.gamesFolder, "first-game");
    workshop.edit(game, "manifest.ts", '"1.0.0"', '"1.0.1"');
    // In a process of its own: a manifest is loaded once.
    const built = pathToFileURL(join(import.meta.dirname, "buildContent.ts")).href;
    const options = JSON.stringify({
      gamesFolder: workshop.gamesFolder,
      outFolder: join(workshop.outFolder, "again"),
    });
    const script = `import { buildContent } from ${JSON.stringify(built)}; console.log((await buildContent(${options})).hash);`;
    const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
    expect(run.stdout).toMatch(/[0-9a-f]{64}\n$/);
    expect(run.stdout.trim().slice(-64)).not.toBe(hash);
    workshop.edit(game, "manifest.ts", '"1.0.1"', '"1.0.0"');
  });

  it("loads one classic script by a relative path, with CORS so that its errors can be told", () => {
    const html = readFileSync(join(packs, "first-game", "index.html"), "utf8");
    expect(html).toMatch(/<script defer crossorigin src="\.\/assets\/game-[^"]+\.js"><\/script>/);
    expect(html).not.toMatch(/type="module"|<link[^>]*crossorigin/);
  });

  it("leaves a pack alone whose sources did not change, and builds one anew that did or was damaged", async () => {
    await build();
    const first = builtAt("first-game");
    await build();
    expect(builtAt("first-game")).toBe(first);
    rmSync(join(packs, "first-game", "icon.svg"));
    await build();
    expect(builtAt("first-game")).toBeGreaterThan(first);
    const second = builtAt("first-game");
    workshop.edit(join(workshop.gamesFolder, "first-game"), "index.html", "Ngăn nắp", "Ngăn nắp quá");
    await build();
    expect(builtAt("first-game")).toBeGreaterThan(second);
  });

  it("leaves out a game that cannot be built when asked to go on, and throws otherwise", async () => {
    const broken = workshop.begin("broken-game");
    const whole = readFileSync(join(broken, "main.ts"), "utf8");
    writeFileSync(join(broken, "main.ts"), 'import "./nothing.ts";');
    const failed: string[] = [];
    const goOn = () => build({ onFailed: (id) => failed.push(id) });
    expect(names(await goOn())).toEqual(["first-game"]);
    expect(failed).toEqual(["broken-game"]);
    await expect(build()).rejects.toThrow();

    // One that was whole before stays as it was.
    writeFileSync(join(broken, "main.ts"), whole);
    const before = (await goOn()).games.find(({ id }) => id === "broken-game");
    writeFileSync(join(broken, "main.ts"), 'import "./nothing.ts";');
    expect((await goOn()).games.find(({ id }) => id === "broken-game")).toEqual(before);
    expect(failed).toEqual(["broken-game", "broken-game"]);
    rmSync(broken, { recursive: true });
  });

  it("builds one game alone and keeps the others", async () => {
    await build();
    const first = builtAt("first-game");
    workshop.begin("second-game");
    rmSync(join(packs, "first-game", "icon.svg"));
    expect(names(await build({ only: "second-game" }))).toEqual(["first-game", "second-game"]);
    expect(builtAt("first-game")).toBe(first);
  });
});
