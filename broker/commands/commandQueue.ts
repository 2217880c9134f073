// Owns what becomes of commands with time: sent when their device comes, held back by a lesson, ended with words when their time is over.
import type { CommandId, DeviceId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";
import type { DeviceEntry, Registry } from "../devices/registry.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { CommandTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { fileGraceMs, fileOfCommand } from "./commandFiles.ts";
import { commandOf } from "./commandRows.ts";
import { disturbsLesson } from "./orderRules.ts";

export type CommandQueueDeps = {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  readonly isConnected: (device: DeviceId) => boolean;
  readonly sendToDevice: (device: DeviceId, command: DeviceCommand) => void;
  /** When the lesson that runs in the device's room ends, UTC ms; null while none runs. */
  readonly lessonUntil: (entry: DeviceEntry) => number | null;
  readonly clockText: (at: number) => string;
};

export type CommandQueue = {
  /** Before the first device: which of them something waits for. */
  load(): Promise<void>;
  /** Something waits for this device, or for its answer. */
  note(device: DeviceId): void;
  /** A birth: what waits is sent in the order of issue, and again what was sent and is not answered. */
  cameOnline(device: DeviceId): void;
  /** Ends a command that still runs; later results of the device do not change that it was cancelled. */
  finish(
    id: CommandId,
    device: DeviceId,
    state: "done" | "failed" | "refused",
    detail: string,
  ): Promise<void>;
  sweep(): Promise<void>;
  /** Resolves when what births asked for is done. */
  settled(): Promise<void>;
};

/** A result travels through the outbox and may come a little after the command's own end. */
const graceMs = 10_000;
/** Longer for what takes longer: a machine that starts again, one that switches off. */
const longerGraceMs: Readonly<Record<string, number>> = {
  reboot: 5 * 60_000,
  shutDown: 3 * 60_000,
  screenshot: 30_000,
  collectLogs: 30_000,
};

/** A hub that was off for days has other worries than a picture of then. */
const lookedBackMs = 2 * 86_400_000;

export function makeCommandQueue(deps: CommandQueueDeps): CommandQueue {
  const { store, registry, events, audit, log, clock, isConnected, sendToDevice } = deps;
  const noted = new Set<DeviceId>();
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn(work: () => Promise<void>): void {
    turn = turn
      .then(work)
      .catch((error: unknown) => log.error({ err: error }, "commands that wait were not sent"));
  }

  async function set(row: CommandTable, change: Partial<CommandTable>): Promise<boolean> {
    const changed = await store.query
      .updateTable("command")
      .set(change)
      .where("id", "=", row.id)
      .where("state", "=", row.state)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return false;
    events.publish({ type: "commandChanged", device: row.deviceId as DeviceId });
    return true;
  }

  const openRows = (device: DeviceId) =>
    store.query
      .selectFrom("command")
      .selectAll()
      .where("state", "in", ["queued", "sent"])
      .where("deviceId", "=", device)
      .orderBy("issuedAt")
      .orderBy("id")
      .execute();

  async function attend(device: DeviceId): Promise<void> {
    const entry = registry.find(device);
    if (entry === undefined || entry.device.revokedAt !== null || !isConnected(device)) return;
    const rows = await openRows(device);
    if (rows.length === 0) noted.delete(device);
    for (const row of rows) await advance(row, entry);
  }

  async function advance(row: CommandTable, entry: DeviceEntry): Promise<void> {
    const now = clock.now();
    if (row.name === "wake") {
      await set(row, { state: "done", detail: "Máy đã bật.", finishedAt: now });
      return;
    }
    if (row.expiresAt < now) return;
    const device = entry.device.id;
    if (row.state === "sent") {
      // It may have been lost with the connection. An agent does no id twice; a page would.
      if (entry.device.via === "agent") sendToDevice(device, commandOf(row));
      return;
    }
    const until = disturbsLesson(row.name) && row.insisted === 0 ? deps.lessonUntil(entry) : null;
    if (until !== null) {
      const detail = `Chờ tiết học xong lúc ${deps.clockText(until)}.`;
      if (row.detail !== detail) await set(row, { detail });
      return;
    }
    if (await set(row, { state: "sent", detail: "", sentAt: now })) sendToDevice(device, commandOf(row));
  }

  /** What a row that nobody answered is called, and why; null while it still has time. */
  function endOf(row: CommandTable, now: number): { state: string; detail: string } | null {
    const connected = isConnected(row.deviceId as DeviceId);
    if (row.state === "queued") {
      if (row.expiresAt >= now) return null;
      return {
        state: "expired",
        detail: connected
          ? "Tiết học kéo dài hết thời gian chờ nên lệnh không được gửi. Các bé không bị làm phiền."
          : "Máy không bật trong thời gian chờ nên lệnh không được gửi. Chưa có gì thay đổi trên máy.",
      };
    }
    if (row.expiresAt + (longerGraceMs[row.name] ?? graceMs) >= now) return null;
    if (row.name === "wake")
      return {
        state: "failed",
        detail: `Máy không bật lên. ${row.detail} Hãy kiểm tra máy có cắm điện và dây mạng, và đã bật Wake-on-LAN trong BIOS.`,
      };
    return connected
      ? {
          state: "expired",
          detail: "Máy không trả lời lệnh này. Hãy gửi lại; nếu vẫn vậy, hãy đến xem máy.",
        }
      : {
          state: "unknown",
          detail: "Máy mất kết nối trước khi trả lời nên không rõ đã làm hay chưa. Hãy xem máy khi bật lại.",
        };
  }

  async function endOld(): Promise<void> {
    const now = clock.now();
    const rows = await store.query
      .selectFrom("command")
      .selectAll()
      .where("state", "in", ["queued", "sent"])
      .where("expiresAt", "<", now)
      .execute();
    const ends = rows.flatMap((row) => {
      const end = endOf(row, now);
      return end === null ? [] : [{ row, end }];
    });
    if (ends.length === 0) return;
    const told = new Map<string, CommandTable[]>();
    // Together: a school that was off for its two hours is one write to the disk.
    await store.query.transaction().execute(async (transaction) => {
      for (const { row, end } of ends) {
        const changed = await transaction
          .updateTable("command")
          .set({ ...end, finishedAt: now })
          .where("id", "=", row.id)
          .where("state", "=", row.state)
          .executeTakeFirst();
        if (changed.numUpdatedRows === 0n) continue;
        const cause = `${row.name} ${end.state}`;
        told.set(cause, [...(told.get(cause) ?? []), row]);
      }
    });
    for (const [cause, ended] of told) await tell(cause, ended);
  }

  /** One entry for one order that ended one way, however many devices it was for. */
  async function tell(cause: string, rows: readonly CommandTable[]): Promise<void> {
    for (const { deviceId } of rows) events.publish({ type: "commandChanged", device: deviceId as DeviceId });
    const [name, state] = cause.split(" ");
    const names = rows.map(({ deviceId }) => registry.find(deviceId as DeviceId)?.device.name ?? deviceId);
    await audit.write({
      actor: "hub",
      action: "command.expired",
      subject: names.length <= 3 ? names.join(", ") : `${names.length} thiết bị`,
      detail: { name, state, commands: rows.map(({ id, deviceId }) => ({ deviceId, commandId: id })) },
    });
  }

  /** A device that says done and whose file never came did not do what was wanted. */
  async function endWithoutFile(): Promise<void> {
    const lost = await store.query
      .updateTable("command")
      .set({
        state: "failed",
        detail: "Máy đã làm xong nhưng tệp không đến được máy chủ. Hãy gửi lại lệnh.",
      })
      .where("state", "=", "done")
      .where("name", "in", Object.keys(fileOfCommand))
      .where("fileAt", "is", null)
      .where("expiresAt", "<", clock.now() - fileGraceMs)
      .where("expiresAt", ">", clock.now() - fileGraceMs - lookedBackMs)
      .returning("deviceId")
      .execute();
    for (const { deviceId } of lost) events.publish({ type: "commandChanged", device: deviceId as DeviceId });
  }

  /** The machine said goodbye: that is what switching off looks like from here. */
  async function wentOffline(device: DeviceId): Promise<void> {
    for (const row of await openRows(device))
      if (row.name === "shutDown" && row.state === "sent")
        await set(row, { state: "done", detail: "Máy đã tắt.", finishedAt: clock.now() });
  }

  events.subscribe((event) => {
    if (event.type !== "deviceChanged" || !noted.has(event.device)) return;
    const reachability = registry.find(event.device)?.reachability;
    if (reachability === "stopped" || reachability === "lost") inTurn(() => wentOffline(event.device));
  });

  return {
    async load() {
      const rows = await store.query
        .selectFrom("command")
        .select("deviceId")
        .distinct()
        .where("state", "in", ["queued", "sent"])
        .execute();
      for (const { deviceId } of rows) noted.add(deviceId as DeviceId);
    },
    note: (device) => void noted.add(device),
    cameOnline(device) {
      if (noted.has(device)) inTurn(() => attend(device));
    },
    async finish(id, device, state, detail) {
      await store.query
        .updateTable("command")
        .set({ state, detail, finishedAt: clock.now() })
        .where("id", "=", id)
        .where("deviceId", "=", device)
        .where("state", "in", ["sent", "expired", "unknown"])
        .execute();
      events.publish({ type: "commandChanged", device });
    },
    async sweep() {
      await endOld();
      await endWithoutFile();
      for (const device of noted) if (isConnected(device)) inTurn(() => holdEnded(device));
      await turn;
    },
    async settled() {
      await turn;
    },
  };

  /** Only what waited for a lesson: what was sent is not sent again for no reason. */
  async function holdEnded(device: DeviceId): Promise<void> {
    const entry = registry.find(device);
    if (entry === undefined) return;
    const rows = await openRows(device);
    if (rows.length === 0) noted.delete(device);
    for (const row of rows) if (row.state === "queued") await advance(row, entry);
  }
}
