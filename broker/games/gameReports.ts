// Owns what the dashboard tells of games: what is installed, how much it is played, and how hard it is for whom.
import type { Kysely } from "kysely";
import { type AgeBand, ageBand as ageBands, type CatalogueEntry, type GameId } from "../../protocol/game.ts";
import type { ClassId } from "../../protocol/ids.ts";
import { ok, type Result } from "../../protocol/result.ts";
import { mondayOf } from "../../protocol/timetable/schoolYear.ts";
import { addDays, instantOf } from "../../protocol/timetable/zone.ts";
import type { GamePage, GameUse, GameUseQuery, InstalledGame } from "../api/games.ts";
import { notFound, type Refused } from "../school/refused.ts";
import type { Tables } from "../store/schema.ts";
import type { InstalledGames } from "./installedGames.ts";
import { levelReports, minutesOf } from "./levelReports.ts";
import { hourMs, makeUseQueries, type UseFilter, type UseQueries } from "./useQueries.ts";
import { writeUseWorkbook } from "./useWorkbook.ts";

export type GameReportsDependencies = {
  readonly query: Kysely<Tables>;
  readonly installed: InstalledGames;
  /** As it is now: name and zone may change while the hub runs. */
  readonly school: { readonly name: string; readonly zone: string };
};

export type GameReports = ReturnType<typeof makeGameReports>;

type GameRow = Awaited<ReturnType<UseQueries["byGame"]>>[number];

export function makeGameReports({ query, installed, school }: GameReportsDependencies) {
  const uses = makeUseQueries(query);
  const filterOf = ({ from, until, classId, ageBand, mode }: GameUseQuery): UseFilter => ({
    fromHour: hourOf(instantOf(from, 0, school.zone)),
    untilHour: hourOf(instantOf(addDays(until, 1), 0, school.zone)),
    ...{ classId, ageBand, mode },
  });

  return {
    async list(wanted: GameUseQuery) {
      const filter = filterOf(wanted);
      const [games, rows, levels] = await Promise.all([
        installed(),
        uses.byGame(filter),
        uses.byLevel(filter),
      ]);
      const lastHours = await uses.lastHours(idsOf(games, rows));
      const amountFor = (id: string) => gameUseOf(rows, lastHours, id);
      const gone = rows.filter(({ gameId }) => !games.some(({ id }) => id === gameId));
      return {
        games: games.map((game) => {
          const reports = levelReports(
            game,
            levels.filter(({ gameId }) => gameId === game.id),
          );
          const hardLevels = reports.filter(({ difficulty }) => difficulty === "hard").length;
          return { ...aboutOf(game), use: amountFor(game.id), hardLevels };
        }),
        // What is in the table was a game id when its record was read.
        gone: gone.map(({ gameId }) => ({ gameId: gameId as GameId, use: amountFor(gameId) })),
      };
    },

    async show(gameId: GameId, wanted: GameUseQuery): Promise<Result<GamePage, never> | Refused> {
      const filter = { ...filterOf(wanted), gameId };
      const [games, rows, lastHours, classes, levels, weeks] = await Promise.all([
        installed(),
        uses.byGame(filter),
        uses.lastHours([gameId]),
        uses.byGameAndClass(filter),
        uses.byLevel(filter),
        weeksOf(filter, wanted),
      ]);
      const game = games.find(({ id }) => id === gameId);
      if (game === undefined && !lastHours.has(gameId)) return notFound(`no game ${gameId}`);
      return ok({
        gameId,
        about: game === undefined ? null : { ...aboutOf(game), credits: [...(game.credits ?? [])] },
        use: gameUseOf(rows, lastHours, gameId),
        weeks,
        classes: classes.map(({ classId, name, emblem, ...row }) => ({
          classId: classId === "" ? null : (classId as ClassId),
          name: name ?? "",
          emblem: emblem ?? "",
          ...amountOf(row),
          lastAt: row.lastHour * hourMs,
        })),
        levels: levelReports(game, levels),
      });
    },

    async workbook(wanted: GameUseQuery): Promise<Uint8Array> {
      const filter = filterOf(wanted);
      const [games, rows, classes, levels, chosen] = await Promise.all([
        installed(),
        uses.byGame(filter),
        uses.byGameAndClass(filter),
        uses.byLevel(filter),
        query
          .selectFrom("schoolClass")
          .where("id", "=", wanted.classId ?? "")
          .select("name")
          .executeTakeFirst(),
      ]);
      const ids = idsOf(games, rows);
      const lastHours = await uses.lastHours(ids);
      return writeUseWorkbook({
        ...{ schoolName: school.name, zone: school.zone, wanted, className: chosen?.name },
        games: [...ids].map((id) => {
          const game = games.find((each) => each.id === id);
          const ofGame = ({ gameId }: { readonly gameId: string }) => gameId === id;
          return {
            title: game?.title.vi ?? id,
            house: game?.house,
            use: gameUseOf(rows, lastHours, id),
            classes: classes.filter(ofGame).map((row) => ({ name: row.name ?? "", ...amountOf(row) })),
            levels: levelReports(game, levels.filter(ofGame)),
          };
        }),
      });
    },
  };

  async function weeksOf(filter: UseFilter, { from, until }: GameUseQuery): Promise<GamePage["weeks"]> {
    const first = mondayOf(from);
    const rows = await uses.byWeek(filter, hourOf(instantOf(first, 0, school.zone)));
    const weeks: GamePage["weeks"] = [];
    for (let monday = first; monday <= until; monday = addDays(monday, 7)) {
      const row = rows.find(({ week }) => week === weeks.length);
      weeks.push({ monday, ...amountOf(row ?? noUse) });
    }
    return weeks;
  }
}

function gameUseOf(
  rows: readonly GameRow[],
  lastHours: ReadonlyMap<string, number>,
  gameId: string,
): GameUse {
  const row = rows.find((each) => each.gameId === gameId);
  const lastHour = lastHours.get(gameId);
  return {
    ...amountOf(row ?? noUse),
    classes: row?.classes ?? 0,
    faulted: row?.faulted ?? 0,
    lastAt: lastHour === undefined ? null : lastHour * hourMs,
  };
}

const idsOf = (games: readonly CatalogueEntry[], rows: readonly GameRow[]): ReadonlySet<string> =>
  new Set([...games.map(({ id }) => id as string), ...rows.map(({ gameId }) => gameId)]);

const noUse = { runs: 0, playedMs: 0 };
const amountOf = ({ runs, playedMs }: Pick<GameRow, "runs" | "playedMs">) => ({
  runs,
  minutes: minutesOf(playedMs),
});
const hourOf = (at: number) => Math.floor(at / hourMs);

function aboutOf(game: CatalogueEntry): InstalledGame {
  const served = new Set<AgeBand>(game.levels.map(({ ageBand }) => ageBand));
  return {
    gameId: game.id,
    version: game.version,
    title: game.title,
    house: game.house,
    domains: game.domains,
    goal: game.goal,
    ageBands: ageBands.options.filter((band) => served.has(band)),
    modes: game.modes,
    icon: game.icon,
  };
}
