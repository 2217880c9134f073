// Owns which picture shows what: every file of `pictures/` by its name.
import type { Caller } from "./callers.ts";
import type { Word } from "./words.ts";

const files = import.meta.glob<string>("./pictures/*.svg", { eager: true, query: "?url", import: "default" });

/** Address of the picture of a word or a caller. Throws when nobody drew it, which a test would have seen. */
export function pictureOf(name: Word | Caller): string {
  const file = files[`./pictures/${name}.svg`];
  if (file === undefined) throw new Error(`no picture of ${name}`);
  return file;
}
