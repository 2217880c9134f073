// Owns how a change of the school's frame is refused: a code, what is wrong with which field, a sentence for the person.
import type { Failure } from "../../protocol/result.ts";

export type Refused = Failure<"INVALID_INPUT" | "NOT_FOUND" | "CONFLICT"> & {
  readonly message?: string;
  readonly fields?: Record<string, string>;
};

export const refuseFields = (fields: Record<string, string>): Refused => ({
  ok: false,
  code: "INVALID_INPUT",
  detail: Object.keys(fields).join(", "),
  fields,
});

export const refuseUse = (message: string): Refused => ({
  ok: false,
  code: "CONFLICT",
  detail: message,
  message,
});

export const notFound = (detail: string): Refused => ({ ok: false, code: "NOT_FOUND", detail });

/** Thrown inside a transaction, so that nothing of it stays. */
export class ChangeRefused extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.detail);
    this.refused = refused;
  }
}

/** What the work returns, or why it was refused inside. */
export async function orRefused<Value>(work: () => Promise<Value>): Promise<Value | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChangeRefused) return error.refused;
    throw error;
  }
}
