// Owns the writer thread: a connection of its own, so that waiting for the disk never holds up the MQTT loop.
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../../runtime/database.ts";
import { makePruner } from "../history/prune.ts";
import { makeGroupWriter, type Work } from "./groupWriter.ts";
import type { Packed } from "./writer.ts";

const port = parentPort;
if (port === null) throw new Error("the writer thread has no parent");
const database = openDatabase(String(workerData));
// Rarer checkpoints copy a page that changed often only once; the log stays below about 32 MiB.
database.exec("PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32768");
const writer = makeGroupWriter(database);
const pruner = makePruner(database);
port.postMessage({ totals: writer.totals() });

port.on("message", (message: Packed | { readonly pruneAt: number } | "close") => {
  if (message === "close") {
    database.close();
    port.close();
    return;
  }
  if ("pruneAt" in message) {
    port.postMessage(pruned(message.pruneAt));
    return;
  }
  let offset = 0;
  const group = message.works.map((work, index): Work => {
    const size = message.sizes[index] as number;
    const payload = message.payloads.subarray(offset, offset + size);
    offset += size;
    return { ...work, payload } as Work;
  });
  port.postMessage(writer.write(group));
});

/** A disk that is too full to delete must not end the thread that stores. */
function pruned(now: number) {
  try {
    return pruner.step(now);
  } catch (error) {
    return { failed: String(error) };
  }
}
