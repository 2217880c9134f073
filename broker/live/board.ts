// Owns the room board: rooms with their stations and the slots that are current and next.
import type { Kysely } from "kysely";
import type { RoomId } from "../../protocol/ids.ts";
import type { ResolvedSlot } from "../../protocol/timetable/resolveSlots.ts";
import { type Board, type BoardRoom, lesson, type Room, room, schoolClass } from "../api/rooms.ts";
import type { DesiredDocuments, Devices, Figures } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";

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

  function fill(each: Room, now: number): BoardRoom {
    const stations = devices
      .list()
      .filter((device) => device.roomId === each.id)
      .map((device) => devices.station(device.id));
    return {
      ...each,
      stations,
      ...currentAndNext(desired.slots(each.id as RoomId, now, now + aheadMs), now),
    };
  }

  async function boardRooms(): Promise<BoardRoom[]> {
    const found = await rooms();
    // A change of the timetable counts as made when the documents that come from it are.
    await desired.settled();
    const now = clock.now();
    return found.map((each) => fill(each, now));
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
        now: clock.now(),
        quarantined: figures().quarantine,
      };
    },
  };
}

/** Of slots in order of their start. */
export function currentAndNext(
  slots: readonly ResolvedSlot[],
  now: number,
): Pick<BoardRoom, "current" | "next"> {
  const shown = ({ slotId, sessionId, classId, lessonId, startAt, endAt }: ResolvedSlot) => ({
    slotId,
    sessionId,
    classId,
    lessonId,
    startAt,
    endAt,
  });
  const current = slots.find(({ startAt, endAt }) => startAt <= now && now < endAt);
  const next = slots.find(({ startAt }) => startAt > now);
  return { current: current ? shown(current) : null, next: next ? shown(next) : null };
}

/** When the next room's current or next slot changes by itself, UTC ms; undefined when nothing is planned. */
export function nextBoundary(rooms: readonly Pick<BoardRoom, "current" | "next">[]): number | undefined {
  const instants = rooms.flatMap(({ current, next }) => [current?.endAt, next?.startAt]);
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
