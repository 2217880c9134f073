// Owns that tests of built parts meet the sources as they are: built once, before the first of them.
import { ensureBuilt } from "./build.ts";

export async function setup(): Promise<void> {
  await ensureBuilt();
}
