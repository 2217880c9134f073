// Owns writing the menu pictures that a game draws of its levels, from the pictures it has.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a game's `drawLevels.ts` exports. */
type DrawLevels = (read: (name: string) => string) => Record<string, string>;

/** Writes what `drawLevels` of the game folder draws; returns the paths, none for a game that draws its pictures by hand. */
export async function drawLevelPictures(gameFolder: string): Promise<string[]> {
  const source = join(gameFolder, "drawLevels.ts");
  if (!existsSync(source)) return [];
  // The function is the game's own, written to this shape.
  const { drawLevels } = (await import(pathToFileURL(source).href)) as { drawLevels: DrawLevels };
  const drawn = drawLevels((name) => readFileSync(join(gameFolder, "pictures", `${name}.svg`), "utf8"));
  for (const [path, svg] of Object.entries(drawn)) {
    mkdirSync(dirname(join(gameFolder, path)), { recursive: true });
    writeFileSync(join(gameFolder, path), svg);
  }
  return Object.keys(drawn);
}
