// Owns commands that are given every week by themselves: their rows, when they are due, and what came of it (ADR 0035).
import { v7 } from "uuid";
import { z } from "zod";
import type { DeviceId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import type { Log } from "../../runtime/log.ts";
import { type CommandOrder, type CommandTarget, commandOrder } from "../api/commands.ts";
import { room } from "../api/rooms.ts";
import {
  type Schedule,
  type ScheduleDraft,
  type ScheduleId,
  type ScheduleOutcome,
  type ScheduleTarget,
  scheduleId,
  scheduleOutcome,
  scheduleTarget,
} from "../api/schedules.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, Commands, Devices, SchoolIdentity } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { CommandScheduleTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { lastDue, nextRun, type SchoolClock, type Weekly } from "./nextRun.ts";
import { type ScheduleProposal, scheduleProposals } from "./scheduleProposals.ts";

export type SchedulesDeps = {
  readonly query: Store["query"];
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  readonly school: Pick<SchoolIdentity, "zone">;
  readonly devices: Pick<Devices, "list" | "find" | "stations">;
  readonly commands: Pick<Commands, "sendTo">;
};

export type Schedules = {
  list(): Promise<{ schedules: Schedule[]; proposals: ScheduleProposal[] }>;
  /** NOT_FOUND: its room or devices are not there. */
  add(actor: Actor, draft: ScheduleDraft): Promise<Result<Schedule, "NOT_FOUND">>;
  change(
    actor: Actor,
    id: ScheduleId,
    change: { readonly [Key in keyof ScheduleDraft]?: ScheduleDraft[Key] | undefined },
  ): Promise<Result<Schedule, "NOT_FOUND">>;
  remove(actor: Actor, id: ScheduleId): Promise<Result<null, "NOT_FOUND">>;
  /** Gives what is due. */
  tick(): Promise<void>;
  start(every: (ms: number, call: () => void) => () => void): void;
  stop(): void;
};

const tickEveryMs = 10_000;
/** A hub that comes back later than that does not wake a room at noon. */
const lateMs = 15 * 60_000;
/** Further back, the clock was wrong before and not only set right a little. */
const longestSetbackMs = 86_400_000;
const mostUnsentTold = 20;
const hub: Actor = { staffId: null, name: "Lịch hằng tuần" };

export function makeSchedules(deps: SchedulesDeps): Schedules {
  const { query, events, audit, log, clock, school, devices, commands } = deps;
  let stopTicking: (() => void) | undefined;
  let ticking: Promise<void> | undefined;

  const changed = () => events.publish({ type: "schedulesChanged" });

  async function schoolClock(): Promise<SchoolClock> {
    const closures = await query.selectFrom("closure").select(["fromDate", "untilDate"]).execute();
    return { zone: school.zone, closures };
  }

  const roomsOf = async () => {
    const rows = await query.selectFrom("room").selectAll().orderBy("position").execute();
    return z.array(room).parse(rows);
  };

  function shown(
    row: CommandScheduleTable,
    rooms: Awaited<ReturnType<typeof roomsOf>>,
    when: SchoolClock,
  ): Schedule {
    const draft = draftOf(row);
    const last = row.outcome === null ? null : readJson(row.outcome, scheduleOutcome);
    return {
      ...draft,
      id: row.id as ScheduleId,
      targetName: targetName(draft.target, rooms),
      nextRunAt: draft.enabled ? nextRun(draft, clock.now(), when) : null,
      last: last?.ok ? last.value : null,
    };
  }

  function targetName(target: ScheduleTarget, rooms: Awaited<ReturnType<typeof roomsOf>>): string {
    if (target.kind === "school") return "Cả trường";
    if (target.kind === "room") return rooms.find(({ id }) => id === target.roomId)?.name ?? "Phòng đã xóa";
    const names = target.deviceIds.flatMap((id) => devices.find(id)?.name ?? []);
    return names.length <= 3 ? names.join(", ") : `${names.length} thiết bị`;
  }

  async function exists(target: ScheduleTarget): Promise<boolean> {
    if (target.kind === "school") return true;
    if (target.kind === "devices")
      return target.deviceIds.every((id) => devices.find(id)?.revokedAt === null);
    return (await roomsOf()).some(({ id }) => id === target.roomId);
  }

  async function find(id: ScheduleId): Promise<CommandScheduleTable | undefined> {
    return query.selectFrom("commandSchedule").selectAll().where("id", "=", id).executeTakeFirst();
  }

  function rowOf(id: string, draft: ScheduleDraft, outcome: string | null): CommandScheduleTable {
    const { name, weekdays, minute, target, order, skipClosed, enabled } = draft;
    return {
      id,
      name,
      weekdays: JSON.stringify([...new Set(weekdays)].sort()),
      minute,
      target: JSON.stringify(target),
      command: JSON.stringify(order),
      skipClosed: skipClosed ? 1 : 0,
      enabled: enabled ? 1 : 0,
      // What was due before a change, or while it was switched off, is not made up for.
      lookedAt: clock.now(),
      outcome,
    };
  }

  async function run(row: CommandScheduleTable, when: SchoolClock): Promise<void> {
    const draft = draftOf(row);
    const now = clock.now();
    // A clock that is set back a little must not bring the same time twice; one that was far ahead and is right again must
    // not silence it until then. What was due before now is not made up for.
    if (row.lookedAt - now > longestSetbackMs) {
      await query
        .updateTable("commandSchedule")
        .set({ lookedAt: now })
        .where("id", "=", row.id)
        .where("lookedAt", "=", row.lookedAt)
        .execute();
      return;
    }
    const dueAt = lastDue(draft, row.lookedAt, now, when);
    if (dueAt === null) return;
    const outcome = now - dueAt > lateMs ? await missed(row, dueAt) : await give(row, draft, dueAt);
    await query
      .updateTable("commandSchedule")
      .set({ lookedAt: now, outcome: JSON.stringify(outcome) })
      .where("id", "=", row.id)
      .execute();
    changed();
  }

  async function missed(row: CommandScheduleTable, dueAt: number): Promise<ScheduleOutcome> {
    await audit.write({
      actor: hub.name,
      action: "schedule.missed",
      subject: row.name,
      detail: { scheduleId: row.id, dueAt },
    });
    return { dueAt, kind: "missed", sent: 0, unsent: [] };
  }

  async function give(
    row: CommandScheduleTable,
    draft: ScheduleDraft,
    dueAt: number,
  ): Promise<ScheduleOutcome> {
    // Noted before it is done: a hub that is killed in between leaves a command out rather than giving it twice.
    await query
      .updateTable("commandSchedule")
      .set({ lookedAt: clock.now() })
      .where("id", "=", row.id)
      .execute();
    const target = targetNow(draft);
    const given =
      target === null
        ? ok({ commands: [], unsent: [] })
        : await commands.sendTo(hub, target, draft.order, {
            // Children who play come first: it waits for the end of their lesson, and is told when that takes too long.
            wait: "twoHours",
            insist: false,
            schedule: scheduleId.parse(row.id),
          });
    const { commands: sent, unsent } = given.ok ? given.value : { commands: [], unsent: [] };
    await audit.write({
      actor: hub.name,
      action: "schedule.run",
      subject: row.name,
      detail: { scheduleId: row.id, dueAt, sent: sent.length, unsent: unsent.length },
    });
    return {
      dueAt,
      kind: "run",
      sent: sent.length,
      unsent: unsent.slice(0, mostUnsentTold).map(({ deviceName, message }) => ({ deviceName, message })),
    };
  }

  /**
   * Only devices for which there is something to do: nobody wakes what is awake, and what is off at half past five is not
   * switched off when somebody switches it on at six.
   */
  function targetNow({ target, order }: ScheduleDraft): CommandTarget | null {
    const wanted = new Set<DeviceId>(target.kind === "devices" ? target.deviceIds : []);
    const found = devices
      .list()
      .filter(
        ({ id, roomId, via }) =>
          (target.kind === "school" ||
            (target.kind === "room" ? roomId === target.roomId : wanted.has(id))) &&
          (via === "agent" || !ofMachine(order)),
      );
    const deviceIds = devices
      .stations(found.map(({ id }) => id))
      .filter(({ reachability }) => {
        if (order.name === "wake") return reachability !== "online";
        return reachability === "online" || staysWanted(order);
      })
      .map(({ deviceId }) => deviceId);
    return deviceIds.length === 0 ? null : { kind: "devices", deviceIds };
  }

  async function tick(): Promise<void> {
    const rows = await query.selectFrom("commandSchedule").selectAll().where("enabled", "=", 1).execute();
    if (rows.length === 0) return;
    const when = await schoolClock();
    for (const row of rows)
      await run(row, when).catch((error: unknown) =>
        log.error({ err: error, schedule: row.id }, "a schedule was not run"),
      );
  }
  /** One at a time: a slow disk must not give the same command twice. */
  function tickOnce(): Promise<void> {
    ticking ??= tick().finally(() => {
      ticking = undefined;
    });
    return ticking;
  }

  return {
    tick: tickOnce,
    async list() {
      const [rows, rooms, when] = await Promise.all([
        query.selectFrom("commandSchedule").selectAll().orderBy("minute").orderBy("name").execute(),
        roomsOf(),
        schoolClock(),
      ]);
      const schedules = rows.map((row) => shown(row, rooms, when));
      const withDevices = rooms.filter(({ id }) => devices.list().some(({ roomId }) => roomId === id));
      return { schedules, proposals: scheduleProposals(withDevices, schedules) };
    },
    async add(actor, draft) {
      if (!(await exists(draft.target))) return failure("NOT_FOUND", "no such room or device");
      const row = rowOf(v7(), draft, null);
      await query.insertInto("commandSchedule").values(row).execute();
      await audit.write({
        actor: actor.name,
        action: "schedule.add",
        subject: row.name,
        detail: { scheduleId: row.id, ...draft },
      });
      changed();
      return ok(shown(row, await roomsOf(), await schoolClock()));
    },
    async change(actor, id, change) {
      const before = await find(id);
      if (before === undefined) return failure("NOT_FOUND", `no schedule ${id}`);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const draft: ScheduleDraft = { ...draftOf(before), ...given };
      if (!(await exists(draft.target))) return failure("NOT_FOUND", "no such room or device");
      const row = rowOf(id, draft, before.outcome);
      await query.updateTable("commandSchedule").set(row).where("id", "=", id).execute();
      await audit.write({
        actor: actor.name,
        action: "schedule.change",
        subject: row.name,
        detail: { scheduleId: id, ...given },
      });
      changed();
      return ok(shown(row, await roomsOf(), await schoolClock()));
    },
    async remove(actor, id) {
      const row = await find(id);
      if (row === undefined) return failure("NOT_FOUND", `no schedule ${id}`);
      await query.deleteFrom("commandSchedule").where("id", "=", id).execute();
      await audit.write({
        actor: actor.name,
        action: "schedule.remove",
        subject: row.name,
        detail: { scheduleId: id },
      });
      changed();
      return ok(null);
    },
    start(every) {
      stopTicking ??= every(tickEveryMs, () => {
        tickOnce().catch((error: unknown) => log.error({ err: error }, "schedules could not be looked at"));
      });
    },
    stop() {
      stopTicking?.();
      stopTicking = undefined;
    },
  };
}

/** Holds for a machine that comes later, too. */
const staysWanted = ({ name }: CommandOrder) => name === "lock" || name === "unlock" || name === "setVolume";
const ofMachine = ({ name }: CommandOrder) => name === "wake" || name === "shutDown" || name === "reboot";

/** Only this module writes the columns. */
function draftOf(row: CommandScheduleTable): ScheduleDraft & Weekly {
  return {
    name: row.name,
    weekdays: z.array(z.number()).parse(JSON.parse(row.weekdays)),
    minute: row.minute,
    target: scheduleTarget.parse(JSON.parse(row.target)),
    order: commandOrder.parse(JSON.parse(row.command)),
    skipClosed: row.skipClosed !== 0,
    enabled: row.enabled !== 0,
  };
}
