// Owns taking a game's pictures out of the icon set it names: only those it uses, as plain SVG files in its folder.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";

const sources = z.object({
  /** Name of a package of the @iconify-json scope. */
  set: z.string().regex(/^[a-z0-9-]+$/),
  /** File name without ending → icon name in the set. */
  pictures: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string()),
});

const iconSet = z.object({
  icons: z.record(
    z.string(),
    z.object({ body: z.string(), width: z.number().optional(), height: z.number().optional() }),
  ),
  width: z.number().default(16),
  height: z.number().default(16),
});

/** Reads `pictures/sources.json` of a game folder and writes one SVG beside it for each name. Returns the file names. */
export function extractPictures(gameFolder: string): string[] {
  const folder = join(gameFolder, "pictures");
  const wanted = sources.parse(JSON.parse(readFileSync(join(folder, "sources.json"), "utf8")));
  const setPath = createRequire(import.meta.url).resolve(`@iconify-json/${wanted.set}/icons.json`);
  const set = iconSet.parse(JSON.parse(readFileSync(setPath, "utf8")));
  return Object.entries(wanted.pictures).map(([name, icon]) => {
    const found = set.icons[icon];
    if (!found) throw new Error(`${wanted.set} has no picture "${icon}" (wanted as ${name}.svg)`);
    const width = found.width ?? set.width;
    const height = found.height ?? set.height;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 4}" height="${height * 4}" viewBox="0 0 ${width} ${height}">${found.body}</svg>\n`;
    writeFileSync(join(folder, `${name}.svg`), svg);
    return `${name}.svg`;
  });
}
