// Owns the addresses of calendar feeds. No sign-in: phones and calendar services ask by themselves, and the address is the secret.
// 192 bits are not guessed, and both answers come from memory, so nobody is counted: a whole school asks from one address.
import type { FastifyInstance } from "fastify";
import type { CalendarFeeds } from "../timetable/exchange/calendarFeeds.ts";

export type CalendarDependencies = { readonly feeds: CalendarFeeds };

export const calendarAddress = (token: string): `/calendar/${string}.ics` => `/calendar/${token}.ics`;

const missing = "Lịch này không còn. Hãy lấy địa chỉ mới trong trang thời khóa biểu.";

export function serveCalendars(app: FastifyInstance, { feeds }: CalendarDependencies): void {
  app.get<{ Params: { file: string } }>("/calendar/:file", async (request, reply) => {
    const token = /^([\w-]{32})\.ics$/.exec(request.params.file)?.[1];
    const feed = token === undefined ? undefined : await feeds.read(token);
    if (feed === undefined)
      return reply
        .code(404)
        .header("cache-control", "no-store")
        .type("text/plain; charset=utf-8")
        .send(missing);
    reply.header("etag", feed.etag).header("cache-control", "private, no-cache");
    const asked = request.headers["if-none-match"]?.split(",").map((each) => each.trim().replace(/^W\//, ""));
    if (asked?.includes(feed.etag) || asked?.includes("*")) return reply.code(304).send();
    return reply.type("text/calendar; charset=utf-8").send(feed.text);
  });
}
