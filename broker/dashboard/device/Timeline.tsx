// Owns the timeline of everything that happened on a device, newest first, by day, of the kinds one asks for.
import { Button, Chip } from "@mantine/core";
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconPointFilled } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { TimelineEvent, TimelineKind } from "../../api/fleet.ts";
import { usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useOlderPages } from "../client/useOlderPages.ts";
import { useTexts as useCommandTexts } from "../commands/texts/useTexts.ts";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { useGameTitle } from "../text/gameTitle.ts";
import { useTexts as useTicketTexts } from "../tickets/texts/useTexts.ts";
import type { EventTone } from "./eventSentence.ts";
import { useTexts } from "./texts/useTexts.ts";
import { type TimelineWords, timelineSentence } from "./timelineSentence.ts";

const kinds: readonly TimelineKind[] = [
  ...(["power", "presence", "faults", "lessons"] as const),
  ...(["alerts", "tickets", "commands", "changes", "measured"] as const),
];

type TimelineProps = {
  readonly deviceId: string;
  /** Lines of one page. */
  readonly pageSize?: number;
};

export function Timeline({ deviceId, pageSize = 60 }: TimelineProps) {
  const { t, common } = useTexts();
  const [chosen, setChosen] = useState<readonly TimelineKind[]>([]);
  // None chosen is everything; figures come by the dozen and say little, so they wait to be asked for.
  const wanted = chosen.length === 0 ? kinds.filter((kind) => kind !== "measured") : chosen;
  const { rows, error, hasOlder, isLoadingOlder, loadOlder, retry } = useOlderPages({
    queryKey: ["deviceTimeline", { params: { deviceId }, query: { kinds: wanted.join(",") } }],
    pageSize,
    fetchPage: (query, signal) =>
      callApi(
        "deviceTimeline",
        { params: { deviceId }, query: { ...query, kinds: wanted.join(",") } },
        signal,
      ),
  });
  return (
    <section className="card device-card-box device-timeline">
      <h2 className="visually-hidden">{t("tabs.timeline")}</h2>
      <fieldset className="timeline-kinds">
        <legend className="visually-hidden">{t("timeline.filter")}</legend>
        <Chip size="sm" checked={chosen.length === 0} onChange={() => setChosen([])}>
          {t("timeline.all")}
        </Chip>
        {kinds.map((kind) => (
          <Chip
            key={kind}
            size="sm"
            checked={chosen.includes(kind)}
            onChange={(checked) =>
              setChosen(checked ? [...chosen, kind] : chosen.filter((each) => each !== kind))
            }
          >
            {t(`timeline.kinds.${kind}`)}
          </Chip>
        ))}
      </fieldset>
      {rows === undefined ? (
        error !== null ? (
          <ErrorState error={error} onRetry={retry} />
        ) : (
          <LoadingRows rows={6} height={28} />
        )
      ) : rows.length === 0 ? (
        <p className="soft">{chosen.length === 0 ? common("device.noEvents") : t("timeline.none")}</p>
      ) : (
        <Days events={rows} />
      )}
      {hasOlder && (
        <Button variant="default" size="compact-md" loading={isLoadingOlder} onClick={loadOlder}>
          {t("timeline.older")}
        </Button>
      )}
    </section>
  );
}

function useWords(now: number): TimelineWords {
  const { t: device, common: t } = useTexts();
  const { t: commands } = useCommandTexts();
  const { t: tickets } = useTicketTexts();
  const seesRooms = usePermission("rooms.view");
  const board = useHubQuery("board", {}, { enabled: seesRooms }).data;
  const actions: Readonly<Record<string, string>> = t("audit.name", { returnObjects: true });
  const commandNames: Readonly<Record<string, string>> = commands("name", { returnObjects: true });
  const parts: Readonly<Record<string, string>> = tickets("parts", { returnObjects: true });
  return {
    t,
    device,
    format: useFormat(),
    gameTitle: useGameTitle(),
    now,
    className: (id) => board?.classes.find((each) => each.id === id)?.name,
    lessonTitle: (id) => board?.lessons.find((each) => each.id === id)?.title,
    roomName: (id) => board?.rooms.find((each) => each.id === id)?.name,
    commandName: (name) => commandNames[name] ?? name,
    partName: (part) => parts[part] ?? part,
    actionName: (action) => actions[action] ?? action,
  };
}

function Days({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { common } = useTexts();
  const now = useHubNow(60_000);
  const words = useWords(now);
  const { format } = words;
  const days = Map.groupBy(events, ({ at }) => format.day(at));
  return [...days].map(([day, rows]) => (
    <div key={day} className="event-day">
      <h3>
        {day === format.day(now)
          ? common("app.today")
          : rows[0] === undefined
            ? day
            : format.longDay(rows[0].at)}
      </h3>
      <ol>
        {rows.map((event, index) => {
          const { text, detail, tone, address } = timelineSentence(event, words);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal events of one millisecond differ by their place only
            <li key={`${event.at} ${event.type} ${index}`} className={`event event-${tone}`}>
              <time className="numbers" dateTime={new Date(event.at).toISOString()}>
                {format.clock(event.at)}
              </time>
              <ToneMark tone={tone} />
              <span className="event-words">
                {address === null ? text : <Link href={address}>{text}</Link>}
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
