// Owns how the kiosk is built: main process and preload as single files, the renderer with relative addresses, so that it runs
// at kiosk://app/ and at the hub's /screen/ alike.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";
import { pictureFiles } from "./pictureFiles.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const defaultOutput = join(root, "dist", "kiosk");

/** Builds into `dist/kiosk/{main,preload,renderer}`, replacing what was there. */
export async function buildKiosk(output: string = defaultOutput): Promise<void> {
  await rm(output, { recursive: true, force: true });
  const facts = await readFile(join(root, "package.json"), "utf8");
  const { version } = JSON.parse(facts) as { version: string };
  const define = { kidsmartBuild: JSON.stringify({ version, builtAt: Date.now() }) };
  // Under a test runner the environment says "test", and Vite would build React's slow development version.
  const environmentBefore = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await Promise.all([
      build(
        forNode({
          entry: "main/main.ts",
          file: "main.mjs",
          format: "es",
          output: join(output, "main"),
          define,
        }),
      ),
      build(
        forNode({
          entry: "preload/preload.ts",
          file: "preload.cjs",
          format: "cjs",
          output: join(output, "preload"),
          define,
        }),
      ),
      build(forRenderer(join(output, "renderer"), define)),
    ]);
  } finally {
    if (environmentBefore === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = environmentBefore;
  }
  await writePictures(join(output, "renderer", "pictures"));
}

function forNode(part: {
  readonly entry: string;
  readonly file: string;
  readonly format: "es" | "cjs";
  readonly output: string;
  readonly define: Record<string, string>;
}): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: "warn",
    define: part.define,
    ssr: { noExternal: true, external: ["electron", "electron/renderer"] },
    build: {
      ssr: join(root, "kiosk", part.entry),
      outDir: part.output,
      emptyOutDir: true,
      target: "node24",
      minify: false,
      rolldownOptions: {
        external: [/^node:/, /^electron/],
        output: { format: part.format, entryFileNames: part.file, codeSplitting: false },
      },
    },
  };
}

function forRenderer(output: string, define: Record<string, string>): InlineConfig {
  return {
    configFile: false,
    root: join(root, "kiosk", "renderer"),
    base: "./",
    logLevel: "warn",
    define,
    plugins: [react()],
    build: {
      outDir: output,
      emptyOutDir: true,
      // Televisions keep the browser they were sold with.
      target: "chrome90",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: "first", test: isOfFirstPicture }] } },
      },
    },
  };
}

/**
 * One file for the first picture: each file of a page costs a way through the main process, which is busy opening the
 * station just then. What is loaded later (panel, game host, web screen, zod) shares modules with it and would split it.
 */
const isOfFirstPicture = (id: string): boolean =>
  /\/node_modules\/(react|react-dom|scheduler|zustand|uuid)\//.test(id) ||
  (/\/kiosk\/(renderer|lesson)\//.test(id) &&
    !/\/renderer\/(classroom|game|panel|web)\/|restoreLesson|withoutEval|\/lesson\/record\.ts/.test(id)) ||
  /\/renderer\/(game\/loadGameScreen|panel\/TeacherCorner)/.test(id);

/** Every picture a school may choose as an emblem, as a file of its own: only those on screen are ever loaded. */
async function writePictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, svg] of await pictureFiles()) await writeFile(join(folder, `${name}.svg`), svg);
  await cp(join(root, "kiosk", "CREDITS.md"), join(folder, "CREDITS.md"));
}
