// Owns what the tools ask of a running hub, over the same API as the dashboard.
import type { z } from "zod";
import { type Api, api, type RouteName } from "../../broker/api/api.ts";
import { errorReply } from "../../broker/api/error.ts";

type Reply<Name extends RouteName> = Api[Name]["reply"] extends z.ZodType
  ? z.infer<Api[Name]["reply"]>
  : null;

export type HubClient = {
  /** Calls a route. Throws with the hub's own sentence when it refuses. */
  call<Name extends RouteName>(
    name: Name,
    input?: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown },
  ): Promise<Reply<Name>>;
};

/** Signs in and keeps the session. */
export async function signIn(url: string, username: string, password: string): Promise<HubClient> {
  let cookie = "";
  const client: HubClient = {
    async call(name, input = {}) {
      const row = api[name];
      const path = row.path.replace(/:(\w+)/g, (_, key: string) =>
        encodeURIComponent(input.params?.[key] ?? ""),
      );
      const query = input.query === undefined ? "" : `?${new URLSearchParams(input.query)}`;
      const response = await fetch(`${url}${path}${query}`, {
        method: row.method,
        headers: {
          origin: url,
          ...(cookie === "" ? {} : { cookie }),
          ...(input.body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      });
      const text = await response.text();
      if (!response.ok) {
        const refusal = errorReply.safeParse(text === "" ? null : JSON.parse(text));
        throw new Error(
          refusal.success ? `${refusal.data.code}: ${refusal.data.message}` : `${response.status} ${text}`,
        );
      }
      const set = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
      if (set.length > 0) cookie = set.join("; ");
      const reply = row.reply === null ? null : row.reply.parse(JSON.parse(text));
      // The row's own schema made the reply; the lookup by name hides that from the compiler.
      return reply as Reply<typeof name>;
    },
  };
  await client.call("signIn", { body: { username, password } });
  return client;
}
