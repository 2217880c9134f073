// Owns which of the school's settings the timetable is judged by: when winter hours hold and how long screens may be on.
import type { Kysely } from "kysely";
import type { Winter } from "../../protocol/timetable/schoolYear.ts";
import type { ScreenTime } from "../api/school.ts";
import { readSetting } from "../school/settings.ts";
import type { Tables } from "../store/schema.ts";

export type SchoolRules = { readonly winter: Winter; readonly screenTime: ScreenTime };

export async function readSchoolRules(query: Kysely<Tables>): Promise<SchoolRules> {
  return { winter: await readSetting(query, "winter"), screenTime: await readSetting(query, "screenTime") };
}
