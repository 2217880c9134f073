// Owns the ack: everything up to `upto` is committed in the hub's database.
import { z } from "zod";
import { streamId } from "../ids.ts";

export const ack = z.object({
  stream: streamId,
  /** The hub's watermark. Below the batch's `after` it asks the device to rewind. */
  upto: z.number().int().min(0),
  /** The hub's clock, UTC ms: the device learns its offset from it. */
  hubTime: z.number().int(),
});
export type Ack = z.infer<typeof ack>;
