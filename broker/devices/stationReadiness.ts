// Owns whether a station is ready for the next class, and what to do when it is not: its own checks, and what only the hub can see. Pure.
import type { SessionId } from "../../protocol/ids.ts";
import type { ReadinessCheck } from "../../protocol/records/readiness.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { Station, StationReadiness } from "../api/rooms.ts";
import { usableZone } from "../timetable/schoolDay.ts";

/** The newest check that a station made. */
export type ReadinessCheckUp = {
  /** Corrected, UTC ms. */
  readonly at: number;
  readonly sessionId: SessionId | null;
  readonly checks: readonly ReadinessCheck[];
};

export type ReadinessFacts = {
  readonly kind: "station" | "screen" | "office";
  readonly reachability: Station["reachability"];
  readonly checkUp: ReadinessCheckUp | null;
  /** Null: unknown, or nothing to compare. */
  readonly held: { readonly plan: number; readonly content: number } | null;
  readonly newest: { readonly plan: number; readonly content: number };
  /** The lesson that runs or comes next in the room, within `readinessAheadMs`; null when none is near. */
  readonly lesson: { readonly sessionId: SessionId; readonly startAt: number } | null;
  readonly now: number;
  readonly zone: string;
};

/** A station that is off is nobody's trouble before this much is left until the class, ms. */
export const readinessAheadMs = 30 * 60_000;
/** A check of another day says nothing about this one. */
const checkHoldsMs = 12 * 60 * 60_000;

export function stationReadiness(facts: ReadinessFacts): StationReadiness | null {
  const { kind, reachability, lesson, now } = facts;
  if (kind === "office") return null;
  if (reachability !== "online") {
    if (lesson === null) return null;
    return { at: now, sessionId: lesson.sessionId, problems: [awaySentence(facts, lesson.startAt)] };
  }
  const checkUp = facts.checkUp !== null && now - facts.checkUp.at < checkHoldsMs ? facts.checkUp : null;
  const behind = behindSentences(facts);
  if (checkUp === null && behind.length === 0) return null;
  const failed = (checkUp?.checks ?? [])
    .filter(({ passed }) => !passed)
    // The hub knows better than a check of ten minutes ago what has been sent since.
    .filter(({ name }) => facts.held === null || (name !== "plan" && name !== "content"))
    .map(({ detail }) => detail);
  return {
    at: checkUp?.at ?? now,
    sessionId: checkUp?.sessionId ?? null,
    problems: [...failed, ...behind],
  };
}

function awaySentence({ reachability, now, zone }: ReadinessFacts, startAt: number): string {
  const when = startAt > now ? `trước ${clockText(startAt, zone)}` : "ngay, đang có tiết";
  if (reachability === "lost") return `Trạm mất kết nối: kiểm tra nguồn điện và dây mạng ${when}.`;
  if (reachability === "neverSeen") return `Trạm chưa kết nối lần nào: bật máy ${when}.`;
  return `Trạm đang tắt: bật máy ${when}.`;
}

function behindSentences({ held, newest }: ReadinessFacts): string[] {
  if (held === null) return [];
  const sentences: string[] = [];
  if (held.plan < newest.plan)
    sentences.push(
      "Trạm chưa nhận thời khóa biểu mới nhất: chờ một phút, nếu vẫn báo thì khởi động lại máy.",
    );
  if (held.content < newest.content)
    sentences.push("Trạm chưa nhận bộ trò chơi mới nhất: giữ máy bật và nối mạng vài phút.");
  return sentences;
}

/** "8:00". */
function clockText(at: number, zone: string): string {
  const minute = Math.floor(localTimeOf(at, usableZone(zone)).minute);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}
