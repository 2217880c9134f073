// Owns that the words of the games come with their page.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("games", { vi, en });

export type GamesText = TFunction<"games">;

/** `t`: the area's own words; `common`: those that every page has. */
export function useTexts(): { readonly t: GamesText; readonly common: TFunction } {
  const { t } = useTranslation("games");
  const { t: common } = useTranslation();
  return { t, common };
}
