// Owns Result: an expected failure is a value with a code; a bug throws.

export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Failure<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  /** What went wrong, for a log; never shown to a child. */
  readonly detail: string;
};
export type Result<Value, Code extends string = string> = Ok<Value> | Failure<Code>;

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });
export const failure = <Code extends string>(code: Code, detail: string): Failure<Code> => ({
  ok: false,
  code,
  detail,
});
