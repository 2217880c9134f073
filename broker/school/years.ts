// Owns writing and removing school years. Both run in a transaction and throw ChangeRefused.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { SchoolYear } from "../../protocol/timetable/schoolYear.ts";
import type { Tables } from "../store/schema.ts";
import { judgeTerms } from "./judgeFrame.ts";
import { readYear } from "./readYear.ts";
import { ChangeRefused, notFound, refuseFields, refuseUse } from "./refused.ts";

export async function writeYear(
  query: Kysely<Tables>,
  { id, name, terms }: SchoolYear & { id: string | null },
): Promise<void> {
  const rows = await query.selectFrom("schoolYear").selectAll().execute();
  if (id !== null && !rows.some((row) => row.id === id)) throw new ChangeRefused(notFound(`no year ${id}`));
  const others = rows.filter((row) => row.id !== id).flatMap((row) => readYear(row) ?? []);
  const closures = await query.selectFrom("closure").selectAll().execute();
  const wrong = judgeTerms({ name, terms }, others, closures);
  if (others.some((other) => other.name === name)) wrong["name"] = "Đã có năm học này";
  if (Object.keys(wrong).length > 0) throw new ChangeRefused(refuseFields(wrong));
  const row = { name, fromDate: terms[0]?.fromDate ?? "", terms: JSON.stringify(terms) };
  if (id === null)
    await query
      .insertInto("schoolYear")
      .values({ id: v7(), ...row })
      .execute();
  else await query.updateTable("schoolYear").set(row).where("id", "=", id).execute();
}

/** Returns its name. */
export async function deleteYear(query: Kysely<Tables>, id: string): Promise<string> {
  const years = await query.selectFrom("schoolYear").orderBy("fromDate").selectAll().execute();
  const year = years.find((each) => each.id === id);
  if (year === undefined) throw new ChangeRefused(notFound(`no year ${id}`));
  const next = years.find(({ fromDate }) => fromDate > year.fromDate)?.fromDate ?? "9999-12-31";
  for (const table of ["slot", "publishedSlot"] as const) {
    const used = await query
      .selectFrom(table)
      .where("date", ">=", year.fromDate)
      .where("date", "<", next)
      .select("id")
      .executeTakeFirst();
    if (used !== undefined)
      throw new ChangeRefused(
        refuseUse(
          `Năm học ${year.name} đã có tiết trong thời khóa biểu nên chưa xóa. Hãy bỏ các tiết đó trước.`,
        ),
      );
  }
  await query.deleteFrom("schoolYear").where("id", "=", id).execute();
  return year.name;
}
