// Owns the room board: rooms with their stations and what runs in them now and next.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import { type Board, type BoardRoom, boardSlot, lesson, type Room, room, schoolClass } from "../api/rooms.ts";
import { capMinutes } from "../desired/buildPlan.ts";
import type { DesiredDocuments, Devices, Figures } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import { type LedLesson, lessonNow, shown } from "./roomLesson.ts";

export type BoardDependencies = {
  readonly query: Kysely<Tables>;
  readonly devices: Pick<Devices, "list" | "station">;
  readonly desired: Pick<DesiredDocuments, "slots" | "settled">;
  readonly figures: () => Pick<Figures, "quarantine">;
  readonly clock: { now(): number };
};

export type BoardBuilder = {
  rooms(): Promise<Room[]>;
  /** Everything, now. */
  board(): Promise<Board>;
  /** Every room's own part of it. */
  boardRooms(): Promise<BoardRoom[]>;
};

/** How far ahead a next slot is looked for: over any holiday but the summer's. */
const aheadMs = 14 * 24 * 60 * 60_000;

export function makeBoardBuilder(dependencies: BoardDependencies): BoardBuilder {
  const { query, devices, desired, figures, clock } = dependencies;
  const rooms = async () =>
    room
      .array()
      .parse(await query.selectFrom("room").orderBy("position").orderBy("name").selectAll().execute());

  async function ledLessons(): Promise<Map<string, LedLesson>> {
    const rows = await query.selectFrom("roomLesson").selectAll().execute();
    return new Map(rows.map(({ roomId, ...led }) => [roomId, boardSlot.parse(led)]));
  }

  function fill(each: Room, led: LedLesson | null, now: number): BoardRoom {
    const stations = devices
      .list()
      .filter((device) => device.roomId === each.id)
      .map((device) => devices.station(device.id));
    return {
      ...each,
      stations,
      ...currentAndNext(desired.slots(each.id as RoomId, now, now + aheadMs), led, now),
    };
  }

  async function boardRooms(): Promise<BoardRoom[]> {
    const found = await rooms();
    // A change of the timetable counts as made when the documents that come from it are.
    await desired.settled();
    const led = await ledLessons();
    const now = clock.now();
    return found.map((each) => fill(each, led.get(each.id) ?? null, now));
  }

  return {
    rooms,
    boardRooms,
    async board() {
      const [filled, classes, lessons] = await Promise.all([
        boardRooms(),
        query.selectFrom("schoolClass").orderBy("position").selectAll().execute(),
        query.selectFrom("lesson").orderBy("title").selectAll().execute(),
      ]);
      return {
        rooms: filled,
        classes: schoolClass.array().parse(classes),
        lessons: lesson.array().parse(lessons),
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
  led: LedLesson | null,
  now: number,
): Pick<BoardRoom, "current" | "next"> {
  const planned = slots.find(({ startAt, endAt }) => startAt <= now && now < endAt);
  const next = slots.find(({ startAt }) => startAt > now);
  return { current: lessonNow(planned, led, now), next: next ? shown(next) : null };
}

/** When the next room's current or next slot changes by itself, UTC ms; undefined when nothing is planned. */
export function nextBoundary(rooms: readonly Pick<BoardRoom, "current" | "next">[]): number | undefined {
  const instants = rooms.flatMap(({ current, next }) => [current?.endAt, next?.startAt]);
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
