// Owns the school that tests of the timetable plan for: a real store in a folder of its own, a clock that stands still.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import type { AgeBand } from "../../protocol/game.ts";
import type { ClassId, LessonId, PeriodId, RoomId, SlotId } from "../../protocol/ids.ts";
import type { ChangeOutcome, SlotChange } from "../api/timetable.ts";
import { makeAudit } from "../audit/audit.ts";
import { refusePlan } from "../desired/refusePlan.ts";
import { type HubEvent, makeHubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import { openStore, type Store } from "../store/store.ts";
import { makeTimetable, type Timetable } from "./timetable.ts";

export const planner: Actor = { staffId: null, name: "Trần Khuê" };
export const other: Actor = { staffId: null, name: "Vũ Khôi" };

/** Wednesday, 7:00 in Hà Nội. */
export const wednesday = Date.parse("2026-11-25T07:00:00+07:00");

type Put = Extract<SlotChange, { change: "put" }>;

export type PlannedSchool = {
  readonly store: Store;
  readonly folder: string;
  readonly clock: { at: number; now(): number };
  readonly timetable: Timetable;
  /** Everything told so far. */
  readonly told: HubEvent[];
  readonly rooms: readonly [RoomId, RoomId];
  /** Two of 4–5 years, one of 3–4. */
  readonly classes: readonly [ClassId, ClassId, ClassId];
  /** For 4–5 and 3–4. */
  readonly lessons: readonly [LessonId, LessonId];
  /** 8:00 and 9:00 in summer, 8:15 and 9:15 in winter, half an hour each. */
  readonly periods: readonly [PeriodId, PeriodId];
  /** A new slot: the first room, class and lesson, at 8:00–8:20 of its own hours, unless told otherwise. */
  put(date: string, more?: Partial<Put["slot"]>, seen?: number | null): Put;
  change(...changes: SlotChange[]): Promise<ChangeOutcome>;
  close(): Promise<void>;
};

export async function planSchool(zone = "Asia/Ho_Chi_Minh"): Promise<PlannedSchool> {
  const folder = await mkdtemp(join(tmpdir(), "kidsmart-timetable-"));
  const store = await openStore(join(folder, "hub.db"));
  const { query } = store;
  const clock = { at: wednesday, now: () => clock.at };
  const rooms = [v7(), v7()] as [RoomId, RoomId];
  const classes = [v7(), v7(), v7()] as [ClassId, ClassId, ClassId];
  const lessons = [v7(), v7()] as [LessonId, LessonId];
  const periods = [v7(), v7()] as [PeriodId, PeriodId];
  await query.insertInto("school").values({ id: v7(), name: "Trường Thử", zone, createdAt: 0 }).execute();
  for (const [position, name] of ["Phòng Kidsmart", "Phòng máy 2"].entries())
    await query
      .insertInto("room")
      .values({ id: rooms[position] ?? "", name, kind: "kidsmart", position })
      .execute();
  const ages: AgeBand[] = ["4-5", "4-5", "3-4"];
  for (const [position, name] of ["Lớp Gấu Trúc", "Lớp Mèo Vàng", "Lớp Gà Con"].entries())
    await query
      .insertInto("schoolClass")
      .values({
        id: classes[position] ?? "",
        name,
        emblem: "panda",
        ageBand: ages[position] ?? "4-5",
        position,
        homeRoomId: null,
        children: 30,
        archivedAt: null,
      })
      .execute();
  for (const [place, title] of ["Bờ ao vui đếm", "Bé đếm đến 3"].entries())
    await query
      .insertInto("lesson")
      .values({
        id: lessons[place] ?? "",
        title,
        goal: "",
        ageBand: place === 0 ? "4-5" : "3-4",
        minutes: 20,
        games: JSON.stringify([{ gameId: "count-animals", level: "pond", mode: "quiz" }]),
        domains: "[]",
        archivedAt: null,
      })
      .execute();
  for (const [position, start] of [480, 540].entries())
    await query
      .insertInto("period")
      .values({
        id: periods[position] ?? "",
        position,
        name: `Tiết ${position + 1}`,
        summerStart: start,
        summerEnd: start + 30,
        winterStart: start + 15,
        winterEnd: start + 45,
        afterLunch: 0,
      })
      .execute();
  const terms = [
    { name: "Học kỳ I", fromDate: "2026-09-07", weeks: 18 },
    { name: "Học kỳ II", fromDate: "2027-01-11", weeks: 17 },
  ];
  await query
    .insertInto("schoolYear")
    .values({ id: v7(), name: "2026–2027", fromDate: "2026-09-07", terms: JSON.stringify(terms) })
    .execute();

  const told: HubEvent[] = [];
  const events = makeHubEvents((error) => {
    throw error;
  });
  events.subscribe((event) => told.push(event));
  const timetable = makeTimetable({ query, events, audit: makeAudit({ query, clock }), clock, refusePlan });
  return {
    store,
    folder,
    clock,
    timetable,
    told,
    rooms,
    classes,
    lessons,
    periods,
    put: (date, more = {}, seen = null) => ({
      change: "put",
      seen,
      slot: {
        id: v7() as SlotId,
        roomId: rooms[0],
        date,
        periodId: null,
        startMinute: 480,
        endMinute: 500,
        classId: classes[0],
        lessonId: lessons[0],
        ...more,
      },
    }),
    change: (...changes) => timetable.changeSlots(planner, changes),
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The outcome of a change that must have been applied. */
export function applied(outcome: ChangeOutcome): Extract<ChangeOutcome, { outcome: "applied" }> {
  if (outcome.outcome !== "applied") throw new Error(JSON.stringify(outcome));
  return outcome;
}
