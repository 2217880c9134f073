// Owns what becomes of commands with time: sent when their device comes, held back by a lesson, ended with words when their time is over.
import type { CommandId, DeviceId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";
import type { DeviceEntry, Registry } from "../devices/registry.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { CommandTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { endOf } from "./commandEnds.ts";
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

type Step = {
  readonly row: CommandTable;
  readonly change: Partial<CommandTable> | null;
  readonly send: boolean;
};

/** Devices in one question. */
const mostAtOnce = 500;
/** A hub that was off for days has other worries than a picture of then. */
const lookedBackMs = 2 * 86_400_000;

export function makeCommandQueue(deps: CommandQueueDeps): CommandQueue {
  const { store, registry, events, audit, log, clock, isConnected, sendToDevice } = deps;
  const noted = new Set<DeviceId>();
  const born = new Set<DeviceId>();
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

  /** What is to be done with an open row of a device that is on; null: nothing now. */
  function stepOf(row: CommandTable, entry: DeviceEntry): Step | null {
    const now = clock.now();
    if (row.name === "wake")
      return { row, change: { state: "done", detail: "Máy đã bật.", finishedAt: now }, send: false };
    if (row.expiresAt < now) return null;
    // It may have been lost with the connection. An agent does no id twice; a page would.
    if (row.state === "sent") return entry.device.via === "agent" ? { row, change: null, send: true } : null;
    const until = disturbsLesson(row.name) && row.insisted === 0 ? deps.lessonUntil(entry) : null;
    if (until === null) return { row, change: { state: "sent", detail: "", sentAt: now }, send: true };
    const detail = `Chờ tiết học xong lúc ${deps.clockText(until)}.`;
    return row.detail === detail ? null : { row, change: { detail }, send: false };
  }

  /** Many at once: a school that is switched on in the morning is one write to the disk. */
  async function attend(devices: readonly DeviceId[], states: readonly string[]): Promise<void> {
    const present = devices.filter(isThere);
    if (present.length === 0) return;
    const rows = await store.query
      .selectFrom("command")
      .selectAll()
      .where("state", "in", ["queued", "sent"])
      .where("deviceId", "in", present)
      .orderBy("issuedAt")
      .orderBy("id")
      .execute();
    const busy = new Set(rows.map(({ deviceId }) => deviceId));
    for (const device of present) if (!busy.has(device)) noted.delete(device);
    const steps = rows.flatMap((row) => {
      const entry = registry.find(row.deviceId as DeviceId);
      const step = entry === undefined || !states.includes(row.state) ? null : stepOf(row, entry);
      return step === null ? [] : [step];
    });
    for (const { row, change, send } of await store.query
      .transaction()
      .execute((within) => write(within, steps))) {
      const device = row.deviceId as DeviceId;
      if (send) sendToDevice(device, commandOf(row));
      if (change !== null) events.publish({ type: "commandChanged", device });
    }
  }

  function isThere(device: DeviceId): boolean {
    const entry = registry.find(device);
    return entry !== undefined && entry.device.revokedAt === null && isConnected(device);
  }

  /** Those that were still as they had been read. */
  async function write(within: Store["query"], steps: readonly Step[]): Promise<Step[]> {
    const written: Step[] = [];
    for (const step of steps) {
      if (step.change !== null) {
        const { numUpdatedRows } = await within
          .updateTable("command")
          .set(step.change)
          .where("id", "=", step.row.id)
          .where("state", "=", step.row.state)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) continue;
      }
      written.push(step);
    }
    return written;
  }

  /** Births that come while others are dealt with are dealt with together. */
  function attendSoon(): void {
    inTurn(async () => {
      const devices = [...born];
      born.clear();
      for (let from = 0; from < devices.length; from += mostAtOnce)
        await attend(devices.slice(from, from + mostAtOnce), ["queued", "sent"]);
    });
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
      const end = endOf(row, now, isConnected(row.deviceId as DeviceId));
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
      if (!noted.has(device)) return;
      if (born.size === 0) attendSoon();
      born.add(device);
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
      // Only what waited for a lesson: what was sent is not sent again for no reason.
      const waiting = [...noted].filter(isConnected);
      for (let from = 0; from < waiting.length; from += mostAtOnce)
        inTurn(() => attend(waiting.slice(from, from + mostAtOnce), ["queued"]));
      await turn;
    },
    async settled() {
      await turn;
    },
  };
}
