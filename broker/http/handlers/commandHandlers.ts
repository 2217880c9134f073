// Owns the routes of commands.
import type { commandRoutes } from "../../api/commands.ts";
import type { HubCore } from "../../hubServices.ts";
import type { Handlers } from "../routeHandlers.ts";

export function commandHandlers({
  commands,
}: Pick<HubCore, "commands">): Handlers<keyof typeof commandRoutes> {
  return {
    sendCommand({ actor, params, body: { wait, insist, ...order } }) {
      return commands.send(actor, params.deviceId, order, { wait, insist });
    },
    sendCommands: ({ actor, body: { target, order, wait, insist } }) =>
      commands.sendTo(actor, target, order, { wait, insist }),
    listCommands: async ({ query: { roomId, limit } }) => ({
      ok: true,
      value: await commands.listAll(roomId ?? null, limit),
    }),
    cancelCommand: ({ actor, params }) => commands.cancel(actor, params.commandId),
  };
}
