// Owns how a report becomes a ticket: one fault of one device is one ticket, whatever is tapped, and a report that travelled for days
// stands at its own time.
import type { Kysely, Transaction } from "kysely";
import { v7 } from "uuid";
import type { BrokenPart } from "../../protocol/records/report.ts";
import type { TicketFlow } from "../api/ticketFlow.ts";
import type { TicketId } from "../api/tickets.ts";
import type { Actor, Device } from "../hubServices.ts";
import type { Tables, TicketTable } from "../store/schema.ts";
import { afterReportedAgain } from "./flow.ts";
import { type SnapshotDependencies, takeSnapshot } from "./takeSnapshot.ts";

export type TicketReport = {
  /** The record's, where a station reported it; a repeat of it changes nothing. */
  readonly id: string;
  /** UTC ms, corrected. */
  readonly at: number;
  readonly by: Actor;
  readonly device: Device | undefined;
  readonly roomId: Device["roomId"];
  readonly thing: string;
  readonly part: BrokenPart;
  readonly note: string;
  readonly source: "station" | "web" | "alert";
  readonly sessionId: string | null;
};

export type Opened = { readonly ticketId: TicketId; readonly fresh: boolean; readonly changed: boolean };

/** Reports that follow each other faster are counted and told once, ms. */
const toldEveryMs = 3_600_000;

/** Callers take turns: two reports of the same fault must not both find no ticket. */
export async function openOrCount(
  deps: SnapshotDependencies & { readonly clock: { now(): number } },
  flow: TicketFlow,
  report: TicketReport,
): Promise<Opened> {
  const { query, clock } = deps;
  const counted = await query
    .selectFrom("ticketReport")
    .where("id", "=", report.id)
    .select("ticketId")
    .executeTakeFirst();
  // What is already counted is told as it was.
  if (counted !== undefined) return { ticketId: counted.ticketId as TicketId, fresh: false, changed: false };
  const same = await sameFault(query, report);
  if (same !== undefined) {
    await query.transaction().execute((transaction) => count(transaction, flow, same, report, clock.now()));
    return { ticketId: same.id as TicketId, fresh: false, changed: true };
  }
  const { snapshot, classId } = await takeSnapshot(deps, {
    ...report,
    fallbackClassId: await onlyClassOf(query, report.by.staffId),
  });
  const id = v7() as TicketId;
  const now = clock.now();
  await query.transaction().execute(async (transaction) => {
    const last = await transaction
      .selectFrom("ticket")
      .select(({ fn }) => fn.max("number").as("number"))
      .executeTakeFirst();
    await transaction
      .insertInto("ticket")
      .values({
        id,
        number: Number(last?.number ?? 0) + 1,
        part: report.part,
        thing: report.device === undefined ? report.thing : "",
        note: report.note,
        deviceId: report.device?.id ?? null,
        deviceName: report.device?.name ?? null,
        roomId: report.roomId,
        classId,
        state: flow.begins,
        waitsFor: null,
        assigneeId: null,
        assignee: null,
        openedAt: report.at,
        openedBy: report.by.name,
        openedById: report.by.staffId,
        source: report.source,
        reports: 1,
        changedAt: now,
        fixedAt: null,
        closedAt: null,
        revision: 1,
        snapshot: JSON.stringify(snapshot),
      })
      .execute();
    await addReport(transaction, id, report);
    await addEvent(transaction, {
      ticketId: id,
      at: report.at,
      kind: "opened",
      actor: report.by,
      toState: flow.begins,
      text: report.note,
    });
  });
  return { ticketId: id, fresh: true, changed: true };
}

/** The ticket this report belongs to: of the device's same part, open, or closed only after the report was made. */
async function sameFault(query: Kysely<Tables>, report: TicketReport): Promise<TicketTable | undefined> {
  if (report.device === undefined) return undefined;
  const ofPart = query
    .selectFrom("ticket")
    .where("deviceId", "=", report.device.id)
    .where("part", "=", report.part)
    .selectAll();
  const past = await ofPart.where("closedAt", ">=", report.at).orderBy("closedAt").executeTakeFirst();
  return past ?? ofPart.where("closedAt", "is", null).executeTakeFirst();
}

async function count(
  transaction: Transaction<Tables>,
  flow: TicketFlow,
  ticket: TicketTable,
  report: TicketReport,
  now: number,
): Promise<void> {
  const moved = ticket.closedAt === null ? afterReportedAgain(flow, ticket, report.at) : undefined;
  await transaction
    .updateTable("ticket")
    .set({
      ...moved,
      reports: ticket.reports + 1,
      openedAt: Math.min(ticket.openedAt, report.at),
      changedAt: now,
      ...(moved === undefined ? {} : { revision: ticket.revision + 1 }),
    })
    .where("id", "=", ticket.id)
    .execute();
  await addReport(transaction, ticket.id, report);
  const told = await transaction
    .selectFrom("ticketEvent")
    .where("ticketId", "=", ticket.id)
    .where("kind", "in", ["opened", "reportedAgain"])
    .where("at", ">", report.at - toldEveryMs)
    .select("id")
    .executeTakeFirst();
  if (told !== undefined && moved === undefined && report.note === "") return;
  await addEvent(transaction, {
    ticketId: ticket.id,
    at: report.at,
    kind: "reportedAgain",
    actor: report.by,
    ...(moved === undefined ? {} : { fromState: ticket.state, toState: moved.state }),
    text: report.note,
  });
}

const addReport = (transaction: Transaction<Tables>, ticketId: string, { id, at, by }: TicketReport) =>
  transaction.insertInto("ticketReport").values({ id, ticketId, at, staffId: by.staffId }).execute();

export type NewTicketEvent = {
  readonly ticketId: string;
  readonly at: number;
  readonly kind: string;
  readonly actor: Actor;
  readonly step?: string;
  readonly fromState?: string;
  readonly toState?: string;
  readonly text: string;
  readonly before?: string;
};

export async function addEvent(query: Kysely<Tables>, event: NewTicketEvent): Promise<void> {
  const { actor, step = null, fromState = null, toState = null, before = null, ...rest } = event;
  await query
    .insertInto("ticketEvent")
    .values({
      ...rest,
      id: v7(),
      actor: actor.name,
      staffId: actor.staffId,
      step,
      fromState,
      toState,
      before,
    })
    .execute();
}

/** A teacher of one class reports for that class, where nothing else says which it was. */
async function onlyClassOf(query: Kysely<Tables>, staffId: string | null): Promise<string | null> {
  if (staffId === null) return null;
  const classes = await query
    .selectFrom("staffScope")
    .where("staffId", "=", staffId)
    .where("kind", "=", "class")
    .select("value")
    .execute();
  return classes.length === 1 ? (classes[0]?.value ?? null) : null;
}
