// Owns the route of looking at one device closely.
import type { watchRoutes } from "../../api/watching.ts";
import type { HubCore } from "../../hubServices.ts";
import type { Handlers } from "../routeHandlers.ts";

export function watchHandlers({
  core,
}: {
  readonly core: Pick<HubCore, "watching">;
}): Handlers<keyof typeof watchRoutes> {
  return { watchDevice: async ({ params: { deviceId } }) => core.watching.watch(deviceId) };
}
