// Owns where a kiosk finds the agent on its own machine: a Unix socket in the data folder, a named pipe on Windows.
import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Unix socket addresses hold about 107 bytes; macOS 103. */
const longestSocketPath = 100;

/**
 * The link's address for a data folder as `kidsmartHome` gives it. Two folders never share one. Beside a folder whose
 * path is too long, it lies in one that only this user can write to: in a shared one somebody else could take the
 * address first and give a kiosk its orders. Without such a folder the address stays too long to be used at all.
 */
export function linkPath(home: string, environment: NodeJS.ProcessEnv = process.env): string {
  const hash = createHash("sha256").update(home).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\kidsmart-${hash}`;
  const inside = join(home, "agent", "link.sock");
  if (fits(inside)) return inside;
  const session = environment["XDG_RUNTIME_DIR"];
  const folders = session ? [session, temporaryFolder()] : [temporaryFolder()];
  const folder = folders.find((one) => fits(join(one, socketName(hash))) && isOursAlone(one));
  return folder === undefined ? inside : join(folder, socketName(hash));
}

const fits = (path: string) => Buffer.byteLength(path) < longestSocketPath;
const socketName = (hash: string) => `kidsmart-${hash}.sock`;
const temporaryFolder = () => join(tmpdir(), `kidsmart-${process.getuid?.()}`);

/** Makes the folder when it is missing. False when another user owns it or may enter it, or when it is only a link. */
function isOursAlone(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return false;
  return found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
}
