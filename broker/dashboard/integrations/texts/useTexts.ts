// Owns that the words of the connections page come with it.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("integrations", { vi, en });

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: TFunction<"integrations">; readonly common: TFunction } {
  const { t } = useTranslation("integrations");
  const { t: common } = useTranslation();
  return { t, common };
}
