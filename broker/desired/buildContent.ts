// Owns the rule from the hub's catalogue of games to the content document, and reading the catalogue from its file.
import { readFile } from "node:fs/promises";
import { readCatalogueText } from "../../protocol/catalogue.ts";
import type { ContentDocument } from "../../protocol/documents/content.ts";
import type { Catalogue } from "../../protocol/game.ts";
import type { NamedFile } from "../../protocol/voices.ts";
import type { Log } from "../../runtime/log.ts";

export const buildContent = ({ games, hash }: Catalogue, voices: NamedFile | null): ContentDocument => ({
  catalogueHash: hash,
  games: games.map(({ id, version, hash: pack }) => ({ id, version, hash: pack })),
  voices,
});

/**
 * Undefined when the file is absent or unreadable: a room without games still has its timetable and its health. An entry
 * that is broken is left out.
 */
export async function readCatalogue(file: string, log: Log): Promise<Catalogue | undefined> {
  try {
    const { catalogue, troubles } = readCatalogueText(await readFile(file, "utf8"));
    if (troubles.length > 0) log.warn({ file, troubles }, "the catalogue of games is damaged");
    return catalogue ?? undefined;
  } catch (error) {
    log.warn({ err: error, file }, "no catalogue of games: devices keep the content they have");
    return undefined;
  }
}
