// Owns the bars of a game's runs week by week (uPlot), and the same as a table for whoever cannot see them.
import { useEffect, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { GamePage } from "../../api/games.ts";
import { chartAxis } from "../parts/chartAxis.ts";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

const heightPx = 250;
const halfWeekSeconds = 3.5 * 86_400;
/** Noon, so that a day keeps its date in every zone near the school's. */
const secondsOf = (monday: string) => Date.parse(`${monday}T12:00:00Z`) / 1000;

export function WeekBars({ weeks }: { readonly weeks: GamePage["weeks"] }) {
  const { t } = useTexts();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [under, setUnder] = useState<number | null>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const style = getComputedStyle(element);
    const colour = (token: string) => style.getPropertyValue(token).trim();
    const seconds = weeks.map(({ monday }) => secondsOf(monday));
    const runs = weeks.map((week) => week.runs);
    const axis = chartAxis(colour);
    const bars = uPlot.paths.bars?.({ size: [0.7, 44], radius: 0.25 });
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: heightPx,
        padding: [8, 8, 0, 0],
        legend: { show: false },
        tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
        cursor: { y: false, x: false, drag: { x: false, y: false }, points: { show: false } },
        scales: {
          x: {
            time: true,
            range: [(seconds[0] ?? 0) - halfWeekSeconds, (seconds.at(-1) ?? 0) + halfWeekSeconds],
          },
          y: { range: [0, Math.max(4, ...runs) * 1.08] },
        },
        axes: [
          {
            ...axis,
            grid: { show: false },
            size: 24,
            gap: 4,
            space: 54,
            // Only Mondays, as many as there is room for.
            splits: (_, __, ___, ____, _____, space) => {
              const room = Math.max(1, Math.ceil((space ?? 54) / (element.clientWidth / weeks.length)));
              return seconds.filter((_, place) => (seconds.length - 1 - place) % room === 0);
            },
            values: (_, splits) => splits.map((at) => format.dayMonth(at * 1000)),
          },
          {
            ...axis,
            size: 44,
            gap: 6,
            space: 34,
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
            values: (_, splits) => splits.map((value) => format.number(value)),
          },
        ],
        series: [
          {},
          {
            fill: colour("--chart"),
            width: 0,
            points: { show: false },
            ...(bars === undefined ? {} : { paths: bars }),
          },
        ],
        hooks: { setCursor: [(chart) => setUnder(chart.cursor.idx ?? null)] },
      },
      [seconds, runs],
      element,
    );
    const sizer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: heightPx }));
    sizer.observe(element);
    return () => {
      sizer.disconnect();
      plot.destroy();
    };
  }, [weeks, format]);

  const [first] = weeks;
  const last = weeks.at(-1);
  const shown = under === null ? undefined : weeks[under];
  const date = (monday: string) => format.dayMonth(secondsOf(monday) * 1000);
  return (
    <figure className="week-bars">
      <figcaption>
        <h3>{t("weeks")}</h3>
        <span className="numbers soft small">
          {shown !== undefined &&
            `${t("week", { date: date(shown.monday) })}: ${t("weekRuns", { runs: format.number(shown.runs), minutes: format.number(shown.minutes) })}`}
        </span>
      </figcaption>
      <div
        ref={box}
        role="img"
        aria-label={t("weeksSummary", {
          from: first === undefined ? "" : date(first.monday),
          until: last === undefined ? "" : date(last.monday),
          most: Math.max(0, ...weeks.map(({ runs }) => runs)),
        })}
      />
      <table className="visually-hidden">
        <caption>{t("weeks")}</caption>
        <tbody>
          {weeks.map(({ monday, runs, minutes }) => (
            <tr key={monday}>
              <th scope="row">{t("week", { date: date(monday) })}</th>
              <td>{t("weekRuns", { runs: format.number(runs), minutes: format.number(minutes) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
