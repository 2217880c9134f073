// Owns the workbook of how games are used: by game, by class (use only), by level and age.
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { AgeBand, GameMode, House } from "../../protocol/game.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";
import {
  type Difficulty,
  fewestRuns,
  type GameUse,
  type GameUseQuery,
  type LevelReport,
} from "../api/games.ts";

export type UseWorkbookFacts = {
  readonly schoolName: string;
  /** IANA zone. */
  readonly zone: string;
  readonly wanted: GameUseQuery;
  /** Of the class that was asked for. */
  readonly className: string | undefined;
  readonly games: readonly {
    readonly title: string;
    readonly house: House | undefined;
    readonly use: GameUse;
    readonly classes: readonly { readonly name: string; readonly runs: number; readonly minutes: number }[];
    readonly levels: readonly LevelReport[];
  }[];
};

const houses: Record<House, string> = {
  math: "Nhà Toán",
  letters: "Nhà Chữ",
  science: "Nhà Khoa học",
  spaceTime: "Nhà Không gian và Thời gian",
  thinking: "Nhà Tư duy",
};
const modes: Record<GameMode, string> = { explore: "Khám phá", quiz: "Hỏi – đáp" };
const difficulties: Record<Difficulty, string> = { easy: "Dễ", fits: "Vừa", hard: "Khó" };
const ages = (band: AgeBand | null) => (band === null ? "chưa rõ" : `${band.replace("-", "–")} tuổi`);

const font = { name: "Times New Roman", size: 12 };
const line = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const box = { top: line, right: line, bottom: line, left: line };
const head: CellStyle = {
  font: { ...font, bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "0F7A6D" } },
  border: box,
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const words: CellStyle = { font, border: box, alignment: { vertical: "center", wrapText: true } };
const figure: CellStyle = { font, border: box, alignment: { horizontal: "center", vertical: "center" } };
const title: CellStyle = { font: { ...font, size: 15, bold: true } };
const note: CellStyle = { font: { ...font, italic: true } };
const a4 = {
  ...({ paperSize: "a4", orientation: "landscape" } as const),
  ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
};

type Column = { readonly name: string; readonly width: number; readonly style: CellStyle };
const column = (name: string, width: number, style: CellStyle = figure): Column => ({ name, width, style });

export const writeUseWorkbook = (facts: UseWorkbookFacts): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [gamesSheet(facts), classesSheet(facts), levelsSheet(facts)],
    properties: { title: `Trò chơi · ${facts.schoolName}`, creator: "Kidsmart" },
    defaultFont: font,
  });

const gamesSheet = (facts: UseWorkbookFacts): WriteSheet =>
  sheet("Trò chơi", facts, {
    columns: [
      column("Nhà", 28, words),
      column("Trò chơi", 28, words),
      column("Lượt chơi", 12),
      column("Phút chơi", 12),
      column("Số lớp", 10),
      column("Đóng vì lỗi", 12),
      column("Chơi lần cuối", 15),
    ],
    rows: facts.games.map(({ title: name, house, use }) => [
      house === undefined ? "(không còn trên máy chủ)" : houses[house],
      name,
      use.runs,
      use.minutes,
      use.classes,
      use.faulted,
      use.lastAt === null ? "chưa chơi" : tellDate(localTimeOf(use.lastAt, facts.zone).date),
    ]),
  });

const classesSheet = (facts: UseWorkbookFacts): WriteSheet =>
  sheet("Theo lớp", facts, {
    columns: [
      column("Trò chơi", 28, words),
      column("Lớp", 24, words),
      column("Lượt chơi", 12),
      column("Phút chơi", 12),
    ],
    rows: facts.games.flatMap(({ title: name, classes }) =>
      classes.map((each) => [name, each.name || "(lớp không còn trong danh sách)", each.runs, each.minutes]),
    ),
  });

const levelsSheet = (facts: UseWorkbookFacts): WriteSheet =>
  sheet("Từng bài", facts, {
    note: `Dưới ${fewestRuns} lượt thì chỉ ghi số lượt, không tính phần trăm.`,
    columns: [
      column("Trò chơi", 24, words),
      column("Bài", 26, words),
      column("Dành cho", 12),
      column("Cách chơi", 12),
      column("Trẻ đã chơi", 12),
      column("Lượt chơi", 10),
      column("Phút chơi", 10),
      column("Số câu", 9),
      column("Đúng ngay lần đầu (%)", 13),
      column("Gợi ý mỗi câu", 10),
      column("Giây mỗi câu", 10),
      column("Phải chỉ cách làm (%)", 12),
      column("Rời giữa chừng (%)", 12),
      column("Độ khó", 10),
    ],
    rows: facts.games.flatMap(({ title: name, levels }) =>
      levels.flatMap(({ level, about, mode, played, difficulty }) =>
        played.map((each) => [
          name,
          about?.title.vi ?? `${level} (không còn)`,
          about === null ? null : ages(about.ageBand),
          modes[mode],
          ages(each.ageBand),
          each.runs,
          each.minutes,
          each.questions,
          each.figures?.firstTryPercent ?? null,
          each.figures?.hintsPerQuestion ?? null,
          each.figures?.secondsPerQuestion ?? null,
          each.figures?.shownPercent ?? null,
          each.figures?.leftPercent ?? null,
          // Judged for the age that the level is for, and no other.
          difficulty === null || each.ageBand !== about?.ageBand ? null : difficulties[difficulty],
        ]),
      ),
    ),
  });

type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly note?: string;
};

function sheet(name: string, facts: UseWorkbookFacts, { columns, rows, note: more }: Table): WriteSheet {
  const above = [`${facts.schoolName} · ${name}`, tellWanted(facts), ...(more === undefined ? [] : [more])];
  const headRow = above.length + 1;
  return {
    name,
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: [
      ...above.map((text) => [text]),
      [],
      columns.map((each) => each.name),
      ...rows.map((row) => [...row]),
    ],
    cells: new Map([
      ...above.map(
        (value, row) => [`${row},0`, { value, style: row === 0 ? title : note }] as [string, object],
      ),
      ...columns.map(
        ({ name: value }, place) => [`${headRow},${place}`, { value, style: head }] as [string, object],
      ),
    ]),
    rowDefs: new Map([[headRow, { height: 36 }]]),
    freezePane: { rows: headRow + 1 },
    pageSetup: { ...a4, printTitlesRow: `$${headRow + 1}:$${headRow + 1}` },
  };
}

function tellWanted({ wanted, className }: UseWorkbookFacts): string {
  const { from, until, classId, ageBand, mode } = wanted;
  return [
    `Từ ${tellDate(from)} đến ${tellDate(until)}`,
    ...(classId === undefined ? [] : [className ?? "lớp không còn trong danh sách"]),
    ...(ageBand === undefined ? [] : [`trẻ ${ages(ageBand)}`]),
    ...(mode === undefined ? [] : [modes[mode].toLowerCase()]),
  ].join(" · ");
}

const tellDate = (date: string) => date.split("-").reverse().join("/");
