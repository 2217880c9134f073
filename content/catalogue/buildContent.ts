// Owns building all game packs and their catalogue; a pack whose sources did not change is left as it is.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { ageBand, type Catalogue, catalogue, catalogueEntry } from "../../protocol/game.ts";
import { buildPack } from "./buildPack.ts";
import { hashFiles, hashOfCatalogue, hashOfPack } from "./hashPack.ts";
import { hashGame, hashShared } from "./hashSources.ts";
import { listGameFolders, loadGame } from "./listGames.ts";
import { sizesOf } from "./sizes.ts";

export type BuildContentOptions = {
  /** The folder with one folder per game, `content/games`. */
  gamesFolder: string;
  /** Where `games/<id>/` and `catalogue.json` are written, `dist/content`. */
  outFolder: string;
  /** Builds this game alone; the others stay as they were built before. */
  only?: string | undefined;
  /** Hears of a game that cannot be built: it stays as it was, or is left out. Without it the first such game is thrown. */
  onFailed?: (id: string, error: unknown) => void;
};

type Entry = z.input<typeof catalogueEntry>;

/** What was built of which sources, game by game, beside the catalogue. */
const builtBefore = z.record(z.string(), z.object({ sources: z.string(), entry: catalogueEntry }));

/**
 * Builds every game into `<outFolder>/games/<id>/` and writes `<outFolder>/catalogue.json`; packs of games that are
 * gone are removed. Throws on an invalid manifest or a failed bundle. Returns the catalogue.
 */
export async function buildContent({
  gamesFolder,
  outFolder,
  only,
  onFailed,
}: BuildContentOptions): Promise<Catalogue> {
  const packsFolder = join(outFolder, "games");
  const listFile = join(outFolder, "built.json");
  mkdirSync(packsFolder, { recursive: true });
  const before = readBuilt(listFile);
  const sharedHash = hashShared();
  const built: z.input<typeof builtBefore> = {};
  for (const folder of listGameFolders(gamesFolder)) {
    const id = basename(folder);
    const earlier = before[id];
    if (only !== undefined && id !== only) {
      if (earlier) built[id] = earlier;
      continue;
    }
    try {
      const sources = hashGame(folder, sharedHash);
      const packFolder = join(packsFolder, id);
      const whole =
        earlier?.sources === sources &&
        existsSync(packFolder) &&
        JSON.stringify(hashFiles(packFolder)) === JSON.stringify(earlier.entry.files);
      built[id] = { sources, entry: whole ? earlier.entry : await buildGame(folder, packFolder) };
    } catch (error) {
      if (!onFailed) throw error;
      onFailed(id, error);
      if (earlier && existsSync(join(packsFolder, id))) built[id] = earlier;
    }
  }
  for (const name of readdirSync(packsFolder)) {
    if (!built[name]) rmSync(join(packsFolder, name), { recursive: true });
  }
  const entries = Object.values(built).map(({ entry }) => entry);
  const made = catalogue.parse({ games: entries, hash: hashOfCatalogue(entries) });
  writeFileSync(join(outFolder, "catalogue.json"), `${JSON.stringify(made, null, 1)}\n`);
  writeFileSync(listFile, JSON.stringify(built));
  return made;
}

async function buildGame(folder: string, packFolder: string): Promise<Entry> {
  const game = await loadGame(folder);
  if (!game.ok) throw new Error(`${game.code} ${game.detail}`);
  const { manifest } = game.value;
  if (manifest.id !== basename(folder))
    throw new Error(`${folder}: the manifest's id is "${manifest.id}", not the folder's name`);
  // Beside it first: whoever serves or reads the pack meanwhile never meets half of one.
  const building = join(packFolder, "..", "..", "building", `${manifest.id}-${process.pid}`);
  await buildPack({ game: game.value, outFolder: building });
  rmSync(packFolder, { recursive: true, force: true });
  renameSync(building, packFolder);
  const files = hashFiles(packFolder);
  return {
    ...manifest,
    ageBands: ageBand.options.filter((band) => manifest.levels.some((level) => level.ageBand === band)),
    sizes: sizesOf(files),
    files,
    hash: hashOfPack(files, manifest),
  };
}

/** A list that is missing or not ours only means that everything is built. */
function readBuilt(file: string): z.infer<typeof builtBefore> {
  if (!existsSync(file)) return {};
  const parsed = builtBefore.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : {};
}
