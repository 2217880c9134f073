// Owns the hub of the room benchmark: a whole one with the sample school and N enrolled stations in its Kidsmart room.
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { type Hub, startHub } from "../../broker/hub.ts";
import { makeLog } from "../../runtime/log.ts";
import type { StationIdentity } from "./roomStations.ts";

export type RoomHubReady = {
  readonly url: string;
  readonly room: string;
  readonly username: string;
  readonly password: string;
  readonly stations: readonly StationIdentity[];
};

const count = Number(process.argv[2]);
const home = mkdtempSync(join(tmpdir(), "kidsmart-room-"));

async function start(): Promise<Hub> {
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

// Once for the school; the stations then go into its database, which a thousand enrolments one by one would not make truer.
const empty = await start();
const room = await empty.store.query
  .selectFrom("room")
  .select("id")
  .where("kind", "=", "kidsmart")
  .executeTakeFirstOrThrow();
const school = empty.core.school.id;
const secrets = Array.from({ length: count }, () => ({
  id: v7(),
  secret: randomBytes(32).toString("base64url"),
}));
for (const [place, { id, secret }] of secrets.entries())
  await empty.store.query
    .insertInto("device")
    .values({
      id,
      name: `Trạm ${place + 1}`,
      kind: "station",
      roomId: room.id,
      stationNumber: place < 99 ? place + 1 : null,
      emblem: "fish",
      secretHash: createHash("sha256").update(secret).digest("hex"),
      via: "agent",
      allowReboot: 0,
      allowScreenshot: 0,
      enrolledAt: Date.now(),
      revokedAt: null,
      reachability: "neverSeen",
      lastSeenAt: null,
      boot: null,
      run: null,
      agentVersion: null,
      kioskVersion: null,
      clockErrorMs: null,
      bootStartedAt: null,
      inventory: null,
    })
    .execute();
await empty.stop();

const hub = await start();
const signIns = JSON.parse(readFileSync(join(home, "sample-sign-ins.json"), "utf8")) as {
  username: string;
  password: string;
  role: string;
}[];
const teacher = signIns.find(({ role }) => role === "teacher");
if (teacher === undefined) throw new Error("the sample school has no teacher");
const ready: RoomHubReady = {
  url: hub.url,
  room: room.id,
  username: teacher.username,
  password: teacher.password,
  stations: secrets.map(({ id, secret }, place) => ({
    schoolId: school,
    deviceId: id,
    roomId: room.id,
    kind: "station",
    deviceName: `Trạm ${place + 1}`,
    secret,
    mqttUrl: `mqtt://127.0.0.1:${hub.mqttPort}`,
    hubUrl: hub.url,
  })),
};
process.send?.(ready);

process.once("SIGTERM", () => {
  void hub.stop().finally(() => {
    rmSync(home, { recursive: true, force: true });
    process.exit(0);
  });
});
