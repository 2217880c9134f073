// Owns that the words of alerts come with their pages.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("alerts", { vi, en });

export type AlertText = TFunction<"alerts">;

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: AlertText; readonly common: TFunction } {
  const { t } = useTranslation("alerts");
  const { t: common } = useTranslation();
  return { t, common };
}
