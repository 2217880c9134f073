// Owns how the agent is built: plain JavaScript that Node loads without type stripping, which saves a third of its memory (ADR 0017).
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "vite";

const root = dirname(import.meta.dirname);

/** The program, and the short-lived one that it asks for the inventory. */
const programs = {
  main: join(root, "agent", "main.ts"),
  inventoryProcess: join(root, "agent", "collect", "inventoryProcess.ts"),
};

/** Builds into dist/agent. `entries` and `output` serve the benchmark, which measures the agent as it is shipped. */
export async function buildAgent(
  entries: Readonly<Record<string, string>> = programs,
  output = join(root, "dist", "agent"),
): Promise<void> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    define: { kidsmartBuild: JSON.stringify({ version, builtAt: Date.now() }) },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: output,
      emptyOutDir: true,
      target: "node24",
      // Names stay: a stack trace from a school must be readable.
      minify: false,
      rolldownOptions: {
        input: { ...entries },
        // ws asks for these two native helpers and does without them.
        external: [/^node:/, "bufferutil", "utf-8-validate"],
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
      },
    },
  });
}
