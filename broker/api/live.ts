// Owns the live channel: server-sent events on GET /api/live. A snapshot first, then deltas; a reconnect starts with a snapshot again.
import { z } from "zod";
import { deviceId } from "../../protocol/ids.ts";
import { deviceLoad } from "../../protocol/messages/live.ts";
import { board, boardRoom, station } from "./rooms.ts";

export const livePath = "/api/live";

export const liveEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("board"), board }),
  z.object({ type: z.literal("station"), roomId: boardRoom.shape.id.nullable(), station }),
  /** How hard a device works, while somebody looks at it. `at`: UTC ms by the hub's clock. */
  deviceLoad.extend({ type: z.literal("load"), deviceId, at: z.number().int() }),
  /** The slot that is current or next changed, or devices came or went in the room. */
  z.object({ type: z.literal("room"), room: boardRoom }),
  /** Pages that show these should fetch again. */
  z.object({
    type: z.literal("changed"),
    what: z.enum([
      "timetable",
      "school",
      "lessons",
      "classroom",
      "voices",
      "sessions",
      "devices",
      "enrolments",
      "commands",
      "schedules",
      "quarantine",
      "alerts",
      "events",
      "staff",
      "disk",
      "tickets",
    ]),
    id: z.string().nullable(),
  }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;
