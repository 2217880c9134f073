// Owns a command as a row: how it is written, and how people read it.
import { v7 } from "uuid";
import type { CommandId, DeviceId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import { addDays, instantOf, localTimeOf } from "../../protocol/timetable/zone.ts";
import {
  type CommandOrder,
  type CommandWait,
  commandOrder,
  commandState,
  type DeviceCommandRow,
} from "../api/commands.ts";
import type { Actor } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { CommandTable } from "../store/schema.ts";

/** Who looks at a device's page waits for seconds; yesterday's restart is nobody's wish. */
const shortExpiryMs = 60_000;
/** From a packet to a machine that has started and found its hub. */
export const wakeWithinMs = 5 * 60_000;

/** When a command that is given now is void, UTC ms. */
export function expiryOf(name: string, wait: CommandWait, now: number, zone: string): number {
  if (name === "wake") return now + wakeWithinMs;
  switch (wait) {
    case "none":
      return now + shortExpiryMs;
    case "quarter":
      return now + 15 * 60_000;
    case "twoHours":
      return now + 2 * 3_600_000;
    case "tomorrow":
      return instantOf(addDays(localTimeOf(now, zone).date, 2), 0, zone);
  }
}

type NewRow = {
  readonly device: DeviceId;
  readonly order: CommandOrder | { readonly name: "wakeNeighbours"; readonly macs: string[] };
  readonly actor: Actor;
  readonly now: number;
  readonly expiresAt: number;
  readonly state: "queued" | "sent";
  readonly detail?: string;
  readonly scheduleId?: string | null;
  readonly insist?: boolean;
};

export function newRow({
  device,
  order,
  actor,
  now,
  expiresAt,
  state,
  detail = "",
  scheduleId = null,
  insist = false,
}: NewRow): CommandTable {
  const envelope = { id: v7(), issuedAt: now, expiresAt, issuedBy: actor.staffId ?? "hub" };
  return {
    ...envelope,
    deviceId: device,
    name: order.name,
    body: JSON.stringify({ ...envelope, ...order }),
    state,
    detail,
    finishedAt: null,
    sentAt: state === "sent" ? now : null,
    scheduleId,
    fileKind: null,
    fileSha256: null,
    fileBytes: null,
    fileAt: null,
    insisted: insist ? 1 : 0,
  };
}

/** What travels. Only this module writes the column, so it is a command; `wake` never travels. */
export const commandOf = (row: Pick<CommandTable, "body">): DeviceCommand =>
  JSON.parse(row.body) as DeviceCommand;

/** Equal for two orders that mean the same. */
export function orderText(body: string): string {
  const { id: _id, issuedAt: _at, expiresAt: _end, issuedBy: _by, ...order } = JSON.parse(body);
  return JSON.stringify(order, Object.keys(order).sort());
}

export type ShownRow = CommandTable & { readonly deviceName: string; readonly displayName: string | null };

export function shownRow(row: ShownRow): DeviceCommandRow {
  const order = readJson(row.body, commandOrder);
  return {
    id: row.id as CommandId,
    deviceId: row.deviceId as DeviceId,
    deviceName: row.deviceName,
    name: row.name,
    order: order.ok ? order.value : null,
    state: commandState.parse(row.state),
    detail: row.detail,
    issuedAt: row.issuedAt,
    expiresAt: row.expiresAt,
    finishedAt: row.finishedAt,
    issuedByName: row.displayName ?? (row.scheduleId === null ? row.issuedBy : "Lịch hằng tuần"),
    scheduled: row.scheduleId !== null,
    file:
      row.fileSha256 === null || row.fileKind === null
        ? null
        : { kind: row.fileKind === "logs" ? "logs" : "screenshot", bytes: row.fileBytes ?? 0 },
  };
}
