// Owns versioning: a message type is a list of shipped versions, each with the upgrade from the one before.
// A shipped version is never edited. Writing goes by the newest schema; reading accepts every version.
import type { z } from "zod";
import { failure, ok, type Result } from "./result.ts";

type AnySchema = z.ZodType;

export type Version = {
  readonly schema: AnySchema;
  /** Turns a value of the version before into one of this version. Absent on version 1 only. */
  readonly upgrade?: (before: never) => unknown;
};

export type Versioned<Newest extends AnySchema> = {
  readonly name: string;
  /** The newest version's number, counted from 1. */
  readonly version: number;
  readonly schema: Newest;
  /** Decodes a value that was written as version `from`. */
  readonly decode: (value: unknown, from: number) => Result<z.infer<Newest>, "UNKNOWN_VERSION" | "INVALID">;
};

export function versioned<Newest extends AnySchema>(
  name: string,
  versions: readonly [...Version[], { schema: Newest; upgrade?: (before: never) => unknown }],
): Versioned<Newest> {
  const newest = versions[versions.length - 1];
  if (newest === undefined) throw new Error(`${name} has no version`);
  return {
    name,
    version: versions.length,
    schema: newest.schema as Newest,
    decode(value, from) {
      const first = versions[from - 1];
      if (first === undefined) return failure("UNKNOWN_VERSION", `${name} has no version ${from}`);
      const parsed = first.schema.safeParse(value);
      if (!parsed.success) return failure("INVALID", describeIssues(parsed.error));
      let current: unknown = parsed.data;
      for (const next of versions.slice(from)) {
        if (next.upgrade === undefined) throw new Error(`${name}: a version above 1 needs an upgrade`);
        // The upgrade's input is what the schema before it parsed; the list's order guarantees it, not the type.
        current = next.upgrade(current as never);
      }
      if (from === versions.length) return ok(current as z.infer<Newest>);
      const checked = newest.schema.safeParse(current);
      return checked.success
        ? ok(checked.data as z.infer<Newest>)
        : failure("INVALID", describeIssues(checked.error));
    },
  };
}

/** One line for a log: where each problem is and what it is. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join(".") || "(whole)"}: ${issue.message}`)
    .join("; ");
}
