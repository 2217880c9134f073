// Owns copying a week's slots of some rooms into other weeks.
import { v7 } from "uuid";
import type { RoomId, SlotId } from "../../protocol/ids.ts";
import type { PlacedSlot } from "../../protocol/timetable/placedSlot.ts";
import { isClosed, mondayOf } from "../../protocol/timetable/schoolYear.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays, weekdayOfDate } from "../../protocol/timetable/zone.ts";
import { readAhead, readBegun } from "./begun.ts";
import { dayOf } from "./conflictSentence.ts";
import type { DraftPlanner, RefusedChange } from "./draftOrder.ts";
import { tellBegun, tellPast } from "./judgeSlot.ts";
import { placedOf } from "./slotRows.ts";
import { weekAsPlanned } from "./weekAsPlanned.ts";

export type WeekCopy = {
  /** Any day of the week. */
  readonly fromMonday: LocalDate;
  readonly toMondays: readonly LocalDate[];
  readonly roomIds: readonly RoomId[];
  /** replace: the weeks' own slots of these rooms go first, where the copy has none at their place. */
  readonly mode: "fill" | "replace";
};

export const planCopy =
  ({ fromMonday, toMondays, roomIds, mode }: WeekCopy): DraftPlanner =>
  async (query, facts) => {
    const from = mondayOf(fromMonday);
    const mondays = [...new Set(toMondays.map(mondayOf))].filter((monday) => monday !== from).sort();
    const rooms = new Set<string>(roomIds);
    const inRooms = ({ roomId }: { roomId: string }) => rooms.has(roomId);
    const source = (await weekAsPlanned(query, from, facts)).filter(inRooms);

    const begunByPlace = new Map(
      [...(await readBegun(query, facts)).values()].map(placedOf).map((slot) => [placeOf(slot), slot]),
    );

    const puts: { slot: PlacedSlot }[] = [];
    const removes: { id: SlotId }[] = [];
    const skipped: RefusedChange[] = [];
    for (const monday of mondays) {
      const { draft } = await readAhead(query, facts, { fromDate: monday, untilDate: addDays(monday, 6) });
      const there = draft.map(placedOf).filter(inRooms);
      const byPlace = new Map(there.map((slot) => [placeOf(slot), slot]));
      const reused = new Set<SlotId>();
      for (const each of source) {
        const date = addDays(monday, weekdayOfDate(each.date) - 1);
        const copy: PlacedSlot = { ...each, id: v7() as SlotId, date, origin: "hand" };
        const reason =
          date < facts.today
            ? tellPast(date)
            : isClosed(date, facts.closures)
              ? `Trường nghỉ ${dayOf(date)}.`
              : undefined;
        if (reason !== undefined) {
          skipped.push({ id: copy.id, date, reasons: [reason] });
          continue;
        }
        const begun = begunByPlace.get(placeOf(copy));
        if (begun !== undefined) {
          if (!isCopyOf(begun, copy)) skipped.push({ id: copy.id, date, reasons: [tellBegun(begun)] });
          continue;
        }
        const own = byPlace.get(placeOf(copy));
        if (mode === "fill" && own !== undefined && isCopyOf(own, copy)) continue;
        // A published slot that gets another class keeps its id: it is still the same one.
        if (mode === "replace" && own !== undefined && !reused.has(own.id)) {
          reused.add(own.id);
          puts.push({ slot: { ...copy, id: own.id, origin: isCopyOf(own, copy) ? own.origin : "hand" } });
        } else puts.push({ slot: copy });
      }
      // All of them, also those whose id goes on: none may be in the way of the copy.
      if (mode === "replace") removes.push(...there.map(({ id }) => ({ id })));
    }
    return { kind: "copyWeek", puts, removes, skipRefused: true, skipped };
  };

/** Where a slot stands in its day: in its period, or at its own hours. */
const placeOf = ({ roomId, date, periodId, startMinute }: PlacedSlot) =>
  `${roomId} ${date} ${periodId ?? startMinute}`;

const isCopyOf = (a: PlacedSlot, b: PlacedSlot) => a.classId === b.classId && a.lessonId === b.lessonId;
