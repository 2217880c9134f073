// Owns the rule from the hub's catalogue of games to the content document, and reading the catalogue from its file.
import { readFile } from "node:fs/promises";
import type { ContentDocument } from "../../protocol/documents/content.ts";
import { type Catalogue, catalogue } from "../../protocol/game.ts";
import type { NamedFile } from "../../protocol/voices.ts";
import type { Log } from "../../runtime/log.ts";

export const buildContent = ({ games, hash }: Catalogue, voices: NamedFile | null): ContentDocument => ({
  catalogueHash: hash,
  games: games.map(({ id, version, hash: pack }) => ({ id, version, hash: pack })),
  voices,
});

/** Undefined when the file is absent or unreadable: a room without games still has its timetable and its health. */
export async function readCatalogue(file: string, log: Log): Promise<Catalogue | undefined> {
  try {
    return catalogue.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    log.warn({ err: error, file }, "no catalogue of games: devices keep the content they have");
    return undefined;
  }
}
