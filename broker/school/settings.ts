// Owns the school's single-value settings: their names, shapes, defaults, and writing them.
import type { Kysely } from "kysely";
import { z } from "zod";
import { winter } from "../../protocol/timetable/schoolYear.ts";
import { rotationRules } from "../api/rotation.ts";
import { screenTime } from "../api/school.ts";
import type { Tables } from "../store/schema.ts";
import { defaultRules } from "../timetable/schoolRules.ts";

const settings = {
  winter: { schema: winter, initial: defaultRules.winter },
  screenTime: { schema: screenTime, initial: defaultRules.screenTime },
  /** As they were planned with last; null before the first time. */
  rotationRules: { schema: rotationRules.nullable(), initial: null },
  /** What the addresses of calendar feeds are made from; null before the first one. */
  calendarSecret: { schema: z.string().nullable(), initial: null },
} as const;

export type SettingName = keyof typeof settings;
export type Setting<Name extends SettingName> = z.infer<(typeof settings)[Name]["schema"]>;

export async function readSetting<Name extends SettingName>(
  query: Kysely<Tables>,
  name: Name,
): Promise<Setting<Name>> {
  const row = await query.selectFrom("setting").where("name", "=", name).select("value").executeTakeFirst();
  const { schema, initial } = settings[name];
  return (row === undefined ? initial : schema.parse(JSON.parse(row.value))) as Setting<Name>;
}

export async function writeSetting<Name extends SettingName>(
  query: Kysely<Tables>,
  name: Name,
  setting: Setting<Name>,
): Promise<void> {
  const value = JSON.stringify(setting);
  await query
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
