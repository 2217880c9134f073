// Owns the week timetable in the store: showing it, adding and removing slots. Devices hear of a change through the event bus.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { ClassId, LessonId, RoomId, SlotId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { closure, type Slot, slot } from "../../protocol/timetable/timetable.ts";
import { lesson, schoolClass } from "../api/rooms.ts";
import type { Week } from "../api/timetable.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import { findConflict } from "./conflict.ts";
import { type Names, tellConflict, timeOf } from "./conflictSentence.ts";

export type WantedSlot = {
  /** Of a slot that was removed; a new one without it. */
  readonly id?: SlotId | undefined;
  readonly classId: ClassId;
  readonly lessonId: LessonId;
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly fromDate?: string | null;
  readonly untilDate?: string | null;
};

export type WeekTimetable = {
  show(room: RoomId): Promise<Result<Week, "NOT_FOUND">>;
  /** CONFLICT: a slot with the wanted id is there. SLOT_OVERLAP's detail is a Vietnamese sentence that names what is in the way. */
  addSlot(
    actor: Actor,
    room: RoomId,
    wanted: WantedSlot,
  ): Promise<Result<Slot, "NOT_FOUND" | "CONFLICT" | "SLOT_OVERLAP">>;
  /** The removed slot. */
  removeSlot(actor: Actor, id: SlotId): Promise<Result<Slot, "NOT_FOUND">>;
};

export type WeekTimetableDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
};

export function makeWeekTimetable({ query, events, audit }: WeekTimetableDependencies): WeekTimetable {
  let lastChange: Promise<unknown> = Promise.resolve();

  /** One change at a time: two people who add at the same moment must not both find the room free. */
  function inTurn<Value>(change: () => Promise<Value>): Promise<Value> {
    const result = lastChange.then(change);
    // The caller has the failure; the next change must not inherit it.
    lastChange = result.catch(() => undefined);
    return result;
  }

  const nameIn = async (table: "room" | "schoolClass", id: string) =>
    (await query.selectFrom(table).where("id", "=", id).select("name").executeTakeFirst())?.name;
  const lessonTitle = async (id: string) =>
    (await query.selectFrom("lesson").where("id", "=", id).select("title").executeTakeFirst())?.title;

  const namesOf = async (each: Slot): Promise<Names> => ({
    room: (await nameIn("room", each.roomId)) ?? "Phòng",
    schoolClass: (await nameIn("schoolClass", each.classId)) ?? "Một lớp",
    lesson: (await lessonTitle(each.lessonId)) ?? "hoạt động",
  });
  const subjectOf = async (each: Slot) => {
    const names = await namesOf(each);
    return `${names.schoolClass}, ${names.room}, ${timeOf(each)}`;
  };

  async function add(
    actor: Actor,
    roomId: RoomId,
    wanted: WantedSlot,
  ): Promise<Result<Slot, "NOT_FOUND" | "CONFLICT" | "SLOT_OVERLAP">> {
    if ((await nameIn("room", roomId)) === undefined) return failure("NOT_FOUND", `no room ${roomId}`);
    if ((await nameIn("schoolClass", wanted.classId)) === undefined)
      return failure("NOT_FOUND", `no class ${wanted.classId}`);
    if ((await lessonTitle(wanted.lessonId)) === undefined)
      return failure("NOT_FOUND", `no lesson ${wanted.lessonId}`);

    const { id = v7() as SlotId, fromDate = null, untilDate = null, ...rest } = wanted;
    if ((await query.selectFrom("slot").where("id", "=", id).select("id").executeTakeFirst()) !== undefined)
      return failure("CONFLICT", `slot ${id} is there`);
    const added: Slot = { id, roomId, ...rest, fromDate, untilDate };
    const sameDay = await query.selectFrom("slot").where("weekday", "=", added.weekday).selectAll().execute();
    const conflict = findConflict(added, slot.array().parse(sameDay));
    if (conflict !== undefined) {
      return failure("SLOT_OVERLAP", tellConflict(conflict, await namesOf(conflict.slot)));
    }
    await query.insertInto("slot").values(added).execute();
    await audit.write({
      actor: actor.name,
      action: "slot.add",
      subject: await subjectOf(added),
      detail: added,
    });
    events.publish({ type: "timetableChanged", room: roomId });
    return ok(added);
  }

  return {
    async show(room) {
      if ((await nameIn("room", room)) === undefined) return failure("NOT_FOUND", `no room ${room}`);
      const [school, slots, closures, classes, lessons, plan] = await Promise.all([
        query.selectFrom("school").select("zone").executeTakeFirstOrThrow(),
        query
          .selectFrom("slot")
          .where("roomId", "=", room)
          .orderBy("weekday")
          .orderBy("startMinute")
          .selectAll()
          .execute(),
        query.selectFrom("closure").orderBy("fromDate").selectAll().execute(),
        query.selectFrom("schoolClass").orderBy("position").selectAll().execute(),
        query.selectFrom("lesson").orderBy("title").selectAll().execute(),
        query
          .selectFrom("desired")
          .innerJoin("device", "device.id", "desired.deviceId")
          .where("device.roomId", "=", room)
          .where("desired.doc", "=", "plan")
          .select(({ fn }) => fn.max("desired.version").as("version"))
          .executeTakeFirst(),
      ]);
      return ok({
        zone: school.zone,
        slots: slot.array().parse(slots),
        closures: closure.array().parse(closures),
        classes: schoolClass.array().parse(classes),
        lessons: lesson.array().parse(lessons),
        planVersion: plan?.version ?? 0,
      });
    },

    addSlot: (actor, room, wanted) => inTurn(() => add(actor, room, wanted)),

    removeSlot: (actor, id) =>
      inTurn(async () => {
        const row = await query.selectFrom("slot").where("id", "=", id).selectAll().executeTakeFirst();
        if (row === undefined) return failure("NOT_FOUND", `no slot ${id}`);
        await query.deleteFrom("slot").where("id", "=", id).execute();
        const removed = slot.parse(row);
        await audit.write({
          actor: actor.name,
          action: "slot.remove",
          subject: await subjectOf(removed),
          detail: removed,
        });
        events.publish({ type: "timetableChanged", room: removed.roomId });
        return ok(removed);
      }),
  };
}
