// `npm start` as a newcomer meets it: it says where to look and how to sign in, keeps everything, and stops cleanly.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort } from "../tools/freePort.ts";
import { signIn } from "../tools/room/hubClient.ts";
import { interrupt, ownGroup } from "../tools/room/interrupt.ts";
import { readSampleSignIns, signInOf } from "../tools/room/sampleSchool.ts";
import { root } from "../tools/root.ts";
import { until } from "./until.ts";

let home: string;
let running: ChildProcess | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kidsmart-start-"));
});
afterEach(async () => {
  if (running !== undefined && running.exitCode === null && running.signalCode === null) {
    interrupt(running);
    await once(running, "close");
  }
  rmSync(home, { recursive: true, force: true });
});

async function start(
  environment: NodeJS.ProcessEnv,
): Promise<{ printed: () => string; stop: () => Promise<boolean> }> {
  const child = spawn("npm", ["start", "--silent"], {
    cwd: root,
    env: { ...process.env, KIDSMART_HOME: home, KIDSMART_KIOSK: "off", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    ...ownGroup,
  });
  running = child;
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await until("npm start says it runs", () => text.includes("Ctrl-C") || child.exitCode !== null, 60_000);
  return {
    printed: () => text,
    async stop() {
      interrupt(child);
      // `close`, not `exit`: npm ends at once, and the parts still hold the output while they stop.
      await once(child, "close");
      return text.includes("Đã dừng");
    },
  };
}

const ports = async () => ({
  KIDSMART_HTTP_PORT: String(await freePort()),
  KIDSMART_MQTT_PORT: String(await freePort()),
});

it("brings up a room, says how to sign in, stops at Ctrl-C, and finds everything again", async () => {
  const environment = await ports();
  const url = `http://127.0.0.1:${environment.KIDSMART_HTTP_PORT}`;
  const first = await start(environment);
  const signIns = readSampleSignIns(home);
  const officer = signInOf(signIns, "itOfficer");
  expect(first.printed()).toContain(url);
  for (const { username, password } of signIns) {
    expect(first.printed()).toContain(username);
    expect(first.printed()).toContain(password);
  }
  const hub = await signIn(url, officer.username, officer.password);
  const online = await until("this computer reports its health", async () => {
    const [device] = await hub.call("listDevices");
    return device?.reachability === "online" && device.cpuPercent !== null ? device : undefined;
  });
  expect(await first.stop()).toBe(true);

  const second = await start(environment);
  expect(second.printed()).toContain(officer.password);
  const again = await signIn(url, officer.username, officer.password);
  const devices = await again.call("listDevices");
  expect(devices.map(({ deviceId }) => deviceId)).toEqual([online.deviceId]);
  expect(await second.stop()).toBe(true);
});

it("says clearly that a port it was told to use is taken, and leaves nothing running", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const started = await start({ ...(await ports()), KIDSMART_HTTP_PORT: String(address.port) });
  expect(started.printed()).toContain("Cổng HTTP đã có chương trình khác dùng");
  await until("npm start has ended", () => running?.exitCode !== null);
  expect(running?.exitCode).toBe(1);
  taken.close();
});

it("refuses a second room on the same data", async () => {
  const first = await start(await ports());
  const firstProcess = running;
  const second = await start(await ports());
  expect(second.printed()).toContain("Một máy chủ Kidsmart khác đang dùng thư mục dữ liệu này");
  await until("the second has ended", () => running?.exitCode !== null);
  running = firstProcess;
  expect(await first.stop()).toBe(true);
});
