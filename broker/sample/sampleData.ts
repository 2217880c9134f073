// Owns what the sample school consists of. Every name here is made up.
import type { AgeBand } from "../../protocol/game.ts";

export const sampleSchoolName = "Trường Mầm non Vườn Ươm (trường mẫu)";
export const zone = "Asia/Ho_Chi_Minh";

export const sampleRooms: readonly {
  readonly name: string;
  readonly kind: "kidsmart" | "classroom";
  /** The class whose own room it is. */
  readonly home?: string;
}[] = [
  { name: "Phòng Kidsmart", kind: "kidsmart" },
  { name: "Phòng học Thỏ Trắng", kind: "classroom", home: "Lớp Thỏ Trắng" },
  { name: "Phòng học Gấu Trúc", kind: "classroom", home: "Lớp Gấu Trúc" },
  { name: "Phòng học Voi Con", kind: "classroom", home: "Lớp Voi Con" },
];

export const sampleClasses: readonly {
  readonly name: string;
  readonly emblem: string;
  readonly ageBand: AgeBand;
  readonly children: number;
}[] = [
  { name: "Lớp Gà Con", emblem: "hatching-chick", ageBand: "3-4", children: 24 },
  { name: "Lớp Thỏ Trắng", emblem: "rabbit-face", ageBand: "3-4", children: 26 },
  { name: "Lớp Mèo Vàng", emblem: "cat-face", ageBand: "4-5", children: 28 },
  { name: "Lớp Gấu Trúc", emblem: "panda", ageBand: "4-5", children: 30 },
  { name: "Lớp Bướm Hoa", emblem: "butterfly", ageBand: "4-5", children: 27 },
  { name: "Lớp Voi Con", emblem: "elephant", ageBand: "5-6", children: 32 },
  { name: "Lớp Cá Heo", emblem: "dolphin", ageBand: "5-6", children: 33 },
  { name: "Lớp Ong Vàng", emblem: "honeybee", ageBand: "5-6", children: 31 },
];

/** `pin`: leads sessions at the stations. */
export const sampleStaff: readonly {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly pin: boolean;
  /** Whose tickets they look after. */
  readonly gradeBlocks?: readonly AgeBand[];
  /** Names of their own classes. */
  readonly classes?: readonly string[];
}[] = [
  { username: "hieutruong", displayName: "Lê Thu An", role: "principal", pin: false },
  { username: "phochuyenmon", displayName: "Trần Minh Khuê", role: "vicePrincipalEducation", pin: false },
  { username: "phochamsoc", displayName: "Phạm Hoài Thương", role: "vicePrincipalCare", pin: false },
  { username: "cntt", displayName: "Vũ Đức Khôi", role: "itOfficer", pin: true },
  { username: "ketoan", displayName: "Hoàng Bảo Ngân", role: "accountant", pin: false },
  { username: "totruong", displayName: "Bùi Thanh Trúc", role: "gradeHead", pin: true, gradeBlocks: ["5-6"] },
  {
    username: "giaovien1",
    displayName: "Đặng Mai Chi",
    role: "teacher",
    pin: true,
    classes: ["Lớp Thỏ Trắng"],
  },
  {
    username: "giaovien2",
    displayName: "Ngô Hồng Nhung",
    role: "teacher",
    pin: true,
    classes: ["Lớp Voi Con"],
  },
];

/** Monday to Friday. */
export const workdays = [1, 2, 3, 4, 5] as const;

export const fixedHolidays = [
  { month: 1, day: 1, days: 1, reason: "Tết Dương lịch" },
  { month: 4, day: 30, days: 2, reason: "Ngày Giải phóng miền Nam và Quốc tế Lao động" },
  { month: 9, day: 2, days: 2, reason: "Quốc khánh" },
] as const;

/** First and last day off of the lunar new year, which no rule of the solar calendar gives. */
export const lunarNewYears = [
  { fromDate: "2026-02-14", untilDate: "2026-02-22" },
  { fromDate: "2027-02-04", untilDate: "2027-02-12" },
  { fromDate: "2028-01-24", untilDate: "2028-02-01" },
] as const;
