// Owns that the words of the fleet come with its pages.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("fleet", { vi, en });

export type FleetText = TFunction<"fleet">;

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: FleetText; readonly common: TFunction } {
  const { t } = useTranslation("fleet");
  const { t: common } = useTranslation();
  return { t, common };
}
