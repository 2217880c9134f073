// Owns giving commands: judged by the rule, stored before they are sent, never retained, always with an end (ADR 0003, 0035).
import { dirname, join } from "node:path";
import type { CommandId, DeviceId } from "../../protocol/ids.ts";
import type { DeviceFilePart } from "../../protocol/messages/file.ts";
import { failure, ok } from "../../protocol/result.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { CommandTarget } from "../api/commands.ts";
import { byPlace } from "../devices/describe.ts";
import type { DeviceEntry } from "../devices/registry.ts";
import type { Actor, Commands, SendHow } from "../hubServices.ts";
import { makeCommandFiles } from "./commandFiles.ts";
import { makeCommandQueue } from "./commandQueue.ts";
import { shownRow } from "./commandRows.ts";
import { type CommandDeps, makeGiveOrders, type Prepared } from "./giveOrders.ts";

const sweepEveryMs = 5_000;
const filesSweptEveryMs = 3_600_000;

export type CommandService = Commands & {
  /** Before the first device. */
  load(): Promise<void>;
  start(): void;
  stop(): void;
  /** A birth, or a page that said hello. */
  cameOnline(device: DeviceId): void;
  file(id: CommandId): ReturnType<Commands["file"]>;
  acceptFile(device: DeviceId, part: DeviceFilePart): Promise<void>;
  /** Files the outcome a web screen told; agents send a commandResult record instead. */
  finish(
    device: DeviceId,
    result: { commandId: CommandId; outcome: "done" | "failed" | "refused"; detail: string },
  ): Promise<void>;
  /** Ends what ran out of time, sends what a lesson held back. */
  sweep(): Promise<void>;
};

export function makeCommands(deps: CommandDeps): CommandService {
  const { store, registry, events, audit, log, clock, roomName, isConnected } = deps;
  let timer: NodeJS.Timeout | undefined;
  let filesSweptAt = 0;
  const files = makeCommandFiles({
    ...deps,
    folder: join(dirname(store.file), "command-files"),
    refused: deps.fileRefused,
  });
  const lessonUntil = ({ device }: DeviceEntry) =>
    device.roomId === null ? null : deps.lessonUntil(device.roomId);
  const clockText = (at: number) => {
    const { minute } = localTimeOf(at, deps.zone());
    return `${Math.floor(minute / 60)}:${String(Math.floor(minute % 60)).padStart(2, "0")}`;
  };
  const queue = makeCommandQueue({ ...deps, lessonUntil, clockText });
  const give = makeGiveOrders({ ...deps, queue, lessonUntilOf: lessonUntil, clockText });
  const stopListening = events.subscribe((event) => {
    if (event.type === "recordsCommitted" && event.records.some(({ type }) => type === "commandResult"))
      events.publish({ type: "commandChanged", device: event.device });
  });

  const shownNow = (actor: Actor, { entry, row }: Prepared) =>
    shownRow({
      ...row,
      deviceName: entry.device.name,
      displayName: row.scheduleId === null ? actor.name : null,
    });

  const shownRows = (limit: number) =>
    store.query
      .selectFrom("command")
      .innerJoin("device", "device.id", "command.deviceId")
      .leftJoin("staff", "staff.id", "command.issuedBy")
      .selectAll("command")
      .select(["staff.displayName", "device.name as deviceName"])
      .orderBy("command.issuedAt", "desc")
      .orderBy("command.id", "desc")
      .limit(limit);

  const living = (entry: DeviceEntry | undefined): entry is DeviceEntry =>
    entry !== undefined && entry.device.revokedAt === null;

  function entriesOf(target: CommandTarget): DeviceEntry[] {
    const found =
      target.kind === "devices"
        ? [...new Set(target.deviceIds)].map((id) => registry.find(id))
        : [...registry.entries()].filter(({ device }) => device.roomId === target.roomId);
    return found.filter(living).sort((a, b) => byPlace(a.device, b.device));
  }

  async function sweep(): Promise<void> {
    await queue.sweep();
    if (clock.now() - filesSweptAt < filesSweptEveryMs) return;
    filesSweptAt = clock.now();
    await files.sweep();
  }

  return {
    sweep,
    load: queue.load,
    cameOnline: queue.cameOnline,
    file: files.read,
    acceptFile: files.accept,
    finish: (device, { commandId, outcome, detail }) => queue.finish(commandId, device, outcome, detail),
    start() {
      timer ??= setInterval(() => {
        sweep().catch((error: unknown) => log.error({ err: error }, "expired commands could not be swept"));
      }, sweepEveryMs);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      stopListening();
    },

    async send(actor, deviceId, order, how = {}) {
      const entry = registry.find(deviceId);
      if (!living(entry)) return failure("NOT_FOUND", `no device ${deviceId}`);
      const { prepared, unsent } = await give(actor, [entry], order, how);
      const [one] = prepared;
      const [refused] = unsent;
      if (one === undefined || refused !== undefined) {
        const { code, message } = refused ?? { code: "INTERNAL" as const, message: "" };
        return { ...failure(code, `${order.name} for ${entry.device.name}`), message };
      }
      await audit.write({
        actor: actor.name,
        action: `command.${order.name}`,
        subject: entry.device.name,
        detail: { deviceId, commandId: one.row.id, order, ...told(how) },
      });
      return ok(shownNow(actor, one));
    },

    async sendTo(actor, target, order, how = {}) {
      const room = target.kind === "room" ? roomName(target.roomId) : null;
      if (target.kind === "room" && room === null) return failure("NOT_FOUND", `no room ${target.roomId}`);
      const entries = entriesOf(target);
      const { prepared, unsent } = await give(actor, entries, order, how);
      if (prepared.length > 0)
        await audit.write({
          actor: actor.name,
          action: `command.${order.name}`,
          subject: room ?? namesOf(prepared),
          detail: {
            order,
            commands: prepared.map(({ row }) => ({ deviceId: row.deviceId, commandId: row.id })),
            unsent: unsent.length,
            ...told(how),
          },
        });
      return ok({ commands: prepared.map((one) => shownNow(actor, one)), unsent });
    },

    async list(deviceId, limit) {
      return (await shownRows(limit).where("command.deviceId", "=", deviceId).execute()).map(shownRow);
    },
    async listAll(room, limit) {
      const rows = shownRows(limit);
      return (await (room === null ? rows : rows.where("device.roomId", "=", room)).execute()).map(shownRow);
    },

    async cancel(actor, id) {
      const row = await store.query.selectFrom("command").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) return failure("NOT_FOUND", `no command ${id}`);
      const changed = await store.query
        .updateTable("command")
        .set({ state: "cancelled", detail: "", finishedAt: clock.now() })
        .where("id", "=", id)
        .where("state", "=", "queued")
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) return failure("CONFLICT", `${id} does not wait any more`);
      const device = row.deviceId as DeviceId;
      await audit.write({
        actor: actor.name,
        action: "command.cancel",
        subject: registry.find(device)?.device.name ?? device,
        detail: { deviceId: device, commandId: id, name: row.name },
      });
      events.publish({ type: "commandChanged", device });
      return ok(null);
    },

    async checkReadiness(actor, room) {
      const name = roomName(room);
      if (name === null) return failure("NOT_FOUND", `no room ${room}`);
      // An office computer has no children's screen to check.
      const entries = entriesOf({ kind: "room", roomId: room }).filter(
        ({ device }) => device.kind !== "office" && isConnected(device.id),
      );
      const { prepared } = await give(actor, entries, { name: "checkReadiness" }, {});
      await audit.write({
        actor: actor.name,
        action: "readiness.check",
        subject: name,
        detail: { stations: prepared.length },
      });
      return ok(prepared.map(({ entry }) => entry.device.id));
    },
  };
}

/** What the audit says beside the order. */
function told({ wait, insist, schedule }: SendHow): Record<string, unknown> {
  return {
    ...(wait === undefined || wait === "none" ? {} : { wait }),
    ...(insist ? { insist } : {}),
    ...(schedule === undefined ? {} : { schedule }),
  };
}

function namesOf(prepared: readonly Prepared[]): string {
  const names = prepared.slice(0, 3).map(({ entry }) => entry.device.name);
  const more = prepared.length - names.length;
  return more > 0 ? `${names.join(", ")} và ${more} máy khác` : names.join(", ");
}
