// Owns files of what the table shows: the same rows in the same order with the same columns.
import type { CellStyle } from "hucre/xlsx";

export type Sheet = {
  readonly title: string;
  /** A line below the title: whose list it is, and of when. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Characters, for each column. */
  readonly widths: readonly number[];
};

/** With a mark of its letters, so that Excel reads Vietnamese; a cell that a spreadsheet would calculate is told to be text. */
export function csvOf({ head, rows }: Pick<Sheet, "head" | "rows">): string {
  const cell = (text: string) => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** The library comes when somebody asks for a workbook. */
export async function workbookOf(sheet: Sheet): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const font = { name: "Times New Roman", size: 12 };
  const line = { style: "thin", color: { rgb: "BFBFBF" } } as const;
  const border = { top: line, right: line, bottom: line, left: line };
  const plain = { font, border, alignment: { vertical: "center", wrapText: true } } as const;
  const head = {
    font: { ...font, bold: true, color: { rgb: "FFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "0F7A6D" } },
    border,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  } as const;
  const headRow = 2;
  return await writeXlsx({
    sheets: [
      {
        name: sheet.title,
        columns: sheet.widths.map((width) => ({ width, style: plain })),
        rows: [[sheet.title], [sheet.note], [...sheet.head], ...sheet.rows.map((row) => [...row])],
        cells: new Map<string, { value: string; style: CellStyle }>([
          ["0,0", { value: sheet.title, style: { font: { ...font, size: 15, bold: true } } }],
          ["1,0", { value: sheet.note, style: { font: { ...font, italic: true } } }],
          ...sheet.head.map((value, column) => [`${headRow},${column}`, { value, style: head }] as const),
        ]),
        freezePane: { rows: headRow + 1 },
        pageSetup: {
          paperSize: "a4",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${headRow + 1}:$${headRow + 1}`,
        },
      },
    ],
    defaultFont: font,
  });
}

export function download(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
