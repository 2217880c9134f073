// Owns the addresses through which the timetable goes out as a workbook and comes in as one: files, so not rows of the API table.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { localDate } from "../../protocol/timetable/timetable.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Person } from "../accounts/person.ts";
import { exportPath, importOutcome, importPath } from "../api/exchange.ts";
import type { Exchange } from "../timetable/exchange/exchange.ts";
import { sayInVietnamese } from "./fieldMessages.ts";
import { refuse, refuseRequest } from "./refusal.ts";
import { admit, sendRefusal } from "./registerRoutes.ts";

export type WorkbookDependencies = { readonly accounts: Accounts; readonly exchange: Exchange };

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const longestWorkbookBytes = 5 * 1024 * 1024;
const longestSpanMs = 400 * 86_400_000;

const exportQuery = z.object({
  from: localDate,
  until: localDate,
  view: z.enum(["draft", "published"]).default("draft"),
});

export function serveWorkbooks(app: FastifyInstance, { accounts, exchange }: WorkbookDependencies): void {
  app.get(exportPath, async (request, reply) => {
    const admitted = await admit(accounts, request, "timetable.view");
    if (!admitted.ok) return sendRefusal(reply, admitted);
    const query = exportQuery.safeParse(request.query, { error: sayInVietnamese });
    if (!query.success)
      return sendRefusal(reply, refuse("INVALID_INPUT", { detail: z.prettifyError(query.error) }));
    const { from, until, view } = query.data;
    const ms = Date.parse(until) - Date.parse(from);
    if (ms < 0 || ms > longestSpanMs)
      return sendRefusal(
        reply,
        refuse("INVALID_INPUT", {
          detail: `${from} to ${until}`,
          message: "Khoảng ngày này ngược hoặc dài hơn một năm học. Hãy chọn lại rồi tải.",
        }),
      );
    const seen = admitted.value.permissions.has("timetable.edit") ? view : "published";
    const bytes = await exchange.exportWorkbook({ from, until }, seen);
    return reply
      .type(workbookType)
      .header("content-disposition", `attachment; filename="thoi-khoa-bieu-${from}-${until}.xlsx"`)
      .send(Buffer.from(bytes));
  });

  // In a scope of its own: no other route takes files, or bodies of this size.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ["application/octet-stream", workbookType],
      { parseAs: "buffer", bodyLimit: longestWorkbookBytes },
      (_request, body, done) => done(null, body),
    );
    const people = new WeakMap<object, Person>();
    scope.post(importPath, {
      bodyLimit: longestWorkbookBytes,
      // Before the body is read: a stranger's megabytes are not worth taking in.
      onRequest: async (request, reply) => {
        const admitted = await admit(accounts, request, "timetable.edit");
        if (!admitted.ok) return sendRefusal(reply, admitted);
        people.set(request, admitted.value);
        return undefined;
      },
      errorHandler: (error, _request, reply) => {
        if ("statusCode" in error && error.statusCode === 413)
          return sendRefusal(
            reply,
            refuse("INVALID_INPUT", {
              status: 413,
              detail: error.message,
              message:
                "Tệp lớn hơn 5 MB nên máy chủ không nhận. Chưa có gì thay đổi. Hãy chia thành nhiều tệp nhỏ hơn rồi thử lại.",
            }),
          );
        if ("statusCode" in error && typeof error.statusCode === "number" && error.statusCode < 500)
          return sendRefusal(reply, refuseRequest(error.statusCode, error.message));
        throw error;
      },
      handler: async (request, reply) => {
        const person = people.get(request);
        if (person === undefined) return sendRefusal(reply, refuse("NOT_SIGNED_IN"));
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const write = (request.query as { write?: unknown }).write === "true";
        const actor = { staffId: person.staffId, name: person.displayName };
        return reply.send(importOutcome.parse(await exchange.importWorkbook(actor, body, write)));
      },
    });
  });
}
