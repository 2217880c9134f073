// Owns turning one order into rows for the devices it is meant for, and sending what may go now.
import type { CommandId, DeviceId, RoomId } from "../../protocol/ids.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { HeldVersions } from "../../protocol/messages/deviceState.ts";
import type { Log } from "../../runtime/log.ts";
import type { CommandOrder, UnsentCommand } from "../api/commands.ts";
import type { Audit } from "../audit/audit.ts";
import type { DeviceEntry, Registry } from "../devices/registry.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, SendHow } from "../hubServices.ts";
import type { CommandTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { CommandQueue } from "./commandQueue.ts";
import { commandOf, expiryOf, newRow, orderText } from "./commandRows.ts";
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

export type Prepared = { readonly entry: DeviceEntry; readonly row: CommandTable; readonly isNew: boolean };

export type GiveOrders = (
  actor: Actor,
  entries: readonly DeviceEntry[],
  order: CommandOrder,
  how: SendHow,
) => Promise<{ prepared: Prepared[]; unsent: UnsentCommand[] }>;

export function makeGiveOrders(
  deps: CommandDeps & {
    readonly queue: CommandQueue;
    readonly lessonUntilOf: (entry: DeviceEntry) => number | null;
    readonly clockText: (at: number) => string;
  },
): GiveOrders {
  const { store, registry, events, log, clock, queue, isConnected, sendToDevice, clockText } = deps;

  const judge = (entry: DeviceEntry, order: CommandOrder, { wait = "none", insist = false }: SendHow) =>
    judgeOrder(
      order,
      {
        device: entry.device,
        online: isConnected(entry.device.id),
        wakeable: macsOf(entry).length > 0,
        lessonUntil: deps.lessonUntilOf(entry),
      },
      { wait, insist },
      clockText,
    );

  /** By device: one that still waits, or was sent and is not answered, with the same meaning. One question for a whole school. */
  async function pendingFor(order: CommandOrder): Promise<Map<string, CommandTable>> {
    const rows = await store.query
      .selectFrom("command")
      .selectAll()
      .where("state", "in", ["queued", "sent"])
      .where("name", "=", order.name)
      .where("expiresAt", ">=", clock.now())
      .execute();
    const wanted = orderText(JSON.stringify(order));
    return new Map(rows.filter(({ body }) => orderText(body) === wanted).map((row) => [row.deviceId, row]));
  }

  function prepare(
    actor: Actor,
    entry: DeviceEntry,
    order: CommandOrder,
    how: SendHow,
    verdict: Exclude<Verdict, { kind: "refuse" }>,
    same: CommandTable | undefined,
  ): Prepared {
    const now = clock.now();
    const expiresAt = expiryOf(order.name, how.wait ?? "none", now, deps.zone());
    if (same !== undefined) {
      // The later end counts, and who insists now insists for the one that waits, too.
      const end = Math.max(expiresAt, same.expiresAt);
      const body = JSON.stringify({ ...JSON.parse(same.body), expiresAt: end });
      const insisted = how.insist ? 1 : same.insisted;
      return { entry, row: { ...same, body, expiresAt: end, insisted }, isNew: false };
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

  /** New ones and those that wait longer now, together: two thousand devices are one write to the disk. */
  async function storeAll(prepared: readonly Prepared[]): Promise<void> {
    if (prepared.length === 0) return;
    await store.query.transaction().execute(async (transaction) => {
      for (const { row, isNew } of prepared) {
        const { id, state, body, expiresAt, insisted } = row;
        if (isNew) await transaction.insertInto("command").values(row).execute();
        else
          await transaction
            .updateTable("command")
            .set({ body, expiresAt, insisted })
            .where("id", "=", id)
            .where("state", "=", state)
            .execute();
      }
    });
    for (const { row } of prepared) queue.note(row.deviceId as DeviceId);
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
    await storeAll([...told, ...asked]);
    for (const one of [...told, ...asked]) dispatch(one);
    deps
      .wake(plans.flatMap(({ macs }) => macs))
      .catch((error: unknown) =>
        log.warn({ err: error }, "the hub itself could send no packet to wake devices"),
      );
    return told;
  }

  return async (actor, entries, order, how) => {
    const waiting = await pendingFor(order);
    const prepared: Prepared[] = [];
    const unsent: UnsentCommand[] = [];
    for (const entry of entries) {
      const verdict = judge(entry, order, how);
      if (verdict.kind === "refuse") {
        const { code, message } = verdict;
        unsent.push({ deviceId: entry.device.id, deviceName: entry.device.name, code, message });
      } else prepared.push(prepare(actor, entry, order, how, verdict, waiting.get(entry.device.id)));
    }
    if (order.name === "wake" && prepared.length > 0)
      return { prepared: await wakeAll(actor, prepared, how), unsent };
    await storeAll(prepared);
    for (const one of prepared) if (one.isNew || one.row.state === "queued") dispatch(one);
    return { prepared, unsent };
  };
}
