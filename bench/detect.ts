// Owns the detection benchmark: from a pulled cable, or a closed connection, to the red light on an open dashboard.
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Agent, startAgent } from "../agent/agent.ts";
import { claimIdentity } from "../agent/enrolment/claim.ts";
import { simulatedMachine } from "../agent/testing/simulatedMachine.ts";
import { systemClock } from "../agent/time/clock.ts";
import { keepaliveSeconds } from "../agent/uplink/connection.ts";
import { api } from "../broker/api/api.ts";
import { liveEvent, livePath } from "../broker/api/live.ts";
import { type Hub, startHub } from "../broker/hub.ts";
import { readEnrolmentText } from "../protocol/enrolmentText.ts";
import { makeLog } from "../runtime/log.ts";
import { signIn } from "../tools/room/hubClient.ts";
import { readSampleSignIns, signInOf } from "../tools/room/sampleSchool.ts";
import { type Benchmark, median } from "./benchmark.ts";

const cables = 8;
const keepaliveMs = keepaliveSeconds * 1000;

export const detectBenchmark: Benchmark = {
  name: "detect",
  aims: { pulledWorstKeepAlives: { atMost: 1.5 }, closedWorstMs: { atMost: 1000 } },
  async measure() {
    const home = mkdtempSync(join(tmpdir(), "kidsmart-detect-"));
    const undo: (() => unknown)[] = [() => rmSync(home, { recursive: true, force: true })];
    try {
      return await measureIn(home, undo);
    } finally {
      for (const step of undo.reverse()) await step();
    }
  },
};

async function measureIn(home: string, undo: (() => unknown)[]) {
  const hub = await openHub(home);
  undo.push(() => hub.stop());
  const signIns = readSampleSignIns(home);
  const officer = signInOf(signIns, "itOfficer");
  const watcher = await openDashboard(hub.url, officer);
  undo.push(() => watcher.close());
  const client = await signIn(hub.url, officer.username, officer.password);
  const stations: { id: string; cable: Cable; agent: Agent }[] = [];
  for (let place = 1; place <= cables; place++) {
    const made = await client.call("createEnrolment", {
      body: {
        deviceName: `Dây ${place}`,
        kind: "station",
        roomId: null,
        stationNumber: place,
        emblem: "fox",
      },
    });
    const read = readEnrolmentText(made.link);
    if (!read.ok || read.value.fingerprint === null) throw new Error("the hub made no link");
    const claimed = await claimIdentity({
      hub: new URL(`https://${read.value.hubs[0]}`),
      trust: { fingerprint: read.value.fingerprint },
      codes: [read.value.code],
      hostname: `day-${place}`,
    });
    if (!claimed.ok) throw new Error(claimed.detail);
    const cable = await openCable(hub.mqttsPort);
    const folder = join(home, `agent-${place}`);
    mkdirSync(folder);
    const { hubUrls: _, ...identity } = claimed.value;
    const agent = await startAgent({
      folder,
      linkPath: join(folder, "link.sock"),
      identity: { ...identity, mqttUrl: `mqtts://127.0.0.1:${cable.port}` },
      clock: systemClock,
      log: makeLog("agent", { KIDSMART_LOG: "silent" }),
      ...simulatedMachine(place),
    });
    undo.push(
      () => agent.stop(),
      () => cable.end(),
    );
    stations.push({ id: identity.deviceId, cable, agent });
  }
  await Promise.all(stations.map(({ id }) => watcher.until(id, "online")));

  const closedMs = await Promise.all(
    stations.map(async ({ id, cable }) => {
      const lost = watcher.until(id, "lost");
      const since = performance.now();
      cable.cut();
      return (await lost) - since;
    }),
  );
  await Promise.all(stations.map(({ id }) => watcher.until(id, "online")));
  const pulledMs = await Promise.all(
    stations.map(async ({ id, cable }, place) => {
      // At different moments between two pings: a cable is not pulled right after one.
      await new Promise((resolve) => setTimeout(resolve, (place * keepaliveMs) / cables));
      const lost = watcher.until(id, "lost");
      const since = performance.now();
      cable.pull();
      return (await lost) - since;
    }),
  );
  return {
    figures: {
      keepAliveMs: keepaliveMs,
      pulledMedianMs: median(pulledMs),
      pulledWorstMs: Math.max(...pulledMs),
      pulledWorstKeepAlives: Math.max(...pulledMs) / keepaliveMs,
      closedMedianMs: median(closedMs),
      closedWorstMs: Math.max(...closedMs),
    },
    note: `${cables} real agents over TLS, each through a line that stops passing anything on without a word; until an open dashboard is told over its live channel`,
  };
}

async function openHub(home: string): Promise<Hub> {
  const started = await startHub({
    home,
    dist: join(home, "dist"),
    version: "0.0.0-bench",
    sample: true,
    schoolName: "Đo tốc độ",
    httpHost: "127.0.0.1",
    http: { port: 0, insisted: true },
    mqtt: { port: 0, insisted: true },
    log: makeLog("hub", { KIDSMART_LOG: "error" }),
  });
  if (!started.ok) throw new Error(started.detail);
  return started.value;
}

type Cable = {
  readonly port: number;
  /** Both ends are told at once, as when a program ends. */
  cut(): void;
  /** Nothing passes any more, and nobody is told, as when a cable is pulled. */
  pull(): void;
  end(): void;
};

async function openCable(target: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let pulled = false;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk: Buffer) => {
        if (!pulled) to.write(chunk);
      });
      from.on("error", () => from.destroy());
      from.on("close", () => {
        sockets.delete(from);
        if (!pulled) to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    pull() {
      pulled = true;
    },
    end() {
      server.close();
      cut();
    },
  };
}

/** A dashboard that is open: the live channel as browsers read it. */
async function openDashboard(
  url: string,
  { username, password }: { readonly username: string; readonly password: string },
) {
  const answer = await fetch(url + api.signIn.path, {
    method: api.signIn.method,
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ username, password }),
  });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const ending = new AbortController();
  const stream = await fetch(url + livePath, { headers: { cookie }, signal: ending.signal });
  if (stream.body === null) throw new Error(`live channel: ${stream.status}`);
  const shown = new Map<string, string>();
  const waiting = new Set<() => void>();
  const reading = read(stream.body).catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });

  async function read(body: NonNullable<Response["body"]>): Promise<void> {
    let rest = "";
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        if (!part.startsWith("data: ")) continue;
        const event = liveEvent.parse(JSON.parse(part.slice("data: ".length)));
        if (event.type !== "station") continue;
        shown.set(event.station.deviceId, event.station.reachability);
        for (const look of waiting) look();
      }
    }
  }

  return {
    /** When the dashboard was told, by `performance.now()`. */
    until: (id: string, reachability: string) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (shown.get(id) !== reachability) return;
          waiting.delete(look);
          resolve(performance.now());
        };
        waiting.add(look);
        look();
      }),
    async close() {
      ending.abort();
      await reading;
    },
  };
}
