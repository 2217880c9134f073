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
import { byNeighbour, macsOf, planWakes, wakeDetail } from "./wakeDevices.ts";

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

/** Orders of which only the last counts: an older one that is carried out later would undo it. */
const families: readonly (readonly string[])[] = [["lock", "unlock"], ["setVolume"]];
const familyOf = (name: string) => families.find((family) => family.includes(name));
const replacedDetail = "Đã có lệnh mới hơn thay cho lệnh này.";

type Pending = {
  /** Means the same; the new order joins it. */
  readonly same: CommandTable | undefined;
  /** Still waits, and the new order takes its place. */
  readonly replaced: readonly CommandTable[];
};

/** `open`: of one device, in the order of issue. */
function pendingOf(
  order: CommandOrder,
  open: readonly CommandTable[],
  isSame: (row: CommandTable) => boolean,
): Pending {
  if (familyOf(order.name) === undefined) return { same: open.findLast(isSame), replaced: [] };
  const newest = open.at(-1);
  const same = newest !== undefined && isSame(newest) ? newest : undefined;
  return { same, replaced: open.filter((row) => row !== same && row.state === "queued") };
}

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

  /** By device: what still waits, or was sent and is not answered, and bears on this order. One question for a whole school. */
  async function pendingFor(order: CommandOrder): Promise<Map<string, Pending>> {
    const rows = await store.query
      .selectFrom("command")
      .selectAll()
      .where("state", "in", ["queued", "sent"])
      .where("name", "in", familyOf(order.name) ?? [order.name])
      .where("expiresAt", ">=", clock.now())
      .orderBy("issuedAt")
      .orderBy("id")
      .execute();
    const wanted = orderText(JSON.stringify(order));
    return new Map(
      [...Map.groupBy(rows, ({ deviceId }) => deviceId)].map(([device, open]) => [
        device,
        pendingOf(order, open, ({ body }) => orderText(body) === wanted),
      ]),
    );
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
  async function storeAll(
    prepared: readonly Prepared[],
    replaced: readonly CommandTable[] = [],
  ): Promise<void> {
    if (prepared.length === 0) return;
    await store.query.transaction().execute(async (transaction) => {
      for (const { id } of replaced)
        await transaction
          .updateTable("command")
          .set({ state: "cancelled", detail: replacedDetail, finishedAt: clock.now() })
          .where("id", "=", id)
          .where("state", "=", "queued")
          .execute();
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
    const plans = planWakes(
      prepared.map(({ entry }) => entry),
      registry.entries(),
      isConnected,
    );
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
    const replaced: CommandTable[] = [];
    const unsent: UnsentCommand[] = [];
    for (const entry of entries) {
      const pending = waiting.get(entry.device.id);
      const verdict = judge(entry, order, how);
      if (verdict.kind === "refuse") {
        const { code, message } = verdict;
        unsent.push({ deviceId: entry.device.id, deviceName: entry.device.name, code, message });
      } else {
        prepared.push(prepare(actor, entry, order, how, verdict, pending?.same));
        replaced.push(...(pending?.replaced ?? []));
      }
    }
    if (order.name === "wake" && prepared.length > 0)
      return { prepared: await wakeAll(actor, prepared, how), unsent };
    await storeAll(prepared, replaced);
    for (const { deviceId } of replaced)
      events.publish({ type: "commandChanged", device: deviceId as DeviceId });
    for (const one of prepared) if (one.isNew || one.row.state === "queued") dispatch(one);
    return { prepared, unsent };
  };
}
