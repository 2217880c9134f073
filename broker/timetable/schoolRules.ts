// Owns what the timetable reads of the school's single-value rules: when winter hours hold and how long screens may be on.
import type { Kysely } from "kysely";
import { type Winter, winter } from "../../protocol/timetable/schoolYear.ts";
import { type ScreenTime, screenTime } from "../api/school.ts";
import type { Tables } from "../store/schema.ts";

export type SchoolRules = { readonly winter: Winter; readonly screenTime: ScreenTime };

export const defaultRules: SchoolRules = {
  winter: { from: "10-16", until: "04-15" },
  screenTime: {
    capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
    dayCapMinutes: { "3-4": 30, "4-5": 40, "5-6": 60 },
    breakEveryMinutes: 10,
  },
};

export async function readSchoolRules(query: Kysely<Tables>): Promise<SchoolRules> {
  const rows = await query
    .selectFrom("setting")
    .where("name", "in", ["winter", "screenTime"])
    .selectAll()
    .execute();
  const held = new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  return {
    winter: winter.parse(held.get("winter") ?? defaultRules.winter),
    screenTime: screenTime.parse(held.get("screenTime") ?? defaultRules.screenTime),
  };
}
