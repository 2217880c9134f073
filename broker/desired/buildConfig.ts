// Owns the rule from a device's row to its config. Pure.
import type { ConfigDocument } from "../../protocol/documents/config.ts";
import type { StaffId } from "../../protocol/ids.ts";
import type { Device } from "../hubServices.ts";

export type ConfigFacts = {
  readonly device: Device;
  readonly schoolName: string;
  readonly roomName: string;
  readonly staff: readonly {
    readonly id: string;
    readonly pinVerifier: string | null;
    readonly disabledAt: number | null;
  }[];
};

export function buildConfig({ device, schoolName, roomName, staff }: ConfigFacts): ConfigDocument {
  return {
    deviceId: device.id,
    deviceName: device.name,
    kind: device.kind,
    schoolName,
    roomName,
    stationNumber: device.stationNumber,
    emblem: device.emblem,
    pins: staff
      .flatMap(({ id, pinVerifier, disabledAt }) =>
        pinVerifier === null || disabledAt !== null
          ? []
          : [{ staffId: id as StaffId, verifier: pinVerifier }],
      )
      .sort((a, b) => (a.staffId < b.staffId ? -1 : 1)),
    healthEverySeconds: 60,
    allowReboot: device.allowReboot,
    // Absent means no: the config of a device that was never asked stays the one it has.
    ...(device.allowScreenshot ? { allowScreenshot: true } : {}),
    volumePercent: 70,
    locale: "vi",
  };
}
