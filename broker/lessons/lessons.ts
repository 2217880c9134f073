// Owns lessons: what they are made of, and that a lesson can be played with the games this hub has.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { AgeBand, Catalogue, CurriculumDomain } from "../../protocol/game.ts";
import type { LessonId } from "../../protocol/ids.ts";
import { ok, type Result } from "../../protocol/result.ts";
import { type GameLevel, gameLevel, type WholeLesson, wholeLesson } from "../api/lessons.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import { notFound, type Refused, refuseFields } from "../school/refused.ts";
import type { LessonTable, Tables } from "../store/schema.ts";
import { dayAt } from "../timetable/schoolDay.ts";

export type LessonFields = {
  readonly title: string;
  readonly goal: string;
  readonly ageBand: AgeBand;
  readonly minutes: number;
  readonly domains: readonly CurriculumDomain[];
  readonly games: WholeLesson["games"];
};
type Change = { [Key in keyof LessonFields]?: LessonFields[Key] | undefined } & {
  archived?: boolean | undefined;
};

export type LessonsDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
  /** Undefined when the hub has no built games. */
  readonly catalogue: () => Promise<Catalogue | undefined>;
};

export type Lessons = ReturnType<typeof makeLessons>;

export function makeLessons({ query, events, audit, clock, catalogue }: LessonsDependencies) {
  async function slotsAhead(): Promise<ReadonlyMap<string, number>> {
    const { zone } = await query.selectFrom("school").select("zone").executeTakeFirstOrThrow();
    const rows = await query
      .selectFrom("slot")
      .where("date", ">=", dayAt(clock.now(), zone))
      .groupBy("lessonId")
      .select(({ fn }) => ["lessonId", fn.countAll<number>().as("count")])
      .execute();
    return new Map(rows.map(({ lessonId, count }) => [lessonId, Number(count)]));
  }
  const wholeOf = (row: LessonTable, ahead: ReadonlyMap<string, number>): WholeLesson =>
    wholeLesson.parse({
      ...row,
      domains: JSON.parse(row.domains),
      games: JSON.parse(row.games),
      slotsAhead: ahead.get(row.id) ?? 0,
    });

  /** A game it has kept from before may be gone; one that is there must always suit the age. */
  async function judgeGames(
    { games, ageBand }: Pick<LessonFields, "games" | "ageBand">,
    kept: WholeLesson["games"],
  ): Promise<Record<string, string>> {
    const levels = levelsOf(await catalogue());
    const fields: Record<string, string> = {};
    for (const [place, { gameId, level, mode }] of games.entries()) {
      const field = `games.${place}`;
      const found = levels.find((each) => each.gameId === gameId && each.level === level);
      const held = kept.some((each) => each.gameId === gameId && each.level === level && each.mode === mode);
      if (found === undefined) {
        if (!held) fields[field] = "Trò chơi này không còn trên máy chủ; hãy chọn trò khác";
      } else if (found.ageBand !== ageBand) {
        fields[field] =
          `“${found.levelTitle}” dành cho trẻ ${found.ageBand} tuổi; hãy chọn trò cùng độ tuổi với hoạt động`;
      } else if (!held && !found.modes.includes(mode)) {
        fields[field] = "Trò chơi này không chơi theo cách đó; hãy đổi giữa khám phá và hỏi – đáp";
      }
    }
    return fields;
  }

  return {
    async list(): Promise<WholeLesson[]> {
      const ahead = await slotsAhead();
      const rows = await query.selectFrom("lesson").orderBy("ageBand").orderBy("id").selectAll().execute();
      return rows.map((row) => wholeOf(row, ahead));
    },

    levels: async (): Promise<GameLevel[]> => levelsOf(await catalogue()),

    async add(actor: Actor, fields: LessonFields): Promise<Result<WholeLesson, never> | Refused> {
      const wrong = await judgeGames(fields, []);
      if (Object.keys(wrong).length > 0) return refuseFields(wrong);
      const row = { id: v7(), ...fields, ...textOf(fields), archivedAt: null };
      await query.insertInto("lesson").values(row).execute();
      await audit.write({
        actor: actor.name,
        action: "lessonPlan.add",
        subject: fields.title,
        detail: fields,
      });
      events.publish({ type: "lessonsChanged" });
      return ok(wholeOf(row, new Map()));
    },

    async change(
      actor: Actor,
      id: LessonId,
      { archived, ...change }: Change,
    ): Promise<Result<WholeLesson, never> | Refused> {
      const row = await query.selectFrom("lesson").where("id", "=", id).selectAll().executeTakeFirst();
      if (row === undefined) return notFound(`no lesson ${id}`);
      const before = wholeOf(row, await slotsAhead());
      const { title, goal, ageBand, minutes, domains, games } = before;
      const fields = { title, goal, ageBand, minutes, domains, games, ...given(change) };
      // Its title, or that it is kept away, says nothing about its games.
      const judged = change.games !== undefined || change.ageBand !== undefined;
      const wrong = judged ? await judgeGames(fields, games) : {};
      if (Object.keys(wrong).length > 0) return refuseFields(wrong);
      const archivedAt =
        archived === undefined ? row.archivedAt : archived ? (row.archivedAt ?? clock.now()) : null;
      const changed = { ...fields, ...textOf(fields), archivedAt };
      await query.updateTable("lesson").set(changed).where("id", "=", id).execute();
      const detail = { ...change, ...(archived !== undefined && { archived }) };
      await audit.write({ actor: actor.name, action: "lessonPlan.change", subject: fields.title, detail });
      events.publish({ type: "lessonsChanged" });
      return ok(wholeOf({ id, ...changed }, new Map([[id, before.slotsAhead]])));
    },
  };
}

/** Without the keys that were not sent. */
const given = (change: Omit<Change, "archived">): Partial<LessonFields> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

const textOf = ({ domains, games }: Pick<LessonFields, "domains" | "games">) => ({
  domains: JSON.stringify(domains),
  games: JSON.stringify(games),
});

function levelsOf(found: Catalogue | undefined): GameLevel[] {
  return (found?.games ?? []).flatMap((game) =>
    game.levels.map((level) =>
      gameLevel.parse({
        gameId: game.id,
        gameTitle: game.title.vi,
        house: game.house,
        domains: game.domains,
        goal: game.goal.vi,
        level: level.id,
        levelTitle: level.title.vi,
        ageBand: level.ageBand,
        modes: level.modes,
        picture: level.picture ?? game.icon,
      }),
    ),
  );
}
