// Owns tickets (báo hỏng) as one thing: opened once for a fault, moved by the flow's steps, told with photos and comments, kept for good.
// Every change writes its event, its audit entry, and tells the dashboards.
import { join } from "node:path";
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import type { BrokenPart } from "../../protocol/records/report.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import type { Log } from "../../runtime/log.ts";
import type { TicketFlow } from "../api/ticketFlow.ts";
import { mostPhotosOfTicket, type TicketId, type TicketPhotoId } from "../api/tickets.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, Devices } from "../hubServices.ts";
import { readSetting } from "../school/settings.ts";
import type { Tables, TicketTable } from "../store/schema.ts";
import { type CleanPhoto, cleanPhoto, type PhotoProblem } from "./cleanPhoto.ts";
import { afterStep, allowedSteps, phaseOf, type TicketPlace } from "./flow.ts";
import { addEvent, type Opened, openOrCount, type TicketReport } from "./openTickets.ts";
import { openPhotoShelf, type PhotoShelf } from "./photoShelf.ts";
import { eventsOf, undoable, workersOf } from "./showTickets.ts";
import { uncountedReports } from "./stationReports.ts";
import type { SnapshotDependencies } from "./takeSnapshot.ts";
import { inScope, type Viewer, visibleTo } from "./viewers.ts";

/** What an alert says of itself to the ticket that is made of it. */
export type AlertFacts = {
  readonly deviceId: DeviceId | null;
  readonly roomId: RoomId | null;
  readonly part: BrokenPart;
  /** One sentence, as people were told. */
  readonly text: string;
};

export type TicketOrder = {
  readonly deviceId?: DeviceId | null;
  readonly roomId?: RoomId | null;
  readonly thing?: string;
  readonly part: BrokenPart;
  readonly note?: string;
  readonly photo?: Buffer | null;
  readonly alertId?: string | null;
  readonly source?: "web" | "alert";
};

export type OpenProblem =
  | "NOT_FOUND"
  /** Neither a device nor a room, nor what it is. */
  | "NOWHERE"
  | PhotoProblem;
export type StepProblem =
  | "NOT_FOUND"
  /** Somebody moved it since it was looked at. */
  | "CHANGED"
  /** Not from here, or not by this person. */
  | "STEP_NOT_ALLOWED"
  /** The reason, what was done, or the part is missing. */
  | "TEXT_NEEDED"
  /** The same fault of the device has another open ticket. */
  | "OTHER_OPEN"
  | "NOTHING_TO_UNDO"
  | "NO_SUCH_WORKER"
  | "TOO_MANY_PHOTOS"
  | PhotoProblem;
export type TicketChange = Promise<Result<TicketTable, StepProblem>>;

export type Tickets = {
  flow(): Promise<TicketFlow>;
  readonly shelf: PhotoShelf;
  /** Undefined: there is none, or it is not this person's to see. */
  find(viewer: Viewer, id: TicketId): Promise<TicketTable | undefined>;
  /** For alerts and people alike. The ticket's number is what people are told. */
  open(actor: Actor, order: TicketOrder): Promise<Result<Opened & { readonly number: number }, OpenProblem>>;
  /** Says on the ticket of this alert, if there is one, what became of the alert. */
  note(alertId: string, text: string): Promise<void>;
  step(
    actor: Actor,
    viewer: Viewer,
    id: TicketId,
    step: { code: string; revision: number; text: string },
  ): TicketChange;
  undo(actor: Actor, viewer: Viewer, id: TicketId, revision: number): TicketChange;
  assign(
    actor: Actor,
    viewer: Viewer,
    id: TicketId,
    to: { staffId: string | null; revision: number },
  ): TicketChange;
  comment(actor: Actor, viewer: Viewer, id: TicketId, text: string): TicketChange;
  addPhoto(actor: Actor, viewer: Viewer, id: TicketId, photo: Buffer): TicketChange;
  /** Null: none, damaged, or not this person's to see. */
  photo(viewer: Viewer, id: TicketId, photoId: TicketPhotoId): Promise<CleanPhoto | null>;
  /** Resolves when every report that the database held so far is on a ticket. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

export type TicketsDependencies = SnapshotDependencies & {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly log: Log;
  readonly devices: Pick<Devices, "find">;
  /** The hub's data folder. */
  readonly folder: string;
  /** Undefined: no such alert. */
  readonly alert?: (id: string) => Promise<AlertFacts | undefined>;
};

export async function openTickets(deps: TicketsDependencies): Promise<Tickets> {
  const { query, events, audit, clock, log, devices } = deps;
  const alert = deps.alert ?? (async () => undefined);
  const photos = await query.selectFrom("ticketPhoto").select("sha256").execute();
  const shelf = openPhotoShelf({
    folder: join(deps.folder, "ticketPhotos"),
    known: new Set(photos.map(({ sha256 }) => sha256)),
    log,
  });
  const flow = () => readSetting(query, "ticketFlow");
  let last: Promise<unknown> = Promise.resolve();

  /** One change at a time: each reads what it then writes. */
  function inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const result = last.then(change);
    // The caller has the failure; the next change must not inherit it.
    last = result.catch(() => undefined);
    return result;
  }

  const rowOf = (id: string) =>
    query.selectFrom("ticket").where("id", "=", id).selectAll().executeTakeFirst();
  const find: Tickets["find"] = (viewer, id) =>
    query.selectFrom("ticket").where("id", "=", id).where(visibleTo(viewer)).selectAll().executeTakeFirst();

  async function tell(
    actor: Actor,
    action: Parameters<Audit["write"]>[0]["action"],
    ticket: TicketTable,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const subject = `#${ticket.number} ${ticket.deviceName ?? ticket.thing}`.trim();
    await audit.write({ actor: actor.name, action, subject, detail: { ticketId: ticket.id, ...detail } });
    events.publish({ type: "ticketsChanged" });
  }

  async function take(report: TicketReport): Promise<Opened & { readonly number: number }> {
    const opened = await openOrCount(deps, await flow(), report);
    const ticket = await rowOf(opened.ticketId);
    if (ticket === undefined) throw new Error(`ticket ${opened.ticketId} vanished`);
    if (opened.fresh)
      await tell(report.by, "ticket.open", ticket, { part: ticket.part, source: ticket.source });
    else if (opened.changed) events.publish({ type: "ticketsChanged" });
    return { ...opened, number: ticket.number };
  }

  async function keepPhoto(actor: Actor, ticketId: string, { bytes, type }: CleanPhoto): Promise<void> {
    const at = clock.now();
    const sha256 = shelf.put(bytes);
    const by = { addedBy: actor.name, addedById: actor.staffId, addedAt: at };
    await query.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("ticketPhoto")
        .values({ id: v7(), ticketId, sha256, bytes: bytes.length, type, ...by })
        .execute();
      await addEvent(transaction, { ticketId, at, kind: "photo", actor, text: "" });
      await transaction.updateTable("ticket").set({ changedAt: at }).where("id", "=", ticketId).execute();
    });
  }

  async function sweep(): Promise<void> {
    for (const report of await uncountedReports(query, devices.find)) await take(report);
  }
  function sweepSoon(): void {
    inTurn(sweep).catch((error: unknown) =>
      log.error(
        { err: error },
        "a station's report is not on a ticket yet; it is tried again with the next one",
      ),
    );
  }
  const unsubscribe = events.subscribe((event) => {
    if (event.type === "recordsCommitted" && event.records.some(({ type }) => type === "report")) sweepSoon();
  });
  sweepSoon();

  /** Finds the ticket, lets `change` move it, and says so; `revision` undefined where order does not matter. */
  function changing(
    viewer: Viewer,
    id: TicketId,
    revision: number | undefined,
    change: (ticket: TicketTable, flow: TicketFlow) => Promise<Result<unknown, StepProblem>>,
  ): TicketChange {
    return inTurn(async () => {
      const ticket = await find(viewer, id);
      if (ticket === undefined) return failure("NOT_FOUND", `no ticket ${id}`);
      if (revision !== undefined && ticket.revision !== revision)
        return failure("CHANGED", `revision ${ticket.revision}, seen ${revision}`);
      const changed = await change(ticket, await flow());
      return changed.ok ? ok((await rowOf(id)) ?? ticket) : changed;
    });
  }

  async function hasOtherOpen(ticket: TicketTable): Promise<boolean> {
    if (ticket.deviceId === null) return false;
    const other = await query
      .selectFrom("ticket")
      .where("deviceId", "=", ticket.deviceId)
      .where("part", "=", ticket.part)
      .where("closedAt", "is", null)
      .where("id", "<>", ticket.id)
      .select("id")
      .executeTakeFirst();
    return other !== undefined;
  }

  async function move(
    actor: Actor,
    ticket: TicketTable,
    to: TicketPlace,
    event: { readonly kind: "step" | "undo"; readonly step: string; readonly text: string },
  ): Promise<Result<null, "OTHER_OPEN">> {
    if (to.closedAt === null && ticket.closedAt !== null && (await hasOtherOpen(ticket)))
      return failure("OTHER_OPEN", `another ticket of ${ticket.deviceId} ${ticket.part} is open`);
    const at = clock.now();
    const { state, waitsFor, assigneeId, assignee, fixedAt, closedAt } = ticket;
    await query.transaction().execute(async (transaction) => {
      await transaction
        .updateTable("ticket")
        .set({ ...to, changedAt: at, revision: ticket.revision + 1 })
        .where("id", "=", ticket.id)
        .execute();
      await addEvent(transaction, {
        ...event,
        ticketId: ticket.id,
        at,
        actor,
        fromState: state,
        toState: to.state,
        before: JSON.stringify({ state, waitsFor, assigneeId, assignee, fixedAt, closedAt }),
      });
    });
    await tell(actor, event.kind === "step" ? "ticket.step" : "ticket.undo", ticket, {
      step: event.step,
      from: state,
      to: to.state,
      ...(event.text === "" ? {} : { text: event.text }),
    });
    return ok(null);
  }

  return {
    flow,
    shelf,
    find,
    open: (actor, order) =>
      inTurn(async () => {
        const facts = order.alertId == null ? undefined : await alert(order.alertId);
        const deviceId = order.deviceId ?? facts?.deviceId ?? null;
        const device = deviceId === null ? undefined : devices.find(deviceId);
        if (deviceId !== null && device === undefined) return failure("NOT_FOUND", `no device ${deviceId}`);
        const roomId = device?.roomId ?? order.roomId ?? facts?.roomId ?? null;
        if (roomId !== null && !(await roomExists(roomId))) return failure("NOT_FOUND", `no room ${roomId}`);
        const thing = order.thing ?? "";
        if (device === undefined && roomId === null && thing === "") return failure("NOWHERE", "no place");
        const photo = order.photo == null ? null : cleanPhoto(order.photo);
        if (photo?.ok === false) return photo;
        const opened = await take({
          // One click on an alert may become two.
          id: order.alertId == null ? v7() : `alert.${order.alertId}`,
          at: clock.now(),
          by: actor,
          device,
          roomId,
          thing,
          part: facts?.part ?? order.part,
          note: order.note || facts?.text || "",
          source: order.source ?? (order.alertId == null ? "web" : "alert"),
          sessionId: null,
        });
        if (order.alertId != null)
          await query
            .insertInto("ticketAlert")
            .values({ alertId: order.alertId, ticketId: opened.ticketId })
            .onConflict((conflict) => conflict.column("alertId").doNothing())
            .execute();
        if (photo !== null && (await photosOf(opened.ticketId)) < mostPhotosOfTicket) {
          await keepPhoto(actor, opened.ticketId, photo.value);
          events.publish({ type: "ticketsChanged" });
        }
        return ok(opened);
      }),
    note: (alertId, text) =>
      inTurn(async () => {
        const link = await query
          .selectFrom("ticketAlert")
          .where("alertId", "=", alertId)
          .select("ticketId")
          .executeTakeFirst();
        if (link === undefined) return;
        const hub: Actor = { staffId: null, name: "Máy chủ" };
        await addEvent(query, { ticketId: link.ticketId, at: clock.now(), kind: "alert", actor: hub, text });
        events.publish({ type: "ticketsChanged" });
      }),
    step: (actor, viewer, id, { code, revision, text }) =>
      changing(viewer, id, revision, async (ticket, current) => {
        const allowed = allowedSteps(current, ticket.state, {
          permissions: viewer.permissions,
          inScope: inScope(viewer, ticket),
        });
        const step = allowed.find((each) => each.code === code);
        if (step === undefined) return failure("STEP_NOT_ALLOWED", `${code} from ${ticket.state}`);
        if (step.needs !== null && text === "") return failure("TEXT_NEEDED", step.needs);
        const by = { staffId: actor.staffId, name: actor.name, text, at: clock.now() };
        return move(actor, ticket, afterStep(current, ticket, step, by), { kind: "step", step: code, text });
      }),
    undo: (actor, viewer, id, revision) =>
      changing(viewer, id, revision, async (ticket, current) => {
        const event = undoable(current, await eventsOf(query, [id]), viewer.staffId, clock.now());
        if (event?.before == null || event.step === null) return failure("NOTHING_TO_UNDO", id);
        // Written by `move` alone.
        const before = JSON.parse(event.before) as TicketPlace;
        return move(actor, ticket, before, { kind: "undo", step: event.step, text: "" });
      }),
    assign: (actor, viewer, id, { staffId, revision }) =>
      changing(viewer, id, revision, async (ticket, current) => {
        const worker = (await workersOf(query)).find((each) => each.staffId === staffId);
        if (phaseOf(current, ticket.state) === "closed") return failure("STEP_NOT_ALLOWED", "closed");
        if (staffId !== null && worker === undefined) return failure("NO_SUCH_WORKER", staffId);
        const at = clock.now();
        const assignee = worker?.name ?? null;
        await query.transaction().execute(async (transaction) => {
          await transaction
            .updateTable("ticket")
            .set({ assigneeId: staffId, assignee, changedAt: at, revision: ticket.revision + 1 })
            .where("id", "=", id)
            .execute();
          await addEvent(transaction, { ticketId: id, at, kind: "assign", actor, text: assignee ?? "" });
        });
        await tell(actor, "ticket.assign", ticket, { to: assignee });
        return ok(null);
      }),
    comment: (actor, viewer, id, text) =>
      changing(viewer, id, undefined, async (ticket) => {
        const at = clock.now();
        await query.transaction().execute(async (transaction) => {
          await addEvent(transaction, { ticketId: id, at, kind: "comment", actor, text });
          await transaction.updateTable("ticket").set({ changedAt: at }).where("id", "=", id).execute();
        });
        await tell(actor, "ticket.comment", ticket);
        return ok(null);
      }),
    addPhoto: (actor, viewer, id, bytes) =>
      changing(viewer, id, undefined, async (ticket) => {
        const photo = cleanPhoto(bytes);
        if (!photo.ok) return photo;
        if ((await photosOf(id)) >= mostPhotosOfTicket) return failure("TOO_MANY_PHOTOS", id);
        await keepPhoto(actor, id, photo.value);
        await tell(actor, "ticket.photo", ticket);
        return ok(null);
      }),
    async photo(viewer, id, photoId) {
      if ((await find(viewer, id)) === undefined) return null;
      const row = await query
        .selectFrom("ticketPhoto")
        .where("id", "=", photoId)
        .where("ticketId", "=", id)
        .select(["sha256", "type"])
        .executeTakeFirst();
      const bytes = row === undefined ? null : await shelf.read(row.sha256);
      return bytes === null
        ? null
        : { bytes, type: row?.type === "image/webp" ? "image/webp" : "image/jpeg" };
    },
    async settled() {
      await last;
    },
    async close() {
      unsubscribe();
      await last;
    },
  };

  async function roomExists(id: string): Promise<boolean> {
    return (
      (await query.selectFrom("room").where("id", "=", id).select("id").executeTakeFirst()) !== undefined
    );
  }
  async function photosOf(id: string): Promise<number> {
    const row = await query
      .selectFrom("ticketPhoto")
      .where("ticketId", "=", id)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
}
