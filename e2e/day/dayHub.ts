// Owns the school day's hub as the test holds it: started, told the time, killed, asked.
import { once } from "node:events";
import { freePort } from "../../tools/freePort.ts";
import { type HubClient, signIn } from "../../tools/room/hubClient.ts";
import { type Part, readyMessage, startPart } from "../../tools/room/part.ts";
import { readSampleSignIns } from "../../tools/room/sampleSchool.ts";
import type { ClockWord } from "./clockedHub.ts";

export type DayHub = {
  readonly url: string;
  readonly mqttPort: number;
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  readonly running: () => boolean;
  /** Resolves when the hub's clock shows it; at once while the hub is off. */
  tellTime(at: number): Promise<void>;
  /** Signed in as somebody of the sample school. */
  as(role: string): Promise<HubClient>;
};

export async function openDayHub(home: string, now: () => number): Promise<DayHub> {
  const httpPort = await freePort();
  const mqttPort = await freePort();
  let part: Part | undefined;
  let first = true;
  const url = `http://127.0.0.1:${httpPort}`;
  return {
    url,
    mqttPort,
    running: () => part !== undefined,
    async start() {
      part = startPart({
        name: "hub",
        command: process.execPath,
        args: [
          "--disable-warning=ExperimentalWarning",
          "e2e/day/clockedHub.ts",
          home,
          String(now()),
          first ? "sample" : "",
        ],
        environment: {
          ...process.env,
          KIDSMART_HTTP_PORT: String(httpPort),
          KIDSMART_MQTT_PORT: String(mqttPort),
        },
        onLine: (line) => console.error(`[hub] ${line}`),
      });
      first = false;
      await readyMessage(part);
    },
    async kill() {
      part?.process.kill("SIGKILL");
      await part?.ended;
      part = undefined;
    },
    async stop() {
      await part?.stop();
      part = undefined;
    },
    async tellTime(at) {
      if (part === undefined) return;
      const heard = once(part.process, "message");
      part.process.send({ type: "time", at } satisfies ClockWord);
      await heard;
    },
    async as(role) {
      const person = readSampleSignIns(home).find((each) => each.role === role);
      if (person === undefined) throw new Error(`the sample school has no ${role}`);
      return signIn(url, person.username, person.password);
    },
  };
}
