// Owns the lessons as they happened: a week at a time, by day, with sums for each class.
import { ActionIcon, Button, Select } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mondayOf } from "../../../protocol/timetable/schoolYear.ts";
import { addDays, instantOf, localTimeOf } from "../../../protocol/timetable/zone.ts";
import type { SessionRow } from "../../api/lead.ts";
import { useAccount } from "../account/account.ts";
import { hubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { addArea } from "../text/areaTexts.ts";
import { formatMinute, useFormat } from "../text/format.ts";
import { classTotals, sessionDays } from "./sessionDays.ts";
import { en } from "./texts/en.ts";
import { vi } from "./texts/vi.ts";
import "./sessions.css";

addArea("sessions", { vi, en });

const sources = ["timetable", "teacher", "hub"] as const;

export function SessionsPage() {
  const { t } = useTranslation("sessions");
  const { zone } = useAccount().school;
  const format = useFormat();
  const thisMonday = mondayOf(localTimeOf(hubNow(), zone).date);
  const [monday, setMonday] = useState(thisMonday);
  const [roomId, setRoomId] = useState<string | null>(null);
  const [classId, setClassId] = useState<string | null>(null);
  const from = instantOf(monday, 0, zone);
  const to = instantOf(addDays(monday, 7), 0, zone);
  const board = useHubQuery("board", {}).data;
  const sessions = useHubQuery("listSessions", {
    query: { from, to, ...(roomId === null ? {} : { roomId }), ...(classId === null ? {} : { classId }) },
  });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="sessions-filters">
        <ActionIcon
          variant="default"
          size={40}
          aria-label={t("before")}
          onClick={() => setMonday(addDays(monday, -7))}
        >
          <IconChevronLeft size={20} />
        </ActionIcon>
        <strong className="numbers">
          {t("week", { from: format.dayMonth(from), to: format.dayMonth(to - 1) })}
        </strong>
        <ActionIcon
          variant="default"
          size={40}
          aria-label={t("after")}
          disabled={monday >= thisMonday}
          onClick={() => setMonday(addDays(monday, 7))}
        >
          <IconChevronRight size={20} />
        </ActionIcon>
        {monday !== thisMonday && (
          <Button variant="default" onClick={() => setMonday(thisMonday)}>
            {t("today")}
          </Button>
        )}
        <Select
          aria-label={t("room")}
          placeholder={t("allRooms")}
          clearable
          data={board?.rooms.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={roomId}
          onChange={setRoomId}
        />
        <Select
          aria-label={t("class")}
          placeholder={t("allClasses")}
          clearable
          searchable
          data={board?.classes.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={classId}
          onChange={setClassId}
        />
      </div>
      {sessions.data !== undefined ? (
        <Days rows={sessions.data} />
      ) : sessions.isError ? (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <LoadingRows rows={4} height={64} />
      )}
    </>
  );
}

function Days({ rows }: { readonly rows: readonly SessionRow[] }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  if (rows.length === 0) return <EmptyState emblem="owl" title={t("empty")} hint={t("emptyHint")} />;
  return (
    <div className="sessions-columns">
      <div>
        {sessionDays(rows, format.longDay).map(([day, ofDay]) => (
          <section key={day} className="sessions-day">
            <h2>{day}</h2>
            <ul className="card">
              {ofDay.map((row) => (
                <SessionLine key={row.id} row={row} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section className="card sessions-totals">
        <h2>{t("totals")}</h2>
        <div className="table-scroll">
          <table className="data-table">
            <thead>
              <tr>
                <th>{t("class")}</th>
                <th className="figure">{t("totalSessions")}</th>
                <th className="figure">{t("totalChildren")}</th>
                <th className="figure">{t("totalMinutes")}</th>
                <th className="figure">{t("totalRuns")}</th>
              </tr>
            </thead>
            <tbody>
              {classTotals(rows).map(({ classId, name, sessions, children, minutes, runs }) => (
                <tr key={classId}>
                  <td>{name || t("unknownClass")}</td>
                  <td className="figure">{sessions}</td>
                  <td className="figure">{children === 0 ? "–" : format.number(children)}</td>
                  <td className="figure">{format.number(minutes)}</td>
                  <td className="figure">{format.number(runs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}

function SessionLine({ row }: { readonly row: SessionRow }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const source = sources.find((known) => known === row.source);
  const facts = [
    row.roomName,
    row.playedMinutes === null ? null : t("played", { count: row.playedMinutes }),
    row.headcount === null ? t("notCounted") : t("children", { count: row.headcount }),
    t("stations", { count: row.stations }),
    t("games", { count: row.gameRuns }),
    source === undefined ? null : t(`source.${source}`),
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <li className="sessions-line">
      <Emblem name={row.classEmblem || "star"} size={36} />
      <div>
        <p>
          <strong>{row.className || t("unknownClass")}</strong> · {row.lessonTitle || t("unknownLesson")}
        </p>
        <p className="soft small">{facts.join(" · ")}</p>
      </div>
      <p className="numbers sessions-times">
        {format.clock(row.openedAt)}–{row.closedAt === null ? t("notOver") : format.clock(row.closedAt)}
        {row.planned !== null && (
          <span className="soft small">
            {t("planned", {
              from: formatMinute(row.planned.startMinute),
              to: formatMinute(row.planned.endMinute),
            })}
          </span>
        )}
      </p>
    </li>
  );
}
