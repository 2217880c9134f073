// Owns what a failed call is: the hub's code and sentence, or UNREACHABLE when no hub answered.
import type { ErrorCode } from "../../api/error.ts";

export type CallErrorCode = ErrorCode | "UNREACHABLE";

export class ApiError extends Error {
  readonly code: CallErrorCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  /** How long to wait before the next try, seconds; null when the hub did not say. */
  readonly retryAfterSeconds: number | null;

  constructor(options: {
    code: CallErrorCode;
    message: string;
    status: number;
    fields?: Readonly<Record<string, string>>;
    retryAfterSeconds?: number | null;
  }) {
    super(options.message);
    this.name = "ApiError";
    this.code = options.code;
    this.status = options.status;
    this.fields = options.fields ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

export const isCode = (error: unknown, code: CallErrorCode): boolean =>
  error instanceof ApiError && error.code === code;
