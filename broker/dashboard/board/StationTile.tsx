// Owns one station on the board: number, emblem, light, what it shows, and why it is not well.
import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Station } from "../../api/rooms.ts";
import { usePermission } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";
import { useFormat } from "../text/format.ts";
import { useStationText } from "./stationText.ts";

export function StationTile({ station }: { readonly station: Station }) {
  const mayOpen = usePermission("devices.view");
  const face = <StationFace station={station} />;
  const className = `station-tile station-tile-${station.light}`;
  return (
    <Tooltip label={<StationHint station={station} />} multiline w={260}>
      {mayOpen ? (
        <Link href={`/devices/${station.deviceId}`} className={className}>
          {face}
        </Link>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the reasons in its tooltip must be reachable by keyboard
        <div className={className} tabIndex={0}>
          {face}
        </div>
      )}
    </Tooltip>
  );
}

function StationFace({ station }: { readonly station: Station }) {
  const { t } = useTranslation();
  const stationText = useStationText();
  const [reason] = station.reasons;
  const shows = stationText(station);
  return (
    <>
      <span className="station-tile-top">
        <Emblem name={station.emblem} size={36} />
        {station.stationNumber !== null && (
          <span className="station-number">
            <span className="visually-hidden">{t("kind.station")} </span>
            {station.stationNumber}
          </span>
        )}
        <HealthLight light={station.light} size={20} />
      </span>
      {station.name !== t("devices.number", { number: station.stationNumber ?? 0 }) && (
        <span className="station-name">{station.name}</span>
      )}
      <span className="station-shows">{shows}</span>
      {reason !== undefined && reason !== shows && (
        <span className="station-reason">
          {reason}
          {station.reasons.length > 1 && ` (+${station.reasons.length - 1})`}
        </span>
      )}
    </>
  );
}

function StationHint({ station }: { readonly station: Station }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useHubNow(30_000);
  const { cpuPercent, memoryPercent, temperatureC } = station;
  const online = station.reachability === "online";
  return (
    <span className="station-hint">
      <strong>
        {station.name}: {t(`light.${station.light}`)}
      </strong>
      {station.reasons.map((reason) => (
        <span key={reason}>{reason}</span>
      ))}
      {online && cpuPercent !== null && memoryPercent !== null && (
        <span className="numbers">
          {t("device.cpu")} {format.percent(cpuPercent)} · {t("device.memory")}{" "}
          {format.percent(memoryPercent)}
          {temperatureC !== null && ` · ${format.degrees(temperatureC)}`}
        </span>
      )}
      {!online && <span>{t("board.lastSeen", { when: format.ago(station.lastSeenAt, now) })}</span>}
    </span>
  );
}
