// Owns how records become the days of use: when a device was on, and in which lessons. Everything commutes, so days of a device that was away are right when its records come weeks later (ADR 0037).
import type { DatabaseSync } from "node:sqlite";
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import type { KioskState } from "../../protocol/records/health.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { earliestPlausibleAt } from "./correctTimes.ts";
import type { SchoolDay } from "./localDay.ts";

export type Usage = {
  /** Inside the caller's transaction, once for each new record. `correctedAt`: UTC ms. */
  add(record: DeviceRecord, correctedAt: number, device: DeviceId, room: RoomId | null): void;
  /** Writes what was added, still inside the transaction. */
  write(): void;
  /** Forgets what was added: the transaction is undone. */
  forget(): void;
};

/** The kiosk states of a lesson: a device that is on and in none of them is idle. */
export const lessonStates: ReadonlySet<KioskState> = new Set([
  ...(["menu", "game", "break"] as const),
  ...(["warning", "goodbye", "panel"] as const),
]);
/** A third of a day in slots of ten minutes fits a whole number that every database can OR. */
export const slotMinutes = 10;
export const slotsEach = 48;
/** A station that was off in mid-lesson says so when it is switched on again; later than this its plan is no witness. */
const latestCloseMs = 7 * 86_400_000;
/** Nobody plays longer in a day: a device that says so cannot make sums that no number holds. */
const mostPlayedMs = 86_400_000;

type Day = {
  readonly date: string;
  readonly device: DeviceId;
  readonly room: RoomId | null;
  firstAt: number | null;
  lastAt: number | null;
  onMinutes: number;
  lessonMinutes: number;
  readonly slots: [Set<number>, Set<number>, Set<number>];
  powerLosses: number;
  runs: number;
  playedMs: number;
};

export function makeUsage(database: DatabaseSync, schoolDay: SchoolDay): Usage {
  const dayStatement = database.prepare(`
    INSERT INTO "usageDay" (
      date, "deviceId", "roomId", "firstAt", "lastAt", "onMinutes", "lessonMinutes",
      "onSlots0", "onSlots8", "onSlots16", "powerLosses", runs, "playedMs")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (date, "deviceId") DO UPDATE SET
      -- Where it stood that day: a device that was moved since keeps its past.
      "roomId" = coalesce("roomId", excluded."roomId"),
      "firstAt" = coalesce(min("firstAt", excluded."firstAt"), "firstAt", excluded."firstAt"),
      "lastAt" = coalesce(max("lastAt", excluded."lastAt"), "lastAt", excluded."lastAt"),
      "onMinutes" = "onMinutes" + excluded."onMinutes",
      "lessonMinutes" = "lessonMinutes" + excluded."lessonMinutes",
      "onSlots0" = "onSlots0" | excluded."onSlots0",
      "onSlots8" = "onSlots8" | excluded."onSlots8",
      "onSlots16" = "onSlots16" | excluded."onSlots16",
      "powerLosses" = "powerLosses" + excluded."powerLosses",
      runs = runs + excluded.runs,
      "playedMs" = "playedMs" + excluded."playedMs"`);
  const sessionStatement = database.prepare(`
    INSERT INTO "usageSession" (
      date, "deviceId", "sessionId", "roomId", "classId", "openedAt", "lastAt", "closedAt", "playedMs", runs, "gameMs")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (date, "deviceId", "sessionId") DO UPDATE SET
      "roomId" = coalesce("roomId", excluded."roomId"),
      "classId" = max("classId", excluded."classId"),
      "openedAt" = min("openedAt", excluded."openedAt"),
      "lastAt" = max("lastAt", excluded."lastAt"),
      "closedAt" = coalesce(max("closedAt", excluded."closedAt"), "closedAt", excluded."closedAt"),
      "playedMs" = max("playedMs", excluded."playedMs"),
      runs = runs + excluded.runs,
      "gameMs" = "gameMs" + excluded."gameMs"`);
  const days = new Map<string, Day>();
  let last: Day | undefined;

  function dayOf(date: string, device: DeviceId, room: RoomId | null): Day {
    if (last?.date === date && last.device === device) return last;
    const key = `${date} ${device}`;
    last = days.get(key);
    if (last === undefined) {
      const slots: Day["slots"] = [new Set(), new Set(), new Set()];
      const nothing = { onMinutes: 0, lessonMinutes: 0, powerLosses: 0, runs: 0, playedMs: 0 };
      last = { date, device, room, firstAt: null, lastAt: null, slots, ...nothing };
      days.set(key, last);
    }
    return last;
  }

  function addSession(
    at: number,
    told: {
      readonly device: DeviceId;
      readonly room: RoomId | null;
      readonly sessionId: string | null;
      readonly classId: string | null;
      /** When a run began: the lesson was open by then. */
      readonly from?: number;
      readonly closed?: boolean;
      readonly playedMs?: number | null;
      readonly run?: number;
    },
  ): void {
    const { device, room, sessionId, classId, from = at, closed = false, playedMs, run } = told;
    const ids = [schoolDay.of(at).date, device, sessionId ?? "", room, classId ?? ""] as const;
    const times = [from, at, closed ? at : null, Math.min(playedMs ?? 0, mostPlayedMs)] as const;
    sessionStatement.run(...ids, ...times, run === undefined ? 0 : 1, run ?? 0);
  }

  return {
    add(record, correctedAt, device, room) {
      const { date, minute } = schoolDay.of(correctedAt);
      const day = dayOf(date, device, room);
      day.firstAt = Math.min(day.firstAt ?? correctedAt, correctedAt);
      day.lastAt = Math.max(day.lastAt ?? correctedAt, correctedAt);
      if (record.type === "health") {
        day.onMinutes++;
        if (lessonStates.has(record.body.kiosk)) day.lessonMinutes++;
        const slot = Math.floor(minute / slotMinutes);
        day.slots[Math.floor(slot / slotsEach) as 0 | 1 | 2].add(slot % slotsEach);
      } else if (record.type === "session") {
        const { event, sessionId, classId, endAt, playedMs } = record.body;
        // The plan's end by the device's clock, moved by what that clock was wrong.
        const end = endAt + (correctedAt - record.at);
        const late = event === "closed" && end < correctedAt && end > correctedAt - latestCloseMs;
        const session = { device, room, sessionId, classId, closed: event === "closed", playedMs };
        addSession(late ? end : correctedAt, session);
      } else if (record.type === "gameRun") {
        const { sessionId, classId } = record.body;
        const durationMs = Math.min(record.body.durationMs, mostPlayedMs);
        day.runs++;
        day.playedMs += durationMs;
        const from = correctedAt - durationMs;
        addSession(correctedAt, { device, room, sessionId, classId, from, run: durationMs });
      } else if (record.type === "power" && isPowerLoss(record.body)) {
        const lostAt = (record.body.lastAliveAt ?? record.at) + (correctedAt - record.at);
        // It is told at the next start, perhaps after a weekend; the day it happened is the one that counts.
        const at = lostAt >= earliestPlausibleAt && lostAt <= correctedAt ? lostAt : correctedAt;
        dayOf(schoolDay.of(at).date, device, room).powerLosses++;
      }
    },
    write() {
      for (const day of days.values()) {
        const { date, device, room, firstAt, lastAt, onMinutes, lessonMinutes, slots } = day;
        const key = [date, device, room, firstAt, lastAt, onMinutes, lessonMinutes] as const;
        dayStatement.run(...key, ...slots.map(bitsOf), day.powerLosses, day.runs, day.playedMs);
      }
      this.forget();
    },
    forget() {
      days.clear();
      last = undefined;
    },
  };
}

const isPowerLoss = ({ event, scope }: { event: string; scope: string }) =>
  event === "unexpectedStop" && scope === "machine";

/** Below 2 ** 48: exact as a number. */
function bitsOf(slots: ReadonlySet<number>): number {
  let bits = 0;
  for (const slot of slots) bits += 2 ** slot;
  return bits;
}
