// Owns that the timetable's words come with its pages.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("timetable", { vi, en });

export type TimetableText = TFunction<"timetable">;

/** `t`: the timetable's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: TimetableText; readonly common: TFunction } {
  const { t } = useTranslation("timetable");
  const { t: common } = useTranslation();
  return { t, common };
}
