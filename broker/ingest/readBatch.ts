// Owns the step from a payload to a batch or to the reason why it is none.
import { type DecodeCode, decodeJson } from "../../protocol/codec.ts";
import { type UnfoldedBatch, unfoldBatch } from "../../protocol/messages/upBatch.ts";
import { failure, type Result } from "../../protocol/result.ts";

/** Reads one payload of an `up` topic. A readable envelope with unreadable records is a batch. */
export function readBatch(payload: Uint8Array): Result<UnfoldedBatch, DecodeCode> {
  const json = decodeJson(payload);
  if (!json.ok) return json;
  const batch = unfoldBatch(json.value);
  return batch.ok ? batch : failure(batch.code, batch.detail);
}
