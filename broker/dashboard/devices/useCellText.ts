// Owns what stands in a cell of the fleet's table, in words: on screen and in exported files alike. Empty when nothing is known.
import { useMemo } from "react";
import type { FleetRow } from "../../api/fleet.ts";
import { useStationText } from "../board/stationText.ts";
import { useFormat } from "../text/format.ts";
import type { ColumnKey } from "./columns.ts";
import { useTexts } from "./texts/useTexts.ts";

export type CellText = (key: ColumnKey, row: FleetRow, now: number) => string;

export function useCellText(): CellText {
  const { t, common } = useTexts();
  const format = useFormat();
  const stationText = useStationText();
  return useMemo(() => {
    const yes = (value: boolean | null | undefined) => (value == null ? "" : t(value ? "yes" : "no"));
    const shown = (value: number | null | undefined, show: (value: number) => string) =>
      value == null ? "" : show(value);
    const plain = (value: number | null | undefined) => shown(value, format.number);
    const now = (row: FleetRow, value: number | null, show: (value: number) => string) =>
      row.reachability === "online" ? shown(value, show) : "";
    return (key, row, at) => {
      const { condition } = row;
      switch (key) {
        case "name":
          return row.name;
        case "room":
          return row.roomName ?? "";
        case "light":
          return row.revokedAt === null
            ? [common(`light.${row.light}`), ...row.reasons].join(". ")
            : common("devices.revoked");
        case "shows":
          return stationText(row);
        case "cpu":
          return now(row, row.cpuPercent, format.percent);
        case "memory":
          return now(row, row.memoryPercent, format.percent);
        case "temperature":
          return now(row, row.temperatureC, format.degrees);
        case "disk":
          return shown(row.diskFreeMiB, format.size);
        case "lastSeen":
          return format.ago(row.lastSeenAt, at);
        case "diskSize":
          return shown(condition?.volumeSizeMiB, format.size);
        case "smart":
          return condition?.smart == null ? "" : t(`smart.${condition.smart}`);
        case "battery":
          return shown(condition?.batteryPercent, format.percent);
        case "link":
          return condition?.linkKind == null ? "" : linkText(condition.linkKind, condition);
        case "roundTrip":
          return shown(condition?.roundTripMs, (ms) => `${format.number(ms)} ms`);
        case "updates":
          return plain(condition?.updates);
        case "restart":
          return yes(condition?.restartNeeded);
        case "clockError":
          return shown(row.clockErrorMs, format.span);
        case "volume":
          return shown(condition?.volumePercent, format.percent);
        case "powerLosses":
          return plain(condition?.powerLosses);
        case "crashes":
          return condition === null ? "" : plain(condition.kioskCrashes + condition.gameCrashes);
        case "kind":
          return common(`kind.${row.kind}`);
        case "number":
          return plain(row.stationNumber);
        case "model":
          return row.model ?? "";
        case "serial":
          return row.serial ?? "";
        case "operatingSystem":
          return row.operatingSystem ?? "";
        case "processor":
          return row.processor ?? "";
        case "memorySize":
          return shown(row.memoryMiB, format.size);
        case "agent":
          return row.agentVersion ?? "";
        case "kiosk":
          return row.kioskVersion ?? "";
        case "reboot":
          return yes(row.allowReboot);
        case "enrolled":
          return format.day(row.enrolledAt);
      }
    };

    function linkText(
      kind: NonNullable<NonNullable<FleetRow["condition"]>["linkKind"]>,
      { linkMbps, signalPercent }: NonNullable<FleetRow["condition"]>,
    ): string {
      const strength = kind === "wireless" ? shown(signalPercent, format.percent) : shown(linkMbps, megabits);
      return [t(`link.${kind}`), strength].filter((part) => part !== "").join(" · ");
    }
    function megabits(value: number): string {
      return value >= 1000 ? `${format.number(value / 1000, 1)} Gbit/s` : `${format.number(value)} Mbit/s`;
    }
  }, [t, common, format, stationText]);
}
