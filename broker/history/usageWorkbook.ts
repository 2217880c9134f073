// Owns the workbook of use: every device's days, sums by device, days of classes.
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import type { UsageAmounts, UsageSpan, UsageSpanQuery } from "../api/usage.ts";

export type UsageWorkbookFacts = {
  readonly schoolName: string;
  /** IANA zone. */
  readonly zone: string;
  readonly wanted: UsageSpanQuery;
  readonly devices: UsageSpan["devices"];
  readonly classDays: UsageSpan["classDays"];
  readonly deviceDays: readonly (UsageAmounts & {
    readonly date: string;
    readonly device: UsageSpan["devices"][number];
    readonly firstAt: number | null;
    readonly lastAt: number | null;
  })[];
};

const font = { name: "Times New Roman", size: 12 };
const line = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const middle = { vertical: "center", wrapText: true } as const;
const head: CellStyle = {
  font: { ...font, bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "0F7A6D" } },
  border: box,
  alignment: { ...middle, horizontal: "center" },
};
const words: CellStyle = { font, border: box, alignment: middle };
const figure: CellStyle = { font, border: box, alignment: { ...middle, horizontal: "center" } };

type Column = readonly [name: string, width: number, style?: CellStyle];
const amountColumns: readonly Column[] = [
  ["Phút bật máy", 11],
  ["Phút trong buổi", 11],
  ["Phút không dùng", 11],
  ["Phút chơi", 10],
  ["Số buổi", 9],
  ["Lượt chơi", 10],
  ["Mất điện đột ngột", 11],
];
const amountCells = (row: UsageAmounts): CellValue[] => [
  row.onMinutes,
  row.lessonMinutes,
  Math.max(0, row.onMinutes - row.lessonMinutes),
  row.playMinutes,
  row.sessions,
  row.runs,
  row.powerLosses,
];

export function writeUsageWorkbook(facts: UsageWorkbookFacts): Promise<Uint8Array> {
  const { zone, devices, classDays, deviceDays } = facts;
  const clock = (at: number | null) => (at === null ? "" : tellMinute(localTimeOf(at, zone).minute));
  return writeXlsx({
    sheets: [
      sheet(
        "Nhật ký máy",
        facts,
        [
          ...([
            ["Ngày", 12],
            ["Phòng", 24, words],
            ["Máy", 24, words],
            ["Bật lúc", 10],
            ["Tắt lúc", 10],
          ] as const),
          ...amountColumns,
        ],
        deviceDays.map((row) => [
          ...[tellDate(row.date), row.device.roomName ?? "", row.device.name],
          ...[clock(row.firstAt), clock(row.lastAt)],
          ...amountCells(row),
        ]),
      ),
      sheet(
        "Tổng theo máy",
        facts,
        [
          ...([
            ["Phòng", 24, words],
            ["Máy", 24, words],
            ["Số ngày bật", 10],
          ] as const),
          ...amountColumns,
        ],
        devices.map((row) => [row.roomName ?? "", row.name, row.daysOn, ...amountCells(row)]),
      ),
      sheet(
        "Lớp theo ngày",
        facts,
        [
          ["Ngày", 12],
          ["Lớp", 24, words],
          ["Số buổi", 9],
          ["Số máy", 9],
          ["Phút chơi", 10],
          ["Lượt chơi", 10],
        ],
        classDays.map(({ date, name, sessions, devices: used, minutes, runs }) => [
          ...[tellDate(date), name || "(lớp không còn trong danh sách)"],
          ...[sessions, used, minutes, runs],
        ]),
      ),
    ],
    properties: { title: `Sổ sử dụng · ${facts.schoolName}`, creator: "Kidsmart" },
    defaultFont: font,
  });
}

function sheet(
  name: string,
  { schoolName, wanted }: UsageWorkbookFacts,
  columns: readonly Column[],
  rows: readonly CellValue[][],
): WriteSheet {
  const above = [`${schoolName} · ${name}`, `Từ ${tellDate(wanted.from)} đến ${tellDate(wanted.until)}`];
  const headRow = above.length + 1;
  const styles: readonly CellStyle[] = [
    { font: { ...font, size: 15, bold: true } },
    { font: { ...font, italic: true } },
  ];
  return {
    name,
    columns: columns.map(([, width, style = figure]) => ({ width, style })),
    rows: [
      ...above.map((text) => [text]),
      [],
      columns.map(([title]) => title),
      ...rows.map((row) => [...row]),
    ],
    cells: new Map([
      ...above.map((value, row) => [`${row},0`, { value, style: styles[row] }] as [string, object]),
      ...columns.map(([value], place) => [`${headRow},${place}`, { value, style: head }] as [string, object]),
    ]),
    rowDefs: new Map([[headRow, { height: 36 }]]),
    freezePane: { rows: headRow + 1 },
    pageSetup: {
      ...({ paperSize: "a4", orientation: "landscape" } as const),
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: `$${headRow + 1}:$${headRow + 1}`,
    },
  };
}

const tellDate = (date: string) => date.split("-").reverse().join("/");
const tellMinute = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(Math.floor(minute % 60)).padStart(2, "0")}`;
