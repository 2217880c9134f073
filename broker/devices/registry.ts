// Owns the devices in memory: one entry each, loaded at start, written through. Everything that happens per message reads only this.
import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { DeviceId } from "../../protocol/ids.ts";
import type { HeldVersions } from "../../protocol/messages/deviceState.ts";
import type { KioskLive } from "../../protocol/messages/live.ts";
import { condition } from "../../protocol/records/condition.ts";
import type { Health } from "../../protocol/records/health.ts";
import { type Inventory, inventory } from "../../protocol/records/inventory.ts";
import { readiness } from "../../protocol/records/readiness.ts";
import type { ConditionFigures } from "../api/fleet.ts";
import { figuresOf } from "../fleet/conditionFigures.ts";
import type { Device } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { DeviceTable, NewestRecordTable, ReadinessTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { type DeviceClock, makeDeviceClock } from "./deviceClock.ts";
import type { ReadinessCheckUp } from "./stationReadiness.ts";

export type Reachability = "online" | "lost" | "stopped" | "neverSeen";

export type DeviceEntry = {
  device: Device;
  secretHash: Buffer;
  /** A secret that was offered and not used yet (credentials.ts). */
  nextSecret: { readonly hash: Buffer; readonly until: number } | null;
  reachability: Reachability;
  lastSeenAt: number | null;
  boot: string | null;
  run: number | null;
  agentVersion: string | null;
  kioskVersion: string | null;
  inventory: Inventory | null;
  /** Of its newest condition by corrected time. */
  condition: ConditionFigures | null;
  readonly clock: DeviceClock;
  /** Newest health sample and when the hub had it. */
  health: Health | null;
  healthAt: number | null;
  /** Since when the processor was busy without a pause; null while it is not. */
  busySince: number | null;
  kiosk: KioskLive | null;
  /** Versions it holds; null until its agent said so. */
  held: HeldVersions | null;
  /** Its newest check before a lesson. */
  checkUp: ReadinessCheckUp | null;
};

export type Registry = {
  find(id: DeviceId): DeviceEntry | undefined;
  /** All, revoked ones too. */
  entries(): Iterable<DeviceEntry>;
  /** Reads one row again after it was inserted or changed; undefined when there is none. */
  reload(id: DeviceId): Promise<DeviceEntry | undefined>;
  /** Reads its newest condition again. */
  reloadCondition(id: DeviceId): Promise<void>;
  /** Reads its newest check again. */
  reloadCheckUp(id: DeviceId): Promise<void>;
  /** Another machine took the device's place: what the old one said of itself holds no more. */
  replaced(id: DeviceId): Promise<DeviceEntry | undefined>;
  /** The entry when the secret is its own and it is not revoked. */
  authenticate(id: string, secret: string | Uint8Array): DeviceEntry | undefined;
};

const nothingKnown = {
  nextSecret: null,
  reachability: "neverSeen",
  lastSeenAt: null,
  boot: null,
  run: null,
  agentVersion: null,
  kioskVersion: null,
  inventory: null,
  condition: null,
  health: null,
  healthAt: null,
  busySince: null,
  kiosk: null,
  held: null,
  checkUp: null,
} satisfies Partial<DeviceEntry>;

export const secretHashOf = (secret: string | Uint8Array): Buffer =>
  createHash("sha256").update(secret).digest();

export async function loadRegistry(store: Store): Promise<Registry> {
  const entries = new Map<DeviceId, DeviceEntry>();
  for (const row of await store.query.selectFrom("device").selectAll().execute()) take(row);

  function take(row: DeviceTable): DeviceEntry {
    const device: Device = {
      id: row.id as DeviceId,
      name: row.name,
      kind: row.kind as Device["kind"],
      roomId: row.roomId as Device["roomId"],
      stationNumber: row.stationNumber,
      emblem: row.emblem,
      via: row.via as Device["via"],
      allowReboot: row.allowReboot !== 0,
      allowScreenshot: row.allowScreenshot !== 0,
      enrolledAt: row.enrolledAt,
      revokedAt: row.revokedAt,
    };
    const known = entries.get(device.id);
    if (known !== undefined) {
      known.device = device;
      known.secretHash = Buffer.from(row.secretHash, "hex");
      return known;
    }
    const kept = row.inventory === null ? null : readJson(row.inventory, inventory.schema);
    const entry: DeviceEntry = {
      device,
      secretHash: Buffer.from(row.secretHash, "hex"),
      nextSecret: null,
      // Whoever was online when the hub ended has not shown itself to this run yet.
      reachability: row.reachability === "online" ? "lost" : (row.reachability as Reachability),
      lastSeenAt: row.lastSeenAt,
      boot: row.boot,
      run: row.run,
      agentVersion: row.agentVersion,
      kioskVersion: row.kioskVersion,
      inventory: kept?.ok ? kept.value : null,
      condition: null,
      clock: makeDeviceClock(row),
      health: null,
      healthAt: null,
      busySince: null,
      kiosk: null,
      held: null,
      checkUp: null,
    };
    entries.set(device.id, entry);
    return entry;
  }

  const newestConditions = () =>
    store.query.selectFrom("newestRecord").where("type", "=", "condition").selectAll();
  for (const row of await newestConditions().execute()) takeCondition(row);

  function takeCondition({ deviceId, at, body }: NewestRecordTable): void {
    const entry = entries.get(deviceId as DeviceId);
    const read = readJson(body, condition.schema);
    if (entry !== undefined) entry.condition = read.ok ? figuresOf(read.value, at) : null;
  }

  for (const { deviceId, nextHash, nextUntil } of await store.query
    .selectFrom("credential")
    .select(["deviceId", "nextHash", "nextUntil"])
    .execute()) {
    const entry = entries.get(deviceId as DeviceId);
    if (entry !== undefined && nextHash !== null && nextUntil !== null)
      entry.nextSecret = { hash: Buffer.from(nextHash, "hex"), until: nextUntil };
  }

  for (const row of await store.query.selectFrom("readiness").selectAll().execute()) takeCheckUp(row);

  function takeCheckUp({ deviceId, at, sessionId, checks }: ReadinessTable): void {
    const entry = entries.get(deviceId as DeviceId);
    if (entry === undefined) return;
    const list = readJson(checks, z.unknown());
    const read = readiness.schema.safeParse({ sessionId, checks: list.ok ? list.value : null });
    entry.checkUp = read.success ? { at, ...read.data } : null;
  }

  return {
    async reloadCondition(id) {
      const row = await newestConditions().where("deviceId", "=", id).executeTakeFirst();
      if (row !== undefined) takeCondition(row);
    },
    async reloadCheckUp(id) {
      const row = await store.query
        .selectFrom("readiness")
        .selectAll()
        .where("deviceId", "=", id)
        .executeTakeFirst();
      if (row !== undefined) takeCheckUp(row);
    },
    find: (id) => entries.get(id),
    entries: () => entries.values(),
    async reload(id) {
      const row = await store.query.selectFrom("device").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? undefined : take(row);
    },
    async replaced(id) {
      const row = await store.query.selectFrom("device").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) return undefined;
      // The same entry: others hold it.
      return Object.assign(take(row), nothingKnown);
    },
    authenticate(id, secret) {
      const entry = entries.get(id as DeviceId);
      const given = secretHashOf(secret);
      if (entry === undefined || entry.device.revokedAt !== null) return undefined;
      return entry.secretHash.length === given.length && timingSafeEqual(entry.secretHash, given)
        ? entry
        : undefined;
    },
  };
}
