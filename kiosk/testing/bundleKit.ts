// Owns the games' own lifecycle as one script, so that broken games of the tests break as real ones do.
import { join } from "node:path";
import { build } from "vite";

/** A classic script that defines `kit.connectGame`. */
export async function bundleKit(): Promise<string> {
  const built = await build({
    configFile: false,
    envDir: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      lib: {
        entry: join(import.meta.dirname, "..", "..", "content", "sdk", "lifecycle.ts"),
        name: "kit",
        formats: ["iife"],
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("the kit's lifecycle was not bundled");
  return chunk.code;
}
