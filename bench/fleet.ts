// Runs simulated devices: `npm run fleet -- --hub http://127.0.0.1:8080 --username cntt --password … --devices 20`.
// Each one is the agent's real outbox and uplink with made-up measurements; only the machine beneath is not there.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Agent, startAgent } from "../agent/agent.ts";
import { simulatedMachine } from "../agent/testing/simulatedMachine.ts";
import { systemClock } from "../agent/time/clock.ts";
import { makeLog } from "../runtime/log.ts";
import { signIn } from "../tools/room/hubClient.ts";
import { claimIdentity } from "./load/claimIdentity.ts";
import { startSimulatedKiosk } from "./load/simulatedKiosk.ts";

const { values } = parseArgs({
  options: {
    hub: { type: "string", default: "http://127.0.0.1:8080" },
    username: { type: "string" },
    password: { type: "string" },
    devices: { type: "string", default: "20" },
    /** Number of the first one; its stickers go on from there. */
    from: { type: "string", default: "1" },
  },
});
const count = Number(values.devices);
const first = Number(values.from);
const emblems = [
  "fish",
  "rabbit",
  "elephant",
  "butterfly",
  "duck",
  "turtle",
  "cat-face",
  "dog-face",
  "bird",
  "honeybee",
];
if (values.username === undefined || values.password === undefined || !(count >= 1 && count <= 10_000)) {
  console.error("usage: npm run fleet -- --username NAME --password WORD [--hub URL] [--devices 1…10000]");
  process.exit(2);
}

const hub = await signIn(values.hub, values.username, values.password);
const rooms = await hub.call("listRooms");
const room = rooms.find(({ kind }) => kind === "kidsmart");
const folder = mkdtempSync(join(tmpdir(), "kidsmart-fleet-"));
const log = makeLog("agent", { KIDSMART_LOG: process.env["KIDSMART_LOG"] ?? "error" });
const agents: Agent[] = [];
const kiosks: { stop(): void }[] = [];
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.error(`stopping ${agents.length} devices …`);
  for (const kiosk of kiosks) kiosk.stop();
  await Promise.all(agents.map((agent) => agent.stop()));
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());

for (let number = first; number < first + count && !stopping; number++) {
  const { code } = await hub.call("createEnrolment", {
    body: {
      deviceName: `Trạm ${number}`,
      kind: "station",
      roomId: room?.id ?? null,
      stationNumber: number <= 99 ? number : null,
      emblem: emblems[number % emblems.length] ?? "fish",
    },
  });
  const home = join(folder, String(number));
  mkdirSync(home);
  const linkPath = join(home, "link.sock");
  agents.push(
    await startAgent({
      folder: home,
      linkPath,
      identity: await claimIdentity(values.hub, code),
      clock: systemClock,
      log,
      ...simulatedMachine(number),
    }),
  );
  kiosks.push(startSimulatedKiosk(linkPath, number));
  if (agents.length % 100 === 0 || agents.length === count)
    console.error(`${agents.length} of ${count} devices run`);
}
console.error("Ctrl-C stops them. They stay in the hub's list until they are revoked there.");
