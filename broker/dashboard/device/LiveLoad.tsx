// Owns how hard the device works right now, every two seconds while the page is open.
import type { DevicePage } from "../../api/devices.ts";
import { type LoadSample, useLoadsOf } from "../client/liveLoads.ts";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useWatch } from "./useWatch.ts";

const spanMs = 120_000;
const width = 120;
const height = 30;

export function LiveLoad({ device }: { readonly device: DevicePage }) {
  const { t, common } = useTexts();
  const format = useFormat();
  const online = device.reachability === "online" && device.revokedAt === null;
  // A page in a browser cannot measure the computer it runs on.
  const measures = device.agentVersion !== null;
  useWatch(device.deviceId, online && measures);
  const samples = useLoadsOf(device.deviceId);
  const last = samples.at(-1);
  const speed = (value: number) =>
    t("live.perSecond", {
      size: value >= 1024 ? `${format.number(value / 1024, 1)} MB` : `${format.number(value)} KB`,
    });
  return (
    <section className="card device-card-box live-load">
      <div className="charts-head">
        <h2>{t("live.title")}</h2>
        <span className="soft small">{online && measures ? t("live.hint") : ""}</span>
      </div>
      {!measures ? (
        <p className="soft small">{t("live.none")}</p>
      ) : !online ? (
        <p className="soft small">{t("live.away")}</p>
      ) : last === undefined ? (
        <p className="soft small" role="status">
          {t("live.waiting")}
        </p>
      ) : (
        <div className="live-figures">
          <Figure
            name={common("device.cpu")}
            samples={samples}
            read={({ cpuPercent }) => cpuPercent}
            show={format.percent}
            top={100}
          />
          <Figure
            name={common("device.memory")}
            samples={samples}
            read={({ memoryPercent }) => memoryPercent}
            show={format.percent}
            top={100}
          />
          <Figure
            name={common("device.temperature")}
            samples={samples}
            read={({ temperatureC }) => temperatureC}
            show={format.degrees}
            top={100}
          />
          <Figure
            name={t("live.received")}
            samples={samples}
            read={({ receivedKiBPerSecond }) => receivedKiBPerSecond}
            show={speed}
            top={null}
          />
          <Figure
            name={t("live.sent")}
            samples={samples}
            read={({ sentKiBPerSecond }) => sentKiBPerSecond}
            show={speed}
            top={null}
          />
        </div>
      )}
    </section>
  );
}

type FigureProps = {
  readonly name: string;
  readonly samples: readonly LoadSample[];
  readonly read: (sample: LoadSample) => number | null;
  readonly show: (value: number) => string;
  /** Null grows with the values. */
  readonly top: number | null;
};

/** Nothing for what this machine does not tell. */
function Figure({ name, samples, read, show, top }: FigureProps) {
  const last = samples.at(-1);
  const value = last === undefined ? null : read(last);
  if (last === undefined || value === null) return null;
  const known = samples.flatMap((sample) => {
    const each = read(sample);
    return each === null ? [] : [{ at: sample.at, value: each }];
  });
  const highest = top ?? Math.max(1, ...known.map((each) => each.value)) * 1.15;
  const points = known
    .map(
      (each) =>
        `${(width - ((last.at - each.at) / spanMs) * width).toFixed(1)},${(height - (Math.min(each.value, highest) / highest) * (height - 2) - 1).toFixed(1)}`,
    )
    .join(" ");
  return (
    <div className="live-figure">
      <span className="soft small">{name}</span>
      <strong className="numbers">{show(value)}</strong>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <polyline points={points} />
      </svg>
    </div>
  );
}
