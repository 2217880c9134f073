// Owns finding the lists in a workbook: which sheets have one, and in which column what stands. Pure.
import { type Column, columns, plainName } from "./exchangeNames.ts";
import { textOf } from "./readCells.ts";
import type { ReadSheet } from "./readWorkbook.ts";

export type FoundList = {
  readonly sheet: ReadSheet;
  readonly headRow: number;
  /** Column of each thing that has one. */
  readonly at: ReadonlyMap<Column, number>;
};

/** A title, a school's name and an empty row may stand above. */
const headWithinRows = 15;
/** With fewer known names a row is no head: a week grid has "Giờ" and days. */
const fewestNames = 3;

const names = new Map<string, Column>(
  (Object.entries(columns) as [Column, string][]).flatMap(([column, name]) => [[plainName(name), column]]),
);
/** What else schools write above such a column. */
for (const [name, column] of [
  ["ngay day", "date"],
  ["ngay hoc", "date"],
  ["tiet hoc", "period"],
  ["gio bat dau", "start"],
  ["tu", "start"],
  ["gio ket thuc", "end"],
  ["den", "end"],
  ["phong hoc", "room"],
  ["ten phong", "room"],
  ["ten lop", "class"],
  ["bai", "lesson"],
  ["bai hoc", "lesson"],
  ["ten hoat dong", "lesson"],
  ["noi dung", "lesson"],
  ["ma", "id"],
] as const)
  names.set(name, column);

export function findLists(sheets: readonly ReadSheet[]): { lists: FoundList[]; problems: string[] } {
  const found = sheets.flatMap((sheet): FoundList[] => {
    for (const [headRow, row] of sheet.rows.slice(0, headWithinRows).entries()) {
      const at = new Map<Column, number>();
      for (const [column, cell] of row.entries()) {
        const name = names.get(plainName(textOf(cell)));
        if (name !== undefined && !at.has(name)) at.set(name, column);
      }
      if (at.size >= fewestNames) return [{ sheet, headRow, at }];
    }
    return [];
  });
  if (found.length === 0) {
    const wanted = ["date", "period", "room", "class", "lesson"] as const;
    const list = wanted.map((column) => `“${columns[column]}”`).join(", ");
    return {
      lists: [],
      problems: [
        `Không tìm thấy trang nào có dòng tiêu đề với các cột ${list}. Hãy tải tệp mẫu và điền vào đó.`,
      ],
    };
  }
  const problems = found.flatMap(({ sheet, at }) => {
    const missing = (["date", "room", "class", "lesson"] as const)
      .filter((column) => !at.has(column))
      .map((column) => `“${columns[column]}”`);
    if (!at.has("period") && !(at.has("start") && at.has("end")))
      missing.push(`“${columns.period}” (hoặc “${columns.start}” và “${columns.end}”)`);
    return missing.length === 0 ? [] : [`Trang “${sheet.name}” thiếu cột ${missing.join(", ")}.`];
  });
  return { lists: problems.length > 0 ? [] : found, problems };
}
