// Owns every room's plan as it is now, made from the store: large, and the same for all devices of a room, so each is made once.
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { RoomId } from "../../protocol/ids.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";
import { buildClassroom } from "../classroom/buildClassroom.ts";
import { readClassroomRows } from "../classroom/readClassroomRows.ts";
import type { RoomTable, SchoolTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { dayAt } from "../timetable/schoolDay.ts";
import { buildPlan } from "./buildPlan.ts";
import { canonicalJson } from "./canonicalJson.ts";
import { readPlanRows } from "./planRows.ts";
import { largestPlanBytes } from "./refusePlan.ts";

/** Which rooms' plans are made anew. */
export type RoomChoice = RoomId | "all" | "none";

export type RoomPlans = {
  /** With its canonical text. Undefined for an unknown room, or one whose plan could not be made yet. */
  of(room: RoomId): { readonly plan: PlanDocument; readonly text: string } | undefined;
  nameOf(room: RoomId): string | null;
  /** What it read on the way: every device's other documents need it too. */
  rebuild(
    wanted: RoomChoice,
  ): Promise<{ readonly school: SchoolTable; readonly rooms: readonly RoomTable[] }>;
};

export function makeRoomPlans(deps: {
  readonly store: Store;
  readonly log: Log;
  readonly audit: Audit;
  readonly clock: { now(): number };
}): RoomPlans {
  const { store, log, audit, clock } = deps;
  /** Rooms whose plan was told to be too large: once, not at every change until it fits again. */
  const tooLarge = new Set<RoomId>();
  const plans = new Map<RoomId, { readonly plan: PlanDocument; readonly text: string }>();
  const names = new Map<RoomId, string>();

  function forgetRoomsBut(rooms: readonly RoomTable[]): void {
    for (const known of [...names.keys()])
      if (rooms.every(({ id }) => id !== known)) {
        names.delete(known);
        plans.delete(known);
      }
  }

  return {
    of: (room) => plans.get(room),
    nameOf: (room) => names.get(room) ?? null,
    async rebuild(wanted) {
      if (wanted === "none") {
        const school = await store.query.selectFrom("school").selectAll().executeTakeFirstOrThrow();
        return { school, rooms: await store.query.selectFrom("room").selectAll().execute() };
      }
      const rows = await readPlanRows(store.query, clock.now(), wanted === "all" ? undefined : wanted);
      if (wanted === "all") forgetRoomsBut(rows.rooms);
      for (const { id, name } of rows.rooms) names.set(id as RoomId, name);
      const today = dayAt(clock.now(), rows.school.zone);
      const classrooms = await readClassroomRows(store.query, rows.classes, today);
      for (const id of wanted === "all" ? rows.rooms.map((room) => room.id as RoomId) : [wanted]) {
        const plan = buildPlan(rows, id, buildClassroom(classrooms, id, today));
        if (!plan.ok) {
          log.error({ room: id, detail: plan.detail }, "a room's plan could not be built");
          continue;
        }
        const text = canonicalJson(plan.value);
        const bytes = Buffer.byteLength(text);
        // Publishing refuses what is near this; only a school that grew its lessons or menus afterwards gets here.
        if (bytes <= largestPlanBytes) {
          plans.set(id, { plan: plan.value, text });
          tooLarge.delete(id);
          continue;
        }
        log.error({ room: id, bytes }, "a room's plan is too large to be sent");
        if (tooLarge.has(id)) continue;
        tooLarge.add(id);
        const detail = { room: id, bytes, largestBytes: largestPlanBytes };
        const subject = plan.value.roomName;
        await audit.write({ actor: "hub", action: "timetable.planTooLarge", subject, detail });
      }
      return rows;
    },
  };
}
