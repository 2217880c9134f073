// Owns the contract of looking at one device closely: it tells its load every two seconds while somebody does.
import { z } from "zod";
import { deviceId } from "../../protocol/ids.ts";
import { defineRoutes } from "./route.ts";

/** A page that still shows the device asks again this often, well before the hub's word runs out. ms */
export const watchAgainMs = 15_000;

export const watchRoutes = defineRoutes({
  watchDevice: {
    method: "POST",
    path: "/api/devices/:deviceId/watch",
    permission: "devices.view",
    summary: "Look at a device: it tells its load over the live channel for half a minute",
    params: z.object({ deviceId }),
    reply: z.object({
      /** How long it tells, from now on. */
      seconds: z.number().int(),
    }),
  },
});
