// Owns how a device is shown: as a station of the room board and as a row of the devices list.
import type { DeviceId, RoomId, SessionId } from "../../protocol/ids.ts";
import type { DeviceRow } from "../api/devices.ts";
import type { Station } from "../api/rooms.ts";
import { healthLight } from "./healthLight.ts";
import type { DeviceEntry } from "./registry.ts";
import { stationReadiness } from "./stationReadiness.ts";

export type DescribeFacts = {
  readonly now: number;
  readonly zone: string;
  /** The lesson that runs in the room now, or the next that begins within `readinessAheadMs`. */
  readonly lessonNear: (room: RoomId) => { readonly sessionId: SessionId; readonly startAt: number } | null;
  /** Versions of what the device should hold; 0 for a document it has none of. */
  readonly newestOf: (device: DeviceId) => { readonly plan: number; readonly content: number };
  readonly roomName: (room: RoomId) => string | null;
};

export function describeStation(
  entry: DeviceEntry,
  { now, zone, lessonNear, newestOf }: DescribeFacts,
): Station {
  const { device, reachability, lastSeenAt, health, busySince, kiosk, clock } = entry;
  const lesson = device.roomId === null ? null : lessonNear(device.roomId);
  const { light, reasons } = healthLight({
    kind: device.kind,
    reachability,
    lastSeenAt,
    health,
    condition: entry.condition,
    busySince,
    clockErrorMs: clock.knowledge.clockErrorMs,
    kiosk,
    inSlot: lesson !== null && lesson.startAt <= now,
    now,
  });
  const online = reachability === "online";
  return {
    deviceId: device.id,
    name: device.name,
    kind: device.kind,
    stationNumber: device.stationNumber,
    emblem: device.emblem,
    reachability,
    lastSeenAt,
    light,
    reasons: [...reasons],
    kiosk,
    // Load of a machine that is away is no load.
    cpuPercent: online ? (health?.cpuPercent ?? null) : null,
    memoryPercent: online ? (health?.memoryPercent ?? null) : null,
    temperatureC: online ? (health?.temperatureC ?? null) : null,
    readiness: stationReadiness({
      kind: device.kind,
      reachability,
      checkUp: entry.checkUp,
      held: entry.held,
      newest: newestOf(device.id),
      lesson,
      now,
      zone,
    }),
  };
}

export function describeRow(entry: DeviceEntry, facts: DescribeFacts): DeviceRow {
  const { device, agentVersion, kioskVersion, health } = entry;
  return {
    ...describeStation(entry, facts),
    roomId: device.roomId,
    roomName: device.roomId === null ? null : facts.roomName(device.roomId),
    agentVersion,
    kioskVersion,
    diskFreeMiB: health?.diskFreeMiB ?? null,
    enrolledAt: device.enrolledAt,
    revokedAt: device.revokedAt,
  };
}

export function byPlace(a: DeviceEntry["device"], b: DeviceEntry["device"]): number {
  return (
    compare(a.roomId ?? "~", b.roomId ?? "~") ||
    (a.stationNumber ?? 1000) - (b.stationNumber ?? 1000) ||
    a.name.localeCompare(b.name, "vi")
  );
}

const compare = (a: DeviceId | RoomId | string, b: DeviceId | RoomId | string) =>
  a < b ? -1 : a > b ? 1 : 0;
