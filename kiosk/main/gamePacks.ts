// Owns the game packs on this disk: the catalogue, and the check of every file against its hash before a game is served.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Catalogue, catalogue, type GameId } from "../../protocol/game.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import { readWhole } from "./wholeFile.ts";

export type GamePacks = {
  /** Null when no games are installed. */
  readonly catalogue: Catalogue | null;
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
  const known = readCatalogue(join(dependencies.folder, "catalogue.json"), dependencies.onProblem);
  const entries = new Map<string, Catalogue["games"][number]>(known?.games.map((game) => [game.id, game]));
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
    catalogue: known,
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

function readCatalogue(file: string, onProblem: (detail: string) => void): Catalogue | null {
  const text = readWhole(file);
  if (text === null) {
    onProblem(`no games are installed: ${file} is missing`);
    return null;
  }
  try {
    const parsed = catalogue.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    onProblem(`${file}: ${describeIssues(parsed.error)}`);
  } catch (error) {
    onProblem(`${file}: ${String(error)}`);
  }
  return null;
}
