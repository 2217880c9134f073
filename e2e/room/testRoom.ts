// Owns a room for tests: the real hub and agent as processes, on free ports and a data folder of their own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../tools/freePort.ts";
import { type Part, readyMessage, startPart } from "../../tools/room/part.ts";
import { enrolmentLinkFor, readSampleSignIns, type SampleSignIn } from "../../tools/room/sampleSchool.ts";
import { root } from "../../tools/root.ts";

export type TestRoom = {
  readonly home: string;
  readonly url: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What the parts said, for a failed test's message. */
  readonly log: string[];
  signIns(): SampleSignIn[];
  startHub(): Promise<Part>;
  /** Enrols at the first start. */
  startAgent(): Promise<Part>;
  /** kill -9 of the agent that runs. */
  killAgent(): Promise<void>;
  /** Starts any file of the project on the project's Node with the room's environment. */
  start(name: string, file: string, ...args: string[]): Part;
  /** Ends every part that still runs and removes the data. */
  close(): Promise<void>;
};

export async function openTestRoom(extra: NodeJS.ProcessEnv = {}): Promise<TestRoom> {
  const home = mkdtempSync(join(tmpdir(), "kidsmart-room-"));
  const httpPort = await freePort();
  const mqttPort = await freePort();
  const url = `http://127.0.0.1:${httpPort}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    KIDSMART_LOG: "warn",
    KIDSMART_HOME: home,
    KIDSMART_HTTP_PORT: String(httpPort),
    KIDSMART_MQTT_PORT: String(mqttPort),
    // A hub that starts again must be found where it was.
    KIDSMART_HTTPS_PORT: String(await freePort()),
    KIDSMART_MQTTS_PORT: String(await freePort()),
    ...extra,
  };
  const running = new Set<Part>();
  const log: string[] = [];
  let enrolled = false;
  let agent: Part | undefined;

  const start = (name: string, file: string, ...args: string[]) => {
    const part = startPart({
      name,
      command: process.execPath,
      args: ["--disable-warning=ExperimentalWarning", join(root, file), ...args],
      environment,
      onLine: (line) => {
        log.push(`[${name}] ${line}`);
        if (log.length > 500) log.shift();
      },
    });
    running.add(part);
    void part.ended.then(() => running.delete(part));
    return part;
  };
  return {
    home,
    url,
    environment,
    log,
    start,
    signIns: () => readSampleSignIns(home),
    async startHub() {
      const hub = start("hub", "broker/main.ts", "--sample");
      await readyMessage(hub);
      return hub;
    },
    async startAgent() {
      const args: string[] = [];
      if (!enrolled) {
        const link = await enrolmentLinkFor(url, readSampleSignIns(home), {
          deviceName: "Trạm 1",
          kind: "station",
          stationNumber: 1,
          emblem: "rabbit",
        });
        args.push("--code", link);
      }
      agent = start("agent", "dist/agent/main.mjs", ...args);
      await readyMessage(agent);
      enrolled = true;
      return agent;
    },
    async killAgent() {
      agent?.process.kill("SIGKILL");
      await agent?.ended;
    },
    async close() {
      for (const part of [...running].reverse()) await part.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
