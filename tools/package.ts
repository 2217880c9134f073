// Owns `npm run package`: builds everything, then hands over to electron-builder. Arguments are passed on.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build.ts";
import { root } from "./root.ts";

await ensureBuilt();
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules", "electron-builder", "cli.js"), "--publish", "never", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = status ?? 1;
