// Owns opening a workbook that anybody may have made: bounded before it is unpacked, and cells told as plain values.
import { type CellValue, readXlsx } from "hucre/xlsx";
import { failure, ok, type Result } from "../../../protocol/result.ts";

/** A year of a large school has 3,000 slots. */
export const mostRows = 6_000;
const mostUnpackedBytes = 60 * 1024 * 1024;
const mostSheets = 40;
const mostColumns = 60;

/** A cell: a value, or a formula nobody has reckoned. Dates and times of day come as Date, as if they were UTC. */
export type ReadCell = CellValue | { readonly formula: string };
export type ReadSheet = {
  readonly name: string;
  /** From the first row of the sheet on. */
  readonly rows: readonly (readonly ReadCell[])[];
  readonly merges: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[];
};
export type WorkbookProblem = "NOT_A_WORKBOOK" | "TOO_LARGE";

/** The failure's detail is a Vietnamese sentence. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<ReadSheet[], WorkbookProblem>> {
  const unpacked = unpackedBytesOf(bytes);
  if (unpacked === undefined) return notAWorkbook;
  if (unpacked > mostUnpackedBytes) return tooLarge;
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 1 });
    if (sheets.length > mostSheets || sheets.some(({ rows }) => rows.length > mostRows)) return tooLarge;
    return ok(
      sheets.map(({ name, rows, cells, merges }) => ({
        name,
        rows: rows.map((row, r) =>
          row.slice(0, mostColumns).map((value, c): ReadCell => {
            const cell = cells?.get(`${r},${c}`);
            const formula = cell?.formula;
            return formula !== undefined &&
              (value === null || value === "") &&
              (cell?.formulaResult ?? null) === null
              ? { formula }
              : value;
          }),
        ),
        merges: (merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
          startRow,
          startCol,
          endRow,
          endCol,
        })),
      })),
    );
  } catch {
    // Whatever it is, the reader cannot make sense of it; the person is told, and nothing depends on why.
    return notAWorkbook;
  }
}

export const notAWorkbook = failure(
  "NOT_A_WORKBOOK",
  "Tệp này không phải sổ tính Excel (.xlsx) hoặc đã hỏng. Chưa có gì thay đổi. Hãy mở tệp bằng Excel, chọn Lưu dưới dạng .xlsx rồi thử lại.",
);
export const tooLarge = failure(
  "TOO_LARGE",
  `Tệp này quá lớn: mỗi trang được tối đa ${mostRows.toLocaleString("vi-VN")} dòng. Chưa có gì thay đổi. Hãy chia thành nhiều tệp nhỏ hơn rồi thử lại.`,
);

/** What the archive says it unpacks to, from its own list at the end; undefined for what is no archive. */
export function unpackedBytesOf(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endMark = 0x0605_4b50;
  const entryMark = 0x0201_4b50;
  const shortestEnd = 22;
  for (let end = bytes.byteLength - shortestEnd; end >= Math.max(0, bytes.byteLength - 65_557); end--) {
    if (view.getUint32(end, true) !== endMark) continue;
    let offset = view.getUint32(end + 16, true);
    const count = view.getUint16(end + 10, true);
    let sum = 0;
    for (let entry = 0; entry < count; entry++) {
      if (offset + 46 > bytes.byteLength || view.getUint32(offset, true) !== entryMark) return undefined;
      sum += view.getUint32(offset + 24, true);
      offset +=
        46 +
        view.getUint16(offset + 28, true) +
        view.getUint16(offset + 30, true) +
        view.getUint16(offset + 32, true);
    }
    return sum;
  }
  return undefined;
}
