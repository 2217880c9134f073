// Owns the room page: one teacher, one phone, one room. What to start, or the lesson that runs, and every station.
import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import { InstallCard } from "../app/InstallHint.tsx";
import { isCode } from "../client/apiError.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useLiveState } from "../client/useLiveHub.ts";
import { useErrorText } from "../parts/errorText.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { addArea } from "../text/areaTexts.ts";
import { leadOfRunning, runningSlot, showsReadiness, stationsOf } from "./leadView.ts";
import { ReadinessBlock } from "./ReadinessBlock.tsx";
import { RunningCard } from "./RunningCard.tsx";
import { StartCard } from "./StartCard.tsx";
import { StationTiles } from "./StationTiles.tsx";
import { en } from "./texts/en.ts";
import { vi } from "./texts/vi.ts";
import { useOrders } from "./useOrders.ts";
import { useWakeLock } from "./useWakeLock.ts";
import "./lead.css";

addArea("lead", { vi, en });

export function RoomPage() {
  const { t } = useTranslation("lead");
  const { roomId = "" } = useParams<{ roomId: string }>();
  const asked = useHubQuery("showLead", { params: { roomId } }, { refetchIntervalMs: 60_000 });
  const board = useHubQuery("board", {}).data;
  const orders = useOrders(roomId);
  const errorText = useErrorText();
  const now = useHubNow(1_000);
  const away = useLiveState(({ state }) => state) === "reconnecting";
  const [startsOther, setStartsOther] = useState(false);
  // The board follows each station live; the page brings what to propose and the games.
  const room = board?.rooms.find(({ id }) => id === roomId) ?? asked.data?.room;
  const running = room === undefined ? null : runningSlot(room, now);
  useWakeLock(running !== null);
  if (asked.data === undefined || room === undefined)
    return asked.isError ? (
      <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
    ) : (
      <LoadingRows rows={2} height={260} />
    );
  const page = { ...asked.data, room };
  const lead = leadOfRunning(room.lead, running);
  const stations = stationsOf(room);
  const several = (board?.rooms.filter(({ kind }) => kind === "kidsmart").length ?? 1) > 1;
  return (
    <div className={away ? "lead-page lead-away" : "lead-page"}>
      <PageHeader
        title={room.name}
        actions={
          several && (
            <Button component={Link} href="/rooms" variant="default">
              {t("otherRoom")}
            </Button>
          )
        }
      />
      {away && (
        <div className="lead-banner" role="status">
          <IconPlugConnectedX size={26} aria-hidden="true" />
          <p>
            <strong>{t("away")}.</strong> {t("awayHint")}
          </p>
        </div>
      )}
      {orders.error !== null && (
        <p
          className={isCode(orders.error, "LESSON_CHANGED") ? "lead-error lead-error-mild" : "lead-error"}
          role="alert"
        >
          {errorText(orders.error)} {isCode(orders.error, "UNREACHABLE") && t("failed")}
        </p>
      )}
      <div className="lead-columns">
        <div className="lead-main">
          {running === null || startsOther ? (
            <>
              <StartCard
                key={page.proposal?.slotId ?? "own"}
                page={page}
                orders={orders}
                away={away}
                onStarted={() => setStartsOther(false)}
              />
              {showsReadiness(page.proposal?.startAt ?? null, now) && (
                <ReadinessBlock roomId={roomId} stations={stations} />
              )}
            </>
          ) : (
            <RunningCard
              page={page}
              running={running}
              lead={lead}
              orders={orders}
              away={away}
              onStartOther={() => setStartsOther(true)}
            />
          )}
        </div>
        <StationTiles
          stations={stations}
          games={page.games}
          lead={lead}
          running={running}
          orders={orders}
          away={away}
        />
      </div>
      <InstallCard />
    </div>
  );
}
