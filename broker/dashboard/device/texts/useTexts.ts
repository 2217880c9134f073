// Owns that the words of a device's page come with it.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("device", { vi, en });

export type DeviceText = TFunction<"device">;

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: DeviceText; readonly common: TFunction } {
  const { t } = useTranslation("device");
  const { t: common } = useTranslation();
  return { t, common };
}
