import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ServerMessage } from "../protocol/link.ts";
import { linkPath } from "../runtime/linkPath.ts";
import { writeIdentity } from "./enrolment/identity.ts";
import { makeIdentity, recordIdOf, sessionRecord, temporaryFolder } from "./testing/fixtures.ts";
import { startTestHub } from "./testing/testHub.ts";

// The agent as it is installed: a process of its own, on the project's own Node.
const main = fileURLToPath(new URL("./main.ts", import.meta.url));

type Running = { readonly child: ChildProcess; readonly said: () => string; readonly ready: Promise<void> };

function run(home: string, ...args: string[]): Running {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
    env: { ...process.env, KIDSMART_HOME: home, KIDSMART_LOG: "silent" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", (message) => {
      expect(message).toEqual({ type: "ready" });
      resolve();
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  ready.catch(() => {});
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  });
  return { child, said: () => said, ready };
}

const ended = async ({ child }: Running): Promise<number | null> => {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, "exit");
  return code as number | null;
};

function enrolledHome(mqttUrl: string): string {
  const home = temporaryFolder();
  mkdirSync(join(home, "agent"));
  writeIdentity(join(home, "agent"), makeIdentity(mqttUrl));
  return home;
}

describe("the agent as a process", () => {
  test("enrols with a code, reports to the hub, serves a kiosk, and stops cleanly within two seconds", async () => {
    const hub = await startTestHub();
    const { hubUrl: _, ...given } = makeIdentity(hub.url);
    const http = createServer((_request, response) => response.end(JSON.stringify(given)));
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    onTestFinished(() => void http.close());
    const home = temporaryFolder();
    const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const agent = run(home, "--hub", address, "--code", "ABCD-EFGH");
    await agent.ready;
    await hub.until(() => hub.records.some(({ type }) => type === "power"));

    const socket = connect(linkPath(home));
    onTestFinished(() => void socket.destroy());
    const stored = new Promise<ServerMessage[]>((resolve) => {
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk.toString("utf8");
        const messages = text
          .split("\n")
          .slice(0, -1)
          .map((line) => JSON.parse(line) as ServerMessage);
        if (messages.some(({ type }) => type === "stored")) resolve(messages);
      });
    });
    const { body } = sessionRecord(1);
    const record = { id: recordIdOf(1), at: Date.now(), type: "session", body };
    for (const message of [
      { type: "hello", kiosk: "test", have: { plan: 0, config: 0, content: 0 } },
      { type: "record", record },
      { type: "live", live: { state: "menu", gameId: null, sessionId: null, endAt: null } },
    ])
      socket.write(`${JSON.stringify(message)}\n`);
    expect((await stored).map(({ type }) => type)).toContain("welcome");
    await hub.until(
      () =>
        hub.records.some(({ type }) => type === "session") && hub.lives.some(({ kiosk }) => kiosk !== null),
    );

    const before = Date.now();
    agent.child.kill("SIGTERM");
    expect(await ended(agent)).toBe(0);
    expect(Date.now() - before).toBeLessThanOrEqual(2000);
    await hub.until(() => hub.states.at(-1)?.state === "stopped");

    // Started again, it needs no code.
    const again = run(home);
    await again.ready;
    await hub.until(() => hub.records.filter(({ type }) => type === "power").length === 3);
    const events = hub.records.flatMap((found) => (found.type === "power" ? [found.body.event] : []));
    expect(events).toEqual(["start", "stop", "start"]);
    expect(hub.records.map(({ seq }) => seq)).toEqual(hub.records.map((_, index) => index + 1));
  });

  test("killed, it tells at its next start that it was, and loses nothing it had answered for", async () => {
    const hub = await startTestHub();
    const home = enrolledHome(hub.url);
    const first = run(home);
    await first.ready;
    await hub.until(() => hub.records.length >= 1);
    first.child.kill("SIGKILL");
    await ended(first);
    const second = run(home);
    await second.ready;
    await hub.until(() => hub.records.length >= 3);
    const events = hub.records.flatMap((found) => (found.type === "power" ? [found.body] : []));
    expect(events.map(({ event, scope }) => `${event} ${scope}`)).toEqual([
      "start machine",
      "unexpectedStop agent",
      "start agent",
    ]);
    expect(hub.states.map(({ state }) => state)).toEqual(["online", "lost", "online"]);
  });

  test.skipIf(process.platform === "win32")("no file it makes can be read by another user", async () => {
    const before = process.umask(0o022);
    onTestFinished(() => void process.umask(before));
    const home = temporaryFolder();
    const { hubUrl: _, ...given } = makeIdentity("mqtt://127.0.0.1:9");
    const http = createServer((_request, response) => response.end(JSON.stringify(given)));
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    onTestFinished(() => void http.close());
    const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    await run(home, "--hub", address, "--code", "ABCD-EFGH").ready;
    const made = readdirSync(home, { recursive: true, encoding: "utf8" });
    expect(made).toContain(join("agent", "outbox.db"));
    expect(made.filter((name) => (statSync(join(home, name)).mode & 0o077) !== 0)).toEqual([]);
  });

  test("a second agent on the same data folder is refused with a sentence and code 3", async () => {
    const home = enrolledHome("mqtt://127.0.0.1:9");
    const first = run(home);
    await first.ready;
    const second = run(home);
    expect(await ended(second)).toBe(3);
    expect(second.said()).toContain("Đã có một agent khác đang chạy");
    expect(first.child.exitCode).toBeNull();
  });

  test("without enrolment, or with words it does not know, it says what to do and ends with code 2", async () => {
    const home = temporaryFolder();
    const bare = run(home);
    expect(await ended(bare)).toBe(2);
    expect(bare.said()).toContain("--code MÃ-SÁU-NHÓM");
    const wrong = run(home, "--hubb", "x");
    expect(await ended(wrong)).toBe(2);
    expect(wrong.said()).toContain("Cách dùng");
  });
});
