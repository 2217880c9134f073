// Owns that the words of the school's own voices come with their page.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("voices", { vi, en });

export type VoicesText = TFunction<"voices">;

/** `t`: the area's own words; `language`: the dashboard's, not that of the sentences. */
export function useTexts(): { readonly t: VoicesText; readonly language: "vi" | "en" } {
  const { t, i18n } = useTranslation("voices");
  return { t, language: i18n.language === "en" ? "en" : "vi" };
}
