// Owns the rotation's thread: a term takes a while to plan, and a lesson may run at the same time.
import { parentPort, workerData } from "node:worker_threads";
import { v7 } from "uuid";
import type { SlotId } from "../../../protocol/ids.ts";
import { generateRotation } from "./generate.ts";
import type { RotationFacts } from "./rotationFacts.ts";

parentPort?.postMessage(generateRotation(workerData as RotationFacts, () => v7() as SlotId));
