// Owns the game packs on this disk: the catalogue, and the check of every file against its hash before a game is served.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ReadCatalogue, readCatalogueText } from "../protocol/catalogue.ts";
import type { Catalogue, GameId } from "../protocol/game.ts";

export type GamePacks = {
  /** Null when no games are installed. */
  readonly catalogue: Catalogue | null;
  /** What is wrong with the catalogue itself; each line is worth a fault. Nothing when there is none. */
  readonly troubles: readonly string[];
  /** Reads and checks the whole pack once; false when it is damaged or unknown. */
  whole(game: GameId): Promise<boolean>;
  damaged(): readonly GameId[];
  /** The bytes of one file of a whole pack; null when there is no such file. */
  read(game: string, path: string): Promise<Buffer | null>;
};

export function openGamePacks(dependencies: {
  /** Holds catalogue.json and games/<id>/. */
  readonly folder: string;
  readonly onDamaged: (game: GameId, detail: string) => void;
  readonly onProblem: (detail: string) => void;
}): GamePacks {
  const { catalogue, troubles } = readFrom(
    join(dependencies.folder, "catalogue.json"),
    dependencies.onProblem,
  );
  const entries = new Map<string, Catalogue["games"][number]>(
    catalogue?.games.map((game) => [game.id, game]),
  );
  const checks = new Map<string, Promise<boolean>>();
  const damaged = new Set<GameId>();

  const check = async (game: GameId): Promise<boolean> => {
    const entry = entries.get(game);
    if (entry === undefined) return false;
    for (const [path, expected] of Object.entries(entry.files)) {
      const problem = await fileProblem(join(dependencies.folder, "games", game, path), expected);
      if (problem === null) continue;
      damaged.add(game);
      dependencies.onDamaged(game, `${game} ${entry.version}: ${path} ${problem}`);
      return false;
    }
    return true;
  };
  const whole = (game: GameId) => {
    const before = checks.get(game) ?? check(game);
    checks.set(game, before);
    return before;
  };

  return {
    catalogue,
    troubles,
    whole,
    damaged: () => [...damaged],
    async read(game, path) {
      const entry = entries.get(game);
      // The list of files is the allow-list: no path outside it is ever opened.
      if (entry === undefined || !Object.hasOwn(entry.files, path) || !(await whole(entry.id))) return null;
      return readFile(join(dependencies.folder, "games", game, path));
    },
  };
}

async function fileProblem(
  path: string,
  expected: { readonly bytes: number; readonly sha256: string },
): Promise<string | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return `cannot be read: ${String(error)}`;
  }
  if (bytes.length !== expected.bytes) return `has ${bytes.length} bytes instead of ${expected.bytes}`;
  return createHash("sha256").update(bytes).digest("hex") === expected.sha256 ? null : "has another content";
}

function readFrom(file: string, onProblem: (detail: string) => void): ReadCatalogue {
  if (!existsSync(file)) {
    onProblem(`no games are installed: ${file} is missing`);
    return { catalogue: null, troubles: [] };
  }
  return readCatalogueText(readFileSync(file, "utf8"));
}
