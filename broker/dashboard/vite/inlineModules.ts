// Owns the build step that runs a module once on Node and ships only its exported values,
// so that the browser gets the contract's methods and paths without the schema library.
import type { Plugin } from "vite";

/** `paths` are modules of the dashboard, relative to its folder; their exports must be JSON. */
export function inlineModules(paths: readonly string[]): Plugin {
  return {
    name: "kidsmart-inline-modules",
    enforce: "pre",
    async load(id) {
      const path = paths.find((candidate) => id.endsWith(`/dashboard/${candidate}`));
      if (path === undefined) return null;
      const exports: Record<string, unknown> = await import(new URL(`../${path}`, import.meta.url).href);
      return Object.entries(exports)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n");
    },
  };
}
