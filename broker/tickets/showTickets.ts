// Owns reading tickets as people see them.
import type { Kysely } from "kysely";
import type { BrokenPart } from "../../protocol/records/report.ts";
import type { TicketFlow } from "../api/ticketFlow.ts";
import {
  type TicketEvent,
  type TicketPage,
  type TicketRow,
  ticketEvent,
  ticketRow,
  ticketSnapshot,
} from "../api/tickets.ts";
import { readableRows, readJson } from "../store/readJson.ts";
import type { Tables, TicketEventTable, TicketTable } from "../store/schema.ts";
import { allowedSteps, phaseOf } from "./flow.ts";
import type { PhotoShelf } from "./photoShelf.ts";
import { inScope, type Viewer } from "./viewers.ts";

export async function rowsOf(
  query: Kysely<Tables>,
  flow: TicketFlow,
  tickets: readonly TicketTable[],
): Promise<TicketRow[]> {
  if (tickets.length === 0) return [];
  const ids = tickets.map(({ id }) => id);
  const rooms = await query.selectFrom("room").select(["id", "name"]).execute();
  const classes = await query.selectFrom("schoolClass").select(["id", "name", "emblem"]).execute();
  const emblems = await query
    .selectFrom("device")
    .where(
      "id",
      "in",
      tickets.flatMap(({ deviceId }) => deviceId ?? []),
    )
    .select(["id", "emblem"])
    .execute();
  const photos = await query
    .selectFrom("ticketPhoto")
    .where("ticketId", "in", ids)
    .groupBy("ticketId")
    .select(({ fn }) => ["ticketId", fn.min("id").as("first"), fn.countAll<number>().as("count")])
    .execute();
  const comments = await query
    .selectFrom("ticketEvent")
    .where("ticketId", "in", ids)
    .where("kind", "=", "comment")
    .groupBy("ticketId")
    .select(({ fn }) => ["ticketId", fn.countAll<number>().as("count")])
    .execute();
  return readableRows(
    ticketRow,
    tickets.map((ticket) => {
      const schoolClass = classes.find(({ id }) => id === ticket.classId);
      const ofPhotos = photos.find(({ ticketId }) => ticketId === ticket.id);
      return {
        ...ticket,
        ticketId: ticket.id,
        part: ticket.part as BrokenPart,
        emblem: emblems.find(({ id }) => id === ticket.deviceId)?.emblem ?? null,
        roomName: rooms.find(({ id }) => id === ticket.roomId)?.name ?? null,
        className: schoolClass?.name ?? null,
        classEmblem: schoolClass?.emblem ?? null,
        phase: phaseOf(flow, ticket.state),
        photoId: ofPhotos?.first ?? null,
        photos: Number(ofPhotos?.count ?? 0),
        comments: Number(comments.find(({ ticketId }) => ticketId === ticket.id)?.count ?? 0),
      };
    }),
  );
}

export const eventsOf = (query: Kysely<Tables>, ids: readonly string[]): Promise<TicketEventTable[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : query
        .selectFrom("ticketEvent")
        .where("ticketId", "in", [...ids])
        // A late report stands at its own time; what happened in one millisecond, in the order it was written.
        .orderBy("at")
        .orderBy("id")
        .selectAll()
        .execute();

export const shownEvents = (events: readonly TicketEventTable[]): TicketEvent[] =>
  readableRows(ticketEvent, events);

/** The step that may be taken back: the last thing that moved the ticket, a moment ago, by the same person. */
export function undoable(
  flow: TicketFlow,
  events: readonly TicketEventTable[],
  staffId: string,
  now: number,
): TicketEventTable | undefined {
  const last = events
    .filter(({ toState }) => toState !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  return last?.kind === "step" && last.staffId === staffId && now - last.at <= flow.undoMinutes * 60_000
    ? last
    : undefined;
}

export async function pageOf(
  deps: { readonly query: Kysely<Tables>; readonly shelf: PhotoShelf; readonly clock: { now(): number } },
  flow: TicketFlow,
  viewer: Viewer,
  ticket: TicketTable,
): Promise<TicketPage> {
  const { query, shelf, clock } = deps;
  const [row] = await rowsOf(query, flow, [ticket]);
  if (row === undefined) throw new Error(`ticket ${ticket.id} is unreadable`);
  const events = await eventsOf(query, [ticket.id]);
  const photos = await query
    .selectFrom("ticketPhoto")
    .where("ticketId", "=", ticket.id)
    .orderBy("id")
    .selectAll()
    .execute();
  const snapshot = readJson(ticket.snapshot, ticketSnapshot);
  const steps = allowedSteps(flow, ticket.state, {
    permissions: viewer.permissions,
    inScope: inScope(viewer, ticket),
  });
  return {
    ...row,
    snapshot: snapshot.ok ? snapshot.value : null,
    events: shownEvents(events),
    photoList: photos.map((photo) => ({
      photoId: photo.id as NonNullable<TicketRow["photoId"]>,
      addedBy: photo.addedBy,
      addedAt: photo.addedAt,
      damaged: shelf.damaged(photo),
    })),
    steps: steps.map(({ code }) => code),
    mayUndo: undoable(flow, events, viewer.staffId, clock.now()) !== undefined,
    workers: viewer.permissions.has("tickets.work") ? await workersOf(query) : [],
  };
}

export async function workersOf(query: Kysely<Tables>): Promise<TicketPage["workers"]> {
  const rows = await query
    .selectFrom("staff")
    .innerJoin("staffRole", "staffRole.staffId", "staff.id")
    .innerJoin("role", "role.code", "staffRole.roleCode")
    .where("staff.disabledAt", "is", null)
    .where("role.permissions", "like", '%"tickets.work"%')
    .select(["staff.id", "staff.displayName"])
    .distinct()
    .orderBy("staff.displayName")
    .execute();
  return rows.map(({ id, displayName }) => ({
    staffId: id as TicketPage["workers"][number]["staffId"],
    name: displayName,
  }));
}
