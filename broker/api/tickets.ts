// Owns the contract of tickets (báo hỏng): reporting a fault, what is attached by itself, steps, comments, photos (ADR 0034).
import { z } from "zod";
import { ageBand } from "../../protocol/game.ts";
import { classId, deviceId, roomId, sessionId, staffId } from "../../protocol/ids.ts";
import { brokenPart } from "../../protocol/records/report.ts";
import { defineRoutes } from "./route.ts";
import { ticketFlow, ticketPhase } from "./ticketFlow.ts";

export const ticketId = z.uuid().brand<"TicketId">();
export type TicketId = z.infer<typeof ticketId>;
export const ticketPhotoId = z.uuid().brand<"TicketPhotoId">();
export type TicketPhotoId = z.infer<typeof ticketPhotoId>;

/** Of one photo, after the browser made it small. */
export const mostPhotoBytes = 400 * 1024;
/** Width and height, pixels. */
export const mostPhotoSide = 4096;
export const mostPhotosOfTicket = 6;

export const ticketSource = z.enum(["station", "web", "alert"]);

const instant = z.number().int();

export const ticketRow = z.object({
  ticketId,
  /** What people say: "phiếu 12". Counts up within the school. */
  number: z.number().int(),
  part: brokenPart,
  /** What it is, where there is no agent: "Máy chiếu". Empty for a device. */
  thing: z.string(),
  /** Free words of whoever reported it first. */
  note: z.string(),
  deviceId: deviceId.nullable(),
  /** Of the device, as it was then. */
  deviceName: z.string().nullable(),
  emblem: z.string().nullable(),
  roomId: roomId.nullable(),
  roomName: z.string().nullable(),
  classId: classId.nullable(),
  className: z.string().nullable(),
  classEmblem: z.string().nullable(),
  state: z.string(),
  phase: ticketPhase,
  /** The part that is waited for; null when none is. */
  waitsFor: z.string().nullable(),
  assigneeId: staffId.nullable(),
  assignee: z.string().nullable(),
  /** When the fault was first reported, by the corrected clock of where that was. */
  openedAt: instant,
  openedBy: z.string(),
  openedById: staffId.nullable(),
  source: ticketSource,
  /** How often the same fault was reported. */
  reports: z.number().int(),
  changedAt: instant,
  closedAt: instant.nullable(),
  /** Up with every step: whoever takes one says which they saw. */
  revision: z.number().int(),
  /** The first one, for a small picture. */
  photoId: ticketPhotoId.nullable(),
  photos: z.number().int(),
  comments: z.number().int(),
});
export type TicketRow = z.infer<typeof ticketRow>;

export const ticketEventKind = z.enum([
  "opened",
  "reportedAgain",
  "step",
  "undo",
  "comment",
  "assign",
  "photo",
  "alert",
]);

export const ticketEvent = z.object({
  id: z.string(),
  at: instant,
  kind: ticketEventKind,
  actor: z.string(),
  step: z.string().nullable(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  text: z.string(),
});
export type TicketEvent = z.infer<typeof ticketEvent>;

/** What was known when the fault was reported, kept with the ticket for good. */
export const ticketSnapshot = z.object({
  device: z
    .object({
      name: z.string(),
      kind: z.string(),
      stationNumber: z.number().int().nullable(),
      emblem: z.string(),
      via: z.string(),
      reachability: z.string(),
      agentVersion: z.string().nullable(),
      kioskVersion: z.string().nullable(),
    })
    .nullable(),
  room: z.object({ name: z.string(), kind: z.string() }).nullable(),
  class: z.object({ name: z.string(), emblem: z.string(), ageBand }).nullable(),
  session: z
    .object({
      sessionId,
      lessonTitle: z.string().nullable(),
      openedAt: instant,
      closedAt: instant.nullable(),
    })
    .nullable(),
  /** Of the hour before, one point in so many ms; null without samples. */
  health: z
    .object({
      stepMs: z.number().int(),
      at: z.array(instant),
      cpuPercent: z.array(z.number().nullable()),
      memoryPercent: z.array(z.number().nullable()),
      diskFreeMiB: z.array(z.number().nullable()),
      temperatureC: z.array(z.number().nullable()),
    })
    .nullable(),
  /** The last ones before, newest first. */
  events: z.array(z.object({ type: z.string(), at: instant, body: z.unknown() })),
});
export type TicketSnapshot = z.infer<typeof ticketSnapshot>;

export const ticketPage = ticketRow.extend({
  /** Null only when what was kept cannot be read any more. */
  snapshot: ticketSnapshot.nullable(),
  /** Oldest first. */
  events: z.array(ticketEvent),
  photoList: z.array(
    z.object({ photoId: ticketPhotoId, addedBy: z.string(), addedAt: instant, damaged: z.boolean() }),
  ),
  /** Codes of the steps that the one who asks may take now. */
  steps: z.array(z.string()),
  /** The last step was theirs, a moment ago: it may be taken back. */
  mayUndo: z.boolean(),
  /** Whoever may repair, for those who may give the work to somebody; empty for others. */
  workers: z.array(z.object({ staffId, name: z.string() })),
});
export type TicketPage = z.infer<typeof ticketPage>;

/** Where something may be broken: rooms with their devices, those without a room last. */
export const ticketPlace = z.object({
  roomId: roomId.nullable(),
  name: z.string(),
  /** The class whose own room it is. */
  className: z.string().nullable(),
  /** One of the person's own classes or blocks. */
  own: z.boolean(),
  devices: z.array(
    z.object({
      deviceId,
      name: z.string(),
      kind: z.string(),
      stationNumber: z.number().int().nullable(),
      emblem: z.string(),
    }),
  ),
});
export type TicketPlace = z.infer<typeof ticketPlace>;

/** JPEG or WebP, base64. */
const photo = z.base64().min(1);
const oneTicket = z.object({ ticketId });
const note = z.string().trim().max(1000);

/** Where a photo is shown from. */
export const ticketPhotoPath = "/api/tickets/:ticketId/photos/:photoId";

// A photo beyond what is allowed still arrives, so that the sentence about it can be told.
const longestBodyBytes = mostPhotoBytes * 4;

export const ticketRoutes = defineRoutes({
  showTicketFlow: {
    method: "GET",
    path: "/api/tickets/flow",
    permission: "tickets.report",
    summary: "States and steps of tickets, as this school has them",
    reply: ticketFlow,
  },
  listTicketPlaces: {
    method: "GET",
    path: "/api/tickets/places",
    permission: "tickets.report",
    summary: "Rooms and devices in which something may be reported as broken",
    reply: z.array(ticketPlace),
  },
  listTickets: {
    method: "GET",
    path: "/api/tickets",
    permission: "tickets.report",
    summary:
      "Tickets that the person may see, all that are not closed or the closed ones page by page, newest first",
    query: z.object({
      closed: z.stringbool().default(false),
      /** Only closed ones: those closed before this instant. */
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.array(ticketRow),
  },
  countTickets: {
    method: "GET",
    path: "/api/tickets/counts",
    permission: "tickets.report",
    summary: "How many tickets wait for this person: new ones to repair, and fixed ones to accept",
    reply: z.object({
      open: z.number().int(),
      working: z.number().int(),
      done: z.number().int(),
      /** What the person has to do something about. */
      mine: z.number().int(),
    }),
  },
  listDeviceTickets: {
    method: "GET",
    path: "/api/devices/:deviceId/tickets",
    permission: "tickets.report",
    summary: "Every ticket there ever was of a device, newest first, with its steps",
    params: z.object({ deviceId }),
    reply: z.array(ticketRow.extend({ events: z.array(ticketEvent) })),
  },
  showTicket: {
    method: "GET",
    path: "/api/tickets/:ticketId",
    permission: "tickets.report",
    summary: "A ticket with its steps, photos, and what was known when it was reported",
    params: oneTicket,
    reply: ticketPage,
  },
  openTicket: {
    method: "POST",
    path: "/api/tickets",
    permission: "tickets.report",
    summary:
      "Report something broken: a device, a thing in a room, or what an alert tells. The same fault of a device that is not repaired yet is counted on its ticket",
    body: z.object({
      deviceId: deviceId.nullable().default(null),
      roomId: roomId.nullable().default(null),
      thing: z.string().trim().max(120).default(""),
      part: brokenPart.default("other"),
      note: note.default(""),
      photo: photo.nullable().default(null),
      /** The alert it comes from; it says which device, when that is not told. */
      alertId: z.string().max(100).nullable().default(null),
    }),
    longestBodyBytes,
    reply: ticketRow.extend({ /** False: it was counted on one that was there. */ fresh: z.boolean() }),
  },
  stepTicket: {
    method: "POST",
    path: "/api/tickets/:ticketId/steps",
    permission: "tickets.report",
    summary: "Take a step of the flow; CONFLICT when somebody else did so since",
    params: oneTicket,
    body: z.object({ step: z.string().max(30), revision: z.number().int(), text: note.default("") }),
    reply: ticketPage,
  },
  undoTicketStep: {
    method: "POST",
    path: "/api/tickets/:ticketId/undo",
    permission: "tickets.report",
    summary: "Take back one's own last step, for some minutes",
    params: oneTicket,
    body: z.object({ revision: z.number().int() }),
    reply: ticketPage,
  },
  assignTicket: {
    method: "POST",
    path: "/api/tickets/:ticketId/assignee",
    permission: "tickets.work",
    summary: "Give the work to somebody who may repair; null: to nobody",
    params: oneTicket,
    body: z.object({ staffId: staffId.nullable(), revision: z.number().int() }),
    reply: ticketPage,
  },
  commentTicket: {
    method: "POST",
    path: "/api/tickets/:ticketId/comments",
    permission: "tickets.report",
    summary: "Say something about it",
    params: oneTicket,
    body: z.object({ text: note.min(1) }),
    reply: ticketPage,
  },
  addTicketPhoto: {
    method: "POST",
    path: "/api/tickets/:ticketId/photos",
    permission: "tickets.report",
    summary: "Add a photo, JPEG or WebP of at most 400 KB",
    params: oneTicket,
    body: z.object({ photo }),
    longestBodyBytes,
    reply: ticketPage,
  },
});
