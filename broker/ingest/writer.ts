// Owns the way to the writer: the thread in production, the same code in place for tests that must reach its connection.
import { once } from "node:events";
import type { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { makePruner, type PruneStep } from "../history/prune.ts";
import type { CommitTotals } from "./committer.ts";
import { type GroupDone, makeGroupWriter, type Work } from "./groupWriter.ts";

export type Writer = {
  /** One group at a time: the next is gathered while this one waits for the disk. Rejects when the writer broke. */
  write(group: readonly Work[]): Promise<GroupDone>;
  /** One step of letting go of what is too old, between two groups. Rejects when it could not be done. */
  prune(now: number): Promise<PruneStep>;
  /** As of the start; later ones come with each group. */
  readonly totals: CommitTotals;
  stop(): Promise<void>;
};

/** A group as it crosses to the thread: all payloads in one piece that is handed over, not copied again. */
export type Packed = {
  readonly works: readonly Omit<Work, "payload">[];
  readonly sizes: readonly number[];
  readonly payloads: Uint8Array<ArrayBuffer>;
};

export function makeInlineWriter(database: DatabaseSync): Writer {
  const writer = makeGroupWriter(database);
  const pruner = makePruner(database);
  return {
    totals: writer.totals(),
    write: async (group) => writer.write(group),
    prune: async (now) => pruner.step(now),
    stop: async () => {},
  };
}

export async function startWriterThread(file: string): Promise<Writer> {
  const start = async () => {
    const thread = new Worker(new URL("./writerThread.ts", import.meta.url), { workerData: file });
    const [{ totals }] = (await once(thread, "message")) as [{ totals: CommitTotals }];
    return { thread, totals };
  };
  const first = await start();
  let thread: Worker | undefined = first.thread;
  /** The thread answers in order and says not to what: one question at a time. */
  let turn: Promise<unknown> = Promise.resolve();

  function ask<Answer>(message: () => { readonly said: unknown; readonly transfer: ArrayBuffer[] }) {
    const mine = turn.then(async () => {
      // A thread that broke is replaced: its unfinished group was rolled back and its devices send again.
      thread ??= (await start()).thread;
      const current = thread;
      const { said, transfer } = message();
      try {
        // `once` rejects with what the thread threw.
        const answer = once(current, "message");
        current.postMessage(said, transfer);
        const [done] = (await answer) as [Answer];
        return done;
      } catch (error) {
        thread = undefined;
        await current.terminate();
        throw error;
      }
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    totals: first.totals,
    write: (group) =>
      ask<GroupDone>(() => {
        const { packed, transfer } = pack(group);
        return { said: packed, transfer };
      }),
    async prune(now) {
      const answer = await ask<PruneStep | { readonly failed: string }>(() => ({
        said: { pruneAt: now },
        transfer: [],
      }));
      if ("failed" in answer) throw new Error(answer.failed);
      return answer;
    },
    async stop() {
      await turn;
      if (thread === undefined) return;
      const ended = once(thread, "exit");
      thread.postMessage("close");
      await ended;
    },
  };
}

function pack(group: readonly Work[]): { packed: Packed; transfer: ArrayBuffer[] } {
  const sizes = group.map((work) => (work.kind === "screen" ? 0 : work.payload.byteLength));
  const payloads = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let offset = 0;
  const works = group.map((work) => {
    if (work.kind === "screen") return work;
    const { payload, ...rest } = work;
    payloads.set(payload, offset);
    offset += payload.byteLength;
    return rest;
  });
  return { packed: { works, sizes, payloads }, transfer: [payloads.buffer] };
}
