// Runs a TypeScript entry on the project's own Node, installing what is missing first.
// Plain JavaScript without imports from the project: it must start on any Node ≥ 18 in a clone without node_modules.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error("usage: node tools/bootstrap.mjs ENTRY.ts [ARG …]");

const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");
const stamp = join(root, "node_modules", ".kidsmart-install");
const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
if (!installed) {
  process.stderr.write("Kidsmart: installing packages (once) …\n");
  // `install`, since `ci` refuses whenever the registry lacks some other platform's optional package; --no-save leaves the
  // lockfile as it is. npm on Windows is a .cmd file, which only a shell can start.
  const npm = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    process.stderr.write(
      "Kidsmart: `npm install` failed; its message stands above. Nothing else was changed.\n",
    );
    process.exit(npm.status ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

const own = {
  linux: join(root, "node_modules", `node-linux-${process.arch}`, "bin", "node"),
  win32: join(root, "node_modules", `node-win-${process.arch}`, "bin", "node.exe"),
}[process.platform];
const major = Number(process.versions.node.split(".")[0]);
if (!(own && existsSync(own)) && major < 24) {
  process.stderr.write(
    `Kidsmart needs Node 24. This machine has ${process.version}, and the registry has no Node 24 for ${process.platform}-${process.arch}: install Node 24 and try again.\n`,
  );
  process.exit(1);
}
const node = own && existsSync(own) ? own : process.execPath;

// The hub's work is short-lived: V8 would give such work room for garbage that a small server does not have (a third
// of the memory at ten thousand devices), and gains nothing by it that could be measured.
const flags = entry === "broker/main.ts" ? ["--max-semi-space-size=8"] : [];
const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...flags, join(root, entry), ...args], {
  stdio: "inherit",
  env: {
    // What Node makes of the TypeScript is kept: a hub, a thread of it or a test begins in half the time.
    NODE_COMPILE_CACHE: join(root, ".cache", "compiled"),
    ...process.env,
    PATH: `${join(root, "node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
  },
});
// Ctrl-C reaches the whole process group; a signal sent to this process alone is passed on.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
