// Owns one line chart (uPlot): colours of the theme, the school's zone on the axis, a band from least to most, marks, a cursor shared with its neighbours.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useAccount } from "../account/account.ts";
import { chartAxis } from "../parts/chartAxis.ts";
import { useFormat } from "../text/format.ts";
import type { Extremes, Lines } from "./chartColumns.ts";
import type { ChartMarks } from "./chartMarks.ts";
import { useTexts } from "./texts/useTexts.ts";

type LineChartProps = {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly lines: Lines;
  /** Draws the band between least and most: where points are more than one sample. */
  readonly banded: boolean;
  readonly marks: ChartMarks;
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
  const { name, seconds, lines, banded, marks, extremes, show, lowest, highest, from, until, syncKey } =
    props;
  const { t } = useTranslation();
  const { t: own } = useTexts();
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
    const isYears = until - from > 100 * 86_400;
    const top = Math.max(highest ?? extremes.highest * 1.12, extremes.highest);
    const axis = chartAxis(colour);
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
              splits.map((at) =>
                isYears
                  ? format.monthYear(at * 1000)
                  : isLong
                    ? format.dayMonth(at * 1000)
                    : format.clock(at * 1000),
              ),
            ...(isYears ? { space: 72 } : {}),
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
            ...(banded ? {} : { fill: colour("--chart-fill") }),
            width: 1.75,
            spanGaps: false,
            points: { show: seconds.length < 3 },
          },
          ...(banded
            ? [
                { stroke: "transparent", points: { show: false }, spanGaps: false },
                { stroke: "transparent", points: { show: false }, spanGaps: false },
              ]
            : []),
        ],
        bands: banded ? [{ series: [2, 3], fill: colour("--chart-band") }] : [],
        hooks: {
          drawClear: [(chart) => drawSessions(chart, marks, colour("--chart-session"))],
          draw: [(chart) => drawPowerLosses(chart, marks, colour("--red"))],
          setCursor: [(chart) => setUnder(chart.cursor.idx ?? null)],
        },
      },
      [[...seconds], [...lines.mean], ...(banded ? [[...lines.max], [...lines.min]] : [])],
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
    lines,
    banded,
    marks,
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
  const value = under === null ? null : (lines.mean[under] ?? null);
  const [least, most] = under === null ? [null, null] : [lines.min[under] ?? null, lines.max[under] ?? null];
  const span = { min: show(extremes.lowest), max: show(extremes.highest), last: show(extremes.latest) };
  return (
    <>
      <figcaption>
        <span>{name}</span>
        {at !== undefined && value !== null ? (
          <span className="numbers">
            <span className="soft">{format.moment(at * 1000, until * 1000)} </span>
            <strong>{show(value)}</strong>
            {banded && least !== null && most !== null && (
              <span className="soft"> ({own("between", { min: show(least), max: show(most) })})</span>
            )}
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

function drawSessions(chart: uPlot, { sessions }: ChartMarks, colour: string): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.fillStyle = colour;
  for (const [begin, end] of sessions) {
    const left = chart.valToPos(begin / 1000, "x", true);
    const right = chart.valToPos(end / 1000, "x", true);
    ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
  }
  ctx.restore();
}

function drawPowerLosses(chart: uPlot, { powerLosses }: ChartMarks, colour: string): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const at of powerLosses) {
    const x = Math.round(chart.valToPos(at / 1000, "x", true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
