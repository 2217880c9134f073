// Owns what a route of the HTTP API is: one typed row that the hub registers, the dashboard calls and OpenAPI prints.
import type { z } from "zod";
import type { Permission } from "./permissions.ts";

export type Route = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With `:name` for path parameters. */
  readonly path: `/api/${string}`;
  /** `public` needs no sign-in; everything else demands this permission. */
  readonly permission: Permission | "public";
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Where a body may be longer than those of all other routes. */
  readonly longestBodyBytes?: number;
  /** `null` for 204 No Content. */
  readonly reply: z.ZodType | null;
};

/** Keeps each row's own schema types while checking its shape. */
export const defineRoutes = <const Rows extends Record<string, Route>>(rows: Rows): Rows => rows;
