// Owns the fleet as cards, for a phone: only those in sight are drawn.
import { memo } from "react";
import { Link } from "wouter";
import type { FleetRow } from "../../api/fleet.ts";
import { useStationText } from "../board/stationText.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useWindowed } from "./useWindowed.ts";

/** With the gap below it. */
const cardPx = 96;

export const DeviceCards = memo(function DeviceCards({ rows }: { readonly rows: readonly FleetRow[] }) {
  const { common } = useTexts();
  const stationText = useStationText();
  const { ref, first, last, beforePx, afterPx } = useWindowed<HTMLUListElement>(rows.length, cardPx);
  return (
    <ul className="device-cards" ref={ref} style={{ paddingTop: beforePx, paddingBottom: afterPx }}>
      {rows.slice(first, last).map((row) => (
        <li key={row.deviceId}>
          <Link href={`/devices/${row.deviceId}`} className="card device-card">
            <Emblem name={row.emblem} size={36} />
            <span className="device-card-words">
              <strong>{row.name}</strong>
              <span className="soft small">
                {row.roomName ?? common("devices.noRoom")} · {stationText(row)}
              </span>
              {row.revokedAt === null && row.reasons[0] !== undefined && (
                <span className="small">{row.reasons[0]}</span>
              )}
            </span>
            {row.revokedAt === null ? (
              <HealthLight light={row.light} size={24} />
            ) : (
              <span className="tag">{common("devices.revoked")}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
});
