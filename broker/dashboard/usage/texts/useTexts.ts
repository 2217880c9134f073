// Owns that the words of the book of use come with its page.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("usage", { vi, en });

export function useTexts(): { readonly t: TFunction<"usage"> } {
  const { t } = useTranslation("usage");
  return { t };
}
