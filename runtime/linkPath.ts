// Owns where a kiosk finds the agent on its own machine: a Unix socket in the data folder, a named pipe on Windows.
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Unix socket addresses hold about 107 bytes; macOS 103. */
const longestSocketPath = 100;

/** The link's address for a data folder as `kidsmartHome` gives it. Two folders never share one. */
export function linkPath(home: string): string {
  const hash = createHash("sha256").update(home).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\kidsmart-${hash}`;
  const inside = join(home, "agent", "link.sock");
  if (Buffer.byteLength(inside) < longestSocketPath) return inside;
  return join(tmpdir(), `kidsmart-${hash}.sock`);
}
