// Owns the software record: which programs are installed, in which versions. Sent whole at the first start and on change.
import { z } from "zod";
import { versioned } from "../versioned.ts";

const name = z.string().max(200);
const version = z.string().max(100);

const v1 = z.object({
  /**
   * What somebody installed, by name: Windows' list of installed programs; on Linux the packages that were asked for,
   * without those that only came along. At most the first 2000.
   */
  programs: z.array(z.object({ name, version })).max(2000),
  /** How many programs and packages there are, also those the list leaves out. */
  total: z.number().int().min(0),
  agentVersion: version,
  /** Null when no kiosk has connected yet. */
  kioskVersion: version.nullable(),
  /** Games the device should hold, by its content document. */
  games: z.array(z.object({ gameId: name, version })).max(500),
});
/** The whole list: the newest record is what is installed now. Two lists are compared by the reader. */
export type Software = z.infer<typeof v1>;
export const software = versioned("software", [{ schema: v1 }]);
