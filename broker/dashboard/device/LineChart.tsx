// Owns one line chart (uPlot): colours of the theme, the school's zone on the axis, a cursor shared with its neighbours.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useAccount } from "../account/account.ts";
import { useFormat } from "../text/format.ts";
import type { Extremes } from "./chartColumns.ts";

type LineChartProps = {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly values: readonly (number | null)[];
  readonly extremes: Extremes;
  readonly show: (value: number) => string;
  /** Bounds of the value axis; null grows with the values. Values outside widen it. */
  readonly lowest: number;
  readonly highest: number | null;
  /** Bounds of the time axis, seconds. */
  readonly from: number;
  readonly until: number;
  readonly syncKey: string;
};

const heightPx = 132;

export function LineChart(props: LineChartProps) {
  const { name, seconds, values, extremes, show, lowest, highest, from, until, syncKey } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { school } = useAccount();
  const box = useRef<HTMLDivElement>(null);
  const [under, setUnder] = useState<number | null>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const style = getComputedStyle(element);
    const colour = (token: string) => style.getPropertyValue(token).trim();
    const isLong = until - from > 36 * 3600;
    const top = Math.max(highest ?? extremes.highest * 1.12, extremes.highest);
    const axis = {
      stroke: colour("--ink-soft"),
      font: "11.5px 'Be Vietnam Pro', system-ui, sans-serif",
      grid: { stroke: colour("--chart-grid"), width: 1 },
      ticks: { show: false },
    };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: heightPx,
        padding: [8, 16, 0, 0],
        legend: { show: false },
        tzDate: (at) => uPlot.tzDate(new Date(at * 1000), school.zone),
        cursor: { sync: { key: syncKey }, y: false, drag: { x: false, y: false }, points: { size: 7 } },
        scales: {
          x: { time: true, range: [from, until] },
          y: { range: [Math.min(lowest, Math.floor(extremes.lowest)), top] },
        },
        axes: [
          {
            ...axis,
            size: 24,
            gap: 4,
            values: (_, splits) =>
              splits.map((at) => (isLong ? format.dayMonth(at * 1000) : format.clock(at * 1000))),
          },
          {
            ...axis,
            size: 58,
            gap: 6,
            space: 34,
            values: (_, splits) => splits.map((value) => show(value)),
          },
        ],
        series: [
          {},
          {
            stroke: colour("--chart"),
            fill: colour("--chart-fill"),
            width: 1.75,
            spanGaps: false,
            points: { show: seconds.length < 3 },
          },
        ],
        hooks: { setCursor: [(chart) => setUnder(chart.cursor.idx ?? null)] },
      },
      [[...seconds], [...values]],
      element,
    );
    const sizer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: heightPx }));
    sizer.observe(element);
    return () => {
      sizer.disconnect();
      plot.destroy();
    };
  }, [
    seconds,
    values,
    extremes.lowest,
    extremes.highest,
    lowest,
    highest,
    from,
    until,
    syncKey,
    school.zone,
    format,
    show,
  ]);

  const at = under === null ? undefined : seconds[under];
  const value = under === null ? null : (values[under] ?? null);
  const span = { min: show(extremes.lowest), max: show(extremes.highest), last: show(extremes.latest) };
  return (
    <>
      <figcaption>
        <span>{name}</span>
        {at !== undefined && value !== null ? (
          <span className="numbers">
            <span className="soft">{format.moment(at * 1000, until * 1000)} </span>
            <strong>{show(value)}</strong>
          </span>
        ) : (
          <strong className="numbers">{span.last}</strong>
        )}
      </figcaption>
      <div
        ref={box}
        className="chart-box"
        role="img"
        aria-label={t("device.chartSummary", { name, ...span })}
      />
    </>
  );
}
