// Owns the sums at the head of a day or a month of use.
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useHours } from "./useHours.ts";

type SumsProps = {
  readonly devicesOn: number;
  readonly devices: number;
  readonly onMinutes: number;
  readonly lessonMinutes: number;
  readonly sessions: number;
  readonly runs: number;
  readonly powerLosses: number;
};

export function Sums(sums: SumsProps) {
  const { t } = useTexts();
  const format = useFormat();
  const span = useHours();
  const lines = [
    ["devicesOn", t("sum.ofDevices", { on: sums.devicesOn, all: sums.devices })],
    ["onTime", span(sums.onMinutes)],
    ["lessonTime", span(sums.lessonMinutes)],
    ["idleTime", span(Math.max(0, sums.onMinutes - sums.lessonMinutes))],
    ["sessions", format.number(sums.sessions)],
    ["runs", format.number(sums.runs)],
    ["powerLosses", format.number(sums.powerLosses)],
  ] as const;
  return (
    <dl className="usage-sums">
      {lines.map(([name, value]) => (
        <div key={name} className="card" data-bad={name === "powerLosses" && sums.powerLosses > 0}>
          <dt className="soft small">{t(`sum.${name}`)}</dt>
          <dd className="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
