// Owns one exercise: its picture as children see it, how much it was played, and whether it is easy, fitting or hard for them.
import { IconPlayerPlay } from "@tabler/icons-react";
import type { AgeBand } from "../../../protocol/game.ts";
import type { LevelFigures, LevelPlay, LevelReport } from "../../api/games.ts";
import { fewestRuns } from "../client/contractRoutes.ts";
import { useFormat } from "../text/format.ts";
import { DifficultySign } from "./DifficultySign.tsx";
import { pictureOf, tryAddress, useWordsOf } from "./gameNames.ts";
import { NextSteps } from "./NextSteps.tsx";
import { TenStars } from "./TenStars.tsx";
import { useTexts } from "./texts/useTexts.ts";

type LevelCardProps = {
  readonly id: string;
  readonly gameId: string;
  readonly installed: boolean;
  readonly report: LevelReport;
  readonly all: readonly LevelReport[];
  readonly language: string;
};

export function LevelCard({ id, gameId, installed, report, all, language }: LevelCardProps) {
  const { t, common } = useTexts();
  const wordsOf = useWordsOf();
  const { about, level, mode, played, difficulty } = report;
  const title = about === null ? level : wordsOf(about.title);
  const own = played.find(({ ageBand }) => ageBand === (about?.ageBand ?? ageBand));
  const others = played.filter((each) => each !== own);
  const age = about === null ? "" : common(`ageBandShort.${about.ageBand}`);
  return (
    <li id={id} className="card level-card" tabIndex={-1}>
      {about !== null && (
        <img src={pictureOf(gameId, about.picture)} alt="" width={132} height={99} loading="lazy" />
      )}
      <div className="level-words">
        <div className="level-title">
          <h4>{title}</h4>
          <span className="tag">{t(`mode.${mode}`)}</span>
        </div>
        {own === undefined ? (
          <p className="soft small">{t("unplayed")}</p>
        ) : (
          <OwnPlay play={own} report={report} age={age} />
        )}
        {others.map((other) => (
          <p key={other.ageBand ?? ""} className="soft small numbers">
            <OtherAge play={other} free={mode === "explore"} />
          </p>
        ))}
        {installed && about !== null && (
          <a
            className="level-try"
            href={tryAddress(gameId, level, mode, language)}
            aria-label={t("tryLevel", { title, mode: t(`mode.${mode}`) })}
          >
            <IconPlayerPlay size={15} aria-hidden="true" /> {t("try")}
          </a>
        )}
      </div>
      {difficulty !== null && <NextSteps report={report} all={all} />}
    </li>
  );
}

function OwnPlay({
  play,
  report,
  age,
}: {
  readonly play: LevelPlay;
  readonly report: LevelReport;
  readonly age: string;
}) {
  const { t } = useTexts();
  const { figures } = play;
  const { difficulty, mode } = report;
  if (mode === "explore")
    return (
      <>
        <p className="numbers">
          <FreePlay play={play} />
        </p>
        <p className="soft small">{t("free")}</p>
      </>
    );
  return (
    <>
      {difficulty !== null && (
        <p className="level-says">
          <DifficultySign difficulty={difficulty} /> <span>{t(`says.${difficulty}`, { age })}</span>
        </p>
      )}
      {figures?.firstTryPercent != null && (
        <p className="level-stars">
          <TenStars percent={figures.firstTryPercent} />
          <span className="numbers">{t("firstTry", { percent: figures.firstTryPercent })}</span>
        </p>
      )}
      <p className="soft small numbers">
        <Counted play={play} />
        {figures !== null && <Figures figures={figures} />}
      </p>
      {figures === null ? (
        <p className="soft small">{t("few", { fewest: fewestRuns })}</p>
      ) : (
        difficulty === null && report.about !== null && <p className="soft small">{t("fewQuestions")}</p>
      )}
    </>
  );
}

function Counted({ play: { runs, questions } }: { readonly play: LevelPlay }) {
  const { t } = useTexts();
  const format = useFormat();
  return <>{t("counted", { runs: format.number(runs), questions: format.number(questions) })}</>;
}

function FreePlay({ play: { runs, minutes } }: { readonly play: LevelPlay }) {
  const { t } = useTexts();
  const format = useFormat();
  const each = Math.round(minutes / runs);
  return (
    <>
      {t("countedFree", { runs: format.number(runs) })} ·{" "}
      {each < 1 ? t("minuteEach") : t("minutesEach", { minutes: each })}
    </>
  );
}

function Figures({ figures }: { readonly figures: LevelFigures }) {
  const { t } = useTexts();
  const format = useFormat();
  const { hintsPerQuestion, secondsPerQuestion, shownPercent, leftPercent } = figures;
  const facts = [
    hintsPerQuestion === null ? null : t("hints", { number: format.number(hintsPerQuestion, 1) }),
    shownPercent === null || shownPercent === 0 ? null : t("shown", { percent: shownPercent }),
    secondsPerQuestion === null ? null : t("seconds", { number: format.number(secondsPerQuestion) }),
    leftPercent === null || leftPercent === 0 ? null : t("left", { percent: leftPercent }),
  ].filter((fact) => fact !== null);
  return <>{facts.map((fact) => ` · ${fact}`).join("")}</>;
}

function OtherAge({ play, free }: { readonly play: LevelPlay; readonly free: boolean }) {
  const { t, common } = useTexts();
  const age: AgeBand | null = play.ageBand;
  const who = age === null ? t("unknownAge") : t("otherAge", { age: common(`ageBandShort.${age}`) });
  const right = play.figures?.firstTryPercent;
  return (
    <>
      {who}: {free ? <FreePlay play={play} /> : <Counted play={play} />}
      {right != null && ` · ${t("rightAtOnce", { percent: right })}`}
    </>
  );
}
