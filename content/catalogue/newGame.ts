// Owns beginning a game: a copy of the template under a name of its own, playable at once.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gameId } from "../../protocol/game.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";

export type NewGameFault = "NAME_INVALID" | "NAME_TAKEN";

/** The one game in the template's folder. */
export const templateName = "sample-game";

/** Copies the template into `<gamesFolder>/<name>` and gives it its id. Returns the new folder. */
export function newGame(options: {
  templateFolder: string;
  gamesFolder: string;
  name: string;
}): Result<string, NewGameFault> {
  const { name } = options;
  // Folder, id and origin are one name; two hyphens in a row or one at the end would be nobody's.
  if (!gameId.safeParse(name).success || /--|-$/.test(name))
    return failure(
      "NAME_INVALID",
      `"${name}" cannot be a game's name: small letters a–z, digits and single hyphens, beginning with a letter, such as "water-cycle"`,
    );
  const folder = join(options.gamesFolder, name);
  if (existsSync(folder) || name === templateName)
    return failure("NAME_TAKEN", `there is already a game called "${name}"`);
  mkdirSync(options.gamesFolder, { recursive: true });
  cpSync(join(options.templateFolder, templateName), folder, { recursive: true });
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".ts")) continue;
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (text.includes(templateName)) writeFileSync(path, text.replaceAll(templateName, name));
  }
  return ok(folder);
}
