// Owns commands: sent once, never retained, always with an end (ADR 0003).
import { v7 } from "uuid";
import type { CommandId, DeviceId, RoomId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import { failure, ok } from "../../protocol/result.ts";
import type { Log } from "../../runtime/log.ts";
import type { DeviceCommandRow } from "../api/devices.ts";
import type { Audit } from "../audit/audit.ts";
import type { Registry } from "../devices/registry.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, Commands } from "../hubServices.ts";
import type { CommandTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

export type CommandDeps = {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  /** Null for an unknown room. */
  readonly roomName: (room: RoomId) => string | null;
  readonly isConnected: (device: DeviceId) => boolean;
  readonly sendToDevice: (device: DeviceId, command: DeviceCommand) => void;
};

/** A command that was not carried out by then is void: nobody wants yesterday's restart. */
const expiryMs = 60_000;
/** A result travels through the outbox and may come a little after the command's own end. */
const graceMs = 10_000;
const sweepEveryMs = 5_000;

export type CommandService = Commands & {
  start(): void;
  stop(): void;
  /** Files the outcome a web screen told; agents send a commandResult record instead. */
  finish(
    device: DeviceId,
    result: { commandId: CommandId; outcome: "done" | "failed" | "refused"; detail: string },
  ): Promise<void>;
  /** Marks what ran out as expired. */
  sweep(): Promise<void>;
};

export function makeCommands(deps: CommandDeps): CommandService {
  const { store, registry, events, audit, log, clock, roomName, isConnected, sendToDevice } = deps;
  let timer: NodeJS.Timeout | undefined;
  const stopListening = events.subscribe((event) => {
    if (event.type === "recordsCommitted" && event.records.some(({ type }) => type === "commandResult"))
      events.publish({ type: "commandChanged", device: event.device });
  });

  function envelope(actor: Actor) {
    const issuedAt = clock.now();
    return {
      id: v7() as CommandId,
      issuedAt,
      expiresAt: issuedAt + expiryMs,
      issuedBy: actor.staffId ?? "hub",
    };
  }

  async function sweep(): Promise<void> {
    const now = clock.now();
    const expired = await store.query
      .updateTable("command")
      .set({ state: "expired", finishedAt: now })
      .where("state", "=", "sent")
      .where("expiresAt", "<", now - graceMs)
      .returning("deviceId")
      .execute();
    for (const device of new Set(expired.map(({ deviceId }) => deviceId as DeviceId)))
      events.publish({ type: "commandChanged", device });
  }

  return {
    sweep,
    async finish(device, { commandId, outcome, detail }) {
      await store.query
        .updateTable("command")
        .set({ state: outcome, detail, finishedAt: clock.now() })
        .where("id", "=", commandId)
        .where("deviceId", "=", device)
        .where("state", "in", ["sent", "expired"])
        .execute();
      events.publish({ type: "commandChanged", device });
    },
    start() {
      timer ??= setInterval(() => {
        sweep().catch((error: unknown) => log.error({ error }, "expired commands could not be swept"));
      }, sweepEveryMs);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      stopListening();
    },

    async send(actor, deviceId, order) {
      const device = registry.find(deviceId)?.device;
      if (device === undefined || device.revokedAt !== null)
        return failure("NOT_FOUND", `no device ${deviceId}`);
      if (!isConnected(deviceId)) return failure("DEVICE_OFFLINE", `${device.name} is not connected`);
      const { command, row } = rowOf(deviceId, { ...envelope(actor), ...order });
      await store.query.insertInto("command").values(row).execute();
      await audit.write({
        actor: actor.name,
        action: `command.${command.name}`,
        subject: device.name,
        detail: { deviceId, commandId: command.id },
      });
      sendToDevice(deviceId, command);
      events.publish({ type: "commandChanged", device: deviceId });
      return ok(shown(row, actor.name));
    },

    async list(deviceId, limit) {
      const rows = await store.query
        .selectFrom("command")
        .leftJoin("staff", "staff.id", "command.issuedBy")
        .selectAll("command")
        .select("staff.displayName")
        .where("command.deviceId", "=", deviceId)
        .orderBy("command.issuedAt", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => shown(row, row.displayName ?? row.issuedBy));
    },

    async checkReadiness(actor, room) {
      const name = roomName(room);
      if (name === null) return failure("NOT_FOUND", `no room ${room}`);
      const devices = [...registry.entries()]
        .map(({ device }) => device)
        // An office computer has no children's screen to check.
        .filter(({ kind, roomId, revokedAt }) => kind !== "office" && roomId === room && revokedAt === null)
        .filter(({ id }) => isConnected(id));
      const sent = devices.map(({ id }) => rowOf(id, { ...envelope(actor), name: "checkReadiness" }));
      if (sent.length > 0)
        await store.query.transaction().execute(async (transaction) => {
          for (const { row } of sent) await transaction.insertInto("command").values(row).execute();
        });
      const asked = sent.map(({ row }) => row.deviceId as DeviceId);
      await audit.write({
        actor: actor.name,
        action: "readiness.check",
        subject: name,
        detail: { stations: asked.length },
      });
      for (const { row, command } of sent) {
        sendToDevice(row.deviceId as DeviceId, command);
        events.publish({ type: "commandChanged", device: row.deviceId as DeviceId });
      }
      return ok(asked);
    },
  };
}

function rowOf(deviceId: DeviceId, command: DeviceCommand): { command: DeviceCommand; row: CommandTable } {
  const { id, name, issuedBy, issuedAt, expiresAt } = command;
  const sent = { state: "sent", detail: "", finishedAt: null };
  const body = JSON.stringify(command);
  return { command, row: { id, deviceId, name, body, issuedBy, issuedAt, expiresAt, ...sent } };
}

function shown(row: CommandTable, issuedByName: string): DeviceCommandRow {
  return {
    id: row.id as CommandId,
    // Only this module writes the column.
    name: row.name as DeviceCommandRow["name"],
    state: row.state as DeviceCommandRow["state"],
    detail: row.detail,
    issuedAt: row.issuedAt,
    expiresAt: row.expiresAt,
    finishedAt: row.finishedAt,
    issuedByName,
  };
}
