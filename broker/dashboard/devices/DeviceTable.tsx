// Owns the devices as a table, for screens with room for columns.
import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { DeviceRow } from "../../api/devices.ts";
import { useStationText } from "../board/stationText.ts";
import { useHubNow } from "../client/hubClock.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";
import { useDeviceKind } from "../parts/useDeviceKind.ts";
import { useFormat } from "../text/format.ts";
import type { DeviceFilter, SortColumn } from "./filterDevices.ts";

const columns = [
  { key: "name", sort: "name", figure: false },
  { key: "room", sort: "room", figure: false },
  { key: "light", sort: "light", figure: false },
  { key: "shows", sort: null, figure: false },
  { key: "cpu", sort: "cpu", figure: true },
  { key: "memory", sort: "memory", figure: true },
  { key: "temperature", sort: "temperature", figure: true },
  { key: "disk", sort: "disk", figure: true },
  { key: "lastSeen", sort: "lastSeen", figure: false },
  { key: "agent", sort: null, figure: false },
] as const;

type DeviceTableProps = {
  readonly rows: readonly DeviceRow[];
  readonly filter: DeviceFilter;
  readonly onChange: (filter: DeviceFilter) => void;
};

export function DeviceTable({ rows, filter, onChange }: DeviceTableProps) {
  const { t } = useTranslation();
  const now = useHubNow(30_000);
  const sortBy = (sort: SortColumn) =>
    onChange({ ...filter, sort, descending: filter.sort === sort && !filter.descending });
  return (
    <div className="card table-scroll device-table">
      <table className="data-table">
        <thead>
          <tr>
            {columns.map(({ key, sort, figure }) => (
              <th
                key={key}
                scope="col"
                className={`device-column-${key}${figure ? " figure" : ""}`}
                {...(sort !== null && filter.sort === sort
                  ? { "aria-sort": filter.descending ? ("descending" as const) : ("ascending" as const) }
                  : {})}
              >
                {sort === null ? (
                  t(`devices.column.${key}`)
                ) : (
                  <UnstyledButton
                    className="sort-button"
                    onClick={() => sortBy(sort)}
                    title={t("devices.sortBy", { column: t(`devices.column.${key}`) })}
                  >
                    {t(`devices.column.${key}`)}
                    {filter.sort === sort &&
                      (filter.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
                  </UnstyledButton>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.deviceId} row={row} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, now }: { readonly row: DeviceRow; readonly now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stationText = useStationText();
  const deviceKind = useDeviceKind();
  const [, navigate] = useLocation();
  const address = `/devices/${row.deviceId}`;
  const figure = (value: number | null, show: (value: number) => string) =>
    value === null ? <span className="soft">–</span> : show(value);
  const online = row.reachability === "online";
  const [reason] = row.reasons;
  const shows = stationText(row);
  return (
    // The link in the first cell is what keyboard and screen reader use; the row only widens it for the mouse.
    <tr className={row.revokedAt === null ? undefined : "device-revoked"} onClick={() => navigate(address)}>
      <td>
        <Link href={address} className="device-name" onClick={(event) => event.stopPropagation()}>
          <Emblem name={row.emblem} size={28} />
          <span>
            <strong>{row.name}</strong>
            <span className="soft small">{deviceKind(row)}</span>
          </span>
        </Link>
      </td>
      <td className="device-column-room">
        {row.roomName ?? <span className="soft">{t("devices.noRoom")}</span>}
      </td>
      <td className="device-column-light">
        {row.revokedAt === null ? (
          <>
            <HealthLight light={row.light} withLabel />
            {reason !== undefined && reason !== shows && <div className="device-reason soft">{reason}</div>}
          </>
        ) : (
          <span className="tag">{t("devices.revoked")}</span>
        )}
      </td>
      <td className="device-column-shows">{shows}</td>
      <td className="figure">{figure(online ? row.cpuPercent : null, format.percent)}</td>
      <td className="figure">{figure(online ? row.memoryPercent : null, format.percent)}</td>
      <td className="figure device-column-temperature">
        {figure(online ? row.temperatureC : null, format.degrees)}
      </td>
      <td className="figure">{figure(row.diskFreeMiB, format.size)}</td>
      <td className="device-column-lastSeen">{format.ago(row.lastSeenAt, now)}</td>
      <td className="device-column-agent soft">{row.agentVersion ?? "–"}</td>
    </tr>
  );
}
