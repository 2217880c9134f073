// Owns how a row of the API table becomes a served route: sign-in, permission, parsing, the handler, the checked reply.
import type { TLSSocket } from "node:tls";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Ok } from "../../protocol/result.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Person } from "../accounts/person.ts";
import { api, type RouteName } from "../api/api.ts";
import type { Permission } from "../api/permissions.ts";
import type { Route } from "../api/route.ts";
import type { Actor } from "../hubServices.ts";
import { fieldsOf, sayInVietnamese } from "./fieldMessages.ts";
import { type Refusal, refusals, refuse, replyOf } from "./refusal.ts";
import type { Caller, Handlers, SignInCookie } from "./routeHandlers.ts";
import { accessKeyOf, signInCookie, tokenOf } from "./signInCookie.ts";

/** A handler as the generic code calls it: `Handlers` has checked each against its own row. */
type AnyHandler = (input: {
  params: unknown;
  query: unknown;
  body: unknown;
  caller: Caller;
  cookie: SignInCookie;
  person?: Person;
  actor?: Actor;
}) => Promise<Ok<unknown> | Refusal>;

export function registerRoutes(app: FastifyInstance, accounts: Accounts, handlers: Handlers): void {
  for (const name of Object.keys(api) as RouteName[])
    registerRoute(app, accounts, api[name], handlers[name] as AnyHandler);
}

function registerRoute(app: FastifyInstance, accounts: Accounts, row: Route, handler: AnyHandler): void {
  const people = new WeakMap<FastifyRequest, Person>();
  app.route({
    method: row.method,
    url: row.path,
    ...(row.longestBodyBytes === undefined ? {} : { bodyLimit: row.longestBodyBytes }),
    // Before the body is read: a stranger's megabytes are not worth parsing.
    onRequest: async (request, reply) => {
      if (row.permission === "public") return;
      const admitted = await admit(accounts, request, row.permission);
      if (!admitted.ok) return sendRefusal(reply, admitted);
      people.set(request, admitted.value);
    },
    handler: async (request, reply) => {
      const input = parseInput(row, request);
      if (!input.ok) return sendRefusal(reply, input);
      const person = people.get(request);
      const outcome = await handler({
        ...input.value,
        caller: callerOf(request),
        cookie: signInCookie(request, reply),
        ...(person && { person, actor: { staffId: person.staffId, name: person.displayName } }),
      });
      if (!outcome.ok) return sendRefusal(reply, outcome);
      if (row.reply === null) return reply.code(204).send();
      return reply.send(row.reply.parse(outcome.value));
    },
  });
}

export async function admit(
  accounts: Accounts,
  request: FastifyRequest,
  permission: Permission,
): Promise<Ok<Person> | Refusal> {
  const person = await personOf(accounts, request);
  if (person === undefined) return refuse("NOT_SIGNED_IN");
  if (!person.permissions.has(permission))
    return refuse("NOT_ALLOWED", { detail: `${person.displayName} lacks ${permission}` });
  return { ok: true, value: person };
}

/** A key that is sent counts alone: a program that also carries a person's cookie must not gain by it. */
async function personOf(accounts: Accounts, request: FastifyRequest): Promise<Person | undefined> {
  const key = accessKeyOf(request);
  if (key !== undefined) return accounts.recogniseKey(key);
  const token = tokenOf(request);
  return token === undefined ? undefined : accounts.recognise(token);
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const status = refusal.status ?? refusals[refusal.code].status;
  reply.request.log.info({ code: refusal.code, detail: refusal.detail }, "refused");
  if (refusal.waitMs !== undefined) reply.header("retry-after", Math.ceil(refusal.waitMs / 1000));
  return reply.code(status).send(replyOf(refusal));
}

type Input = { params: unknown; query: unknown; body: unknown };

function parseInput(row: Route, request: FastifyRequest): Ok<Input> | Refusal {
  const read = (schema: z.ZodType | undefined, value: unknown) =>
    schema === undefined
      ? { success: true as const, data: undefined }
      : schema.safeParse(value, { error: sayInVietnamese });
  const params = read(row.params, request.params);
  // An id of the wrong shape names nothing.
  if (!params.success) return refuse("NOT_FOUND", { detail: z.prettifyError(params.error) });
  const query = read(row.query, request.query);
  const body = read(row.body, request.body ?? {});
  if (query.success && body.success)
    return { ok: true, value: { params: params.data, query: query.data, body: body.data } };
  const fields = {
    ...(query.success ? {} : fieldsOf(query.error)),
    ...(body.success ? {} : fieldsOf(body.error)),
  };
  return refuse("INVALID_INPUT", { detail: JSON.stringify(fields), fields });
}

export function callerOf(request: FastifyRequest): Caller {
  const { protocol, hostname } = request;
  const fallback = protocol === "https" ? 443 : 80;
  return {
    address: request.ip,
    calledAs: {
      protocol,
      hostname,
      port: request.port ?? fallback,
      direct: (request.raw.socket as Partial<TLSSocket> | undefined)?.encrypted === true,
    },
  };
}
