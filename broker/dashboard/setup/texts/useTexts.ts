// Owns that the words of the school's setup come with its page.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("setup", { vi, en });

export type SetupText = TFunction<"setup">;

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: SetupText; readonly common: TFunction } {
  const { t } = useTranslation("setup");
  const { t: common } = useTranslation();
  return { t, common };
}
