// A day of the fleet: twenty simulated stations and one real agent, the faults of a school, and what people are told of them.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Alert } from "../../broker/api/alerts.ts";
import { type Hub, startHub } from "../../broker/hub.ts";
import { type HubClient, signIn } from "../../tools/room/hubClient.ts";
import { type Part, readyMessage, startPart } from "../../tools/room/part.ts";
import { enrolmentCodeFor, readSampleSignIns, signInOf } from "../../tools/room/sampleSchool.ts";
import { root } from "../../tools/root.ts";
import { until } from "../until.ts";
import { type SimulatedStation, startSimulatedStation } from "./simulatedStation.ts";

const minute = 60_000;
const count = 20;
const home = mkdtempSync(join(tmpdir(), "kidsmart-fleet-"));
/** Hub and stations share it, so that minutes pass at once for all of them. */
const clock = {
  by: 0,
  now: () => Date.now() + clock.by,
  mono: () => performance.now() + clock.by,
};
const stations: SimulatedStation[] = [];
/** What the school's webhook was told, in order. */
const messages: string[] = [];
const listener = createServer((request, response) => {
  void text(request).then((body) => {
    messages.push(body);
    response.end("ok");
  });
});
let hub: Hub;
let officer: HubClient;
let realAgent: Part;

beforeAll(async () => {
  const started = await startHub({
    home,
    dist: join(root, "dist"),
    version: "0.0.0-test",
    sample: true,
    schoolName: "",
    httpHost: "127.0.0.1",
    http: { port: 0, insisted: true },
    mqtt: { port: 0, insisted: true },
    log: pino({ level: "silent" }),
    clock,
  });
  if (!started.ok) throw new Error(started.detail);
  hub = started.value;
  const { username, password } = signInOf(readSampleSignIns(home), "itOfficer");
  officer = await signIn(hub.url, username, password);
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  await watchAtAllHours();
  await listenByWebhook();
  // Whoever was away when the hub started has come back by now.
  clock.by += 6 * minute;
  await enrolStations();
  await startRealAgent();
  await until("every station is online", async () => (await online()) === count + 1);
});

afterAll(async () => {
  await realAgent?.stop();
  await Promise.all(stations.map((station) => station.stop()));
  await hub?.stop();
  listener.close();
  rmSync(home, { recursive: true, force: true });
});

/** The rules as a school gets them; only their hours are taken away, since tests run at night too. */
async function watchAtAllHours(): Promise<void> {
  for (const { id, changedAt: _, changedBy: __, ...rule } of await officer.call("listAlertRules")) {
    const own = { pointerMissing: { times: "always" }, lost: { times: "always" } } as const;
    // The hub's disk is this computer's, and the real agent's clock does not jump with the test's.
    const enabled = !["hubDiskFreeMiB", "diskFreeMiB", "contentBehind", "noSound", "off"].includes(
      rule.measure,
    );
    const hour = { setThreshold: 3600, clearThreshold: 1800 };
    const body = {
      ...rule,
      enabled,
      ...own[rule.measure as keyof typeof own],
      ...(rule.measure === "clockErrorSeconds" ? hour : {}),
    };
    await officer.call("changeAlertRule", { params: { ruleId: id }, body });
  }
}

async function listenByWebhook(): Promise<void> {
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await officer.call("addAlertChannel", {
    body: {
      name: "Nhóm CNTT",
      enabled: true,
      severities: ["urgent", "warning", "info"],
      quiet: null,
      urgentAlways: true,
      tellsCleared: false,
      settings: {
        kind: "webhook",
        url: `http://127.0.0.1:${address.port}/`,
        headers: {},
        template: '{"text":"{{text}}"}',
      },
    },
  });
}

/** Twelve in the Kidsmart room, eight in another one. */
async function enrolStations(): Promise<void> {
  const rooms = await officer.call("listRooms");
  const [kidsmart, other] = [
    rooms.find(({ kind }) => kind === "kidsmart"),
    rooms.find(({ kind }) => kind !== "kidsmart"),
  ];
  for (let number = 2; number <= count + 1; number += 1) {
    const name = `Trạm ${number}`;
    const { code } = await officer.call("createEnrolment", {
      body: {
        deviceName: name,
        kind: "station",
        roomId: (number <= 13 ? kidsmart : other)?.id ?? null,
        stationNumber: number,
        emblem: "rabbit",
      },
    });
    const claim = { code, via: "agent", hostname: "simulated" };
    const identity = { ...(await officer.call("claimEnrolment", { body: claim })), hubUrl: hub.url };
    stations.push(
      await startSimulatedStation({ number, name, folder: home, identity, mqttPort: hub.mqttPort, clock }),
    );
  }
}

async function startRealAgent(): Promise<void> {
  const signIns = readSampleSignIns(home);
  const order = { deviceName: "Trạm 1", kind: "station", stationNumber: 1, emblem: "cat-face" } as const;
  const code = await enrolmentCodeFor(hub.url, signIns, order);
  const environment = { ...process.env, KIDSMART_HOME: home, KIDSMART_LOG: "warn" };
  const args = ["--disable-warning=ExperimentalWarning", join(root, "dist/agent/main.mjs")];
  realAgent = startPart({
    name: "agent",
    command: process.execPath,
    args: [...args, "--hub", hub.url, "--code", code],
    environment,
    onLine: () => undefined,
  });
  await readyMessage(realAgent);
}

const online = async () =>
  (await officer.call("listDevices")).filter(({ reachability }) => reachability === "online").length;
const open = async () => (await officer.call("listAlerts", { query: { state: "open" } })).alerts;
const cleared = async () => (await officer.call("listAlerts", { query: { state: "cleared" } })).alerts;
const told = (alerts: readonly Alert[]) =>
  alerts.map(({ measure, subject }) => `${measure} ${subject.name}`).sort();
const station = (number: number) => {
  const found = stations.find((each) => each.number === number);
  if (found === undefined) throw new Error(`no station ${number}`);
  return found;
};
const device = async (number: number) =>
  (await officer.call("listDevices")).find(({ stationNumber }) => stationNumber === number);

/** The hub has heard how the machines are: the test's clock may jump then, and jumps over nothing. */
async function heard(how: { readonly well: boolean }): Promise<void> {
  // A condition that changed waits for its pause.
  clock.by += 6 * minute;
  await until(`the hub knows that stations are ${how.well ? "well" : "not well"}`, async () => {
    const rows = await officer.call("listFleet");
    const row = (number: number) => rows.find(({ stationNumber }) => stationNumber === number);
    const found = [
      row(3)?.condition?.smart === "passed",
      row(4)?.condition?.mice === 1,
      row(5)?.temperatureC === 50,
      Math.abs(row(6)?.clockErrorMs ?? 0) < minute,
    ];
    return found.every((well) => well === how.well);
  });
}

/** Minutes pass until it is so. */
async function passUntil(so: () => Promise<boolean>, longestMinutes: number): Promise<void> {
  for (let passed = 0; passed < longestMinutes; passed += 1) {
    clock.by += minute;
    await hub.alerts.tick();
    if (await so()) return;
  }
  throw new Error(`not within ${longestMinutes} minutes: ${JSON.stringify(told(await open()))}`);
}

test("every fault of a bad morning is told once, by its cause, becomes a ticket when asked, and clears by itself", async () => {
  await heard({ well: true });
  expect(told(await open())).toEqual([]);

  // A dead disk, a missing mouse, a hot processor, a wrong clock.
  station(3).faults.diskFails = true;
  station(4).faults.mice = 0;
  station(5).faults.temperatureC = 95;
  station(6).faults.clockAheadMs = 2 * 60 * minute;
  station(6).cable.pull();
  station(6).cable.plugIn();
  await heard({ well: false });
  // The other room without power, and one station whose cable is loose.
  const others = stations.filter(({ number }) => number > 13);
  for (const each of others) each.cable.pull();
  for (let pulls = 0; pulls < 3; pulls += 1) {
    station(7).cable.pull();
    await expect.poll(async () => (await device(7))?.reachability).toBe("lost");
    station(7).cable.plugIn();
    await expect.poll(async () => (await device(7))?.reachability).toBe("online");
  }
  // The real agent is killed.
  realAgent.process.kill("SIGKILL");
  await realAgent.ended;

  const roomName = (await device(14))?.roomName ?? "";
  const expected = [
    "clockErrorSeconds Trạm 6",
    "lost Trạm 1",
    "lost Trạm 7",
    `lost ${roomName}`,
    "pointerMissing Trạm 4",
    "smartFailing Trạm 3",
    "temperatureC Trạm 5",
  ].sort();
  await passUntil(async () => (await open()).length >= expected.length, 30);
  // And no more of them after a while.
  await passUntil(async () => true, 1);
  const alerts = await open();
  expect(told(alerts)).toEqual(expected);
  expect(alerts.find(({ subject }) => subject.kind === "room")?.devices).toBe(others.length);
  expect(alerts.find(({ subject }) => subject.name === "Trạm 7")?.flapping).toBe(true);
  await expect.poll(() => messages.length).toBeGreaterThan(0);

  // One click makes a ticket of the disk.
  const disk = alerts.find(({ measure }) => measure === "smartFailing");
  const ticket = await officer.call("openTicket", { body: { alertId: disk?.id } });
  expect(ticket.fresh).toBe(true);

  // Everything is put right.
  station(3).faults.diskFails = false;
  station(4).faults.mice = 1;
  station(5).faults.temperatureC = 50;
  station(6).faults.clockAheadMs = 0;
  station(6).cable.pull();
  station(6).cable.plugIn();
  for (const each of others) each.cable.plugIn();
  await startRealAgentAgain();
  await expect.poll(online, { timeout: 60_000 }).toBe(count + 1);
  await heard({ well: true });
  await passUntil(async () => (await open()).length === 0, 120);
  expect(told(await cleared())).toEqual(expected);
  const page = await officer.call("showTicket", { params: { ticketId: ticket.ticketId } });
  expect(JSON.stringify(page)).toContain("đã tự hết");

  // Each was sent once.
  const sent = messages.join("\n");
  for (const { sentence } of alerts)
    expect([sentence, sent.split(sentence).length - 1]).toEqual([sentence, 1]);
});

async function startRealAgentAgain(): Promise<void> {
  realAgent = startPart({
    name: "agent",
    command: process.execPath,
    args: ["--disable-warning=ExperimentalWarning", join(root, "dist/agent/main.mjs")],
    environment: { ...process.env, KIDSMART_HOME: home, KIDSMART_LOG: "warn" },
    onLine: () => undefined,
  });
  await readyMessage(realAgent);
}
