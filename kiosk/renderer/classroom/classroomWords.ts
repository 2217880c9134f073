// Owns the words of classroom screens, in Vietnamese and English. Children see pictures; teachers and parents read.
import type { Locale } from "../../../protocol/game.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import { weekdayOfDate } from "../../../protocol/timetable/zone.ts";

const weekdaysVi = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"] as const;
const weekdaysEn = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const monthsEn = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const partsOf = (date: LocalDate) => ({
  weekday: weekdayOfDate(date) - 1,
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

const vi = {
  tabs: { today: "Hôm nay", week: "Thực đơn tuần", notices: "Thông báo" },
  tabsLabel: "Xem gì trên màn hình",
  now: "Bây giờ",
  next: "Sắp đến",
  dayStrip: "Một ngày của lớp",
  todaysMenu: "Hôm nay con ăn gì?",
  thisWeek: "Tuần này",
  nextWeek: "Tuần sau",
  noMenu: "Chưa có thực đơn",
  noMenuText: "Cô ghi thực đơn trên bảng điều khiển: Màn hình lớp → Thực đơn.",
  noNotices: "Chưa có thông báo nào",
  noNoticesText: "Thông báo được duyệt sẽ hiện ở đây.",
  dateUnknown: "Đồng hồ của máy chưa đúng nên chưa biết hôm nay là ngày nào.",
  untilDate: (date: LocalDate) => `Đến hết ${wordsVi.shortDate(date)}`,
  goodNight: "Tạm biệt các con!",
  goodMorning: "Sắp đến giờ tới lớp rồi!",
  opens: (date: LocalDate, time: string | null) =>
    time === null
      ? `Hẹn gặp lại các con ${wordsVi.longDate(date)}`
      : `Hẹn gặp các con lúc ${time}, ${wordsVi.longDate(date)}`,
  weekend: "Cuối tuần vui vẻ!",
  holiday: "Hôm nay trường nghỉ",
  emptyClassTitle: "Màn hình đang chờ lớp của mình",
  emptyClassText:
    "Phòng này chưa là phòng học của lớp nào. Trên bảng điều khiển, hãy chọn phòng này làm phòng học trong thông tin của lớp; màn hình tự hiện sau vài giây.",
  emptyDayTitle: "Màn hình đang chờ một ngày của lớp",
  emptyDayText:
    "Chưa có thời gian biểu cho tuổi của lớp. Trên bảng điều khiển, cô mở Màn hình lớp → Thời gian biểu và ghi các hoạt động; màn hình tự hiện sau vài giây.",
};

const en: typeof vi = {
  tabs: { today: "Today", week: "Week menu", notices: "Notices" },
  tabsLabel: "What the screen shows",
  now: "Now",
  next: "Next",
  dayStrip: "The day of the class",
  todaysMenu: "What do we eat today?",
  thisWeek: "This week",
  nextWeek: "Next week",
  noMenu: "No menu yet",
  noMenuText: "Write the menu on the dashboard: Class screens → Menu.",
  noNotices: "No notices",
  noNoticesText: "Approved notices are shown here.",
  dateUnknown: "The clock of this screen is not right, so today's date is not known.",
  untilDate: (date) => `Until ${wordsEn.shortDate(date)}`,
  goodNight: "Goodbye, children!",
  goodMorning: "Soon it is time for kindergarten!",
  opens: (date, time) =>
    time === null ? `See you on ${wordsEn.longDate(date)}` : `See you at ${time}, ${wordsEn.longDate(date)}`,
  weekend: "Have a lovely weekend!",
  holiday: "The school is closed today",
  emptyClassTitle: "This screen waits for its class",
  emptyClassText:
    "This room is no class's own yet. On the dashboard, choose this room as the classroom of its class; the screen follows within seconds.",
  emptyDayTitle: "This screen waits for the day of its class",
  emptyDayText:
    "There is no day plan for the age of this class yet. On the dashboard, open Class screens → Day and write the activities; the screen follows within seconds.",
};

const wordsVi = {
  ...vi,
  weekday: (date: LocalDate): string => weekdaysVi[partsOf(date).weekday] ?? "",
  /** "Thứ Ba, 24 tháng 11". */
  longDate: (date: LocalDate) => {
    const { weekday, day, month } = partsOf(date);
    return `${weekdaysVi[weekday]}, ${day} tháng ${month}`;
  },
  /** "24/11". */
  shortDate: (date: LocalDate) => `${partsOf(date).day}/${partsOf(date).month}`,
};
const wordsEn: typeof wordsVi = {
  ...en,
  weekday: (date) => weekdaysEn[partsOf(date).weekday] ?? "",
  longDate: (date) => {
    const { weekday, day, month } = partsOf(date);
    return `${weekdaysEn[weekday]}, ${day} ${monthsEn[month - 1]}`;
  },
  shortDate: (date) => `${partsOf(date).day} ${monthsEn[partsOf(date).month - 1]?.slice(0, 3)}`,
};

export type ClassroomWords = typeof wordsVi;
export const classroomWordsOf = (locale: Locale): ClassroomWords => (locale === "en" ? wordsEn : wordsVi);

/** "07:05". */
export const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(Math.floor(minute % 60)).padStart(2, "0")}`;
