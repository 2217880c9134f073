// Owns the hub of the ingest benchmark: the real core on a fresh database with N enrolled devices.
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { makeAudit } from "../../broker/audit/audit.ts";
import { makeHubEvents } from "../../broker/events/hubEvents.ts";
import { makeHubCore } from "../../broker/hubCore.ts";
import { openStore } from "../../broker/store/store.ts";
import { makeLog } from "../../runtime/log.ts";

const count = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), "kidsmart-ingest-"));
const clock = { now: () => Date.now(), mono: () => performance.now() };
const log = makeLog("hub", { KIDSMART_LOG: "error" });
const store = await openStore(join(folder, "hub.db"));
const school = v7();
await store.query
  .insertInto("school")
  .values({ id: school, name: "Đo tốc độ", zone: "Asia/Ho_Chi_Minh", createdAt: 0 })
  .execute();
const devices = Array.from({ length: count }, () => ({
  id: v7(),
  secret: randomBytes(32).toString("base64url"),
}));
for (const { id, secret } of devices)
  await store.query
    .insertInto("device")
    .values({
      id,
      name: id,
      kind: "station",
      roomId: null,
      stationNumber: null,
      emblem: "fish",
      secretHash: createHash("sha256").update(secret).digest("hex"),
      via: "agent",
      allowReboot: 0,
      allowScreenshot: 0,
      enrolledAt: 0,
      revokedAt: null,
      reachability: "neverSeen",
      lastSeenAt: null,
      boot: null,
      run: null,
      agentVersion: null,
      kioskVersion: null,
      clockErrorMs: null,
      inventory: null,
    })
    .execute();

const core = await makeHubCore({
  store,
  events: makeHubEvents((error) => log.error(error)),
  audit: makeAudit({ query: store.query, clock }),
  log,
  clock,
  random: { bytes: (size) => randomBytes(size) },
  catalogueFile: join(folder, "none.json"),
});
const started = await core.start("127.0.0.1", 0);
if (!started.ok) throw new Error(started.detail);
process.send?.({ port: started.value, devices, school });

process.on("message", (message) => {
  if (message !== "cpu") return;
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});

process.once("SIGTERM", () => {
  void core
    .stop()
    .then(() => store.close())
    .finally(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(0);
    });
});
