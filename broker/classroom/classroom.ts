// Owns what classroom screens show, as the school writes it: the day of each age and the menu. Every change is audited and told.
import type { Kysely } from "kysely";
import { dayActivity, type MenuDay, meal } from "../../protocol/documents/classroom.ts";
import { ageBand } from "../../protocol/game.ts";
import { ok, type Result } from "../../protocol/result.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import type { DayPlan } from "../api/classroom.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";

export type ClassroomDays = {
  /** One of each age band, empty where nothing was written; activities by their start. */
  dayPlans(): Promise<DayPlan[]>;
  putDayPlan(actor: Actor, plan: DayPlan): Promise<Result<DayPlan, never>>;
  /** Days with meals, both ends included. */
  menu(from: LocalDate, until: LocalDate): Promise<MenuDay[]>;
  /** A day without meals has none afterwards. */
  putMenu(actor: Actor, days: readonly MenuDay[]): Promise<Result<MenuDay[], never>>;
};

export type ClassroomDaysDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
};

export function makeClassroomDays({ query, events, audit }: ClassroomDaysDependencies): ClassroomDays {
  async function dayPlans(): Promise<DayPlan[]> {
    const rows = await query.selectFrom("dayPlan").selectAll().execute();
    return ageBand.options.map((band) => {
      const row = rows.find((each) => each.ageBand === band);
      return {
        ageBand: band,
        activities: row === undefined ? [] : dayActivity.array().parse(JSON.parse(row.activities)),
      };
    });
  }

  async function menu(from: LocalDate, until: LocalDate): Promise<MenuDay[]> {
    const rows = await query
      .selectFrom("menuDay")
      .where("date", ">=", from)
      .where("date", "<=", until)
      .orderBy("date")
      .selectAll()
      .execute();
    return rows.map(({ date, meals }) => ({ date, meals: meal.array().parse(JSON.parse(meals)) }));
  }

  return {
    dayPlans,
    async putDayPlan(actor, { ageBand: band, activities }) {
      const sorted = [...activities].sort((a, b) => a.startMinute - b.startMinute);
      const text = JSON.stringify(sorted);
      await query
        .insertInto("dayPlan")
        .values({ ageBand: band, activities: text })
        .onConflict((conflict) => conflict.column("ageBand").doUpdateSet({ activities: text }))
        .execute();
      await audit.write({
        actor: actor.name,
        action: "classroom.day",
        subject: band,
        detail: { activities: sorted.length },
      });
      events.publish({ type: "classroomChanged" });
      return ok({ ageBand: band, activities: sorted });
    },
    menu,
    async putMenu(actor, days) {
      // The last one of a day wins, as if they had come one after another.
      const byDate = new Map(days.map((day) => [day.date, day.meals]));
      const dates = [...byDate.keys()].sort();
      const [first, last] = [dates[0], dates.at(-1)];
      if (first === undefined || last === undefined) return ok([]);
      await query.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("menuDay").where("date", "in", dates).execute();
        const rows = dates
          .map((date) => ({ date, meals: byDate.get(date) ?? [] }))
          .filter(({ meals }) => meals.length > 0)
          .map(({ date, meals }) => ({ date, meals: JSON.stringify(meals) }));
        if (rows.length > 0) await transaction.insertInto("menuDay").values(rows).execute();
      });
      const subject = first === last ? first : `${first} – ${last}`;
      await audit.write({
        actor: actor.name,
        action: "classroom.menu",
        subject,
        detail: { days: dates.length },
      });
      events.publish({ type: "classroomChanged" });
      return ok((await menu(first, last)).filter(({ date }) => byDate.has(date)));
    },
  };
}
