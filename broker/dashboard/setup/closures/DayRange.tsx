// Owns how the days of a closure read: "Thứ Hai 1/9/2026 – Thứ Tư 3/9/2026", one day once.
import { weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import { tellDate } from "../../rotation/tellDate.ts";
import { useTexts } from "../texts/useTexts.ts";

type DayRangeProps = { readonly fromDate: string; readonly untilDate: string };
const weekdayKeys = ["1", "2", "3", "4", "5", "6", "7"] as const;

export function DayRange({ fromDate, untilDate }: DayRangeProps) {
  const { t } = useTexts();
  const tell = (date: string) =>
    `${t(`closure.weekday.${weekdayKeys[weekdayOfDate(date) - 1] ?? "1"}`)} ${tellDate(date)}`;
  // A day stays on one line; between two days a narrow screen may break.
  return (
    <span className="numbers">
      <span className="day-range-day">{tell(fromDate)}</span>
      {fromDate !== untilDate && (
        <>
          {" "}
          <span className="day-range-day">– {tell(untilDate)}</span>
        </>
      )}
    </span>
  );
}
