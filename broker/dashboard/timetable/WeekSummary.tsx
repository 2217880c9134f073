// Owns the line below the timetable's title: how many slots the week has, and closures that are near.
import { useTranslation } from "react-i18next";
import type { Week } from "../../api/timetable.ts";
import { hubNow } from "../client/hubClock.ts";
import { useFormat } from "../text/format.ts";
import { mondayOf } from "./weekDates.ts";

const dayMs = 86_400_000;

export function WeekSummary({ week }: { readonly week: Week }) {
  const { t } = useTranslation();
  const format = useFormat();
  const monday = mondayOf(hubNow(), week.zone);
  return (
    <>
      {t("timetable.week", { from: format.dayMonth(monday), until: format.dayMonth(monday + 4 * dayMs) })}
      {" · "}
      {t("timetable.slotsCount", { count: week.slots.length })}
    </>
  );
}
