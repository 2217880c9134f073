// Owns building all game packs and their catalogue.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { type Catalogue, catalogue, type catalogueEntry } from "../../protocol/game.ts";
import { buildPack } from "./buildPack.ts";
import { hashFiles, hashOfCatalogue, hashOfPack } from "./hashPack.ts";
import { listGameFolders, loadGame } from "./listGames.ts";

export type BuildContentOptions = {
  /** The folder with one folder per game, `content/games`. */
  gamesFolder: string;
  /** Where `games/<id>/` and `catalogue.json` are written, `dist/content`. */
  outFolder: string;
};

/**
 * Builds every game into `<outFolder>/games/<id>/` and writes `<outFolder>/catalogue.json`; packs of games that are
 * gone are removed. Throws on an invalid manifest or a failed bundle. Returns the catalogue.
 */
export async function buildContent({ gamesFolder, outFolder }: BuildContentOptions): Promise<Catalogue> {
  const packsFolder = join(outFolder, "games");
  mkdirSync(packsFolder, { recursive: true });
  const entries: z.input<typeof catalogueEntry>[] = [];
  for (const folder of listGameFolders(gamesFolder)) {
    const game = await loadGame(folder);
    if (!game.ok) throw new Error(`${game.code} ${game.detail}`);
    const { manifest } = game.value;
    if (manifest.id !== basename(folder))
      throw new Error(`${folder}: the manifest's id is "${manifest.id}", not the folder's name`);
    const packFolder = join(packsFolder, manifest.id);
    await buildPack({ game: game.value, outFolder: packFolder });
    const files = hashFiles(packFolder);
    entries.push({ ...manifest, files, hash: hashOfPack(files) });
  }
  const kept = new Set<string>(entries.map(({ id }) => id));
  for (const name of readdirSync(packsFolder)) {
    if (!kept.has(name)) rmSync(join(packsFolder, name), { recursive: true });
  }
  const built = catalogue.parse({ games: entries, hash: hashOfCatalogue(entries) });
  writeFileSync(join(outFolder, "catalogue.json"), `${JSON.stringify(built, null, 1)}\n`);
  return built;
}
