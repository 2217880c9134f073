// Owns the content document: which game packs a device should hold, and whose voices speak in them.
import { z } from "zod";
import { gameId } from "../game.ts";
import { namedFile } from "../voices.ts";

export const contentDocument = z.object({
  /** Hash of the hub's catalogue. */
  catalogueHash: z.string(),
  games: z.array(z.object({ id: gameId, version: z.string(), hash: z.string() })),
  /** The list of approved recordings, to be fetched from the hub; null when there are none, absent from older hubs. */
  voices: namedFile.nullable().optional(),
});
export type ContentDocument = z.infer<typeof contentDocument>;
