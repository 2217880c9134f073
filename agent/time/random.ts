// Owns chance as a dependency: jitter and tokens.
import { randomBytes } from "node:crypto";

export type Random = {
  /** At least 0, below 1. */
  readonly fraction: () => number;
  /** 64 random bits as 16 hex digits. */
  readonly token: () => string;
};

export const systemRandom: Random = {
  fraction: Math.random,
  token: () => randomBytes(8).toString("hex"),
};
