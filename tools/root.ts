// Owns the project's folder, as the tools know it.
import { dirname } from "node:path";

/** Absolute path of the checkout. */
export const root = dirname(import.meta.dirname);
