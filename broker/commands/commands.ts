// Owns giving commands: judged by the rule, stored before they are sent, never retained, always with an end (ADR 0003, 0035).
import { dirname, join } from "node:path";
import type { CommandId, DeviceId, RoomId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { HeldVersions } from "../../protocol/messages/deviceState.ts";
import type { DeviceFilePart } from "../../protocol/messages/file.ts";
import { failure, ok } from "../../protocol/result.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { Log } from "../../runtime/log.ts";
import type { CommandOrder, CommandTarget, UnsentCommand } from "../api/commands.ts";
import type { Audit } from "../audit/audit.ts";
import { byPlace } from "../devices/describe.ts";
import type { DeviceEntry, Registry } from "../devices/registry.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, Commands, SendHow } from "../hubServices.ts";
import type { CommandTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { makeCommandFiles } from "./commandFiles.ts";
import { makeCommandQueue } from "./commandQueue.ts";
import { commandOf, expiryOf, newRow, orderText, shownRow } from "./commandRows.ts";
import { judgeOrder, type Verdict } from "./orderRules.ts";
import { byNeighbour, macsOf, planWake, wakeDetail } from "./wakeDevices.ts";

export type CommandDeps = {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  readonly zone: () => string;
  /** Null for an unknown room. */
  readonly roomName: (room: RoomId) => string | null;
  /** When the lesson that runs in a room ends, UTC ms; null while none runs. */
  readonly lessonUntil: (room: RoomId) => number | null;
  readonly isConnected: (device: DeviceId) => boolean;
  readonly sendToDevice: (device: DeviceId, command: DeviceCommand) => void;
  /** Sends what the device does not have; how a web screen's documents are sent again. */
  readonly offer: (device: DeviceId, have: HeldVersions) => void;
  /** Packets from this machine. Rejects with the system's reason. */
  readonly wake: (macs: readonly string[]) => Promise<void>;
  /** A device sent a file that nobody asked it for. */
  readonly fileRefused: (device: DeviceId, why: string) => void;
};

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

type Prepared = { readonly entry: DeviceEntry; readonly row: CommandTable; readonly isNew: boolean };

export function makeCommands(deps: CommandDeps): CommandService {
  const { store, registry, events, audit, log, clock, roomName, isConnected, sendToDevice } = deps;
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
  const stopListening = events.subscribe((event) => {
    if (event.type === "recordsCommitted" && event.records.some(({ type }) => type === "commandResult"))
      events.publish({ type: "commandChanged", device: event.device });
  });

  const judge = (entry: DeviceEntry, order: CommandOrder, { wait = "none", insist = false }: SendHow) =>
    judgeOrder(
      order,
      {
        device: entry.device,
        online: isConnected(entry.device.id),
        wakeable: macsOf(entry).length > 0,
        lessonUntil: lessonUntil(entry),
      },
      { wait, insist },
      clockText,
    );

  /** One that still waits, or was sent and is not answered, with the same meaning. */
  async function pending(entry: DeviceEntry, order: CommandOrder): Promise<CommandTable | undefined> {
    const rows = await store.query
      .selectFrom("command")
      .selectAll()
      .where("state", "in", ["queued", "sent"])
      .where("deviceId", "=", entry.device.id)
      .where("name", "=", order.name)
      .where("expiresAt", ">=", clock.now())
      .execute();
    const wanted = orderText(JSON.stringify(order));
    return rows.find(({ body }) => orderText(body) === wanted);
  }

  async function prepare(
    actor: Actor,
    entry: DeviceEntry,
    order: CommandOrder,
    how: SendHow,
    verdict: Exclude<Verdict, { kind: "refuse" }>,
  ): Promise<Prepared> {
    const now = clock.now();
    const expiresAt = expiryOf(order.name, how.wait ?? "none", now, deps.zone());
    const same = await pending(entry, order);
    if (same !== undefined) {
      // The later end counts, and who insists now insists for the one that waits, too.
      const insisted = how.insist ? 1 : same.insisted;
      const body = JSON.stringify({
        ...JSON.parse(same.body),
        expiresAt: Math.max(expiresAt, same.expiresAt),
      });
      const change = { body, expiresAt: Math.max(expiresAt, same.expiresAt), insisted };
      await store.query
        .updateTable("command")
        .set(change)
        .where("id", "=", same.id)
        .where("state", "=", same.state)
        .execute();
      return { entry, row: { ...same, ...change }, isNew: false };
    }
    const row = newRow({
      device: entry.device.id,
      order,
      actor,
      now,
      expiresAt,
      state: verdict.kind === "send" ? "sent" : "queued",
      detail: verdict.kind === "wait" ? verdict.detail : "",
      scheduleId: how.schedule ?? null,
      insist: how.insist ?? false,
    });
    return { entry, row, isNew: true };
  }

  async function storeRows(rows: readonly CommandTable[]): Promise<void> {
    if (rows.length === 0) return;
    await store.query.transaction().execute(async (transaction) => {
      for (const row of rows) await transaction.insertInto("command").values(row).execute();
    });
    for (const { deviceId } of rows) queue.note(deviceId as DeviceId);
  }

  function dispatch({ entry, row }: Prepared): void {
    const device = entry.device.id;
    if (row.state === "queued") queue.cameOnline(device);
    else if (row.name === "resendDocuments" && entry.device.via === "web") {
      deps.offer(device, { plan: 0, config: 0, content: 0 });
      void queue.finish(row.id as CommandId, device, "done", "");
    } else if (row.name !== "wake") sendToDevice(device, commandOf(row));
    events.publish({ type: "commandChanged", device });
  }

  /** Their rows are stored: packets leave only for what the database knows. */
  async function wakeAll(actor: Actor, prepared: readonly Prepared[], how: SendHow): Promise<Prepared[]> {
    const plans = prepared.map(({ entry }) => planWake(entry, registry.entries(), isConnected));
    const now = clock.now();
    const asked = [...byNeighbour(plans)].flatMap(([device, macs]): Prepared[] => {
      const entry = registry.find(device);
      if (entry === undefined) return [];
      const order = { name: "wakeNeighbours" as const, macs };
      const expiresAt = expiryOf(order.name, "none", now, deps.zone());
      const row = newRow({
        device,
        order,
        actor,
        now,
        expiresAt,
        state: "sent",
        scheduleId: how.schedule ?? null,
      });
      return [{ entry, row, isNew: true }];
    });
    const told = prepared.map((one, place) => {
      const plan = plans[place];
      const detail = plan === undefined ? "" : wakeDetail(plan);
      return { ...one, row: { ...one.row, detail } };
    });
    await storeRows([...told.filter(({ isNew }) => isNew), ...asked].map(({ row }) => row));
    for (const one of [...told, ...asked]) dispatch(one);
    deps
      .wake(plans.flatMap(({ macs }) => macs))
      .catch((error: unknown) =>
        log.warn({ err: error }, "the hub itself could send no packet to wake devices"),
      );
    return told;
  }

  async function give(
    actor: Actor,
    entries: readonly DeviceEntry[],
    order: CommandOrder,
    how: SendHow,
  ): Promise<{ prepared: Prepared[]; unsent: UnsentCommand[] }> {
    const prepared: Prepared[] = [];
    const unsent: UnsentCommand[] = [];
    for (const entry of entries) {
      const verdict = judge(entry, order, how);
      if (verdict.kind === "refuse") {
        const { code, message } = verdict;
        unsent.push({ deviceId: entry.device.id, deviceName: entry.device.name, code, message });
      } else prepared.push(await prepare(actor, entry, order, how, verdict));
    }
    if (order.name === "wake" && prepared.length > 0)
      return { prepared: await wakeAll(actor, prepared, how), unsent };
    await storeRows(prepared.filter(({ isNew }) => isNew).map(({ row }) => row));
    for (const one of prepared) if (one.isNew || one.row.state === "queued") dispatch(one);
    return { prepared, unsent };
  }

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
