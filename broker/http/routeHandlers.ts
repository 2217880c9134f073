// Owns the types of route handlers: each follows from its row of the API table, and a row without a handler does not compile.
import type { z } from "zod";
import type { Ok } from "../../protocol/result.ts";
import type { Person } from "../accounts/person.ts";
import type { Api, RouteName } from "../api/api.ts";
import type { Route } from "../api/route.ts";
import type { Actor } from "../hubServices.ts";
import type { Refusal } from "./refusal.ts";

type Parsed<Row, Part extends "params" | "query" | "body"> =
  Row extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** Who asks, and from where. */
export type Caller = {
  /** Network address, for limits and the audit. */
  readonly address: string;
  /** What the client called the hub: protocol, host name without port, and port. */
  readonly calledAs: {
    readonly protocol: "http" | "https";
    readonly hostname: string;
    readonly port: number;
    /** Over the hub's own TLS: nobody stands between, and the client may have checked the school's authority. */
    readonly direct: boolean;
  };
};

export type SignInCookie = {
  /** Undefined when the request carried none. */
  readonly token: string | undefined;
  set(token: string): void;
  clear(): void;
};

export type RouteInput<Row extends Route> = {
  readonly params: Parsed<Row, "params">;
  readonly query: Parsed<Row, "query">;
  readonly body: Parsed<Row, "body">;
  readonly caller: Caller;
  readonly cookie: SignInCookie;
} & (Row["permission"] extends "public"
  ? unknown
  : { readonly person: Person /** The same person as the services want it. */; readonly actor: Actor });

export type RouteReply<Row extends Route> = Row["reply"] extends z.ZodType ? z.input<Row["reply"]> : null;

export type Handler<Row extends Route> = (input: RouteInput<Row>) => Promise<Ok<RouteReply<Row>> | Refusal>;

export type Handlers<Name extends RouteName = RouteName> = { readonly [Each in Name]: Handler<Api[Each]> };
