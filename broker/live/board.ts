// Owns the room board: rooms with their stations and what runs in them now and next.
import type { Kysely } from "kysely";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import {
  type Board,
  type BoardRoom,
  type Lesson,
  lesson,
  type Room,
  room,
  type SchoolClass,
  schoolClass,
} from "../api/rooms.ts";
import { readinessAheadMs } from "../devices/stationReadiness.ts";
import type { DesiredDocuments, Device, Devices, Figures, Leads, RoomLead } from "../hubServices.ts";
import { readSetting } from "../school/settings.ts";
import { readableRows } from "../store/readJson.ts";
import type { Tables } from "../store/schema.ts";
import { lessonNext, lessonNow } from "./roomLesson.ts";

export type BoardDependencies = {
  readonly query: Kysely<Tables>;
  readonly devices: Pick<Devices, "list" | "stations">;
  readonly desired: Pick<DesiredDocuments, "slots" | "settled">;
  readonly leads: Pick<Leads, "of">;
  readonly figures: () => Pick<Figures, "quarantine">;
  readonly clock: { now(): number };
};

export type BoardBuilder = {
  rooms(): Promise<Room[]>;
  /** Everything, now. */
  board(): Promise<Board>;
  /** Every room's own part of it. */
  boardRooms(): Promise<BoardRoom[]>;
  /** Classes and lessons that are offered: none that is archived. */
  classes(): Promise<SchoolClass[]>;
  lessons(): Promise<Lesson[]>;
};

/** How far ahead a next slot is looked for: over any holiday but the summer's. */
const aheadMs = 14 * 24 * 60 * 60_000;

export function makeBoardBuilder(dependencies: BoardDependencies): BoardBuilder {
  const { query, devices, desired, leads, figures, clock } = dependencies;
  const rooms = async () =>
    room
      .array()
      .parse(await query.selectFrom("room").orderBy("position").orderBy("name").selectAll().execute());

  const classes = async () =>
    readableRows(
      schoolClass,
      await query
        .selectFrom("schoolClass")
        .selectAll()
        .where("archivedAt", "is", null)
        .orderBy("position")
        .execute(),
    );
  const lessons = async () =>
    readableRows(
      lesson,
      await query.selectFrom("lesson").selectAll().where("archivedAt", "is", null).orderBy("title").execute(),
    );

  function fill(each: Room, inRoom: readonly Device[], now: number): BoardRoom {
    return {
      ...each,
      stations: devices.stations(inRoom.map(({ id }) => id)),
      ...currentAndNext(desired.slots(each.id, now, now + aheadMs), leads.of(each.id), now),
    };
  }

  async function boardRooms(): Promise<BoardRoom[]> {
    const found = await rooms();
    // A change of the timetable counts as made when the documents that come from it are.
    await desired.settled();
    const now = clock.now();
    const byRoom = Map.groupBy(devices.list(), ({ roomId }) => roomId);
    return found.map((each) => fill(each, byRoom.get(each.id) ?? [], now));
  }

  return {
    rooms,
    boardRooms,
    classes,
    lessons,
    async board() {
      const [filled, offeredClasses, offeredLessons, { capMinutes }] = await Promise.all([
        boardRooms(),
        classes(),
        lessons(),
        readSetting(query, "screenTime"),
      ]);
      return {
        rooms: filled,
        classes: offeredClasses,
        lessons: offeredLessons,
        capMinutes,
        now: clock.now(),
        quarantined: figures().quarantine,
      };
    },
  };
}

/** Of slots in order of their start. */
export function currentAndNext(
  slots: readonly ResolvedSlot[],
  led: RoomLead | null,
  now: number,
): Pick<BoardRoom, "current" | "next" | "lead"> {
  const planned = slots.find(({ startAt, endAt }) => startAt <= now && now < endAt);
  return { ...lessonNow(planned, led, now), next: lessonNext(slots, led, now) };
}

/** When the next room's line changes by itself, UTC ms; undefined when nothing is planned. */
export function nextBoundary(
  rooms: readonly Pick<BoardRoom, "current" | "next" | "lead">[],
  now: number,
): number | undefined {
  const instants = rooms.flatMap(({ current, next, lead }) => [
    current?.endAt,
    // A slot that was cut short by a lead stays on the board until its planned end.
    lead?.endAt,
    next?.startAt,
    // From here on a station that is off is told of.
    next && next.startAt - readinessAheadMs,
  ]);
  const known = instants.filter((instant) => typeof instant === "number" && instant > now);
  return known.length === 0 ? undefined : Math.min(...(known as number[]));
}
