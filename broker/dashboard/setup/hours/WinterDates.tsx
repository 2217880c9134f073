// Owns choosing the days between which winter hours hold.
import { NativeSelect } from "@mantine/core";
import type { Winter } from "../../../../protocol/timetable/schoolYear.ts";
import { useTexts } from "../texts/useTexts.ts";

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const months = monthLengths.map((_, place) => place + 1);
const twoDigits = (value: number) => String(value).padStart(2, "0");

type WinterDatesProps = { readonly winter: Winter; readonly onChange: (winter: Winter) => void };

export function WinterDates({ winter, onChange }: WinterDatesProps) {
  const { t } = useTexts();
  return (
    <fieldset className="setup-fieldset winter-dates">
      <legend>{t("hours.winterDates")}</legend>
      <MonthDay
        label={t("hours.winterFrom")}
        value={winter.from}
        onChange={(from) => onChange({ ...winter, from })}
      />
      <MonthDay
        label={t("hours.winterUntil")}
        value={winter.until}
        onChange={(until) => onChange({ ...winter, until })}
      />
    </fieldset>
  );
}

type MonthDayProps = {
  readonly label: string;
  /** "10-16". */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function MonthDay({ label, value, onChange }: MonthDayProps) {
  const { t } = useTexts();
  const [month = 1, day = 1] = value.split("-").map(Number);
  const daysIn = (of: number) => monthLengths[of - 1] ?? 31;
  const change = (nextDay: number, nextMonth: number) =>
    onChange(`${twoDigits(nextMonth)}-${twoDigits(Math.min(nextDay, daysIn(nextMonth)))}`);
  return (
    <div className="winter-date">
      <span>{label}</span>
      <NativeSelect
        aria-label={`${label}: ${t("hours.day")}`}
        value={String(day)}
        data={Array.from({ length: daysIn(month) }, (_, place) => String(place + 1))}
        onChange={({ currentTarget }) => change(Number(currentTarget.value), month)}
      />
      <NativeSelect
        aria-label={`${label}: ${t("hours.month")}`}
        value={String(month)}
        data={months.map((each) => ({ value: String(each), label: t("hours.monthName", { month: each }) }))}
        onChange={({ currentTarget }) => change(day, Number(currentTarget.value))}
      />
    </div>
  );
}
