// Owns which game packs the hub gives to web screens: a browser cannot check them, so the hub does, once for every build.
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Catalogue, GameId } from "../../protocol/game.ts";
import { type GamePacks, openGamePacks } from "../../runtime/gamePacks.ts";
import type { Log } from "../../runtime/log.ts";

export type ServedPacks = {
  /** Whole games, and apart from them those that are damaged. Null when there is no catalogue that can be read. */
  catalogue(): Promise<Catalogue | null>;
  isDamaged(game: string): Promise<boolean>;
};

export function makeServedPacks(catalogueFile: string, log: Log): ServedPacks {
  let read: { readonly at: number; readonly packs: GamePacks; readonly details: Map<GameId, string> } | null =
    null;
  const current = () => {
    const at = statSync(catalogueFile).mtimeMs;
    if (read?.at === at) return read;
    const details = new Map<GameId, string>();
    const packs = openGamePacks({
      folder: dirname(catalogueFile),
      onDamaged(game, detail) {
        details.set(game, detail);
        log.error({ game, detail }, "a game pack is damaged and is not given out");
      },
      onProblem: (detail) => log.warn({ detail }, "no game packs"),
    });
    for (const detail of packs.troubles) log.error({ detail }, "the catalogue of games is damaged");
    read = { at, packs, details };
    return read;
  };
  return {
    async catalogue() {
      if (!existsSync(catalogueFile)) return null;
      const { packs, details } = current();
      if (packs.catalogue === null) return null;
      for (const { id } of packs.catalogue.games) await packs.whole(id);
      const games = packs.catalogue.games.filter(({ id }) => !details.has(id));
      const damaged = [...details].map(([id, detail]) => ({ id, detail: detail.slice(0, 1000) }));
      return { ...packs.catalogue, games, ...(damaged.length > 0 ? { damaged } : {}) };
    },
    async isDamaged(game) {
      if (!existsSync(catalogueFile)) return false;
      const { packs } = current();
      const known = packs.catalogue?.games.find(({ id }) => id === game);
      return known !== undefined && !(await packs.whole(known.id));
    },
  };
}
