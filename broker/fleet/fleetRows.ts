// Owns the rows of the fleet's list: what the board knows of a device, with what it is and its slow figures. Memory only.
import type { DeviceId } from "../../protocol/ids.ts";
import type { FleetRow } from "../api/fleet.ts";
import type { Devices } from "../hubServices.ts";

export type FleetDevices = Pick<
  Devices,
  "all" | "find" | "rows" | "inventory" | "condition" | "clockErrorMs"
>;

/** In the order of `ids`; unknown ones are left out. */
export function fleetRowsOf(devices: FleetDevices, ids: readonly DeviceId[]): FleetRow[] {
  const known = ids.filter((id) => devices.find(id) !== undefined);
  return devices.rows(known).map((row): FleetRow => {
    const inventory = devices.inventory(row.deviceId);
    const device = devices.find(row.deviceId);
    return {
      ...row,
      allowReboot: device?.allowReboot ?? false,
      allowScreenshot: device?.allowScreenshot ?? false,
      clockErrorMs: devices.clockErrorMs(row.deviceId),
      model: modelName(inventory),
      serial: inventory?.serial ?? null,
      operatingSystem: inventory?.operatingSystem ?? null,
      processor: inventory?.processor ?? null,
      memoryMiB: inventory?.memoryMiB ?? null,
      condition: devices.condition(row.deviceId),
    };
  });
}

/** What makers leave in the firmware when nobody filled it in: such machines are no twins of each other. */
const unfilled =
  /^(to be filled|system (product|manufacturer)|default string|not (specified|applicable)|none|n\/a|o\.?e\.?m\.?)/i;

export function modelName(
  inventory: { readonly manufacturer: string | null; readonly model: string | null } | null,
): string | null {
  if (inventory === null) return null;
  const parts = [inventory.manufacturer, inventory.model].filter(
    (part): part is string => part !== null && part.trim() !== "" && !unfilled.test(part.trim()),
  );
  // A maker alone is no model.
  return inventory.model !== null && parts.includes(inventory.model) ? parts.join(" ") : null;
}
