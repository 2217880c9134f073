// Owns a room's day as a table: what the daily logbook asks for.
import { Link } from "wouter";
import type { UsageDeviceDay } from "../../api/usage.ts";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

export function RoomTable({ devices }: { readonly devices: readonly UsageDeviceDay[] }) {
  const { t } = useTexts();
  const format = useFormat();
  const clock = (at: number | null) => (at === null ? "–" : format.clock(at));
  const minutes = (count: number) => (count === 0 ? "–" : t("minutes", { count }));
  return (
    <div className="table-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th>{t("column.device")}</th>
            <th className="figure">{t("column.first")}</th>
            <th className="figure">{t("column.last")}</th>
            <th className="figure">{t("column.on")}</th>
            <th className="figure">{t("column.lesson")}</th>
            <th className="figure">{t("column.idle")}</th>
            <th className="figure">{t("column.play")}</th>
            <th className="figure">{t("column.sessions")}</th>
            <th className="figure">{t("column.runs")}</th>
            <th className="figure">{t("column.lost")}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.deviceId}>
              <td className="usage-cell-name">
                <Link href={`/devices/${device.deviceId}`}>{device.name}</Link>
              </td>
              <td className="figure">{clock(device.firstAt)}</td>
              <td className="figure">{clock(device.lastAt)}</td>
              <td className="figure">{minutes(device.onMinutes)}</td>
              <td className="figure">{minutes(device.lessonMinutes)}</td>
              <td className="figure">{minutes(Math.max(0, device.onMinutes - device.lessonMinutes))}</td>
              <td className="figure">{minutes(device.playMinutes)}</td>
              <td className="figure">{device.sessions || "–"}</td>
              <td className="figure">{device.runs || "–"}</td>
              <td className="figure">{device.powerLosses || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
