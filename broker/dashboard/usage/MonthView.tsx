// Owns a month of the book of use: a bar a day, then devices and classes.
import { instantOf, weekdayOfDate } from "../../../protocol/timetable/zone.ts";
import type { UsageClass, UsageSpan } from "../../api/usage.ts";
import { useAccount } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { ClassTable } from "./ClassTable.tsx";
import type { MonthSpan } from "./months.ts";
import { Sums } from "./Sums.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useHours } from "./useHours.ts";

type MonthViewProps = { readonly month: MonthSpan; readonly onDay: (date: string) => void };

export function MonthView({ month, onDay }: MonthViewProps) {
  const { t } = useTexts();
  const span = useHubQuery("usageSpan", { query: month });
  if (span.data === undefined)
    return span.isError ? (
      <ErrorState error={span.error} onRetry={() => void span.refetch()} />
    ) : (
      <LoadingRows rows={4} height={120} />
    );
  const { days, devices, classDays } = span.data;
  if (days.length === 0)
    return <EmptyState emblem="owl" title={t("emptyMonth")} hint={t("emptyMonthHint")} />;
  const sum = (of: (day: UsageSpan["days"][number]) => number) =>
    days.reduce((total, day) => total + of(day), 0);
  return (
    <>
      <Sums
        devicesOn={devices.filter(({ daysOn }) => daysOn > 0).length}
        devices={devices.length}
        onMinutes={sum(({ onMinutes }) => onMinutes)}
        lessonMinutes={sum(({ lessonMinutes }) => lessonMinutes)}
        sessions={sum(({ sessions }) => sessions)}
        runs={sum(({ runs }) => runs)}
        powerLosses={sum(({ powerLosses }) => powerLosses)}
      />
      <section className="card usage-room">
        <header>
          <h2>{t("days")}</h2>
        </header>
        <DayBars days={days} onDay={onDay} />
      </section>
      {classDays.length > 0 && (
        <section className="card usage-room">
          <header>
            <h2>{t("classes")}</h2>
          </header>
          <ClassTable classes={sumClasses(classDays)} />
        </section>
      )}
      <section className="card usage-room">
        <header>
          <h2>{t("devices")}</h2>
        </header>
        <DeviceTable devices={devices} />
      </section>
    </>
  );
}

function DayBars({
  days,
  onDay,
}: {
  readonly days: UsageSpan["days"];
  readonly onDay: (date: string) => void;
}) {
  const { t } = useTexts();
  const format = useFormat();
  const { zone } = useAccount().school;
  const most = Math.max(1, ...days.map(({ onMinutes }) => onMinutes));
  const part = (minutes: number) => ({ width: `${(minutes / most) * 100}%` });
  const span = useHours();
  return (
    <ul className="usage-days">
      {days.map(({ date, onMinutes, lessonMinutes, devicesOn }) => {
        const told = format.dayMonth(instantOf(date, 12 * 60, zone));
        return (
          <li key={date} data-weekend={weekdayOfDate(date) > 5}>
            <button
              type="button"
              onClick={() => onDay(date)}
              aria-label={t("dayBar", { date: told, on: span(onMinutes), lesson: span(lessonMinutes) })}
            >
              <span className="numbers">{told}</span>
              <span className="usage-day-track">
                <span className="usage-on" style={part(onMinutes)} />
                <span className="usage-lesson" style={part(lessonMinutes)} />
              </span>
              <span className="small numbers soft">
                {devicesOn} · {span(onMinutes)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function DeviceTable({ devices }: { readonly devices: UsageSpan["devices"] }) {
  const { t } = useTexts();
  const hours = useHours();
  const span = (minutes: number) => (minutes === 0 ? "–" : hours(minutes));
  return (
    <div className="table-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th>{t("column.device")}</th>
            <th>{t("column.room")}</th>
            <th className="figure">{t("column.days")}</th>
            <th className="figure">{t("column.on")}</th>
            <th className="figure">{t("column.lesson")}</th>
            <th className="figure">{t("column.idle")}</th>
            <th className="figure">{t("column.sessions")}</th>
            <th className="figure">{t("column.runs")}</th>
            <th className="figure">{t("column.lost")}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.deviceId}>
              <td className="usage-cell-name">{device.name}</td>
              <td>{device.roomName ?? "–"}</td>
              <td className="figure">{device.daysOn}</td>
              <td className="figure">{span(device.onMinutes)}</td>
              <td className="figure">{span(device.lessonMinutes)}</td>
              <td className="figure">{span(Math.max(0, device.onMinutes - device.lessonMinutes))}</td>
              <td className="figure">{device.sessions || "–"}</td>
              <td className="figure">{device.runs || "–"}</td>
              <td className="figure">{device.powerLosses || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of a class's days one row; a device counts once for the day on which most were used. */
function sumClasses(classDays: UsageSpan["classDays"]): UsageClass[] {
  return [...Map.groupBy(classDays, ({ classId }) => classId).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const sum = (of: (row: UsageClass) => number) => rows.reduce((total, row) => total + of(row), 0);
    return [
      {
        ...first,
        sessions: sum(({ sessions }) => sessions),
        minutes: sum(({ minutes }) => minutes),
        runs: sum(({ runs }) => runs),
        devices: Math.max(...rows.map(({ devices }) => devices)),
      },
    ];
  });
}
