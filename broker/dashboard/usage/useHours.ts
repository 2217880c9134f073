// Owns how long things were on, in words: hours even where they are many, since nobody counts a computer's days of 24 hours.

import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

/** From minutes: "45 phút", "5 giờ 20 phút", "132 giờ". */
export function useHours(): (minutes: number) => string {
  const { t } = useTexts();
  const format = useFormat();
  return (minutes) => {
    if (minutes < 60) return t("minutes", { count: minutes });
    const hours = Math.floor(minutes / 60);
    const rest = Math.round(minutes % 60);
    if (hours >= 20 || rest === 0) return t("hours", { hours: format.number(Math.round(minutes / 60)) });
    return t("hoursMinutes", { hours, minutes: rest });
  };
}
