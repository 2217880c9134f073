// Owns the address of what a command brought: a picture or a text, so no row of the API table.
import type { FastifyInstance } from "fastify";
import { commandId } from "../../protocol/ids.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { commandFilePath } from "../api/commands.ts";
import type { Commands } from "../hubServices.ts";
import { refuse } from "./refusal.ts";
import { admit, sendRefusal } from "./registerRoutes.ts";

const typeOf = { screenshot: "image/jpeg", logs: "text/plain; charset=utf-8" } as const;
const endingOf = { screenshot: "jpg", logs: "txt" } as const;

export function serveCommandFiles(
  app: FastifyInstance,
  { accounts, commands }: { readonly accounts: Accounts; readonly commands: Pick<Commands, "file"> },
): void {
  app.get<{ Params: { commandId: string } }>(commandFilePath, async (request, reply) => {
    const admitted = await admit(accounts, request, "devices.command");
    if (!admitted.ok) return sendRefusal(reply, admitted);
    const id = commandId.safeParse(request.params.commandId);
    const file = id.success ? await commands.file(id.data) : null;
    if (file === null) return sendRefusal(reply, refuse("NOT_FOUND", { detail: request.params.commandId }));
    return reply
      .header("content-disposition", `inline; filename="${file.kind}.${endingOf[file.kind]}"`)
      .type(typeOf[file.kind])
      .send(file.bytes);
  });
}
