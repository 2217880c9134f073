// Owns running the generator beside the hub's own thread, once for each plan.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { RotationFacts, RotationPlan } from "./rotationFacts.ts";

/** Rejects with what the generator threw. */
export async function runRotation(
  facts: RotationFacts,
): Promise<{ readonly plan: RotationPlan; readonly tookMs: number }> {
  const from = performance.now();
  const thread = new Worker(new URL("./rotationThread.ts", import.meta.url), { workerData: facts });
  try {
    const [plan] = (await once(thread, "message")) as [RotationPlan];
    return { plan, tookMs: performance.now() - from };
  } finally {
    await thread.terminate();
  }
}
