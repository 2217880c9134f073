// Owns the address from which the use of the games is fetched as a workbook: a file, so not a row of the API table.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Accounts } from "../accounts/accounts.ts";
import { gameExportPath, gameRoutes, gameUseQuery } from "../api/games.ts";
import type { GameReports } from "../games/gameReports.ts";
import { sayInVietnamese } from "./fieldMessages.ts";
import { disorderlySpan } from "./handlers/gameHandlers.ts";
import { refuse } from "./refusal.ts";
import { admit, sendRefusal } from "./registerRoutes.ts";

export type GameWorkbookDependencies = { readonly accounts: Accounts; readonly games: GameReports };

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function serveGameWorkbook(app: FastifyInstance, { accounts, games }: GameWorkbookDependencies): void {
  app.get(gameExportPath, async (request, reply) => {
    // Who may see the figures may take them along.
    const admitted = await admit(accounts, request, gameRoutes.listGames.permission);
    if (!admitted.ok) return sendRefusal(reply, admitted);
    const query = gameUseQuery.safeParse(request.query, { error: sayInVietnamese });
    if (!query.success)
      return sendRefusal(reply, refuse("INVALID_INPUT", { detail: z.prettifyError(query.error) }));
    const disorderly = disorderlySpan(query.data);
    if (disorderly !== undefined) return sendRefusal(reply, disorderly);
    const { from, until } = query.data;
    const bytes = await games.workbook(query.data);
    return reply
      .type(workbookType)
      .header("content-disposition", `attachment; filename="tro-choi-${from}-${until}.xlsx"`)
      .send(Buffer.from(bytes));
  });
}
