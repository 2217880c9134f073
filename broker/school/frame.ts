// Owns the school's frame as the hub's other parts use it: years, periods, closures, zone, screen time. Every change is audited and told.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { RoomId } from "../../protocol/ids.ts";
import { ok, type Result } from "../../protocol/result.ts";
import type { SchoolYear } from "../../protocol/timetable/schoolYear.ts";
import { isZone, type LocalDate } from "../../protocol/timetable/timetable.ts";
import type { Period, ProposedClosure, School, ScreenTime, StoredClosure } from "../api/school.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import { proposeHolidays } from "./holidays.ts";
import { judgePeriods, judgeScreenTime } from "./judgeFrame.ts";
import { keepDayCaps } from "./keepDayCaps.ts";
import { mergeClosures } from "./mergeClosures.ts";
import { moveHours } from "./moveHours.ts";
import { writePeriods } from "./periods.ts";
import { readSchool } from "./readSchool.ts";
import { notFound, orRefused, type Refused, refuseFields, refuseUse } from "./refused.ts";
import { writeSetting } from "./settings.ts";
import { deleteYear, writeYear } from "./years.ts";

export type SchoolDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
};

export type SchoolChange = {
  readonly name?: string | undefined;
  readonly zone?: string | undefined;
  readonly winter?: School["winter"] | undefined;
  readonly screenTime?: ScreenTime | undefined;
};
type Outcome = Promise<Result<School, never> | Refused>;

/** A year so far away that listing its holidays would take long. */
const longestSpanMs = 800 * 86_400_000;

/** Every room's plan carries all of them, beside its slots. */
const mostClosures = 200;

export type SchoolFrame = ReturnType<typeof makeSchoolFrame>;

export function makeSchoolFrame({ query, events, audit, clock }: SchoolDependencies) {
  async function changed(actor: Actor, subject: string, detail: unknown, rooms: readonly RoomId[] = []) {
    await audit.write({ actor: actor.name, action: "school.change", subject, detail });
    events.publish({ type: "schoolChanged" });
    for (const room of rooms) events.publish({ type: "timetableChanged", room });
    if (rooms.length > 0) events.publish({ type: "draftChanged" });
  }
  const show = () => readSchool(query, clock.now());

  return {
    show,

    async change(actor: Actor, change: SchoolChange): Outcome {
      const { name, zone, winter, screenTime } = change;
      if (zone !== undefined && !isZone(zone))
        return refuseFields({ zone: "Không có múi giờ này; ở Việt Nam là Asia/Ho_Chi_Minh" });
      const wrong = screenTime === undefined ? {} : judgeScreenTime(screenTime);
      if (Object.keys(wrong).length > 0) return refuseFields(wrong);
      const moved = await orRefused(() =>
        query.transaction().execute(async (transaction): Promise<RoomId[]> => {
          const school = { ...(name !== undefined && { name }), ...(zone !== undefined && { zone }) };
          if (Object.keys(school).length > 0) await transaction.updateTable("school").set(school).execute();
          if (screenTime !== undefined)
            await keepDayCaps(transaction, clock.now(), () =>
              writeSetting(transaction, "screenTime", screenTime),
            );
          if (winter === undefined) return [];
          return moveHours(transaction, clock.now(), () => writeSetting(transaction, "winter", winter));
        }),
      );
      if (!Array.isArray(moved)) return moved;
      await changed(actor, Object.keys(change).join(", "), change, moved);
      return ok(await show());
    },

    async putYear(actor: Actor, year: SchoolYear & { id: string | null }): Outcome {
      // Judged and written in one: two people at once could each see a year without the other's.
      const refused = await orRefused(() =>
        query.transaction().execute((transaction) => writeYear(transaction, year)),
      );
      if (refused !== undefined) return refused;
      await changed(actor, year.name, { terms: year.terms });
      return ok(await show());
    },

    async removeYear(actor: Actor, id: string): Promise<Result<null, never> | Refused> {
      const name = await orRefused(() =>
        query.transaction().execute((transaction) => deleteYear(transaction, id)),
      );
      if (typeof name !== "string") return name;
      await changed(actor, name, { removed: true });
      return ok(null);
    },

    async putPeriods(
      actor: Actor,
      periods: readonly (Omit<Period, "id"> & { id: Period["id"] | null })[],
    ): Outcome {
      const wrong = judgePeriods(periods);
      if (Object.keys(wrong).length > 0) return refuseFields(wrong);
      const moved = await orRefused(() =>
        query
          .transaction()
          .execute((transaction) =>
            moveHours(transaction, clock.now(), () => writePeriods(transaction, periods)),
          ),
      );
      if (!Array.isArray(moved)) return moved;
      await changed(actor, "Giờ học", { periods: periods.length }, moved);
      return ok(await show());
    },

    async addClosures(actor: Actor, added: readonly Omit<StoredClosure, "id">[]): Outcome {
      const refused = await query.transaction().execute(async (transaction) => {
        const held = await transaction.selectFrom("closure").selectAll().execute();
        const merged = mergeClosures([...held, ...added.map((each) => ({ id: v7(), ...each }))]);
        if (merged.length > mostClosures)
          return refuseUse(
            `Như vậy trường có ${merged.length} ngày nghỉ, nhiều hơn mức ${mostClosures} mà các máy trạm nhận được. Chưa có gì thay đổi. Hãy xóa các ngày nghỉ của năm cũ rồi thêm lại.`,
          );
        await transaction.deleteFrom("closure").execute();
        for (const closure of merged) await transaction.insertInto("closure").values(closure).execute();
        return undefined;
      });
      if (refused !== undefined) return refused;
      await closuresChanged(actor, added.map(({ reason }) => reason).join(", "), { added });
      return ok(await show());
    },

    async removeClosure(actor: Actor, id: string): Outcome {
      const row = await query.selectFrom("closure").where("id", "=", id).selectAll().executeTakeFirst();
      if (row === undefined) return notFound(`no closure ${id}`);
      await query.deleteFrom("closure").where("id", "=", id).execute();
      await closuresChanged(actor, row.reason, { removed: row });
      return ok(await show());
    },

    async holidays(from: LocalDate, until: LocalDate): Promise<Result<ProposedClosure[], never> | Refused> {
      const ms = Date.parse(until) - Date.parse(from);
      if (ms < 0) return refuseFields({ until: "Ngày cuối không được trước ngày đầu" });
      if (ms > longestSpanMs) return refuseFields({ until: "Hãy chọn khoảng ngày không quá hai năm" });
      const closures = await query.selectFrom("closure").selectAll().execute();
      return ok(proposeHolidays({ fromDate: from, untilDate: until }, closures));
    },
  };

  async function closuresChanged(actor: Actor, subject: string, detail: unknown): Promise<void> {
    await audit.write({ actor: actor.name, action: "school.closures", subject, detail });
    events.publish({ type: "schoolChanged" });
    events.publish({ type: "timetableChanged", room: null });
  }
}
