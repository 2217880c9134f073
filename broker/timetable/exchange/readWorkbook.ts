// Owns opening a workbook that anybody may have made: bounded before it is unpacked, and cells told as plain values.
import { inflateRawSync } from "node:zlib";
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
  try {
    const entries = entriesOf(bytes);
    if (entries === undefined) return notAWorkbook;
    if (!unpacksWithin(entries, mostUnpackedBytes)) return tooLarge;
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

type Entry = { readonly unpacked: number; readonly packed: Uint8Array; readonly deflated: boolean };

/** The archive's own list at its end; undefined for what is no archive. */
function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endMark = 0x0605_4b50;
  const entryMark = 0x0201_4b50;
  const shortestEnd = 22;
  const earliestEnd = Math.max(0, bytes.byteLength - 65_557);
  for (let end = bytes.byteLength - shortestEnd; end >= earliestEnd; end--) {
    if (view.getUint32(end, true) !== endMark) continue;
    let offset = view.getUint32(end + 16, true);
    const entries: Entry[] = [];
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (offset + 46 > bytes.byteLength || view.getUint32(offset, true) !== entryMark) return undefined;
      const local = view.getUint32(offset + 42, true);
      if (local + 30 > bytes.byteLength) return undefined;
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      entries.push({
        unpacked: view.getUint32(offset + 24, true),
        packed: bytes.subarray(from, from + view.getUint32(offset + 20, true)),
        deflated: view.getUint16(offset + 10, true) === 8,
      });
      const tail = view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
      offset += 46 + view.getUint16(offset + 28, true) + tail;
    }
    return entries;
  }
  return undefined;
}

/** By what the archive says of itself, and then by unpacking it for a trial: a list may lie. */
function unpacksWithin(entries: readonly Entry[], mostBytes: number): boolean {
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostBytes) return false;
  let left = mostBytes;
  for (const { packed, deflated } of entries) {
    if (left <= 0) return false;
    try {
      left -= deflated ? inflateRawSync(packed, { maxOutputLength: left }).byteLength : packed.byteLength;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return false;
      throw error;
    }
  }
  return true;
}
