// Owns the comparison of a device with its twins: why is station 4 slow?
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Link } from "wouter";
import type { DevicePage } from "../../api/devices.ts";
import type { TwinComparison, TwinFinding } from "../../api/fleet.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

export function Twins({ device }: { readonly device: DevicePage }) {
  const { t } = useTexts();
  const { deviceId } = device;
  const compared = useHubQuery("compareTwins", { params: { deviceId } });
  if (compared.data === undefined)
    return compared.isError ? (
      <ErrorState error={compared.error} onRetry={() => void compared.refetch()} />
    ) : (
      <LoadingRows rows={3} height={120} />
    );
  const { twins } = compared.data;
  if (twins.length === 0)
    return <EmptyState emblem="owl" title={t("twins.nobody")} hint={t("twins.nobodyHint")} />;
  return (
    <div className="twins">
      <Unusual device={device} compared={compared.data} />
      <Figures findings={compared.data.findings} />
      <Facts facts={compared.data.facts} />
      <Programs compared={compared.data} />
    </div>
  );
}

/** A figure in its unit. */
function useShow(): (measure: TwinFinding["measure"], value: number) => string {
  const format = useFormat();
  return (measure, value) => {
    switch (measure) {
      case "temperatureC":
        return format.degrees(value);
      case "roundTripMs":
        return `${format.number(value)} ms`;
      case "powerLosses":
      case "kioskCrashes":
      case "updates":
        return format.number(value, 1);
      default:
        return format.percent(value);
    }
  };
}

type OfCompared = { readonly compared: TwinComparison };

function Unusual({ device, compared }: OfCompared & { readonly device: DevicePage }) {
  const { t } = useTexts();
  const format = useFormat();
  const show = useShow();
  const unusual = compared.findings.filter((finding) => finding.unusual !== 0);
  return (
    <section className="card device-card-box twins-wide">
      <div>
        <h2>{t(`twins.lead.${compared.by}`, { count: compared.twins.length })}</h2>
        <p className="soft small">
          {t("twins.week", { from: format.dayMonth(compared.from), until: format.dayMonth(compared.until) })}
        </p>
      </div>
      {unusual.length === 0 ? (
        <p className="twins-well">
          <IconCircleCheck size={20} aria-hidden="true" />
          {t("twins.nothingUnusual")}
        </p>
      ) : (
        <ul className="twins-unusual">
          {unusual.map(({ measure, own, twins, worse }) => (
            <li key={measure} className={worse ? "twins-worse" : undefined}>
              {worse ? (
                <IconAlertTriangle size={19} aria-hidden="true" />
              ) : (
                <IconCircleCheck size={19} aria-hidden="true" />
              )}
              <span>
                <strong>
                  {t(`twins.${own > twins ? "higher" : "lower"}.${measure}`, {
                    name: device.name,
                    by: show(measure, Math.abs(own - twins)),
                  })}
                </strong>
                <span className="soft">
                  {t("twins.both", { own: show(measure, own), twins: show(measure, twins) })}
                  {worse && ` ${t(`twins.cause.${measure}`)}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="small twins-list">
        <span className="soft">{t("twins.choose")}: </span>
        {compared.twins.map(({ deviceId, name, roomName }, index) => (
          <span key={deviceId}>
            {index > 0 && ", "}
            <Link href={`/devices/${deviceId}`} title={roomName ?? ""}>
              {name}
            </Link>
          </span>
        ))}
      </p>
    </section>
  );
}

function Figures({ findings }: { readonly findings: readonly TwinFinding[] }) {
  const { t } = useTexts();
  const show = useShow();
  return (
    <section className="card device-card-box">
      <h2>{t("twins.figures")}</h2>
      <table className="data-table twins-table">
        <thead>
          <tr>
            <th scope="col">{t("twins.figures")}</th>
            <th scope="col" className="figure">
              {t("twins.own")}
            </th>
            <th scope="col" className="figure">
              {t("twins.others")}
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ measure, own, twins, worse }) => (
            <tr key={measure} className={worse ? "twins-worse" : undefined}>
              <th scope="row">{t(`twins.measure.${measure}`)}</th>
              <td className="figure">
                <strong>{show(measure, own)}</strong>
              </td>
              <td className="figure soft">{show(measure, twins)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Facts({ facts }: Pick<TwinComparison, "facts">) {
  const { t } = useTexts();
  return (
    <section className="card device-card-box">
      <h2>{t("twins.facts")}</h2>
      {facts.length === 0 ? (
        <p className="soft">{t("twins.sameFacts")}</p>
      ) : (
        <Differences
          rows={facts.map(({ name, own, twins }) => ({ name: t(`twins.fact.${name}`), own, twins }))}
        />
      )}
    </section>
  );
}

function Programs({ compared: { programs, programsOf } }: OfCompared) {
  const { t } = useTexts();
  return (
    <section className="card device-card-box twins-wide">
      <h2>{t("twins.programs")}</h2>
      {programsOf === 0 ? (
        <p className="soft">{t("twins.noPrograms")}</p>
      ) : programs.length === 0 ? (
        <p className="soft">{t("twins.samePrograms")}</p>
      ) : (
        <Differences rows={programs} />
      )}
    </section>
  );
}

type Difference = { readonly name: string; readonly own: string | null; readonly twins: string | null };

function Differences({ rows }: { readonly rows: readonly Difference[] }) {
  const { t } = useTexts();
  const shown = (value: string | null) =>
    value ?? <span className="twins-missing">{t("twins.missing")}</span>;
  return (
    <table className="data-table twins-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t("twins.program")}</span>
          </th>
          <th scope="col">{t("twins.own")}</th>
          <th scope="col">{t("twins.others")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, own, twins }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <strong>{shown(own)}</strong>
            </td>
            <td className="soft">{shown(twins)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
