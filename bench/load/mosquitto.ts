// Owns a Mosquitto of the benchmark's own: relaying only, nothing kept on disk, no limit that would drop a message.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../tools/freePort.ts";

export type Mosquitto = { readonly port: number; stop(): Promise<void> };

const program = ["/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto"].find(
  existsSync,
);

/** Undefined where Mosquitto is not installed. */
export async function startMosquitto(): Promise<Mosquitto | undefined> {
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-mosquitto-"));
  const port = await freePort();
  const config = join(folder, "mosquitto.conf");
  writeFileSync(
    config,
    [
      `listener ${port} 127.0.0.1`,
      "allow_anonymous true",
      "persistence false",
      "max_queued_messages 0",
      "max_inflight_messages 0",
      "set_tcp_nodelay true",
      "log_type error",
      "",
    ].join("\n"),
  );
  const child = spawn(program, ["-c", config], { stdio: ["ignore", "ignore", "inherit"] });
  await listening(port, child);
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`mosquitto ended with ${child.exitCode}`);
    const socket = connect(port, "127.0.0.1");
    const up = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (up) return;
    await wait(20);
  }
  throw new Error("mosquitto did not listen within 4 s");
}
