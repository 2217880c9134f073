// Owns the content document: which game packs a device should hold.
import { z } from "zod";
import { gameId } from "../game.ts";

export const contentDocument = z.object({
  /** Hash of the hub's catalogue. */
  catalogueHash: z.string(),
  games: z.array(z.object({ id: gameId, version: z.string(), hash: z.string() })),
});
export type ContentDocument = z.infer<typeof contentDocument>;
