// Owns the timeline of what happened on a device, newest first, by day.
import { Button } from "@mantine/core";
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconPointFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DeviceEvent } from "../../api/devices.ts";
import { usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useOlderPages } from "../client/useOlderPages.ts";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { useGameTitle } from "../text/gameTitle.ts";
import { type EventTone, eventSentence } from "./eventSentence.ts";

export function Events({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation();
  const { rows, error, hasOlder, isLoadingOlder, loadOlder, retry } = useOlderPages({
    queryKey: ["deviceEvents", { params: { deviceId } }],
    pageSize: 40,
    fetchPage: (query, signal) => callApi("deviceEvents", { params: { deviceId }, query }, signal),
  });
  return (
    <section className="card device-card-box">
      <h2>{t("device.events")}</h2>
      {rows === undefined ? (
        error !== null ? (
          <ErrorState error={error} onRetry={retry} />
        ) : (
          <LoadingRows rows={5} height={28} />
        )
      ) : rows.length === 0 ? (
        <p className="soft">{t("device.noEvents")}</p>
      ) : (
        <EventDays events={rows} />
      )}
      {hasOlder && (
        <Button variant="default" size="compact-md" loading={isLoadingOlder} onClick={loadOlder}>
          {t("device.olderEvents")}
        </Button>
      )}
    </section>
  );
}

function EventDays({ events }: { readonly events: readonly DeviceEvent[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useHubNow(60_000);
  const board = useHubQuery("board", {}, { enabled: usePermission("rooms.view") }).data;
  const words = {
    t,
    format,
    gameTitle: useGameTitle(),
    now,
    className: (classId: string) => board?.classes.find(({ id }) => id === classId)?.name,
    lessonTitle: (lessonId: string) => board?.lessons.find(({ id }) => id === lessonId)?.title,
  };
  const days = Map.groupBy(events, ({ at }) => format.day(at));
  return [...days].map(([day, rows]) => (
    <div key={day} className="event-day">
      <h3>{day === format.day(now) ? t("app.today") : day}</h3>
      <ol>
        {rows.map((event, index) => {
          const { text, detail, tone } = eventSentence(event, words);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal events of one millisecond differ by their place only
            <li key={`${event.at} ${event.type} ${index}`} className={`event event-${tone}`}>
              <time className="numbers" dateTime={new Date(event.at).toISOString()}>
                {format.clock(event.at)}
              </time>
              <ToneMark tone={tone} />
              <span className="event-words">
                {text}
                {detail !== "" && <span className="event-detail">{detail}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  ));
}

function ToneMark({ tone }: { readonly tone: EventTone }) {
  const size = 17;
  switch (tone) {
    case "good":
      return <IconCircleCheck size={size} aria-hidden="true" />;
    case "plain":
      return <IconPointFilled size={size} aria-hidden="true" />;
    case "warning":
      return <IconAlertTriangle size={size} aria-hidden="true" />;
    case "bad":
      return <IconAlertOctagon size={size} aria-hidden="true" />;
  }
}
