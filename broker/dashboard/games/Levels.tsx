// Owns the exercises of a game by the age they are for, with those that are hard told first.
import { type AgeBand, ageBand as ageBands } from "../../../protocol/game.ts";
import type { GamePage, LevelReport } from "../../api/games.ts";
import { difficultyBounds, fewestRuns } from "../client/contractRoutes.ts";
import { useWordsOf } from "./gameNames.ts";
import { LevelCard } from "./LevelCard.tsx";
import { useTexts } from "./texts/useTexts.ts";
import type { Wish } from "./UseFilters.tsx";

type LevelsProps = { readonly page: GamePage; readonly wish: Wish; readonly language: string };

export function Levels({ page, wish, language }: LevelsProps) {
  const { t, common } = useTexts();
  const wordsOf = useWordsOf();
  const shown = page.levels.filter(
    ({ mode, about, played }) =>
      (wish.mode === null || mode === wish.mode) &&
      (wish.ageBand === null || about?.ageBand === wish.ageBand || played.length > 0),
  );
  const hard = shown.filter(({ difficulty }) => difficulty === "hard");
  const groups: readonly (AgeBand | null)[] = [...ageBands.options, null];
  return (
    <section className="game-levels" aria-labelledby="game-levels">
      <h2 id="game-levels">{t("levels")}</h2>
      <p className="soft small games-levels-hint">
        {t("levelsHint", { ...difficultyBounds, fewest: fewestRuns })}
      </p>
      {hard.length > 0 && (
        <p className="card games-note">
          {t("hardCount", { count: hard.length })}{" "}
          {hard.map((report, place) => (
            <span key={idOf(report)}>
              {place > 0 && ", "}
              <a href={`#${idOf(report)}`}>{titleOf(report, wordsOf)}</a>
            </span>
          ))}
        </p>
      )}
      {groups.map((band) => {
        const within = shown.filter(({ about }) => (about?.ageBand ?? null) === band);
        if (within.length === 0) return null;
        return (
          <section key={band ?? "gone"} aria-labelledby={`levels-${band}`} data-band={band ?? undefined}>
            <h3 id={`levels-${band}`} className="level-band">
              {band === null ? t("otherLevels") : t("levelFor", { age: common(`ageBandShort.${band}`) })}
            </h3>
            <ul className="level-grid">
              {within.map((report) => (
                <LevelCard
                  key={idOf(report)}
                  id={idOf(report)}
                  gameId={page.gameId}
                  installed={page.about !== null}
                  report={report}
                  all={page.levels}
                  language={language}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

const idOf = ({ level, mode }: LevelReport) => `level-${level}-${mode}`;

const titleOf = (
  { about, level }: LevelReport,
  wordsOf: (words: { readonly vi: string; readonly en: string }) => string,
): string => (about === null ? level : wordsOf(about.title));
