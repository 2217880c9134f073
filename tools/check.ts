// Owns the checks that need no running program: format and lint, types of each world, layers.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.ts";

const bin = (name: string) =>
  join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

const sourceFolders = ["protocol", "runtime", "agent", "broker", "kiosk", "content", "tools", "bench", "e2e"];

const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["format and lint", "biome", "check", "--error-on-warnings", "."],
  ["types: pure rules", "tsc", "-p", "tsconfig.pure.json"],
  ["types: Node", "tsc", "-p", "tsconfig.node.json"],
  ["types: browser", "tsc", "-p", "tsconfig.web.json"],
  ["types: tests", "tsc", "-p", "tsconfig.e2e.json"],
  ["layers and cycles", "depcruise", "--config", ".dependency-cruiser.mjs", ...sourceFolders],
];

/** Runs every check, printing what a failed one said. Returns how many passed and failed. */
export function runChecks(): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const [name, command, ...args] of checks) {
    const run = spawnSync(bin(command), args, {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (run.status === 0) {
      passed++;
      console.log(`✓ ${name}`);
    } else {
      failed++;
      console.log(`✗ ${name}\n${run.stdout}${run.stderr}`);
    }
  }
  return { passed, failed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.exitCode = runChecks().failed === 0 ? 0 : 1;
