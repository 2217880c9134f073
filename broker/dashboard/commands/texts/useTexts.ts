// Owns the words of commands where they are used, with those that all pages share.
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("commands", { vi, en });

export function useTexts() {
  const { t } = useTranslation("commands");
  const { t: common } = useTranslation();
  return { t, common };
}
