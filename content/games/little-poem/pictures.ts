// Owns which picture shows what: every file of `pictures/` by its name.
import type { Thing } from "./things.ts";

const files = import.meta.glob<string>("./pictures/*.svg", { eager: true, query: "?url", import: "default" });

/** Address of the picture of a thing. Throws when nobody has it, which a test would have seen. */
export function pictureOf(name: Thing): string {
  const file = files[`./pictures/${name}.svg`];
  if (file === undefined) throw new Error(`no picture of ${name}`);
  return file;
}
