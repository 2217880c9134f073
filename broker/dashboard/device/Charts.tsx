// Owns the four charts of a device's health over a chosen span.
import { SegmentedControl, useComputedColorScheme } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { chartColumns, extremesOf, type Measure } from "./chartColumns.ts";
import { LineChart } from "./LineChart.tsx";

const minuteMs = 60_000;
const ranges = {
  hour: { spanMs: 60 * minuteMs, refreshMs: minuteMs },
  day: { spanMs: 24 * 60 * minuteMs, refreshMs: 2 * minuteMs },
  week: { spanMs: 7 * 24 * 60 * minuteMs, refreshMs: 10 * minuteMs },
  month: { spanMs: 30 * 24 * 60 * minuteMs, refreshMs: 30 * minuteMs },
} as const;
type Range = keyof typeof ranges;
const rangeNames = Object.keys(ranges) as Range[];

export function Charts({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scheme = useComputedColorScheme("light");
  const [range, setRange] = useState<Range>("hour");
  const { spanMs, refreshMs } = ranges[range];
  // Rounded up, so that the question (and its cache entry) changes once per refresh and not with every render.
  const until = Math.ceil(useHubNow(refreshMs) / refreshMs) * refreshMs;
  const series = useHubQuery(
    "deviceHealth",
    { params: { deviceId }, query: { from: until - spanMs, to: until } },
    { keepPrevious: true },
  );
  const columns = useMemo(() => series.data && chartColumns(series.data), [series.data]);
  const charts: {
    measure: Measure;
    name: string;
    show: (value: number) => string;
    range: readonly [number, number | null];
  }[] = [
    { measure: "cpuPercent", name: t("device.cpu"), show: format.percent, range: [0, 100] },
    { measure: "memoryPercent", name: t("device.memory"), show: format.percent, range: [0, 100] },
    { measure: "diskFreeGiB", name: t("device.disk"), show: format.gibibytes, range: [0, null] },
    { measure: "temperatureC", name: t("device.temperature"), show: format.degrees, range: [20, 100] },
  ];
  return (
    <section className="card device-card-box" aria-busy={series.isFetching}>
      <div className="charts-head">
        <h2>{t("device.charts")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("device.chartRange")}
          data={rangeNames.map((value) => ({ value, label: t(`device.range.${value}`) }))}
          value={range}
          onChange={(value) => setRange(rangeNames.find((name) => name === value) ?? "hour")}
        />
      </div>
      {columns === undefined ? (
        series.isError ? (
          <ErrorState error={series.error} onRetry={() => void series.refetch()} />
        ) : (
          <LoadingRows rows={2} height={150} />
        )
      ) : columns.seconds.length === 0 ? (
        <div className="charts-empty">
          <strong>{t("device.noSamples")}</strong>
          <p className="soft small">{t("device.noSamplesHint")}</p>
        </div>
      ) : (
        <div className="charts">
          {charts.map(({ measure, name, show, range: bounds }) => {
            const values = columns.values[measure];
            const extremes = extremesOf(values);
            return (
              <figure key={measure} className="chart">
                {extremes === null ? (
                  <>
                    <figcaption>
                      <span>{name}</span>
                    </figcaption>
                    <p className="chart-none soft small">{t("device.noSensor")}</p>
                  </>
                ) : (
                  <LineChart
                    // A chart reads its colours once, so another scheme is another chart.
                    key={scheme}
                    name={name}
                    seconds={columns.seconds}
                    values={values}
                    extremes={extremes}
                    show={show}
                    lowest={bounds[0]}
                    highest={bounds[1]}
                    from={(until - spanMs) / 1000}
                    until={until / 1000}
                    syncKey={deviceId}
                  />
                )}
              </figure>
            );
          })}
        </div>
      )}
    </section>
  );
}
