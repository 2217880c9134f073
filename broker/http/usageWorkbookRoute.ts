// Owns the address from which the days of use are fetched as a workbook: a file, so not a row of the API table.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Accounts } from "../accounts/accounts.ts";
import { usageExportPath, usageRoutes, usageSpanQuery } from "../api/usage.ts";
import { mostWorkbookDays, type UsageReports } from "../history/usageReports.ts";
import { sayInVietnamese } from "./fieldMessages.ts";
import { disorderlySpan } from "./handlers/gameHandlers.ts";
import { refuse } from "./refusal.ts";
import { admit, sendRefusal } from "./registerRoutes.ts";

export type UsageWorkbookDependencies = { readonly accounts: Accounts; readonly usage: UsageReports };

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function serveUsageWorkbook(
  app: FastifyInstance,
  { accounts, usage }: UsageWorkbookDependencies,
): void {
  app.get(usageExportPath, async (request, reply) => {
    // Who may see the figures may take them along.
    const admitted = await admit(accounts, request, usageRoutes.usageSpan.permission);
    if (!admitted.ok) return sendRefusal(reply, admitted);
    const query = usageSpanQuery.safeParse(request.query, { error: sayInVietnamese });
    if (!query.success)
      return sendRefusal(reply, refuse("INVALID_INPUT", { detail: z.prettifyError(query.error) }));
    const disorderly = disorderlySpan(query.data);
    if (disorderly !== undefined) return sendRefusal(reply, disorderly);
    const { from, until } = query.data;
    const workbook = await usage.workbook(query.data);
    if (!workbook.ok) return sendRefusal(reply, refuseLarge(workbook.detail));
    return reply
      .type(workbookType)
      .header("content-disposition", `attachment; filename="so-su-dung-${from}-${until}.xlsx"`)
      .send(Buffer.from(workbook.value));
  });
}

const refuseLarge = (detail: string) =>
  refuse("INVALID_INPUT", {
    detail,
    message: `Khoảng này có hơn ${mostWorkbookDays.toLocaleString("vi")} dòng (mỗi máy mỗi ngày một dòng) nên chưa làm tệp Excel được. Sổ sử dụng vẫn còn đủ. Hãy chọn một phòng hoặc khoảng ngày ngắn hơn.`,
  });
