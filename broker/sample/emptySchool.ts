// Owns clearing what a first start left half made when it was cut off before the school's own row.
import type { Kysely } from "kysely";
import type { Tables } from "../store/schema.ts";

/** Precondition: the store has no school, so nothing here was ever in use. */
export async function emptySchool(query: Kysely<Tables>): Promise<void> {
  for (const table of [
    "slot",
    "publishedSlot",
    "schoolYear",
    "period",
    "setting",
    "closure",
    "dayPlan",
    "menuDay",
    "notice",
    "lesson",
    "schoolClass",
    "room",
    "staffScope",
    "staffRole",
    "staff",
    "role",
  ] as const)
    await query.deleteFrom(table).execute();
}
