// Owns reading a catalogue of games: an entry that is broken is left out and told, and the others play on.
import { z } from "zod";
import { type Catalogue, type CatalogueEntry, catalogue, catalogueEntry } from "./game.ts";
import { describeIssues } from "./versioned.ts";

/** `catalogue` is null when nothing of it can be used; `troubles` says what was wrong, one line each. */
export type ReadCatalogue = { readonly catalogue: Catalogue | null; readonly troubles: readonly string[] };

const frame = catalogue.extend({ games: z.array(z.unknown()) });
const name = z.object({ id: z.string().max(80) });

/** `value` is the parsed JSON. */
export function readCatalogue(value: unknown): ReadCatalogue {
  const read = frame.safeParse(value);
  if (!read.success) return { catalogue: null, troubles: [`catalogue.json: ${describeIssues(read.error)}`] };
  const games: CatalogueEntry[] = [];
  const troubles: string[] = [];
  read.data.games.forEach((game, index) => {
    const entry = catalogueEntry.safeParse(game);
    if (entry.success) {
      games.push(entry.data);
      return;
    }
    const named = name.safeParse(game);
    const who = named.success ? named.data.id : `game ${index}`;
    troubles.push(`catalogue.json: ${who}: ${describeIssues(entry.error)}`);
  });
  return { catalogue: { ...read.data, games }, troubles };
}

/** Text of a catalogue's file; a torn one is a trouble as well. */
export function readCatalogueText(text: string): ReadCatalogue {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { catalogue: null, troubles: [`catalogue.json: ${String(error)}`] };
  }
  return readCatalogue(value);
}
