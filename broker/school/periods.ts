// Owns writing the list of periods. Runs in a transaction; throws ChangeRefused when a period that is used would go.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { Period } from "../api/school.ts";
import type { Tables } from "../store/schema.ts";
import { ChangeRefused, notFound, refuseUse } from "./refused.ts";

export async function writePeriods(
  query: Kysely<Tables>,
  periods: readonly (Omit<Period, "id"> & { id: Period["id"] | null })[],
): Promise<void> {
  const held = await query.selectFrom("period").selectAll().execute();
  for (const { id, name } of held) {
    if (periods.some((period) => period.id === id)) continue;
    for (const table of ["slot", "publishedSlot"] as const) {
      const used = await query.selectFrom(table).where("periodId", "=", id).select("id").executeTakeFirst();
      if (used !== undefined)
        throw new ChangeRefused(
          refuseUse(`${name} đang được dùng trong thời khóa biểu nên chưa bỏ được. Giờ học chưa thay đổi.`),
        );
    }
  }
  for (const { id } of periods)
    if (id !== null && !held.some((each) => each.id === id))
      throw new ChangeRefused(notFound(`no period ${id}`));
  await query.deleteFrom("period").execute();
  for (const [position, { id, name, summer, winter, afterLunch }] of periods.entries())
    await query
      .insertInto("period")
      .values({
        id: id ?? v7(),
        position,
        name,
        summerStart: summer.startMinute,
        summerEnd: summer.endMinute,
        winterStart: winter.startMinute,
        winterEnd: winter.endMinute,
        afterLunch: afterLunch ? 1 : 0,
      })
      .execute();
}
