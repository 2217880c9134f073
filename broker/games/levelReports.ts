// Owns how the sums of a game's levels become what a teacher reads: every level in the game's order, by the age of the children. Pure.
import type { AgeBand, CatalogueEntry, GameMode } from "../../protocol/game.ts";
import type { LevelPlay, LevelReport } from "../api/games.ts";
import { figuresOf, judgeDifficulty, type LevelSums } from "./difficulty.ts";
import { nothingNext, type Step, whatNext } from "./whatNext.ts";

export type LevelUse = LevelSums & {
  readonly level: string;
  readonly mode: string;
  /** Empty when it is not known. */
  readonly ageBand: string;
  readonly playedMs: number;
};

/** `game`: undefined when it is no longer installed. Levels that are gone stand last, and only if they were played. */
export function levelReports(game: CatalogueEntry | undefined, used: readonly LevelUse[]): LevelReport[] {
  const usedAs = (level: string, mode: string) =>
    used.filter((each) => each.level === level && each.mode === mode);
  const places = (game?.levels ?? []).flatMap(({ modes, ...level }) =>
    modes.map((mode) => ({ level, mode })),
  );
  const steps = places.map(({ level, mode }): Step => {
    const own = usedAs(level.id, mode).find(({ ageBand }) => ageBand === level.ageBand);
    const difficulty = own === undefined ? null : judgeDifficulty(own, mode);
    return { level: level.id, ageBand: level.ageBand, mode, difficulty };
  });
  const reports = places.map(
    ({ level, mode }, place): LevelReport => ({
      level: level.id,
      about: {
        title: level.title,
        ageBand: level.ageBand,
        picture: level.picture ?? game?.icon ?? "",
      },
      mode,
      played: playOf(usedAs(level.id, mode), mode, level.ageBand),
      difficulty: steps[place]?.difficulty ?? null,
      next: steps[place] === undefined ? nothingNext : whatNext(steps[place], steps),
    }),
  );
  const known = (level: string, mode: string) =>
    places.some((place) => place.level.id === level && place.mode === mode);
  const gone = Map.groupBy(
    used.filter(({ level, mode }) => !known(level, mode)),
    ({ level, mode }) => `${mode} ${level}`,
  );
  for (const rows of gone.values()) {
    const [first] = rows;
    if (first === undefined) continue;
    // The table holds what the record's schema let in.
    const mode = first.mode as GameMode;
    const played = playOf(rows, mode, undefined);
    reports.push({ level: first.level, about: null, mode, played, difficulty: null, next: nothingNext });
  }
  return reports;
}

function playOf(rows: readonly LevelUse[], mode: GameMode, own: AgeBand | undefined): LevelPlay[] {
  const rank = ({ ageBand }: LevelUse) => (ageBand === own ? "" : ageBand === "" ? "z" : ageBand);
  return [...rows]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((row) => ({
      // As above.
      ageBand: row.ageBand === "" ? null : (row.ageBand as AgeBand),
      runs: row.runs,
      minutes: minutesOf(row.playedMs),
      questions: row.rounds,
      left: row.leftEarly,
      figures: figuresOf(row, mode),
    }));
}

export const minutesOf = (playedMs: number): number => Math.round(playedMs / 60_000);
