// Owns the school's single-value settings: their names, shapes, defaults, and writing them.
import type { Kysely } from "kysely";
import { z } from "zod";
import { type Winter, winter } from "../../protocol/timetable/schoolYear.ts";
import type { Log } from "../../runtime/log.ts";
import { homeAssistantSettings } from "../api/integrations.ts";
import { rotationRules } from "../api/rotation.ts";
import { type ScreenTime, screenTime } from "../api/school.ts";
import { ticketFlow } from "../api/ticketFlow.ts";
import { readJson } from "../store/readJson.ts";
import type { Tables } from "../store/schema.ts";
import { defaultFlow } from "../tickets/defaultFlow.ts";

/** What holds in a school that set nothing. */
export const initialWinter: Winter = { from: "10-16", until: "04-15" };
export const initialScreenTime: ScreenTime = {
  capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
  dayCapMinutes: { "3-4": 30, "4-5": 40, "5-6": 60 },
  breakEveryMinutes: 10,
};

const settings = {
  winter: { schema: winter, initial: initialWinter },
  screenTime: { schema: screenTime, initial: initialScreenTime },
  /** As they were planned with last; null before the first time. Those of an older version are as good as none. */
  rotationRules: { schema: rotationRules.nullable().catch(null), initial: null },
  /** States and steps of tickets. */
  ticketFlow: { schema: ticketFlow, initial: defaultFlow },
  /** What the addresses of calendar feeds are made from; null before the first one. */
  calendarSecret: { schema: z.string().nullable(), initial: null },
  homeAssistant: {
    schema: homeAssistantSettings.extend({ password: z.string() }),
    initial: {
      enabled: false,
      url: "",
      username: "",
      password: "",
      discoveryPrefix: "homeassistant",
      allowCommands: false,
    },
  },
} as const;

export type SettingName = keyof typeof settings;
export type Setting<Name extends SettingName> = z.infer<(typeof settings)[Name]["schema"]>;

export async function readSetting<Name extends SettingName>(
  query: Kysely<Tables>,
  name: Name,
): Promise<Setting<Name>> {
  const row = await query.selectFrom("setting").where("name", "=", name).select("value").executeTakeFirst();
  const { schema, initial } = settings[name];
  const read = row && readJson<z.ZodType>(row.value, schema);
  // A damaged one is as good as none: lessons go on with what holds in a school that set nothing.
  return (read?.ok ? read.value : initial) as Setting<Name>;
}

/** Once, when the hub starts: what is damaged holds its default until somebody sets it again. */
export async function warnOfDamagedSettings(query: Kysely<Tables>, log: Log): Promise<void> {
  const rows = await query.selectFrom("setting").selectAll().execute();
  for (const { name, value } of rows) {
    const known = Object.hasOwn(settings, name) ? settings[name as SettingName] : undefined;
    const read = known && readJson<z.ZodType>(value, known.schema);
    if (read?.ok === false)
      log.warn({ setting: name, detail: read.detail }, "a setting is unreadable; its default holds");
  }
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
