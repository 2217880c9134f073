// Owns the quiet line below a device's name: what it is, without saying its number twice.
import { useTranslation } from "react-i18next";
import type { DeviceRow } from "../../api/devices.ts";

export function useDeviceKind(): (device: Pick<DeviceRow, "name" | "kind" | "stationNumber">) => string {
  const { t } = useTranslation();
  return ({ name, kind, stationNumber }) => {
    if (stationNumber === null) return t(`kind.${kind}`);
    const numbered = t("devices.number", { number: stationNumber });
    return name === numbered ? t(`enrol.kindHint.${kind}`) : numbered;
  };
}
