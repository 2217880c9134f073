// Owns what a workbook calls things: the list's columns, and how names are compared however somebody wrote them.
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";

export const listName = "Danh sách";

/** In the order of the exported list. */
export const columns = {
  date: "Ngày",
  weekday: "Thứ",
  week: "Tuần",
  period: "Tiết",
  start: "Bắt đầu",
  end: "Kết thúc",
  room: "Phòng",
  class: "Lớp",
  lesson: "Hoạt động",
  id: "Mã tiết",
} as const;
export type Column = keyof typeof columns;

export const weekdayNames = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

/** "Lớp  Gấu Trúc", "lop gau truc" and "LỚP GẤU TRÚC" are one name; đ counts as d. */
export const plainName = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

type Named = { readonly id: string; readonly name: string };

/** What names in a workbook may mean, and the slots there are. Plain data: it crosses to a thread. */
export type SchoolNames = {
  readonly schoolName: string;
  readonly rooms: readonly Named[];
  readonly classes: readonly Named[];
  readonly lessons: readonly (Named & { readonly ageBand: string })[];
  readonly classAges: Readonly<Record<string, string>>;
  /** With their hours on each day of the slots: summer or winter. */
  readonly periods: readonly Named[];
};

/** A slot of the exported list with the school's own words. */
export type ListedSlot = PlacedSlot & { readonly week: number | null };
