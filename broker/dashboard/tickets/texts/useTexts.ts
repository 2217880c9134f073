// Owns that the words of tickets come with their pages.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("tickets", { vi, en });

export type TicketsText = TFunction<"tickets">;

export function useTexts(): {
  readonly t: TicketsText;
  readonly language: "vi" | "en";
  /** Ready answers to what a step asks for. */
  readonly examples: (typeof vi)["examples"];
} {
  const { t, i18n } = useTranslation("tickets");
  const language = i18n.language === "en" ? "en" : "vi";
  return { t, language, examples: (language === "en" ? en : vi).examples };
}
