// Owns the games that this hub has, read anew when the catalogue's file changes: pages ask often, an update of the hub is rare.
import { stat } from "node:fs/promises";
import type { CatalogueEntry } from "../../protocol/game.ts";
import type { Log } from "../../runtime/log.ts";
import { readCatalogue } from "../desired/buildContent.ts";

export type InstalledGames = () => Promise<readonly CatalogueEntry[]>;

/** Empty while there is no catalogue. */
export function makeInstalledGames(catalogueFile: string, log: Log): InstalledGames {
  let read: { readonly at: number; readonly games: readonly CatalogueEntry[] } | undefined;
  return async () => {
    const at = await stat(catalogueFile).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    if (read?.at !== at)
      read = { at, games: at === 0 ? [] : ((await readCatalogue(catalogueFile, log))?.games ?? []) };
    return read.games;
  };
}
