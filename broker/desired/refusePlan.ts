// Owns that a room's plan fits into one message: what a publication would make too large is refused before it is published.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import { maxPayloadBytes } from "../../protocol/topics.ts";
import type { Tables } from "../store/schema.ts";
import { buildPlan } from "./buildPlan.ts";
import { canonicalJson } from "./canonicalJson.ts";
import { readPlanRows } from "./planRows.ts";

/** What the message adds around a plan. */
const envelopeBytes = 1024;
export const largestPlanBytes = maxPayloadBytes - envelopeBytes;
/** What lessons, and a classroom screen's day, menu and notices may still add to a plan that was published. */
const reservedBytes = 32 * 1024;

/** A Vietnamese sentence, or undefined when it fits. `query` may be a transaction: what it wrote counts. */
export async function refusePlan(
  query: Kysely<Tables>,
  room: RoomId,
  now: number,
): Promise<string | undefined> {
  const rows = await readPlanRows(query, now, room);
  const plan = buildPlan(rows, room);
  // A room that is gone has no devices either.
  if (!plan.ok && plan.code === "NOT_FOUND") return undefined;
  if (!plan.ok)
    return `Các máy trạm không dùng được thời khóa biểu này (${plan.detail}). Chưa công bố gì, các máy trạm vẫn chạy theo thời khóa biểu cũ. Hãy kiểm tra múi giờ, lớp và hoạt động của trường, hoặc báo nhân viên CNTT.`;
  const bytes = Buffer.byteLength(canonicalJson(plan.value));
  if (bytes <= largestPlanBytes - reservedBytes) return undefined;
  return `${plan.value.roomName} có ${rows.slots.length} tiết, nhiều hơn mức các máy trạm nhận được trong một lần. Chưa công bố gì, các máy trạm vẫn chạy theo thời khóa biểu cũ. Hãy bớt tiết của phòng này ở những tháng xa rồi công bố lại.`;
}
