// Owns reading and writing workbooks beside the hub's own thread, within bounds of time and memory.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Result } from "../../../protocol/result.ts";
import { type ReadSheet, tooLarge, type WorkbookProblem } from "./readWorkbook.ts";
import type { WorkbookFacts } from "./writeWorkbook.ts";

export type WorkbookWork =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  | { readonly kind: "write"; readonly facts: WorkbookFacts };

const longestMs = 15_000;
const mostMemoryMb = 384;

/** A file on which the reader runs out of time or memory is too large. */
export async function readWorkbookBeside(bytes: Uint8Array): Promise<Result<ReadSheet[], WorkbookProblem>> {
  try {
    return (await run({ kind: "read", bytes })) as Result<ReadSheet[], WorkbookProblem>;
  } catch (error) {
    if (isOutOfBounds(error)) return tooLarge;
    throw error;
  }
}

export const writeWorkbookBeside = async (facts: WorkbookFacts): Promise<Uint8Array> =>
  (await run({ kind: "write", facts })) as Uint8Array;

async function run(work: WorkbookWork): Promise<unknown> {
  const thread = new Worker(new URL("./workbookThread.ts", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  try {
    // `once` rejects with what the thread threw, and with an AbortError when the time is up.
    const [answer] = (await once(thread, "message", { signal: AbortSignal.timeout(longestMs) })) as [unknown];
    return answer;
  } finally {
    await thread.terminate();
  }
}

const isOutOfBounds = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "AbortError" || ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"));
