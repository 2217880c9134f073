// Owns the contract of the hub's own disk: what the banner says on every page.
import { z } from "zod";
import { defineRoutes } from "./route.ts";

export const hubDisk = z.object({
  /** full: nothing can be stored, devices keep what is theirs. low: it soon will be so. */
  state: z.enum(["ok", "low", "full"]),
  /** Null where the system does not say. */
  freeBytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
  /** Of the hub's database and its log. */
  databaseBytes: z.number(),
});
export type HubDisk = z.infer<typeof hubDisk>;

export const hubDiskRoutes = defineRoutes({
  showHubDisk: {
    method: "GET",
    path: "/api/hub/disk",
    permission: "rooms.view",
    summary: "Space on the hub's disk",
    reply: hubDisk,
  },
});
