// Owns finding the games: every folder of content/games with a manifest.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type GameManifest, gameManifest } from "../../protocol/game.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";

export type GameSource = { folder: string; manifest: GameManifest };

/** Absolute paths of the game folders, sorted. */
export function listGameFolders(gamesFolder: string): string[] {
  return readdirSync(gamesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(gamesFolder, entry.name, "manifest.ts")))
    .map((entry) => join(gamesFolder, entry.name))
    .sort();
}

/** Loads and checks a game's manifest. MANIFEST_INVALID tells what does not fit the schema. */
export async function loadGame(folder: string): Promise<Result<GameSource, "MANIFEST_INVALID">> {
  const loaded: unknown = await import(pathToFileURL(join(folder, "manifest.ts")).href);
  const written =
    typeof loaded === "object" && loaded !== null && "manifest" in loaded ? loaded.manifest : undefined;
  const parsed = gameManifest.safeParse(written);
  if (!parsed.success) return failure("MANIFEST_INVALID", `${folder}: ${parsed.error.message}`);
  return ok({ folder, manifest: parsed.data });
}
