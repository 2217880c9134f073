// Owns the thread that reads and writes workbooks: a strange file may take all the time and memory it is given, and no more.
import { parentPort, workerData } from "node:worker_threads";
import { readWorkbook } from "./readWorkbook.ts";
import type { WorkbookWork } from "./runWorkbook.ts";
import { writeWorkbook } from "./writeWorkbook.ts";

const work = workerData as WorkbookWork;
parentPort?.postMessage(
  work.kind === "read" ? await readWorkbook(work.bytes) : await writeWorkbook(work.facts),
);
