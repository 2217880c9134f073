// Owns commands: sent once, never retained, always with an end (ADR 0003).
import { v4, v7 } from "uuid";
import { type AgeBand, ageBand } from "../../protocol/game.ts";
import type { ClassId, CommandId, DeviceId, LessonId, RoomId, SessionId } from "../../protocol/ids.ts";
import type { DeviceCommand, RoomCommand } from "../../protocol/messages/command.ts";
import { failure, ok } from "../../protocol/result.ts";
import type { Log } from "../../runtime/log.ts";
import type { DeviceCommandRow } from "../api/devices.ts";
import { boardSlot } from "../api/rooms.ts";
import type { Audit } from "../audit/audit.ts";
import { capMinutes } from "../desired/buildPlan.ts";
import type { Registry } from "../devices/registry.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, Commands, DesiredDocuments } from "../hubServices.ts";
import { lessonNow } from "../live/roomLesson.ts";
import type { CommandTable, RoomLessonTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

export type CommandDeps = {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  /** The room's slots of the timetable that overlap [from, to). */
  readonly slots: DesiredDocuments["slots"];
  readonly isConnected: (device: DeviceId) => boolean;
  readonly sendToDevice: (device: DeviceId, command: DeviceCommand) => void;
  /** To every device of the room, web screens too. */
  readonly sendToRoom: (room: RoomId, command: RoomCommand) => void;
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
  const { store, registry, events, audit, log, clock, slots, isConnected, sendToDevice, sendToRoom } = deps;
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

  async function roomName(room: RoomId): Promise<string | undefined> {
    const found = await store.query
      .selectFrom("room")
      .select("name")
      .where("id", "=", room)
      .executeTakeFirst();
    return found?.name;
  }

  async function classOf(id: ClassId): Promise<{ name: string; ageBand: AgeBand } | undefined> {
    const found = await store.query
      .selectFrom("schoolClass")
      .select(["name", "ageBand"])
      .where("id", "=", id)
      .executeTakeFirst();
    return found && { name: found.name, ageBand: ageBand.parse(found.ageBand) };
  }

  async function lessonTitle(id: LessonId): Promise<string | undefined> {
    const found = await store.query
      .selectFrom("lesson")
      .select("title")
      .where("id", "=", id)
      .executeTakeFirst();
    return found?.title;
  }

  async function keepLed(row: RoomLessonTable): Promise<void> {
    await store.query
      .insertInto("roomLesson")
      .values(row)
      .onConflict((conflict) => conflict.column("roomId").doUpdateSet(row))
      .execute();
  }

  /** What runs there now, by hand or by the timetable, is ended. */
  async function keepEnd(roomId: RoomId): Promise<void> {
    const now = clock.now();
    const kept = await store.query
      .selectFrom("roomLesson")
      .selectAll()
      .where("roomId", "=", roomId)
      .executeTakeFirst();
    const led = kept === undefined ? null : boardSlot.parse(kept);
    const running = lessonNow(slots(roomId, now, now + 1)[0], led, now);
    if (running !== null && running.endedAt === null) await keepLed({ roomId, ...running, endedAt: now });
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
      const command: DeviceCommand = { ...envelope(actor), ...order };
      const row: CommandTable = {
        id: command.id,
        deviceId,
        name: command.name,
        body: JSON.stringify(command),
        issuedBy: command.issuedBy,
        issuedAt: command.issuedAt,
        expiresAt: command.expiresAt,
        state: "sent",
        detail: "",
        finishedAt: null,
      };
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

    async startLesson(actor, room, { classId, lessonId, minutes, headcount }) {
      const subject = await roomName(room);
      const schoolClass = await classOf(classId);
      const lesson = await lessonTitle(lessonId);
      if (subject === undefined || schoolClass === undefined || lesson === undefined)
        return failure("NOT_FOUND", "no such room, class or lesson");
      const base = envelope(actor);
      const sessionId = v4() as SessionId;
      // The stations end at the cap in any case; so the hub and the board say it too.
      const lasting = Math.min(minutes, capMinutes[schoolClass.ageBand]);
      const endAt = base.issuedAt + lasting * 60_000;
      await audit.write({
        actor: actor.name,
        action: "lesson.start",
        subject,
        detail: { sessionId, classId, lessonId, schoolClass: schoolClass.name, lesson, minutes: lasting },
      });
      await keepLed({
        roomId: room,
        sessionId,
        slotId: null,
        classId,
        lessonId,
        startAt: base.issuedAt,
        endAt,
        endedAt: null,
      });
      sendToRoom(room, { ...base, name: "startLesson", sessionId, classId, lessonId, endAt, headcount });
      events.publish({ type: "lessonChanged", room });
      return ok({ sessionId, endAt });
    },

    async endLesson(actor, room) {
      const subject = await roomName(room);
      if (subject === undefined) return failure("NOT_FOUND", `no room ${room}`);
      await audit.write({ actor: actor.name, action: "lesson.end", subject });
      await keepEnd(room);
      sendToRoom(room, { ...envelope(actor), name: "endLesson" });
      events.publish({ type: "lessonChanged", room });
      return ok(null);
    },
  };
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
