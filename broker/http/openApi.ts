// Owns the OpenAPI 3.1 document: printed from the same table that is served.
import { z } from "zod";
import { api, type RouteName } from "../api/api.ts";
import { errorReply } from "../api/error.ts";
import { mayBeInKey } from "../api/integrations.ts";
import type { Route } from "../api/route.ts";

type Json = Record<string, unknown>;

export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(api) as RouteName[]) {
    const row: Route = api[name];
    const path = row.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(name, row) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Kidsmart hub",
      version,
      description:
        "HTTP API of the school's hub. Changes are accepted from the hub's own pages or from clients without an Origin header.",
    },
    paths,
    components: {
      schemas: { ErrorReply: schemaOf(errorReply, "output") },
      securitySchemes: {
        signIn: { type: "apiKey", in: "cookie", name: "kidsmart" },
        accessKey: { type: "http", scheme: "bearer" },
      },
    },
  };
}

function operation(name: string, row: Route): Json {
  const parameters = [...parametersOf("path", row.params), ...parametersOf("query", row.query)];
  const answered =
    row.reply === null
      ? { "204": { description: "Done" } }
      : { "200": { description: "Done", content: json(schemaOf(row.reply, "output")) } };
  return {
    operationId: name,
    summary: row.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(row.body && { requestBody: { required: true, content: json(schemaOf(row.body, "input")) } }),
    responses: {
      ...answered,
      default: {
        description: "Refused: a code for programs and a Vietnamese sentence for people",
        content: json({ $ref: "#/components/schemas/ErrorReply" }),
      },
    },
    security: securityOf(row.permission),
    ...(row.permission !== "public" && { "x-permission": row.permission }),
  };
}

/** What only people may do takes no key. */
function securityOf(permission: Route["permission"]): Json[] {
  if (permission === "public") return [];
  return mayBeInKey(permission) ? [{ signIn: [] }, { accessKey: [] }] : [{ signIn: [] }];
}

function parametersOf(place: "path" | "query", schema: z.ZodType | undefined): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

const json = (schema: Json) => ({ "application/json": { schema } });

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
