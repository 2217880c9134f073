// Owns which Vietnamese public holidays a school is proposed to close on. Pure; lunar days by the Vietnamese calendar (UTC+7), ADR 0023.
import { LunarDate } from "@nghiavuive/lunar_date_vi";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays, weekdayOfDate } from "../../protocol/timetable/zone.ts";
import type { ProposedClosure } from "../api/school.ts";

type Span = { readonly fromDate: LocalDate; readonly untilDate: LocalDate };
type Holiday = Omit<ProposedClosure, "taken">;

/** What the library's table of new moons reaches. */
const lunarYears = { first: 1901, last: 2198 } as const;

/** Holidays that touch the span, by their first day; `taken` when the school is closed on all their days already. */
export function proposeHolidays(span: Span, closures: readonly Span[]): ProposedClosure[] {
  const { fromDate, untilDate } = span;
  const found: Holiday[] = [];
  for (let year = Number(fromDate.slice(0, 4)); year <= Number(untilDate.slice(0, 4)); year++)
    found.push(...holidaysOf(year));
  return found
    .filter((holiday) => holiday.fromDate <= untilDate && holiday.untilDate >= fromDate)
    .sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1))
    .map((holiday) => ({ ...holiday, taken: isCovered(holiday, closures) }));
}

function holidaysOf(year: number): Holiday[] {
  const fixed = (from: string, until: string, reason: string, note: string) =>
    withDaysInLieu({ fromDate: `${year}-${from}`, untilDate: `${year}-${until}`, reason, note });
  return [
    fixed("01-01", "01-01", "Tết Dương lịch", "Ngày 1 tháng 1"),
    ...lunarHolidaysOf(year),
    fixed("04-30", "05-01", "Giải phóng miền Nam và Quốc tế Lao động", "Ngày 30 tháng 4 và ngày 1 tháng 5"),
    fixed(
      "09-01",
      "09-02",
      "Quốc khánh",
      "Ngày 2 tháng 9 và ngày liền trước hoặc liền sau: Nhà nước công bố mỗi năm, hãy xem lại và sửa nếu năm nay nghỉ ngày 3",
    ),
  ];
}

function lunarHolidaysOf(year: number): Holiday[] {
  if (year < lunarYears.first || year > lunarYears.last) return [];
  const newYear = solarDay(year, 1, 1);
  // The last month has 29 days or 30.
  const lastMonthDays = (Date.parse(newYear) - Date.parse(solarDay(year - 1, 12, 1))) / dayMs;
  return [
    {
      fromDate: addDays(newYear, -2),
      untilDate: addDays(newYear, 4),
      reason: "Tết Nguyên đán",
      note: `Từ ${lastMonthDays - 1} tháng Chạp đến mùng 5 tháng Giêng; mùng một là ${tellDay(newYear)}. Ngày nghỉ bù và ngày nghỉ thêm theo thông báo của Sở.`,
    },
    withDaysInLieu({
      fromDate: solarDay(year, 3, 10),
      untilDate: solarDay(year, 3, 10),
      reason: "Giỗ Tổ Hùng Vương",
      note: "Mùng 10 tháng 3 âm lịch",
    }),
  ];
}

function solarDay(year: number, month: number, day: number): LocalDate {
  const lunar = new LunarDate({ year, month, day });
  // The library reckons the day only when it is told to.
  lunar.init(true);
  return lunar.toSolarDate().toDate().toISOString().slice(0, 10);
}

/** By law a holiday on a weekend is made up for on the next working day; the school decides, so it is only said. */
function withDaysInLieu(holiday: Holiday): Holiday {
  const { fromDate, untilDate } = holiday;
  let onWeekend = 0;
  for (let date = fromDate; date <= untilDate; date = addDays(date, 1))
    if (weekdayOfDate(date) > 5) onWeekend++;
  if (onWeekend === 0) return holiday;
  return {
    ...holiday,
    note: `${holiday.note}. Trùng ${onWeekend} ngày cuối tuần: nghỉ bù vào ngày làm việc kế tiếp`,
  };
}

function isCovered({ fromDate, untilDate }: Span, closures: readonly Span[]): boolean {
  for (let date = fromDate; date <= untilDate; date = addDays(date, 1))
    if (!closures.some((closure) => closure.fromDate <= date && date <= closure.untilDate)) return false;
  return true;
}

const dayMs = 86_400_000;

const tellDay = (date: LocalDate) => date.split("-").reverse().map(Number).join("/");
