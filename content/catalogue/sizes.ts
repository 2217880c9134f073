// Owns how large a pack may be.
import type { PackFiles } from "./hashPack.ts";

/** Bytes of a pack without and with its recordings. */
export type Sizes = { withoutVoice: number; withVoice: number };

export const sizeLimits: Sizes = { withoutVoice: 600_000, withVoice: 3_000_000 };

export function sizesOf(files: PackFiles): Sizes {
  let withoutVoice = 0;
  let withVoice = 0;
  for (const [path, { bytes }] of Object.entries(files)) {
    withVoice += bytes;
    if (!path.startsWith("voice/")) withoutVoice += bytes;
  }
  return { withoutVoice, withVoice };
}
