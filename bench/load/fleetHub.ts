// Owns the hub of the fleet benchmark: the shipped program in a process of its own, on a school with N devices, with its CPU and memory as the system counts them.
import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { openStore } from "../../broker/store/store.ts";
import { freePort } from "../../tools/freePort.ts";
import type { FleetOrder } from "./fleetDevices.ts";

type Ready = {
  readonly type: "ready";
  readonly httpPort: number;
  readonly mqttPort: number;
  readonly mqttsPort?: number;
};

export type FleetHub = {
  readonly school: string;
  readonly devices: FleetOrder["devices"];
  readonly httpUrl: string;
  readonly mqttPort: number;
  readonly officer: { readonly username: string; readonly password: string };
  /** From starting the program until it listens, ms. */
  startMs(): number;
  /** CPU time of all threads so far, seconds. */
  cpuSeconds(): number;
  /** Resident memory now and its highest so far, MB. */
  memoryMB(): { readonly now: number; readonly most: number };
  /** Stops it and starts it again on the same ports and data; resolves when it listens. */
  restart(): Promise<{ readonly stoppedMs: number; readonly startMs: number }>;
  stop(): Promise<void>;
};

const devicesEachRoom = 20;
const main = join(import.meta.dirname, "../../broker/main.ts");

export async function startFleetHub(count: number): Promise<FleetHub> {
  const home = mkdtempSync(join(tmpdir(), "kidsmart-fleet-"));
  const [http, mqtt] = [await freePort(), await freePort()];
  const first = await launch(home, http, mqtt);
  await end(first.child);
  const { school, devices } = await addDevices(join(home, "hub", "hub.db"), count);
  let running = await launch(home, http, mqtt);
  const signIns = JSON.parse(readFileSync(join(home, "sample-sign-ins.json"), "utf8")) as {
    username: string;
    password: string;
    role: string;
  }[];
  const officer = signIns.find(({ role }) => role === "itOfficer");
  if (officer === undefined) throw new Error("the sample school has no IT officer");
  return {
    school,
    devices,
    officer,
    httpUrl: `http://127.0.0.1:${http}`,
    mqttPort: mqtt,
    startMs: () => running.startMs,
    cpuSeconds: () => cpuSecondsOf(running.child.pid),
    memoryMB: () => memoryOf(running.child.pid),
    async restart() {
      const begun = performance.now();
      await end(running.child);
      const stoppedMs = performance.now() - begun;
      running = await launch(home, http, mqtt, running.ready.mqttsPort);
      return { stoppedMs, startMs: running.startMs };
    },
    async stop() {
      await end(running.child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function launch(home: string, http: number, mqtt: number, mqtts?: number) {
  const begun = performance.now();
  const child = fork(main, ["--sample"], {
    // As `npm run hub` and the service's unit start it.
    execArgv: ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      KIDSMART_HOME: home,
      KIDSMART_HTTP_PORT: String(http),
      KIDSMART_MQTT_PORT: String(mqtt),
      KIDSMART_MQTTS_PORT: String(mqtts ?? 0),
      KIDSMART_HTTPS_PORT: "0",
      KIDSMART_LOG: "error",
    },
  });
  const ready = await Promise.race([
    once(child, "message").then(([message]) => message as Ready),
    once(child, "exit").then(([code]) => {
      throw new Error(`the hub ended with ${code}`);
    }),
  ]);
  child.once("exit", (code, signal) => {
    // Whoever measures then finds closed connections; this says why.
    if (code !== 0) console.error(`the hub ended with ${code ?? signal}`);
  });
  return { child, ready, startMs: performance.now() - begun };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

/** Straight into its database: enrolling ten thousand devices one by one would measure something else. */
async function addDevices(file: string, count: number) {
  const store = await openStore(file);
  const { id: school } = await store.query.selectFrom("school").select("id").executeTakeFirstOrThrow();
  const devices: { id: string; secret: string; room: string }[] = [];
  const addRoom = store.sqlite.prepare(
    "INSERT INTO room (id, name, kind, position) VALUES (?, ?, 'kidsmart', ?)",
  );
  const addDevice = store.sqlite.prepare(`
    INSERT INTO device (id, name, kind, "roomId", "stationNumber", emblem, "secretHash", via, "allowReboot", "enrolledAt", reachability)
    VALUES (?, ?, 'station', ?, ?, 'fish', ?, 'agent', 0, ?, 'neverSeen')`);
  store.sqlite.exec("BEGIN");
  let room = "";
  for (let number = 0; number < count; number++) {
    if (number % devicesEachRoom === 0) {
      room = v7();
      addRoom.run(room, `Phòng máy ${number / devicesEachRoom + 1}`, 100 + number / devicesEachRoom);
    }
    const device = { id: v7(), secret: randomBytes(32).toString("base64url"), room };
    const hash = createHash("sha256").update(device.secret).digest("hex");
    const station = (number % devicesEachRoom) + 1;
    addDevice.run(device.id, `Trạm ${number + 1}`, room, station, hash, Date.now());
    devices.push(device);
  }
  store.sqlite.exec("COMMIT");
  await store.close();
  return { school, devices };
}

/** Linux counts in hundredths of a second, for all threads. */
function cpuSecondsOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function memoryOf(pid: number | undefined): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), most: read("VmHWM") };
}
