// Owns the page of one game: what it is, how much it is played, and how hard its exercises are for whom.
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import type { GameId } from "../../../protocol/game.ts";
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import { useAccount } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { GameHead } from "./GameHead.tsx";
import { useWordsOf } from "./gameNames.ts";
import { Levels } from "./Levels.tsx";
import { StaleLine } from "./StaleLine.tsx";
import { daysOf } from "./spans.ts";
import { useTexts } from "./texts/useTexts.ts";
import { Use } from "./Use.tsx";
import { UseFilters, type Wish } from "./UseFilters.tsx";
import "./games.css";

const minuteMs = 60_000;

export function GamePage() {
  const { t } = useTexts();
  const { i18n } = useTranslation();
  const wordsOf = useWordsOf();
  const { zone } = useAccount().school;
  const { gameId = "" } = useParams<{ gameId: string }>();
  const [wish, setWish] = useState<Wish>({ span: "weeks12", classId: null, ageBand: null, mode: null });
  const today = localTimeOf(useHubNow(minuteMs), zone).date;
  const days = daysOf(wish.span, today);
  const query = {
    ...days,
    ...(wish.classId === null ? {} : { classId: wish.classId }),
    ...(wish.ageBand === null ? {} : { ageBand: wish.ageBand }),
    ...(wish.mode === null ? {} : { mode: wish.mode }),
  };
  // The address names it; what is no game id, the hub does not find.
  const game = useHubQuery(
    "showGame",
    { params: { gameId: gameId as GameId }, query },
    { keepPrevious: true },
  );
  const page = game.data;
  const about = page?.about ?? null;
  const title = about === null ? (page?.gameId ?? t("title")) : wordsOf(about.title);
  return (
    <>
      <Link href="/houses" className="games-back">
        <IconArrowLeft size={17} aria-hidden="true" /> {t("back")}
      </Link>
      <PageHeader title={title} lead={about === null ? undefined : t(`house.${about.house}`)} />
      {page === undefined ? (
        game.isError ? (
          <ErrorState error={game.error} onRetry={() => void game.refetch()} />
        ) : (
          <LoadingRows rows={3} height={170} />
        )
      ) : (
        <div className="game-page">
          {about === null ? (
            <p className="card games-note">{t("gone")}</p>
          ) : (
            <GameHead about={about} first={page.levels[0]} language={i18n.language} />
          )}
          <UseFilters wish={wish} days={days} onChange={setWish} />
          <StaleLine of={game} />
          <div className="game-figures" aria-busy={game.isFetching}>
            <Use page={page} />
            <Levels page={page} wish={wish} language={i18n.language} />
          </div>
        </div>
      )}
    </>
  );
}
