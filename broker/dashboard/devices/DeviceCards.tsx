// Owns the devices as cards, for a phone.
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { DeviceRow } from "../../api/devices.ts";
import { useStationText } from "../board/stationText.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";

export function DeviceCards({ rows }: { readonly rows: readonly DeviceRow[] }) {
  const { t } = useTranslation();
  const stationText = useStationText();
  return (
    <ul className="device-cards">
      {rows.map((row) => (
        <li key={row.deviceId}>
          <Link href={`/devices/${row.deviceId}`} className="card device-card">
            <Emblem name={row.emblem} size={36} />
            <span className="device-card-words">
              <strong>{row.name}</strong>
              <span className="soft small">
                {row.roomName ?? t("devices.noRoom")} · {stationText(row)}
              </span>
              {row.revokedAt === null &&
                row.reasons.slice(0, 2).map((reason) => (
                  <span key={reason} className="small">
                    {reason}
                  </span>
                ))}
            </span>
            {row.revokedAt === null ? (
              <HealthLight light={row.light} size={22} />
            ) : (
              <span className="tag">{t("devices.revoked")}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
