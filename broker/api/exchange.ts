// Owns the contract of bringing the timetable in and out: reading a workbook, calendar feeds. Files themselves have routes of their own:
// GET /api/timetable/export.xlsx, POST /api/timetable/import, GET /calendar/<token>.ics.
import { z } from "zod";
import { defineRoutes } from "./route.ts";
import { changeOutcome, refusedChange } from "./timetable.ts";

export const exportPath = "/api/timetable/export.xlsx";
/** Body: the workbook's bytes. `?write=true` writes it into the draft when no row is wrong; without it only reads. */
export const importPath = "/api/timetable/import";

export const importedRow = z.object({
  /** As the workbook numbers it. */
  sheet: z.string(),
  row: z.number().int(),
  /** Vietnamese. */
  reasons: z.array(z.string()),
});

export const importOutcome = z.discriminatedUnion("outcome", [
  /** It can be taken in; `changed` with ?write=true. */
  z.object({
    outcome: z.literal("readable"),
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    /** Only after writing. */
    written: changeOutcome.nullable(),
  }),
  /** Nothing was taken in. */
  z.object({
    outcome: z.literal("unreadable"),
    /** About the whole file; empty when only rows are wrong. */
    problems: z.array(z.string()),
    rows: z.array(importedRow),
    refused: z.array(refusedChange),
  }),
]);
export type ImportOutcome = z.infer<typeof importOutcome>;

export const calendarFeed = z.object({
  of: z.enum(["room", "class"]),
  id: z.string(),
  name: z.string(),
  /** Whoever has the address reads it: it holds a secret. */
  url: z.string(),
});
export type CalendarFeed = z.infer<typeof calendarFeed>;

export const exchangeRoutes = defineRoutes({
  listFeeds: {
    method: "GET",
    path: "/api/calendar",
    permission: "timetable.view",
    summary: "Addresses of the calendar feeds of rooms and classes",
    reply: z.array(calendarFeed),
  },
  renewFeeds: {
    method: "POST",
    path: "/api/calendar/renewal",
    permission: "timetable.publish",
    summary: "New addresses for all feeds; the old ones stop at once",
    reply: z.array(calendarFeed),
  },
});
