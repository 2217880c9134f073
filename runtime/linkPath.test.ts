import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { linkPath } from "./linkPath.ts";

const long = `/srv/${"a".repeat(150)}`;

/** Stands for the system's folder for temporary files. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "k-"));
  vi.stubEnv("TMPDIR", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

describe.skipIf(process.platform === "win32")("the link's address", () => {
  test("lies in the data folder, or, when that is too long for a socket, in one that is this user's alone", () => {
    const temporary = temporaryFolder();
    expect(linkPath("/srv/k", {})).toBe("/srv/k/agent/link.sock");
    const path = linkPath(long, {});
    expect(path.startsWith(temporary)).toBe(true);
    expect(path.length).toBeLessThan(100);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(linkPath(long, {})).toBe(path);
    expect(linkPath(`${long}b`, {})).not.toBe(path);
    expect(existsSync(path)).toBe(false);
  });

  test("lies in the session's own folder when there is one", () => {
    const temporary = temporaryFolder();
    const session = join(temporary, "session");
    mkdirSync(session, { mode: 0o700 });
    expect(dirname(linkPath(long, { XDG_RUNTIME_DIR: session }))).toBe(session);
    chmodSync(session, 0o755);
    expect(dirname(linkPath(long, { XDG_RUNTIME_DIR: session }))).not.toBe(session);
  });

  test("is no address at all where somebody else could have taken it first", async () => {
    temporaryFolder();
    const taken = dirname(linkPath(long, {}));
    chmodSync(taken, 0o777);
    const path = linkPath(long, {});
    expect(path).toBe(`${long}/agent/link.sock`);
    const server = createServer();
    const refused = new Promise((resolve) => server.once("error", resolve));
    server.listen(path);
    expect(await refused).toBeInstanceOf(Error);

    rmSync(taken, { recursive: true });
    const elsewhere = join(dirname(taken), "elsewhere");
    mkdirSync(elsewhere, { mode: 0o700 });
    symlinkSync(elsewhere, taken);
    expect(linkPath(long, {})).toBe(`${long}/agent/link.sock`);
  });
});
