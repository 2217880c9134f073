// Owns reading alerts and what people do with them: take one, let it rest.
import type { Kysely } from "kysely";
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import type { BrokenPart } from "../../protocol/records/report.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import type { MeasureName } from "../api/alertMeasures.ts";
import type { Alert, AlertId, AlertPage } from "../api/alerts.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { AlertTable, Tables } from "../store/schema.ts";
import { readAlert, readRule } from "./alertRows.ts";

export type AlertBook = {
  /** Newest first; of open ones all, of those that are over a page before a moment. */
  list(state: "open" | "cleared", before?: number): Promise<{ alerts: Alert[]; more: boolean }>;
  count(): Promise<{ open: number; urgent: number }>;
  /** What a ticket that is made of it says; undefined: no such alert. */
  forTicket(id: string): Promise<TicketFacts | undefined>;
  show(id: AlertId): Promise<Result<AlertPage, "NOT_FOUND">>;
  acknowledge(actor: Actor, id: AlertId, note: string): Promise<Result<Alert, "NOT_FOUND">>;
  /** 0 minutes: it is awake again. */
  snooze(actor: Actor, id: AlertId, minutes: number): Promise<Result<Alert, "NOT_FOUND">>;
};

export type TicketFacts = {
  readonly deviceId: DeviceId | null;
  readonly roomId: RoomId | null;
  readonly part: BrokenPart;
  readonly text: string;
};

const partOf: Partial<Record<MeasureName, BrokenPart>> = {
  lost: "network",
  noSound: "sound",
  pointerMissing: "mouse",
};

const pageRows = 50;
/** More are never open at once but in a school that has other worries. */
const mostOpen = 500;
const mostFolded = 2000;

export function makeAlertBook(deps: {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
}): AlertBook {
  const { query, events, audit, clock } = deps;

  /** With the ticket that was made of it. */
  async function complete(rows: readonly AlertTable[]): Promise<Alert[]> {
    if (rows.length === 0) return [];
    const tickets = await query
      .selectFrom("ticketAlert")
      .where(
        "alertId",
        "in",
        rows.map(({ id }) => id),
      )
      .select(["alertId", "ticketId"])
      .execute();
    const ticketOf = new Map(tickets.map(({ alertId, ticketId }) => [alertId, ticketId]));
    return rows.map((row) => ({ ...readAlert(row), ticketId: ticketOf.get(row.id) ?? null }));
  }

  const find = (id: AlertId) => query.selectFrom("alert").where("id", "=", id).selectAll().executeTakeFirst();

  async function change(
    actor: Actor,
    id: AlertId,
    action: "alert.acknowledge" | "alert.snooze",
    values: Partial<AlertTable>,
    detail: object,
  ): Promise<Result<Alert, "NOT_FOUND">> {
    await query.updateTable("alert").set(values).where("id", "=", id).execute();
    const row = await find(id);
    if (row === undefined) return failure("NOT_FOUND", `no alert ${id}`);
    const [changed] = await complete([row]);
    if (changed === undefined) throw new Error("an alert was lost while it was read");
    await audit.write({
      actor: actor.name,
      action,
      subject: row.subjectName,
      detail: { alertId: id, rule: row.ruleName, ...detail },
    });
    events.publish({ type: "alertsChanged" });
    return ok(changed);
  }

  return {
    async list(state, before = Number.MAX_SAFE_INTEGER) {
      const limit = state === "open" ? mostOpen : pageRows;
      const rows = await query
        .selectFrom("alert")
        .where("clearedAt", state === "open" ? "is" : "is not", null)
        .where("causeId", "is", null)
        .where("openedAt", "<", before)
        .orderBy("openedAt", "desc")
        .limit(limit + 1)
        .selectAll()
        .execute();
      const more = rows.length > limit;
      const last = rows[limit - 1];
      if (!more || last === undefined || state === "open")
        return { alerts: await complete(rows.slice(0, limit)), more };
      // Those of one moment stand on one page, or the next page, which begins before that moment, would leave some out.
      const ofLastMoment = await query
        .selectFrom("alert")
        .where("clearedAt", "is not", null)
        .where("causeId", "is", null)
        .where("openedAt", "=", last.openedAt)
        .selectAll()
        .execute();
      const earlier = rows.slice(0, limit).filter(({ openedAt }) => openedAt !== last.openedAt);
      return { alerts: await complete([...earlier, ...ofLastMoment]), more };
    },
    async count() {
      const rows = await query
        .selectFrom("alert")
        .where("clearedAt", "is", null)
        .where("causeId", "is", null)
        .where("acknowledgedAt", "is", null)
        .where(({ eb, or }) => or([eb("snoozedUntil", "is", null), eb("snoozedUntil", "<=", clock.now())]))
        .select(({ fn }) => ["severity", fn.countAll<number>().as("count")])
        .groupBy("severity")
        .execute();
      const of = (name: string) => Number(rows.find(({ severity }) => severity === name)?.count ?? 0);
      return { open: of("urgent") + of("warning") + of("info"), urgent: of("urgent") };
    },
    async forTicket(id) {
      const row = await find(id as AlertId);
      if (row === undefined) return undefined;
      const { measure, sentence } = readAlert(row);
      return {
        deviceId: row.subjectKind === "device" ? (row.subjectId as DeviceId) : null,
        roomId: row.roomId as RoomId | null,
        part: partOf[measure] ?? "other",
        text: sentence,
      };
    },
    async show(id) {
      const row = await find(id);
      const [shown] = row === undefined ? [] : await complete([row]);
      if (row === undefined || shown === undefined) return failure("NOT_FOUND", `no alert ${id}`);
      const rule = await query
        .selectFrom("alertRule")
        .where("id", "=", row.ruleId)
        .selectAll()
        .executeTakeFirst();
      const folded = await query
        .selectFrom("alert")
        .where("causeId", "=", id)
        .orderBy("roomName")
        .orderBy("subjectName")
        .limit(mostFolded)
        .selectAll()
        .execute();
      const told = await query
        .selectFrom("alertMessage")
        .innerJoin("alertChannel", "alertChannel.id", "alertMessage.channelId")
        .where("alertId", "=", id)
        .where("event", "!=", "cleared")
        .orderBy("alertMessage.id")
        .select(["alertChannel.name as channel", "alertMessage.sentAt as sentAt"])
        .execute();
      return ok({
        ...shown,
        rule: rule === undefined ? null : (readRule(rule) ?? null),
        folded: folded.map(({ subjectId, subjectName, roomName, value, clearedAt }) => ({
          deviceId: subjectId,
          name: subjectName,
          roomName,
          value,
          clearedAt,
        })),
        told,
      });
    },
    acknowledge: (actor, id, note) =>
      change(
        actor,
        id,
        "alert.acknowledge",
        { acknowledgedBy: actor.name, acknowledgedAt: clock.now(), note },
        { note },
      ),
    snooze: (actor, id, minutes) =>
      change(
        actor,
        id,
        "alert.snooze",
        { snoozedUntil: minutes === 0 ? null : clock.now() + minutes * 60_000 },
        { minutes },
      ),
  };
}
