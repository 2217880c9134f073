import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildDashboard } from "./build.ts";
import { emblemNames } from "./parts/emblemNames.ts";

type Chunk = { readonly file: string; readonly imports?: string[]; readonly isEntry?: boolean };

let folder: string;
let manifest: Record<string, Chunk>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-dashboard-"));
  await buildDashboard({ outDir: folder });
  manifest = JSON.parse(await readFile(join(folder, ".vite/manifest.json"), "utf8"));
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

function filesOf(keys: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build has no ${key}`);
    if (found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return [...found];
}

test("the first load, room board included, is at most a dozen scripts of 250 kB gzipped", async () => {
  const files = filesOf(["index.html", "board/BoardPage.tsx"]);
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(folder, file))).byteLength),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThanOrEqual(12);
  expect(total).toBeLessThanOrEqual(250_000);
});

test("the schema library, the charts and the QR code stay out of the first load", async () => {
  const files = filesOf(["index.html", "board/BoardPage.tsx"]);
  const code = (await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")))).join("\n");
  expect(code).toContain("/api/session");
  for (const foreign of ["ZodError", "u-cursor-x", "jsxDEV"])
    expect([foreign, code.includes(foreign)]).toEqual([foreign, false]);
});

test("the page has no inline script, since the hub's policy would refuse it", async () => {
  const page = await readFile(join(folder, "index.html"), "utf8");
  expect(page).toMatch(/<script type="module"[^>]*src="\/assets\//);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
});

test("every emblem ships as its own picture", async () => {
  for (const name of emblemNames)
    expect(await readFile(join(folder, `emblems/${name}.svg`), "utf8")).toMatch(/^<svg .*<\/svg>$/s);
});
