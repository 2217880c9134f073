// Owns the four charts of a device's health over a chosen span, from an hour to two years, with its sessions and power losses marked.
import { SegmentedControl, useComputedColorScheme } from "@mantine/core";
import { useMemo, useState } from "react";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { chartColumns, extremesOf, type Measure } from "./chartColumns.ts";
import { chartMarks } from "./chartMarks.ts";
import { LineChart } from "./LineChart.tsx";
import { useTexts } from "./texts/useTexts.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** `sessions`: short enough for a session to be seen as a span. */
const ranges = {
  hour: { spanMs: 60 * minuteMs, refreshMs: minuteMs, sessions: true },
  day: { spanMs: dayMs, refreshMs: 2 * minuteMs, sessions: true },
  week: { spanMs: 7 * dayMs, refreshMs: 10 * minuteMs, sessions: true },
  month: { spanMs: 30 * dayMs, refreshMs: 30 * minuteMs, sessions: false },
  year: { spanMs: 365 * dayMs, refreshMs: 60 * minuteMs, sessions: false },
  twoYears: { spanMs: 730 * dayMs, refreshMs: 60 * minuteMs, sessions: false },
} as const;
type Range = keyof typeof ranges;
// Object.keys forgets the keys' types; they are exactly the table's own.
const rangeNames = Object.keys(ranges) as Range[];
const mostMarks = 200;

export function Charts({ deviceId }: { readonly deviceId: string }) {
  const { t, common } = useTexts();
  const format = useFormat();
  const scheme = useComputedColorScheme("light");
  const [range, setRange] = useState<Range>("hour");
  const { spanMs, refreshMs, sessions } = ranges[range];
  // Rounded up, so that the question (and its cache entry) changes once per refresh and not with every render.
  const until = Math.ceil(useHubNow(refreshMs) / refreshMs) * refreshMs;
  const from = until - spanMs;
  const history = useHubQuery(
    "deviceHistory",
    { params: { deviceId }, query: { from, to: until } },
    { keepPrevious: true },
  );
  const events = useHubQuery("deviceTimeline", {
    params: { deviceId },
    query: { before: until, limit: mostMarks, kinds: sessions ? "power,lessons" : "power" },
  });
  const columns = useMemo(() => history.data && chartColumns(history.data, until), [history.data, until]);
  const marks = useMemo(() => chartMarks(events.data ?? [], from, until), [events.data, from, until]);
  const charts: {
    measure: Measure;
    name: string;
    show: (value: number) => string;
    range: readonly [number, number | null];
  }[] = [
    { measure: "cpuPercent", name: common("device.cpu"), show: format.percent, range: [0, 100] },
    { measure: "memoryPercent", name: common("device.memory"), show: format.percent, range: [0, 100] },
    { measure: "temperatureC", name: common("device.temperature"), show: format.degrees, range: [20, 100] },
    { measure: "diskFreeGiB", name: common("device.disk"), show: format.gibibytes, range: [0, null] },
  ];
  // A minute's sample of a short span has no least and most beside itself.
  const banded = history.data !== undefined && history.data.stepMs > minuteMs;
  return (
    <section className="card device-card-box" aria-busy={history.isFetching}>
      <div className="charts-head">
        <h2>{common("device.charts")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={common("device.chartRange")}
          data={rangeNames.map((value) => ({ value, label: t(`range.${value}`) }))}
          value={range}
          onChange={(value) => setRange(rangeNames.find((name) => name === value) ?? "hour")}
        />
      </div>
      {columns === undefined ? (
        history.isError ? (
          <ErrorState error={history.error} onRetry={() => void history.refetch()} />
        ) : (
          <LoadingRows rows={2} height={150} />
        )
      ) : columns.seconds.length === 0 ? (
        <div className="charts-empty">
          <strong>{common("device.noSamples")}</strong>
          <p className="soft small">{common("device.noSamplesHint")}</p>
        </div>
      ) : (
        <>
          <div className="charts">
            {charts.map(({ measure, name, show, range: bounds }) => {
              const lines = columns.values[measure];
              const extremes = extremesOf(lines);
              return (
                <figure key={measure} className="chart">
                  {extremes === null ? (
                    <>
                      <figcaption>
                        <span>{name}</span>
                      </figcaption>
                      <p className="chart-none soft small">{common("device.noSensor")}</p>
                    </>
                  ) : (
                    <LineChart
                      // A chart reads its colours once, so another scheme is another chart.
                      key={scheme}
                      name={name}
                      seconds={columns.seconds}
                      lines={lines}
                      banded={banded}
                      marks={marks}
                      extremes={extremes}
                      show={show}
                      lowest={bounds[0]}
                      highest={bounds[1]}
                      from={from / 1000}
                      until={until / 1000}
                      syncKey={deviceId}
                    />
                  )}
                </figure>
              );
            })}
          </div>
          <p className="chart-legend soft small">
            <span>
              {t(banded ? "from.banded" : "from.minute", { step: format.span(history.data?.stepMs ?? 0) })}
            </span>
            {marks.sessions.length > 0 && <span className="chart-legend-session">{t("marks.session")}</span>}
            {marks.powerLosses.length > 0 && (
              <span className="chart-legend-power">{t("marks.powerLoss")}</span>
            )}
          </p>
        </>
      )}
    </section>
  );
}
