// Owns the client of the hub's HTTP API: requests and replies are typed by the contract's own table.
import type { z } from "zod";
import type { Api, RouteName } from "../../api/api.ts";
import type { ErrorReply } from "../../api/error.ts";
import { ApiError } from "./apiError.ts";
import { routes } from "./contractRoutes.ts";

type Part<Name extends RouteName, Key extends "params" | "query" | "body"> =
  Api[Name] extends Readonly<Record<Key, infer Schema extends z.ZodType>>
    ? { readonly [K in Key]: z.input<Schema> }
    : unknown;
export type CallInput<Name extends RouteName> = Part<Name, "params"> &
  Part<Name, "query"> &
  Part<Name, "body">;
export type Reply<Name extends RouteName> = Api[Name]["reply"] extends z.ZodType
  ? z.output<Api[Name]["reply"]>
  : null;

type AnyInput = {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
};

/** Calls a route. Throws ApiError for every answer that is not a success, and when no answer came. */
export async function callApi<Name extends RouteName>(
  name: Name,
  input: CallInput<Name>,
  signal?: AbortSignal,
): Promise<Reply<Name>> {
  const { method, path } = routes[name];
  // Every CallInput is a subset of these three optional parts.
  const { params = {}, query = {}, body } = input as AnyInput;
  const response = await send(addressOf(path, params, query), {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await readError(response);
  // The dashboard trusts its own hub, which serves both and serialises by the same schemas.
  if (response.status === 204) return null as Reply<Name>;
  return (await response.json()) as Reply<Name>;
}

function addressOf(path: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError({ code: "UNREACHABLE", message: String(error), status: 0 });
  }
}

export async function readError(response: Response): Promise<ApiError> {
  const { status } = response;
  const retryAfter = Number(response.headers.get("retry-after"));
  const retryAfterSeconds = retryAfter > 0 ? retryAfter : null;
  const reply = await readErrorReply(response);
  if (reply !== null)
    return new ApiError({ ...reply, fields: reply.fields ?? {}, status, retryAfterSeconds });
  // Not the hub's own words: a proxy before it, or a hub that is just going down.
  const code = status === 502 || status === 503 || status === 504 ? "UNREACHABLE" : "INTERNAL";
  return new ApiError({ code, message: `HTTP ${status}`, status, retryAfterSeconds });
}

async function readErrorReply(response: Response): Promise<ErrorReply | null> {
  const text = await response.text();
  try {
    const value: unknown = JSON.parse(text);
    const isReply = typeof value === "object" && value !== null && "code" in value && "message" in value;
    return isReply ? (value as ErrorReply) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
