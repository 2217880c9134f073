// Tests the hub as a program: real processes, their messages and exit codes.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

// Each test starts programs, and a busy machine takes seconds for one.
vi.setConfig({ testTimeout: 60_000 });

let home: string;
const children: ChildProcess[] = [];
const servers: Server[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "kidsmart-main-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  for (const server of servers.splice(0)) server.close();
  await rm(home, { recursive: true, force: true });
});

type Program = { readonly child: ChildProcess; output(): string; errors(): string };

function run(environment: Record<string, string>, ...args: string[]): Program {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL("main.ts", import.meta.url)), ...args],
    {
      env: { PATH: process.env["PATH"], KIDSMART_HOME: home, KIDSMART_LOG: "warn", ...environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  children.push(child);
  let output = "";
  let errors = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  return { child, output: () => output, errors: () => errors };
}

const anyPorts = { KIDSMART_HTTP_PORT: "0", KIDSMART_MQTT_PORT: "0" };
type Ready = { type: string; httpPort: number; mqttPort: number; url: string };

async function ready({ child, errors }: Program): Promise<Ready> {
  const ended = once(child, "exit").then(() => {
    throw new Error(errors());
  });
  const [message] = (await Promise.race([once(child, "message"), ended])) as [Ready];
  ended.catch(() => undefined);
  return message;
}
async function ended({ child }: Program): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, "close")) as [number | null];
  return code;
}
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

test("a hub says when it is ready, answers, and ends cleanly on SIGTERM", async () => {
  const hub = run(anyPorts, "--sample");
  const { url, httpPort, mqttPort } = await ready(hub);
  expect(url).toBe(`http://127.0.0.1:${httpPort}`);
  expect(mqttPort).toBeGreaterThan(0);
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: "ok" });
  hub.child.kill("SIGTERM");
  expect(await ended(hub)).toBe(0);
  expect(existsSync(join(home, "sample-sign-ins.json"))).toBe(true);
  // A clean end leaves one whole file: the write-ahead log is folded in.
  expect(existsSync(join(home, "hub", "hub.db-wal"))).toBe(false);
});

test.runIf(process.platform !== "win32")("nobody else on the machine can read the hub's files", async () => {
  const hub = run(anyPorts, "--sample");
  await ready(hub);
  for (const file of ["hub.db", "hub.db-wal"])
    expect((await stat(join(home, "hub", file))).mode & 0o077).toBe(0);
});

test("a hub whose starter is gone ends by itself", async () => {
  const hub = run(anyPorts, "--sample");
  await ready(hub);
  // A channel that was cut never lets "close" come.
  const exit = once(hub.child, "exit");
  hub.child.disconnect();
  expect(await exit).toEqual([0, null]);
});

test.each([
  ["KIDSMART_HTTP_PORT", "Cổng HTTP"],
  ["KIDSMART_MQTT_PORT", "Cổng MQTT"],
])("a port of %s that is taken is said, with what to do, and the hub ends with 2", async (name, words) => {
  const port = await takenPort();
  const hub = run({ ...anyPorts, [name]: String(port) }, "--sample");
  expect(await ended(hub)).toBe(2);
  expect(hub.errors()).toContain(words);
  expect(hub.errors()).toContain(name);
  expect(hub.errors()).toContain(String(port));
});

test("a second hub on the same data is refused with 3, and the first runs on", async () => {
  const first = run(anyPorts, "--sample");
  const { url } = await ready(first);
  const second = run(anyPorts, "--sample");
  expect(await ended(second)).toBe(3);
  expect(second.errors()).toContain("Một máy chủ Kidsmart khác đang dùng thư mục dữ liệu này");
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test("a hub that was killed leaves its data free for the next", async () => {
  const first = run(anyPorts, "--sample");
  await ready(first);
  first.child.kill("SIGKILL");
  await ended(first);
  const second = run(anyPorts, "--sample");
  await ready(second);
});

test("the first start of a real school prints one administrator's sign-in, which works; the second prints none", async () => {
  const first = run({
    ...anyPorts,
    KIDSMART_HTTP_HOST: "127.0.0.1",
    KIDSMART_SCHOOL_NAME: "Trường Mầm non Bình Minh",
  });
  const { url } = await ready(first);
  const file = join(home, "hub", "first-sign-in.txt");
  const [, password = ""] = /Mật khẩu: +(\S+)/.exec(await readFile(file, "utf8")) ?? [];
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(first.output()).toContain(password);
  const answer = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "quantri", password }),
  });
  expect(await answer.json()).toMatchObject({
    school: { name: "Trường Mầm non Bình Minh" },
    permissions: expect.arrayContaining(["devices.manage", "timetable.edit", "audit.view"]),
  });
  first.child.kill("SIGTERM");
  await ended(first);
  const second = run({ ...anyPorts, KIDSMART_HTTP_HOST: "127.0.0.1" });
  await ready(second);
  expect(second.output()).not.toContain("Đăng nhập:");
});

test.each([
  ["an unknown flag", {}, ["--smaple"]],
  ["a port that is no number", { KIDSMART_HTTP_PORT: "eighty" }, []],
])("%s ends the hub before it touches anything", async (_, environment, args) => {
  const hub = run({ ...anyPorts, ...environment }, ...args);
  expect(await ended(hub)).toBe(64);
  expect(existsSync(join(home, "hub"))).toBe(false);
});
