// Owns the asking of the inventory: a short-lived process, since the library behind it is larger than the rest of the agent.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Inventory, inventory } from "../../protocol/records/inventory.ts";

const run = promisify(execFile);
/** Beside this file, from sources and as built alike (ADR 0017). */
const program = fileURLToPath(
  new URL(
    import.meta.url.endsWith(".ts") ? "./inventoryProcess.ts" : "./inventoryProcess.mjs",
    import.meta.url,
  ),
);

/** Rejects when the process fails, prints something else, or is killed by the signal. */
export async function askInventory(signal: AbortSignal): Promise<Inventory> {
  const { stdout } = await run(process.execPath, ["--disable-warning=ExperimentalWarning", program], {
    signal,
    killSignal: "SIGKILL",
    maxBuffer: 1024 * 1024,
    windowsHide: true,
  });
  return inventory.schema.parse(JSON.parse(stdout));
}
