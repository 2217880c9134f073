// Owns what the rows of a workbook mean for the draft: new slots, changed ones, and why a row means nothing. Pure.
import type { ClassId, LessonId, PeriodId, RoomId, SlotId } from "../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import type { Hours } from "../../../protocol/timetable/schoolYear.ts";
import { type Column, columns, type SchoolNames } from "./exchangeNames.ts";
import type { FoundList } from "./findLists.ts";
import { makeLookUp } from "./lookUpNames.ts";
import { cellName, dateOf, isEmpty, isFormula, minuteOf, textOf } from "./readCells.ts";
import type { ReadCell } from "./readWorkbook.ts";

export type RowPlace = { readonly sheet: string; readonly row: number };
export type WrongRow = RowPlace & { readonly reasons: string[] };
export type RightRow = RowPlace & { readonly slot: PlacedSlot; readonly kind: "added" | "changed" | "same" };

export type InterpretFacts = SchoolNames & {
  /** Of a period on a day. */
  readonly hoursOn: (period: string, date: string) => Hours | undefined;
  readonly slotById: (id: string) => PlacedSlot | undefined;
  /** Already in the draft at this place and time with this class. */
  readonly slotLike: (slot: PlacedSlot) => PlacedSlot | undefined;
  readonly makeId: () => SlotId;
};

export function interpretRows(
  lists: readonly FoundList[],
  facts: InterpretFacts,
): { right: RightRow[]; wrong: WrongRow[] } {
  const right: RightRow[] = [];
  const wrong: WrongRow[] = [];
  const lookUp = makeLookUp(facts);
  const idRows = new Map<string, RowPlace>();
  for (const list of lists)
    for (const [index, row] of list.sheet.rows.entries()) {
      if (index <= list.headRow || [...list.at.values()].every((column) => isEmpty(row[column] ?? null)))
        continue;
      const place = { sheet: list.sheet.name, row: index + 1 };
      const reasons: string[] = [...mergeReasons(list, index)];
      const slot = readRow(list, row, index, reasons);
      const id = cell(list, row, "id");
      const before = idRows.get(textOf(id));
      if (textOf(id) !== "" && before !== undefined)
        reasons.push(
          `Mã tiết này đã có ở dòng ${before.row}${before.sheet === place.sheet ? "" : ` trang “${before.sheet}”`}`,
        );
      if (textOf(id) !== "") idRows.set(textOf(id), place);
      if (slot === undefined || reasons.length > 0) wrong.push({ ...place, reasons });
      else right.push({ ...place, ...slot });
    }
  return { right, wrong };

  function readRow(
    list: FoundList,
    row: readonly ReadCell[],
    index: number,
    reasons: string[],
  ): Pick<RightRow, "slot" | "kind"> | undefined {
    for (const [, column] of list.at) {
      const value = row[column] ?? null;
      if (isFormula(value))
        reasons.push(
          `Ô ${cellName(index, column)} là công thức chưa có kết quả: hãy mở tệp bằng Excel rồi lưu lại, hoặc điền giá trị`,
        );
    }
    if (reasons.length > 0) return undefined;
    const of = (column: Column) => cell(list, row, column);
    const named = (column: "room" | "class" | "lesson", classId?: string) => {
      const text = textOf(of(column));
      if (text === "") {
        reasons.push(`Cột “${columns[column]}” còn trống`);
        return undefined;
      }
      const id = lookUp(column, text, classId);
      if (id === undefined) reasons.push(`Không có ${unknown[column]} “${text}”`);
      return id;
    };
    const date = dateOf(of("date"));
    if (date === undefined)
      reasons.push(
        isEmpty(of("date"))
          ? `Cột “${columns.date}” còn trống`
          : `Ngày “${tell(of("date"))}” không đúng, hãy viết như 23/11/2026`,
      );
    const roomId = named("room");
    const classId = named("class");
    const lessonId = named("lesson", classId);
    const wanted = textOf(of("id"));
    const known = wanted === "" ? undefined : facts.slotById(wanted);
    if (wanted !== "" && known === undefined) {
      reasons.push("Mã tiết này không còn trong thời khóa biểu: hãy xóa mã để thêm thành tiết mới");
      return undefined;
    }
    const hours = date === undefined ? undefined : readHours(of, date, reasons, known);
    if (
      date === undefined ||
      roomId === undefined ||
      classId === undefined ||
      lessonId === undefined ||
      hours === undefined
    )
      return undefined;

    // The names were looked up among the school's own ids.
    const slot: PlacedSlot = {
      id: known?.id ?? facts.makeId(),
      roomId: roomId as RoomId,
      date,
      ...hours,
      classId: classId as ClassId,
      lessonId: lessonId as LessonId,
      origin: "hand",
    };
    const like = known ?? facts.slotLike(slot);
    if (like !== undefined && isSame(like, slot)) return { slot: like, kind: "same" };
    // The same class there at the same time, only the lesson differs: that slot is meant.
    return { slot: { ...slot, id: like?.id ?? slot.id }, kind: like === undefined ? "added" : "changed" };
  }

  function readHours(
    of: (column: Column) => ReadCell,
    date: string,
    reasons: string[],
    known: PlacedSlot | undefined,
  ) {
    const [start, end] = [minuteOf(of("start")), minuteOf(of("end"))];
    for (const [column, minute] of [
      ["start", start],
      ["end", end],
    ] as const)
      if (minute === undefined && !isEmpty(of(column))) {
        reasons.push(`Giờ “${tell(of(column))}” ở cột “${columns[column]}” không đúng, hãy viết như 8:30`);
        return undefined;
      }
    const text = textOf(of("period"));
    if (text !== "") {
      const periodId = lookUp("period", text);
      // What was held at a period's earlier hours keeps them.
      const kept =
        known?.periodId === periodId &&
        known?.date === date &&
        known.startMinute === start &&
        known.endMinute === end;
      const hours = kept ? known : periodId === undefined ? undefined : facts.hoursOn(periodId, date);
      if (periodId === undefined || hours === undefined) {
        reasons.push(`Không có tiết “${text}”`);
        return undefined;
      }
      if (
        (start ?? hours.startMinute) !== hours.startMinute ||
        (end ?? hours.endMinute) !== hours.endMinute
      ) {
        reasons.push(
          `Giờ ${tellMinute(start)}–${tellMinute(end)} không khớp với ${text} (${tellMinute(hours.startMinute)}–${tellMinute(hours.endMinute)}): hãy sửa giờ, hoặc xóa tên tiết để giữ giờ riêng`,
        );
        return undefined;
      }
      return { periodId: periodId as PeriodId, startMinute: hours.startMinute, endMinute: hours.endMinute };
    }
    if (start === undefined || end === undefined) {
      reasons.push(`Hãy điền “${columns.period}”, hoặc cả “${columns.start}” và “${columns.end}”`);
      return undefined;
    }
    if (end <= start) {
      reasons.push(`Giờ kết thúc ${tellMinute(end)} phải sau giờ bắt đầu ${tellMinute(start)}`);
      return undefined;
    }
    return { periodId: null, startMinute: start, endMinute: end };
  }
}

const unknown = { room: "phòng", class: "lớp", lesson: "hoạt động" } as const;

const cell = ({ at }: FoundList, row: readonly ReadCell[], column: Column): ReadCell => {
  const place = at.get(column);
  return place === undefined ? null : (row[place] ?? null);
};

function mergeReasons({ sheet, at }: FoundList, row: number): string[] {
  const used = new Set(at.values());
  return sheet.merges
    .filter(({ startRow, endRow }) => startRow <= row && row <= endRow)
    .filter(({ startCol, endCol }) => [...used].some((column) => startCol <= column && column <= endCol))
    .map(
      ({ startRow, startCol, endRow, endCol }) =>
        `Các ô ${cellName(startRow, startCol)}:${cellName(endRow, endCol)} đang gộp làm một: hãy bỏ gộp ô và điền đủ từng dòng`,
    );
}

const isSame = (a: PlacedSlot, b: PlacedSlot) =>
  a.roomId === b.roomId &&
  a.date === b.date &&
  a.periodId === b.periodId &&
  a.startMinute === b.startMinute &&
  a.endMinute === b.endMinute &&
  a.classId === b.classId &&
  a.lessonId === b.lessonId;

const tell = (value: ReadCell): string =>
  value instanceof Date ? value.toISOString().slice(0, 16).replace("T", " ") : textOf(value).slice(0, 40);
const tellMinute = (minute: number | undefined) =>
  minute === undefined ? "?" : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
