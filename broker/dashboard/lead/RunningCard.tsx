// Owns the lesson that runs: who plays, how long still, and the orders for the whole room.
import { Button } from "@mantine/core";
import {
  IconClockPlus,
  IconEye,
  IconHandClick,
  IconPlayerPlayFilled,
  IconPlayerSkipForwardFilled,
  IconPlayerStopFilled,
  IconUsers,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LessonLead } from "../../../protocol/lesson/lessonLead.ts";
import type { LeadPage } from "../../api/lead.ts";
import type { BoardSlot } from "../../api/rooms.ts";
import { useHubNow } from "../client/hubClock.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useFormat } from "../text/format.ts";
import { CountSteppers } from "./CountSteppers.tsx";
import { FollowLine } from "./FollowLine.tsx";
import { GameChoices } from "./GameChoices.tsx";
import { type Count, isOn, nextPlace, orderedFor, proposedCount, sharesOf, stationsOf } from "./leadView.ts";
import type { Orders } from "./useOrders.ts";

type RunningCardProps = {
  readonly page: LeadPage;
  readonly running: BoardSlot;
  readonly lead: LessonLead | null;
  readonly orders: Orders;
  readonly away: boolean;
  readonly onStartOther: () => void;
};

export function RunningCard({ page, running, lead, orders, away, onStartOther }: RunningCardProps) {
  const { t } = useTranslation("lead");
  const format = useFormat();
  const now = useHubNow(1_000);
  const [recounts, setRecounts] = useState<Count | null>(null);
  const schoolClass = page.classes.find(({ id }) => id === running.classId);
  const lesson = page.lessons.find(({ id }) => id === running.lessonId);
  const all = orderedFor(lead);
  // What was tapped shows before the hub has answered.
  const { sent } = orders;
  const paused =
    sent?.order === "pause" && sent.stations === null
      ? true
      : sent?.order === "resume" && sent.stations === null
        ? false
        : all.paused;
  const next = nextPlace(all.place, page.games.length);
  const mayExtend = page.extendableUntil !== null && page.extendableUntil > running.endAt;
  const on = stationsOf(page.room).filter((station) => station.kind === "station" && isOn(station)).length;
  const target = { sessionId: running.sessionId, stations: null };
  const idle = away || sent !== null;
  return (
    <section className={paused ? "card lead-card lead-card-paused" : "card lead-card"}>
      <div className="lead-who">
        <Emblem name={schoolClass?.emblem ?? "star"} size={64} />
        <div>
          <h2>{schoolClass?.name ?? "?"}</h2>
          <p>{lesson?.title ?? "?"}</p>
          <p className="numbers">
            <strong>
              {t("running.timeLeft", { time: format.countdown(Math.max(0, running.endAt - now)) })}
            </strong>
            {running.headcount !== null && (
              <span className="soft"> · {t("running.children", { count: running.headcount })}</span>
            )}
          </p>
        </div>
      </div>
      <SunPath passed={(now - running.startAt) / (running.endAt - running.startAt)} />
      {paused && (
        <p className="lead-paused" role="status">
          {t("running.paused")}
        </p>
      )}
      <Button
        size="xl"
        fullWidth
        className="lead-start"
        color={paused ? "lagoon" : "#a83a10"}
        disabled={idle}
        leftSection={paused ? <IconPlayerPlayFilled size={28} /> : <IconEye size={30} />}
        onClick={() => orders.give({ order: paused ? "resume" : "pause", ...target })}
      >
        {paused ? t("running.resume") : t("running.pause")}
      </Button>
      <FollowLine lead={lead} stations={stationsOf(page.room)} />
      <div className="lead-pair">
        <Button
          size="lg"
          variant="light"
          disabled={idle || next === null}
          leftSection={<IconPlayerSkipForwardFilled size={20} />}
          onClick={() => next !== null && orders.give({ order: "play", ...target, place: next })}
        >
          {t("running.next")}
        </Button>
        <Button
          size="lg"
          variant="light"
          disabled={idle}
          leftSection={<IconHandClick size={22} />}
          onClick={() => orders.give({ order: "choose", ...target })}
        >
          {t("running.choose")}
        </Button>
      </div>
      <GameChoices
        games={page.games}
        playing={sent?.order === "play" ? sent.place : all.place}
        next={next}
        disabled={idle}
        onPlay={(place) => orders.give({ order: "play", ...target, place })}
      />
      <div className="lead-pair">
        <Button
          size="md"
          variant="default"
          disabled={idle || !mayExtend}
          leftSection={<IconClockPlus size={20} />}
          onClick={() => orders.give({ order: "extend", sessionId: running.sessionId, minutes: 5 })}
        >
          {t("running.extend")}
        </Button>
        <Button
          size="md"
          variant="default"
          disabled={idle}
          aria-expanded={recounts !== null}
          leftSection={<IconUsers size={20} />}
          onClick={() =>
            setRecounts(
              recounts === null
                ? proposedCount(running.headcount ?? schoolClass?.children ?? null, on)
                : null,
            )
          }
        >
          {t("running.count")}
        </Button>
      </div>
      {!mayExtend && <p className="soft small">{t("running.extendImpossible")}</p>}
      {recounts !== null && (
        <div className="lead-recount">
          <CountSteppers count={recounts} registered={schoolClass?.children ?? null} onChange={setRecounts} />
          <Button
            size="md"
            fullWidth
            disabled={idle || sharesOf(recounts.headcount, recounts.stationsInUse ?? 0) === "tooMany"}
            onClick={() => {
              orders.give({ order: "count", sessionId: running.sessionId, ...recounts });
              setRecounts(null);
            }}
          >
            {t("running.countSave")}
          </Button>
        </div>
      )}
      <EndButton disabled={idle} onEnd={() => orders.give({ order: "end", ...target })} />
      <Button variant="subtle" color="gray" onClick={onStartOther}>
        {t("propose.startOther")}
      </Button>
    </section>
  );
}

/** The children's screens show the same way of the sun. */
function SunPath({ passed }: { readonly passed: number }) {
  const { t } = useTranslation();
  const share = Math.min(1, Math.max(0, passed));
  return (
    <div
      className="lead-sun-path"
      role="progressbar"
      aria-label={t("board.progress")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <span style={{ left: `${share * 100}%` }} />
    </div>
  );
}

const sureForMs = 5_000;

/** A second tap in the same place within a few seconds: one tap of a thumb in passing ends no lesson. */
export function EndButton({ disabled, onEnd }: { readonly disabled: boolean; readonly onEnd: () => void }) {
  const { t } = useTranslation("lead");
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (!asks) return;
    const timer = window.setTimeout(() => setAsks(false), sureForMs);
    return () => window.clearTimeout(timer);
  }, [asks]);
  return (
    <div>
      <Button
        size="lg"
        fullWidth
        color="red"
        variant={asks ? "filled" : "light"}
        disabled={disabled}
        leftSection={<IconPlayerStopFilled size={20} />}
        onClick={() => {
          if (asks) onEnd();
          setAsks(!asks);
        }}
      >
        {asks ? t("running.endSure") : t("running.end")}
      </Button>
      {asks && (
        <p className="soft small" role="status">
          {t("running.endSureHint")}
        </p>
      )}
    </div>
  );
}
