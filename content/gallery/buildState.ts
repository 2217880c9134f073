// Owns what the server of the gallery tells its page about building.
import { z } from "zod";

/** What is said at ./building.json. */
export const buildState = z.object({
  /** Counts finished builds. */
  builds: z.number().int(),
  /** UTC ms of the last one. */
  builtAt: z.number(),
  building: z.boolean(),
  /** Why the last build left something as it was, one text each. */
  faults: z.array(z.string()),
});
export type BuildState = z.infer<typeof buildState>;
