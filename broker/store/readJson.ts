// Owns reading JSON that stands in a row: a value that a disk or a hand has damaged is a value of its own, never a crash.
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
