// Owns the gallery of games: the five houses, what is in them and how much of it was played this month.
import { Link } from "wouter";
import { type House, house as houses } from "../../../protocol/game.ts";
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import type { GameUse, InstalledGame } from "../../api/games.ts";
import { useAccount } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { AgePills } from "./AgePills.tsx";
import { DifficultySign } from "./DifficultySign.tsx";
import { pageOf, pictureOf, useWordsOf } from "./gameNames.ts";
import { HousePicture } from "./HousePicture.tsx";
import { StaleLine } from "./StaleLine.tsx";
import { monthOf } from "./spans.ts";
import { useTexts } from "./texts/useTexts.ts";
import "./games.css";

const minuteMs = 60_000;

export function GamesPage() {
  const { t } = useTexts();
  const { zone } = useAccount().school;
  const today = localTimeOf(useHubNow(minuteMs), zone).date;
  const month = monthOf(today);
  const games = useHubQuery("listGames", { query: month });
  const [year, monthNumber] = today.split("-");
  const gamesOf = (house: House) => games.data?.games.filter((game) => game.house === house) ?? [];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {games.data === undefined ? (
        games.isError ? (
          <ErrorState error={games.error} onRetry={() => void games.refetch()} />
        ) : (
          <LoadingRows rows={5} height={150} />
        )
      ) : games.data.games.length === 0 && games.data.gone.length === 0 ? (
        <EmptyState emblem="puzzle-piece" title={t("noGames")} hint={t("noGamesHint")} />
      ) : (
        <>
          <StaleLine of={games} />
          <p className="soft small">{t("month", { month: `${monthNumber}/${year}` })}</p>
          <div className="houses">
            {houses.options.map((house) => (
              <section key={house} className="house" data-house={house} aria-labelledby={`house-${house}`}>
                <header className="house-head">
                  <HousePicture house={house} size={52} />
                  <div>
                    <h2 id={`house-${house}`}>{t(`house.${house}`)}</h2>
                    <p className="soft small">{t(`houseHint.${house}`)}</p>
                  </div>
                  <HouseRuns games={gamesOf(house)} />
                </header>
                <Shelf games={gamesOf(house)} />
              </section>
            ))}
          </div>
          {games.data.gone.length > 0 && <Gone games={games.data.gone} />}
        </>
      )}
    </>
  );
}

type PlayedGame = InstalledGame & { readonly use: GameUse; readonly hardLevels: number };

function HouseRuns({ games }: { readonly games: readonly PlayedGame[] }) {
  const { t } = useTexts();
  const format = useFormat();
  const runs = games.reduce((sum, { use }) => sum + use.runs, 0);
  return runs === 0 ? null : (
    <span className="house-runs numbers">{t("houseRuns", { runs: format.number(runs) })}</span>
  );
}

function Shelf({ games }: { readonly games: readonly PlayedGame[] }) {
  const { t } = useTexts();
  const wordsOf = useWordsOf();
  if (games.length === 0) return <p className="house-empty soft">{t("emptyHouse")}</p>;
  return (
    <ul className="house-shelf">
      {games.map(({ gameId, title, goal, ageBands, icon, use, hardLevels }) => (
        <li key={gameId}>
          <Link href={pageOf(gameId)} className="game-card" aria-label={t("open", { title: wordsOf(title) })}>
            <img src={pictureOf(gameId, icon)} alt="" width={96} height={96} loading="lazy" />
            <span className="game-card-words">
              <strong>{wordsOf(title)}</strong>
              <span className="game-card-goal soft small">{wordsOf(goal)}</span>
              <AgePills ageBands={ageBands} />
              <UseLine use={use} />
              {hardLevels > 0 && (
                <DifficultySign difficulty="hard" label={t("hardLevels", { count: hardLevels })} />
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function UseLine({ use: { runs, classes, lastAt } }: { readonly use: GameUse }) {
  const { t } = useTexts();
  const format = useFormat();
  if (runs > 0)
    return (
      <span className="game-card-use numbers">
        {t("usedThisMonth", { runs: format.number(runs), classes })}
      </span>
    );
  return (
    <span className="game-card-use soft numbers">
      {lastAt === null
        ? t("neverPlayed")
        : `${t("notThisMonth")} · ${t("lastOn", { date: format.dayMonth(lastAt) })}`}
    </span>
  );
}

function Gone({ games }: { readonly games: readonly { readonly gameId: string; readonly use: GameUse }[] }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <section className="games-gone" aria-labelledby="games-gone">
      <h2 id="games-gone">{t("goneTitle")}</h2>
      <p className="soft small">{t("goneHint")}</p>
      <ul>
        {games.map(({ gameId, use }) => (
          <li key={gameId}>
            <Link href={pageOf(gameId)}>{gameId}</Link>{" "}
            <span className="soft numbers">
              {t("usedThisMonth", { runs: format.number(use.runs), classes: use.classes })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
