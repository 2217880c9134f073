// Owns what people do with devices: look at them, rename and move them, take their credentials away.
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import { failure, ok } from "../../protocol/result.ts";
import type { BoardSlot } from "../api/rooms.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { DesiredDocuments, Device, Devices, Leads, SchoolIdentity } from "../hubServices.ts";
import { lessonNext, lessonNow } from "../live/roomLesson.ts";
import type { Store } from "../store/store.ts";
import { byPlace, type DescribeFacts, describeRow, describeStation } from "./describe.ts";
import type { DeviceEntry, Registry } from "./registry.ts";
import { readinessAheadMs } from "./stationReadiness.ts";

export type DevicesDeps = {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly desired: Pick<DesiredDocuments, "slots" | "document"> & { roomName(room: RoomId): string | null };
  readonly leads: Pick<Leads, "of">;
  readonly school: Pick<SchoolIdentity, "zone">;
  /** Ends the device's live connection, if it has one. */
  readonly disconnect: (device: DeviceId, reason: "revoked") => void;
};

export function makeDevices(deps: DevicesDeps): Devices {
  const { store, registry, events, audit, clock, desired, leads, school, disconnect } = deps;

  function entryOf(id: DeviceId): DeviceEntry {
    const entry = registry.find(id);
    if (entry === undefined) throw new Error(`no device ${id}`);
    return entry;
  }

  function lessonNear(room: RoomId, now: number): BoardSlot | null {
    const slots = desired.slots(room, now, now + readinessAheadMs);
    const planned = slots.find(({ startAt, endAt }) => startAt <= now && now < endAt);
    const { current } = lessonNow(planned, leads.of(room), now);
    if (current !== null && current.endedAt === null) return current;
    return lessonNext(slots, leads.of(room), now);
  }

  /** Of one moment. Resolving a room's slots costs a hundred times what the rest of a station does: once per room. */
  function facts(): DescribeFacts {
    const now = clock.now();
    const near = new Map<RoomId, BoardSlot | null>();
    return {
      now,
      zone: school.zone,
      lessonNear(room) {
        const known = near.get(room);
        if (known !== undefined) return known;
        const found = lessonNear(room, now);
        near.set(room, found);
        return found;
      },
      newestOf: (device) => ({
        plan: desired.document(device, "plan")?.version ?? 0,
        content: desired.document(device, "content")?.version ?? 0,
      }),
      roomName: desired.roomName,
    };
  }

  async function update(id: DeviceId, values: Partial<Record<string, string | number | null>>) {
    await store.query.updateTable("device").set(values).where("id", "=", id).execute();
    const entry = await registry.reload(id);
    events.publish({ type: "deviceListChanged", device: id });
    return entry;
  }

  const all = () => [...registry.entries()].map(({ device }) => device).sort(byPlace);

  return {
    list: () => all().filter(({ revokedAt }) => revokedAt === null),
    all,
    find: (id) => registry.find(id)?.device,
    station: (id) => describeStation(entryOf(id), facts()),
    stations(ids) {
      const shared = facts();
      return ids.map((id) => describeStation(entryOf(id), shared));
    },
    row: (id) => describeRow(entryOf(id), facts()),
    rows(ids) {
      const shared = facts();
      return ids.map((id) => describeRow(entryOf(id), shared));
    },
    inventory: (id) => entryOf(id).inventory,
    condition: (id) => entryOf(id).condition,
    clockErrorMs: (id) => entryOf(id).clock.knowledge.clockErrorMs,
    vitals(id) {
      const { reachability, lastSeenAt, clock: ofDevice, held } = entryOf(id);
      const newest = (name: "plan" | "config" | "content") => desired.document(id, name)?.version ?? 0;
      return {
        reachability,
        lastSeenAt,
        clock: ofDevice.knowledge,
        held,
        newest: { plan: newest("plan"), config: newest("config"), content: newest("content") },
      };
    },
    async change(actor, id, { allowReboot, allowScreenshot, ...change }) {
      const before = registry.find(id)?.device;
      if (before === undefined) return failure("NOT_FOUND", `no device ${id}`);
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const values = {
        ...Object.fromEntries(given),
        ...(allowReboot === undefined ? {} : { allowReboot: allowReboot ? 1 : 0 }),
        ...(allowScreenshot === undefined ? {} : { allowScreenshot: allowScreenshot ? 1 : 0 }),
      };
      if (Object.keys(values).length === 0) return ok(before);
      const entry = await update(id, values);
      await audit.write({
        actor: actor.name,
        action: "device.change",
        subject: before.name,
        detail: { deviceId: id, ...values },
      });
      return entry === undefined ? failure("NOT_FOUND", `no device ${id}`) : ok(entry.device);
    },
    async revoke(actor, id) {
      const before = registry.find(id)?.device;
      if (before === undefined) return failure("NOT_FOUND", `no device ${id}`);
      if (before.revokedAt !== null) return ok(before);
      const entry = await update(id, { revokedAt: clock.now() });
      disconnect(id, "revoked");
      await audit.write({
        actor: actor.name,
        action: "device.revoke",
        subject: before.name,
        detail: { deviceId: id },
      });
      return ok<Device>(entry?.device ?? before);
    },
    authenticate: (id, secret) => registry.authenticate(id, secret)?.device,
  };
}
