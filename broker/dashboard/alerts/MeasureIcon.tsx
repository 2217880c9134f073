// Owns the picture of a measure, in the colour of how grave it is.
import {
  IconAlertTriangle,
  IconBatteryExclamation,
  IconClockExclamation,
  IconDatabaseExclamation,
  IconDownload,
  IconFileDownload,
  IconFingerprint,
  IconHeartBroken,
  IconMouseOff,
  IconPlugConnectedX,
  IconPower,
  IconRefreshAlert,
  IconServer,
  IconTemperature,
  IconVolumeOff,
} from "@tabler/icons-react";
import type { MeasureName } from "../../api/alertMeasures.ts";
import type { Severity } from "../../api/alerts.ts";

const icons = {
  lost: IconPlugConnectedX,
  off: IconPower,
  diskFreeMiB: IconDatabaseExclamation,
  smartFailing: IconHeartBroken,
  temperatureC: IconTemperature,
  noSound: IconVolumeOff,
  pointerMissing: IconMouseOff,
  clockErrorSeconds: IconClockExclamation,
  kioskCrashes: IconRefreshAlert,
  contentBehind: IconFileDownload,
  credentialsTwice: IconFingerprint,
  onBattery: IconBatteryExclamation,
  updatesPending: IconDownload,
  hubDiskFull: IconAlertTriangle,
  hubDiskFreeMiB: IconServer,
} as const satisfies Record<MeasureName, unknown>;

type MeasureIconProps = {
  readonly measure: MeasureName;
  /** "over": it is past; "off": nobody watches. */
  readonly tone: Severity | "over" | "off";
};

export function MeasureIcon({ measure, tone }: MeasureIconProps) {
  const Icon = icons[measure];
  return (
    <span className="alert-icon" data-tone={tone} aria-hidden="true">
      <Icon size={22} stroke={1.75} />
    </span>
  );
}
