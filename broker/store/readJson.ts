// Owns reading rows whose text a disk or a hand may have damaged: that is a value of its own, never a crash.
import type { z } from "zod";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { describeIssues } from "../../protocol/versioned.ts";

export function readJson<Shape extends z.ZodType>(
  text: string,
  shape: Shape,
): Result<z.output<Shape>, "UNREADABLE"> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failure("UNREADABLE", String(error));
  }
  const read = shape.safeParse(json);
  return read.success ? ok(read.data) : failure("UNREADABLE", describeIssues(read.error));
}

/** Rows that fit: a damaged one is left out, so that a page or a plan goes on with the others. */
export const readableRows = <Shape extends z.ZodType>(
  shape: Shape,
  rows: readonly unknown[],
): z.output<Shape>[] =>
  rows.flatMap((row) => {
    const read = shape.safeParse(row);
    return read.success ? [read.data] : [];
  });
