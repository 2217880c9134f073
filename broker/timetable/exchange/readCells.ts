// Owns reading one cell as a day, a time of day or a text, however somebody wrote it. Pure.
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import type { ReadCell } from "./readWorkbook.ts";

const dayMs = 86_400_000;
/** Day 0 of Excel's calendar, with its leap year of 1900 that never was. */
const excelEpochMs = Date.UTC(1899, 11, 30);

/** Undefined for what is no day. */
export function dateOf(cell: ReadCell): LocalDate | undefined {
  if (cell instanceof Date) return within(cell.getTime());
  if (typeof cell === "number") return within(excelEpochMs + Math.floor(cell) * dayMs);
  if (typeof cell !== "string") return undefined;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell.trim());
  if (iso) return exact(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // "Thứ Hai, 23/11/2026" as people write it.
  const local = /(?:^|[\s,])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(cell.trim());
  if (!local) return undefined;
  const year = Number(local[3]);
  return exact(year < 100 ? 2000 + year : year, Number(local[2]), Number(local[1]));
}

function within(at: number): LocalDate | undefined {
  const day = new Date(Math.floor(at / dayMs) * dayMs);
  const year = day.getUTCFullYear();
  return year >= 2000 && year <= 2100 ? day.toISOString().slice(0, 10) : undefined;
}

function exact(year: number, month: number, day: number): LocalDate | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? within(at.getTime()) : undefined;
}

/** Minutes after midnight; undefined for what is no time of day. */
export function minuteOf(cell: ReadCell): number | undefined {
  if (cell instanceof Date) return Math.round((((cell.getTime() % dayMs) + dayMs) % dayMs) / 60_000) % 1440;
  if (typeof cell === "number") return cell >= 0 && cell < 1 ? Math.round(cell * 1440) : undefined;
  if (typeof cell !== "string") return undefined;
  const match = /^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{1,2})?(?::\d{2})?\s*(?:p|phút)?$/i.exec(
    cell.trim().normalize("NFC"),
  );
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour <= 24 && minute < 60 && hour * 60 + minute <= 1440 ? hour * 60 + minute : undefined;
}

export function textOf(cell: ReadCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  return "";
}

export const isFormula = (cell: ReadCell): cell is { readonly formula: string } =>
  typeof cell === "object" && cell !== null && "formula" in cell;

export const isEmpty = (cell: ReadCell): boolean =>
  !isFormula(cell) && !(cell instanceof Date) && textOf(cell) === "";

/** "C5" from the first row and column on. */
export function cellName(row: number, column: number): string {
  const first = Math.floor(column / 26);
  const letter = (place: number) => String.fromCharCode(65 + place);
  return `${first > 0 ? letter(first - 1) : ""}${letter(column % 26)}${row + 1}`;
}
