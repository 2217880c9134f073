// Owns building: each target is built when its sources changed since its last build, and left alone otherwise.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { listFiles } from "./files.ts";
import { root } from "./root.ts";

type Target = {
  readonly name: string;
  /** Folders and files whose content decides whether the target is stale. */
  readonly sources: readonly string[];
  /** A file that stands when the build is whole. */
  readonly product: string;
  readonly build: () => Promise<unknown>;
};

const targets: readonly Target[] = [
  {
    name: "content",
    sources: ["content", "protocol"],
    product: "dist/content/catalogue.json",
    build: async () =>
      (await import("../content/catalogue/buildContent.ts")).buildContent({
        gamesFolder: join(root, "content", "games"),
        outFolder: join(root, "dist", "content"),
      }),
  },
  {
    name: "dashboard",
    sources: ["broker/dashboard", "broker/api", "protocol"],
    product: "dist/dashboard/index.html",
    build: async () => (await import("../broker/dashboard/build.ts")).buildDashboard(),
  },
  {
    name: "agent",
    sources: ["agent", "protocol", "runtime"],
    product: "dist/agent/main.mjs",
    build: async () => (await import("../agent/build.ts")).buildAgent(),
  },
  {
    name: "kiosk",
    sources: ["kiosk", "protocol", "runtime"],
    product: "dist/kiosk/renderer/index.html",
    build: async () => (await import("../kiosk/build.ts")).buildKiosk(),
  },
];

/** Builds what is stale. Returns the names of the targets that were built. */
export async function ensureBuilt(
  options: { force?: boolean; only?: readonly string[]; print?: (line: string) => void } = {},
): Promise<string[]> {
  const print = options.print ?? ((line) => process.stderr.write(`${line}\n`));
  const built: string[] = [];
  for (const target of targets) {
    if (options.only !== undefined && !options.only.includes(target.name)) continue;
    const hash = hashSources(target.sources);
    const stamp = join(root, ".cache", "build", target.name);
    const fresh =
      !options.force &&
      existsSync(join(root, target.product)) &&
      existsSync(stamp) &&
      readFileSync(stamp, "utf8") === hash;
    if (fresh) continue;
    const begun = performance.now();
    print(`Kidsmart: building ${target.name} …`);
    await target.build();
    mkdirSync(join(root, ".cache", "build"), { recursive: true });
    writeFileSync(stamp, hash);
    built.push(target.name);
    print(`Kidsmart: built ${target.name} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  return built;
}

function hashSources(sources: readonly string[]): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const source of sources)
    for (const file of listFiles(join(root, source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(file).update("\0").update(readFileSync(file));
    }
  return hash.digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const built = await ensureBuilt({ force: process.argv.includes("--force") });
  process.stderr.write(built.length === 0 ? "Kidsmart: everything is up to date\n" : "");
}
