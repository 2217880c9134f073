// Owns changing many devices in one go: each with its own result, and with what it had before, so that the whole can be taken back.
import type { Kysely } from "kysely";
import type { FleetChange, FleetChangeResult, FleetValues } from "../api/fleet.ts";
import type { Actor, Device, Devices } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";

export type FleetChangesDependencies = {
  readonly query: Kysely<Tables>;
  readonly devices: Pick<Devices, "find" | "change">;
};

export type FleetChanges = {
  /** In order; one that cannot be done costs no other. */
  apply(actor: Actor, changes: readonly FleetChange[]): Promise<FleetChangeResult[]>;
};

const names = ["name", "roomId", "stationNumber", "allowReboot", "allowScreenshot"] as const;

export function makeFleetChanges({ query, devices }: FleetChangesDependencies): FleetChanges {
  return {
    async apply(actor, changes) {
      const rooms = await query.selectFrom("room").select("id").execute();
      const roomIds = new Set(rooms.map(({ id }) => id));
      const results: FleetChangeResult[] = [];
      for (const change of changes) results.push(await applyOne(actor, change, roomIds));
      return results;
    },
  };

  async function applyOne(
    actor: Actor,
    { deviceId, values, expected }: FleetChange,
    roomIds: ReadonlySet<string>,
  ): Promise<FleetChangeResult> {
    const device = devices.find(deviceId);
    if (device === undefined || device.revokedAt !== null) return { deviceId, outcome: "gone", before: {} };
    const before = valuesOf(device, values);
    if (values.roomId != null && !roomIds.has(values.roomId)) return { deviceId, outcome: "noRoom", before };
    if (expected !== undefined && !has(device, expected))
      return { deviceId, outcome: "changedSince", before };
    if (has(device, values)) return { deviceId, outcome: "same", before };
    const done = await devices.change(actor, deviceId, values);
    return { deviceId, outcome: done.ok ? "changed" : "gone", before };
  }
}

/** The device's own values of those that are given in `like`. */
function valuesOf(device: Device, like: FleetValues): FleetValues {
  return Object.fromEntries(
    names.filter((name) => like[name] !== undefined).map((name) => [name, device[name]]),
  ) as FleetValues;
}

const has = (device: Device, values: FleetValues) =>
  names.every((name) => values[name] === undefined || values[name] === device[name]);
