// Owns moving slots to their period's new hours without making a conflict: whatever would collide refuses the whole change.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import type { Tables } from "../store/schema.ts";
import { followHours } from "../timetable/followHours.ts";
import { conflictsAhead } from "./conflictsAhead.ts";
import { ChangeRefused, refuseUse } from "./refused.ts";

/** Nobody reads more of them; the first ones say what to change. */
const toldConflicts = 5;

/**
 * `change` writes the new hours. Runs in a transaction; throws ChangeRefused when slots would collide that did not before.
 * Returns the rooms whose published slots moved.
 */
export async function moveHours(
  query: Kysely<Tables>,
  now: number,
  change: () => Promise<void>,
): Promise<RoomId[]> {
  const before = await conflictsAhead(query, now);
  await change();
  const rooms = await followHours(query, now);
  const made = [...(await conflictsAhead(query, now))].filter(([key]) => !before.has(key));
  if (made.length === 0) return rooms;
  const sentences = [...new Set(made.map(([, { sentence }]) => sentence))];
  const more = sentences.length - toldConflicts;
  throw new ChangeRefused(
    refuseUse(
      [
        "Giờ mới làm các tiết đã xếp trùng nhau nên chưa có gì thay đổi.",
        ...sentences.slice(0, toldConflicts),
        ...(more > 0 ? [`Còn ${more} chỗ trùng nữa.`] : []),
        "Hãy chuyển các tiết này trong thời khóa biểu hoặc chọn giờ khác.",
      ].join(" "),
    ),
  );
}
