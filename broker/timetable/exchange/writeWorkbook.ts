// Owns the exported workbook: a list that can be brought in again, and for people a sheet of weeks for each room.
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { mondayOf } from "../../../protocol/timetable/schoolYear.ts";
import { addDays, weekdayOfDate } from "../../../protocol/timetable/zone.ts";
import { columns, type ListedSlot, listName, type SchoolNames, weekdayNames } from "./exchangeNames.ts";

export type WorkbookFacts = SchoolNames & { readonly slots: readonly ListedSlot[] };

const font = { name: "Times New Roman", size: 12 };
const line = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const head: CellStyle = {
  font: { ...font, bold: true, color: { rgb: "FFFFFF" } },
  fill: fill("0F7A6D"),
  border: box,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const plain: CellStyle = { font, border: box, alignment: { vertical: "center" } };
const centred: CellStyle = { ...plain, alignment: { vertical: "center", horizontal: "center" } };
const grid: CellStyle = {
  ...plain,
  alignment: { vertical: "center", horizontal: "center", wrapText: true },
};
const ageFills: Readonly<Record<string, string>> = { "3-4": "FDF0D5", "4-5": "E0EFE9", "5-6": "E5E8F8" };
const a4 = {
  paperSize: "a4",
  orientation: "landscape",
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const;

/** Points; the page is A4 landscape at the scale that five days need. */
const heightOf = { title: 30, heading: 18, days: 34, hour: 46, page: 520 };

export const writeWorkbook = (facts: WorkbookFacts): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [listSheet(facts), ...roomSheets(facts)],
    properties: { title: `Thời khóa biểu ${facts.schoolName}`, creator: "Kidsmart" },
    defaultFont: font,
  });

function listSheet({ slots, rooms, classes, lessons, periods }: WorkbookFacts): WriteSheet {
  const [room, schoolClass, lesson, period] = [
    namesOf(rooms),
    namesOf(classes),
    namesOf(lessons),
    namesOf(periods),
  ];
  const rows = slots.map((slot): CellValue[] => [
    new Date(`${slot.date}T00:00:00Z`),
    weekdayNames[weekdayOfDate(slot.date) - 1] ?? "",
    slot.week,
    period(slot.periodId),
    slot.startMinute / 1440,
    slot.endMinute / 1440,
    room(slot.roomId),
    schoolClass(slot.classId),
    lesson(slot.lessonId),
    slot.id,
  ]);
  return {
    name: listName,
    columns: [
      { width: 13, style: { ...centred, numFmt: "dd/mm/yyyy" } },
      { width: 11, style: centred },
      { width: 8, style: centred },
      { width: 11, style: centred },
      { width: 10, style: { ...centred, numFmt: "hh:mm" } },
      { width: 10, style: { ...centred, numFmt: "hh:mm" } },
      { width: 22, style: plain },
      { width: 22, style: plain },
      { width: 34, style: plain },
      { width: 40, style: { ...plain, font: { ...font, color: { rgb: "8A8A8A" } } } },
    ],
    rows: [Object.values(columns), ...rows],
    cells: styled(Object.values(columns).map((value, column) => [0, column, value, head] as const)),
    rowDefs: new Map([[0, { height: 24 }]]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:J${rows.length + 1}` },
    pageSetup: { ...a4, printTitlesRow: "$1:$1" },
  };
}

function namesOf(
  list: readonly { readonly id: string; readonly name: string }[],
): (id: string | null) => string {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? "" : (names.get(id) ?? ""));
}

function roomSheets(facts: WorkbookFacts): WriteSheet[] {
  const taken = new Set([listName.toLowerCase()]);
  return facts.rooms.flatMap((room) => {
    const slots = facts.slots.filter(({ roomId }) => roomId === room.id);
    return slots.length === 0 ? [] : [roomSheet(sheetName(room.name, taken), room.name, slots, facts)];
  });
}

/** One week below the other: a row for each hour, a column for each day. */
function roomSheet(
  name: string,
  title: string,
  slots: readonly ListedSlot[],
  facts: WorkbookFacts,
): WriteSheet {
  const classNames = new Map(facts.classes.map((each) => [each.id, each.name]));
  const lessonNames = new Map(facts.lessons.map((each) => [each.id, each.name]));
  const periodNames = new Map(facts.periods.map((each) => [each.id, each.name]));
  const days = Math.max(5, ...slots.map(({ date }) => weekdayOfDate(date)));
  const cells: [number, number, CellValue, CellStyle][] = [];
  const heights = new Map<number, { height: number }>();
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: days }];
  cells.push([
    0,
    0,
    `${facts.schoolName} · ${title}`,
    { font: { ...font, size: 16, bold: true }, alignment: { vertical: "center" } },
  ]);
  heights.set(0, { height: heightOf.title });
  const rowBreaks: number[] = [];
  let row = 2;
  let onPage = heightOf.title;
  for (const [monday, week] of Map.groupBy(slots, ({ date }) => mondayOf(date))) {
    const hours = [...new Map(week.map((slot) => [`${slot.startMinute} ${slot.endMinute}`, slot])).values()];
    const height = 2 * heightOf.heading + heightOf.days + heightOf.hour * hours.length;
    if (onPage + height > heightOf.page && onPage > heightOf.title) {
      // A week is not cut in two where it is hung on the wall.
      rowBreaks.push(row - 1);
      onPage = 0;
    }
    onPage += height;
    const number = week[0]?.week;
    const heading = `${number == null ? "Tuần" : `Tuần ${number}`}: ${tellDay(monday)} – ${tellDay(addDays(monday, days - 1))}`;
    cells.push([row, 0, heading, { font: { ...font, bold: true, size: 13 } }]);
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: days });
    row++;
    cells.push([row, 0, "Giờ", head]);
    for (let day = 0; day < days; day++)
      cells.push([row, day + 1, `${weekdayNames[day]}\n${tellDay(addDays(monday, day))}`, head]);
    heights.set(row, { height: heightOf.days });
    row++;
    for (const hour of hours.sort((a, b) => a.startMinute - b.startMinute || a.endMinute - b.endMinute)) {
      const period = hour.periodId === null ? undefined : periodNames.get(hour.periodId);
      const times = `${tellMinute(hour.startMinute)}–${tellMinute(hour.endMinute)}`;
      cells.push([row, 0, period === undefined ? times : `${period}\n${times}`, grid]);
      for (let day = 1; day <= days; day++) {
        const slot = week.find(
          ({ date, startMinute, endMinute }) =>
            weekdayOfDate(date) === day && startMinute === hour.startMinute && endMinute === hour.endMinute,
        );
        const text = slot && `${classNames.get(slot.classId) ?? ""}\n${lessonNames.get(slot.lessonId) ?? ""}`;
        const age = slot && ageFills[facts.classAges[slot.classId] ?? ""];
        cells.push([row, day, text ?? null, age === undefined ? grid : { ...grid, fill: fill(age) }]);
      }
      heights.set(row, { height: heightOf.hour });
      row++;
    }
    row++;
  }
  return {
    name,
    columns: [{ width: 16 }, ...Array.from({ length: days }, () => ({ width: 25 }))],
    rows: [],
    cells: styled(cells),
    merges,
    rowDefs: heights,
    rowBreaks,
    freezePane: { columns: 1 },
    pageSetup: a4,
  };
}

const styled = (
  cells: readonly (readonly [number, number, CellValue, CellStyle])[],
): Map<string, Partial<Cell>> =>
  new Map(cells.map(([row, column, value, style]) => [`${row},${column}`, { value, style }]));

/** At most 31 characters without the few that Excel forbids, and no two alike. */
function sheetName(name: string, taken: Set<string>): string {
  const clean =
    name
      .replace(/[[\]:*?/\\']/g, " ")
      .trim()
      .slice(0, 28) || "Phòng";
  let free = clean;
  for (let next = 2; taken.has(free.toLowerCase()); next++) free = `${clean} ${next}`;
  taken.add(free.toLowerCase());
  return free;
}

const tellDay = (date: string) => date.split("-").reverse().slice(0, 2).join("/");
const tellMinute = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
