// Owns what was known when the fault was reported: device, class, session, health of that hour, and what had happened before.

import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { TicketPage } from "../../api/tickets.ts";
import { usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { eventSentence } from "../device/eventSentence.ts";
import { useFormat } from "../text/format.ts";
import { useGameTitle } from "../text/gameTitle.ts";
import { useTexts } from "./texts/useTexts.ts";

export function TicketSnapshot({ ticket }: { readonly ticket: TicketPage }) {
  const { t } = useTexts();
  const format = useFormat();
  const seesDevices = usePermission("devices.view");
  const { snapshot } = ticket;
  if (snapshot === null)
    return <section className="card ticket-box ticket-snapshot soft">{t("snapshotLost")}</section>;
  const { device, room, session, health, events } = snapshot;
  const range = (values: readonly (number | null)[], show: (value: number) => string) => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return null;
    const [lowest, highest] = [show(Math.min(...known)), show(Math.max(...known))];
    return lowest === highest ? lowest : t("range", { lowest, highest });
  };
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      t("facts.device"),
      device &&
        (seesDevices && ticket.deviceId !== null ? (
          <Anchor component={Link} href={`/devices/${ticket.deviceId}`}>
            {device.name}
          </Anchor>
        ) : (
          device.name
        )),
    ],
    [t("facts.room"), room?.name ?? null],
    [t("facts.class"), snapshot.class?.name ?? null],
    [
      t("facts.session"),
      session === null
        ? t("noSession")
        : `${session.lessonTitle ?? ""} ${format.clock(session.openedAt)}`.trim(),
    ],
    [t("facts.state"), device === null ? null : t(`reachability.${reachabilityOf(device.reachability)}`)],
    [t("facts.cpu"), health && range(health.cpuPercent, format.percent)],
    [t("facts.memory"), health && range(health.memoryPercent, format.percent)],
    [t("facts.disk"), health && range(health.diskFreeMiB, format.size)],
    [t("facts.temperature"), health && range(health.temperatureC, format.degrees)],
  ];
  return (
    <section className="card ticket-box ticket-snapshot">
      <h2>{t("snapshot")}</h2>
      <p className="soft small">{t("snapshotHint")}</p>
      <dl className="ticket-facts">
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {device !== null && (
        <>
          <h3>{t("eventsBefore")}</h3>
          {events.length === 0 ? (
            <p className="soft small">{t("noEventsBefore")}</p>
          ) : (
            <EventsBefore events={events} at={ticket.openedAt} />
          )}
        </>
      )}
    </section>
  );
}

const reachabilities = ["online", "lost", "stopped", "neverSeen"] as const;
const reachabilityOf = (value: string) => reachabilities.find((each) => each === value) ?? "neverSeen";

type EventsBeforeProps = {
  readonly events: NonNullable<TicketPage["snapshot"]>["events"];
  readonly at: number;
};

function EventsBefore({ events, at }: EventsBeforeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const board = useHubQuery("board", {}, { enabled: usePermission("rooms.view") }).data;
  const words = {
    t,
    format,
    now: at,
    gameTitle: useGameTitle(),
    className: (classId: string) => board?.classes.find(({ id }) => id === classId)?.name,
    lessonTitle: (lessonId: string) => board?.lessons.find(({ id }) => id === lessonId)?.title,
  };
  return (
    <ol className="ticket-before">
      {events.map((event, index) => {
        const { text, detail } = eventSentence(event, words);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal events of one millisecond differ by their place only
          <li key={`${event.at} ${index}`}>
            <time className="numbers soft" dateTime={new Date(event.at).toISOString()}>
              {format.moment(event.at, at)}
            </time>
            <span>
              {text}
              {detail !== "" && <span className="soft small"> · {detail}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
