// Owns the question for the hub's watermark: a batch that the hub cannot store, so that its answer costs nothing (ADR 0001).
import type { BootId, StreamId } from "../../protocol/ids.ts";
import type { UpBatch } from "../../protocol/messages/upBatch.ts";

/** No stream gets this far: the hub sees a gap, stores nothing and answers with its watermark. */
const beyondEveryStream = Number.MAX_SAFE_INTEGER;

export function askWatermark(stream: StreamId, boot: BootId): UpBatch {
  return { stream, boot, after: beyondEveryStream - 1, last: beyondEveryStream, records: [] };
}

export const asksWatermark = ({ after }: Pick<UpBatch, "after">): boolean => after === beyondEveryStream - 1;
