import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { csvOf, workbookOf } from "./exportRows.ts";

test("a name that a spreadsheet would calculate stays text, and Vietnamese opens in Excel", () => {
  const text = csvOf({
    head: ["Thiết bị", "Ghi chú"],
    rows: [
      ["=cmd|' /C calc'!A0", 'Trạm "4", hỏng'],
      ["-5 °C", "+1"],
    ],
  });
  expect(text).toBe('\ufeffThiết bị,Ghi chú\r\n\'=cmd|\' /C calc\'!A0,"Trạm ""4"", hỏng"\r\n-5 °C,\'+1\r\n');
});

test("the workbook holds what is shown, below its title", async () => {
  const bytes = await workbookOf({
    title: "Danh sách thiết bị",
    note: "2 thiết bị",
    head: ["Thiết bị", "Phòng"],
    rows: [
      ["Trạm 1", "Phòng Kidsmart"],
      ["=1+1", ""],
    ],
    widths: [20, 20],
  });
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.name).toBe("Danh sách thiết bị");
  expect(sheets[0]?.rows.slice(2)).toEqual([
    ["Thiết bị", "Phòng"],
    ["Trạm 1", "Phòng Kidsmart"],
    ["=1+1", expect.anything()],
  ]);
});
