// Owns that the words of classroom screens come with their page.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("classroom", { vi, en });

export type ClassroomText = TFunction<"classroom">;

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: ClassroomText; readonly common: TFunction } {
  const { t } = useTranslation("classroom");
  const { t: common } = useTranslation();
  return { t, common };
}
