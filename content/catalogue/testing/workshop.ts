// Owns a place for tests to make games in: a content folder of its own that shares the kit with the real one.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newGame } from "../newGame.ts";

const root = join(import.meta.dirname, "..", "..", "..");

export type Workshop = {
  /** Holds the games, as `content/games` does. */
  readonly gamesFolder: string;
  /** For packs, as `dist/content`. */
  readonly outFolder: string;
  /** Begins a game as `npm run game -- new` does, and returns its folder. */
  begin(name: string): string;
  /** A copy of a game under another name of four letters or more, as it is now. */
  copy(from: string, name: string): string;
  /** Changes a text in a file of a game; throws when it is not there. */
  edit(folder: string, file: string, from: string | RegExp, to: string): void;
  close(): void;
};

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-workshop-"));
  const gamesFolder = join(folder, "content", "games");
  mkdirSync(gamesFolder, { recursive: true });
  // On Windows a folder is shared by a junction, which needs no right of its own.
  for (const shared of ["protocol", "node_modules", join("content", "sdk")])
    symlinkSync(join(root, shared), join(folder, shared), "junction");
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  const edit: Workshop["edit"] = (game, file, from, to) => {
    const path = join(game, file);
    const text = readFileSync(path, "utf8");
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} has no ${String(from)}`);
    writeFileSync(path, changed);
  };
  return {
    gamesFolder,
    outFolder: join(folder, "dist"),
    begin(name) {
      const begun = newGame({ templateFolder: join(root, "content", "template"), gamesFolder, name });
      if (!begun.ok) throw new Error(begun.detail);
      return begun.value;
    },
    copy(from, name) {
      const to = join(gamesFolder, name);
      cpSync(join(gamesFolder, from), to, { recursive: true });
      edit(to, "manifest.ts", `id: "${from}"`, `id: "${name}"`);
      return to;
    },
    edit,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
