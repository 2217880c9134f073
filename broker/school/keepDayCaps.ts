// Owns that a day's screen time is not lowered below what is planned already: the change is refused and says whose days would be too long.
// Refused rather than let through: stations end a class at the day's limit, and its last lesson would stop without a word.
import type { Kysely } from "kysely";
import type { Tables } from "../store/schema.ts";
import { conflictsAhead } from "./conflictsAhead.ts";
import { ChangeRefused, refuseUse } from "./refused.ts";

/** `classes`: whose days would be too long, and how many of them. */
const tellLimits = (classes: string) =>
  `Mức mới thấp hơn thời gian đã xếp trong thời khóa biểu của ${classes}. Chưa có gì thay đổi. Hãy bớt tiết của các lớp này rồi công bố, hoặc chọn mức cao hơn.`;

export const tellAge = (classes: string) =>
  `Mức thời gian màn hình một ngày của lứa tuổi mới thấp hơn thời gian đã xếp trong thời khóa biểu của ${classes}. Chưa có gì thay đổi. Hãy bớt tiết của lớp rồi công bố, sau đó đổi lứa tuổi.`;

/** `change` writes the new limits, or gives a class other ones. Runs in a transaction; throws ChangeRefused when days from tomorrow on break them that did not before. */
export async function keepDayCaps(
  query: Kysely<Tables>,
  now: number,
  change: () => Promise<void>,
  tell = tellLimits,
): Promise<void> {
  const before = await conflictsAhead(query, now);
  await change();
  const made = [...(await conflictsAhead(query, now))]
    .filter(([key, { kind }]) => kind === "dayCap" && !before.has(key))
    .map(([, conflict]) => conflict);
  if (made.length === 0) return;
  const byClass = Map.groupBy(made, ({ className }) => className);
  const classes = [...byClass].map(([className, conflicts]) => {
    // The same day may be too long in the draft and in what is published.
    const days = new Set(conflicts.map(({ date }) => date)).size;
    return `${className} (${days} ngày)`;
  });
  throw new ChangeRefused(refuseUse(tell(classes.join(", "))));
}
