// Owns that the words of lessons come with their page.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("lessons", { vi, en });

export type LessonsText = TFunction<"lessons">;

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: LessonsText; readonly common: TFunction } {
  const { t } = useTranslation("lessons");
  const { t: common } = useTranslation();
  return { t, common };
}
