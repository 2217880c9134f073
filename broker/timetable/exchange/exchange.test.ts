import { deflateRawSync } from "node:zlib";
import { type Cell, readXlsx, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ImportOutcome } from "../../api/exchange.ts";
import { applied, type PlannedSchool, planner, planSchool } from "../timetableFixture.ts";
import { type Exchange, makeExchange } from "./exchange.ts";

let school: PlannedSchool;
let exchange: Exchange;
beforeEach(async () => {
  school = await planSchool();
  const { store, timetable, clock } = school;
  exchange = makeExchange({ query: store.query, draft: timetable.draft, clock });
});
afterEach(() => school.close());

const span = { from: "2026-09-07", until: "2027-05-31" };
const head = ["Ngày", "Tiết", "Phòng", "Lớp", "Hoạt động"];
const good = ["01/12/2026", "Tiết 1", "Phòng Kidsmart", "Lớp Gấu Trúc", "Bờ ao vui đếm"];
const draftSlots = () =>
  school.store.query.selectFrom("slot").orderBy("date").orderBy("id").selectAll().execute();

async function bring(
  rows: WriteSheet["rows"],
  more: Partial<WriteSheet> = {},
  write = true,
): Promise<ImportOutcome> {
  const bytes = await writeXlsx({ sheets: [{ name: "Lịch", rows: rows ?? [], ...more }] });
  return exchange.importWorkbook(planner, bytes, write);
}
const rowsOf = (outcome: ImportOutcome) => (outcome.outcome === "unreadable" ? outcome.rows : []);
const problemsOf = (outcome: ImportOutcome) => (outcome.outcome === "unreadable" ? outcome.problems : []);
const reasonsOf = (outcome: ImportOutcome) => rowsOf(outcome).map(({ row, reasons }) => [row, ...reasons]);

test("what was brought out comes in again as the same, and a changed row changes its slot", async () => {
  applied(
    await school.change(
      school.put("2026-12-01"),
      school.put("2026-12-02", { periodId: school.periods[1], classId: school.classes[1] }),
    ),
  );
  const bytes = await exchange.exportWorkbook(span, "draft");
  expect(await exchange.importWorkbook(planner, bytes, true)).toMatchObject({
    outcome: "readable",
    added: 0,
    changed: 0,
    same: 2,
    written: { changeSet: null },
  });

  const [list] = (await readXlsx(bytes)).sheets;
  expect(list?.name).toBe("Danh sách");
  expect(list?.rows[0]).toEqual([
    "Ngày",
    "Thứ",
    "Tuần",
    "Tiết",
    "Bắt đầu",
    "Kết thúc",
    "Phòng",
    "Lớp",
    "Hoạt động",
    "Mã tiết",
  ]);
  expect(list?.rows[2]?.slice(1, 4)).toEqual(["Thứ Tư", 13, "Tiết 2"]);
  const rows = list?.rows.map((row) => [...row]) ?? [];
  (rows[2] as unknown[])[6] = "phong may 2";
  const before = await draftSlots();
  const outcome = await bring(rows);
  expect(outcome).toMatchObject({ outcome: "readable", added: 0, changed: 1, same: 1 });
  const after = await draftSlots();
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after[1]).toMatchObject({ roomId: school.rooms[1], periodId: school.periods[1], origin: "hand" });
});

test("a list made by hand is read in any order of columns, case and accents, with dates and hours of every kind", async () => {
  const outcome = await bring(
    [
      ["TRƯỜNG MẦM NON", null, null, null, null, null],
      [],
      ["hoạt động", "LỚP", "phong", "Bắt đầu", "kết thúc", "ngày"],
      ["bờ ao vui đếm", "Gấu Trúc", "PHÒNG KIDSMART", "8:00", "8h20", "1/12/2026"],
      ["Bờ ao vui đếm", "lớp mèo vàng", "Phòng Kidsmart", 9 / 24, 9.5 / 24, new Date("2026-12-01T00:00:00Z")],
      ["Bé đếm đến 3", "Gà Con", "phòng máy 2", "08:00", "08:15", 46_357],
      [null, "", null, null, null, null],
    ],
    {
      cells: new Map<string, Partial<Cell>>([
        ["4,5", { value: new Date("2026-12-01T00:00:00Z"), style: { numFmt: "dd/mm/yyyy" } }],
      ]),
    },
  );
  expect(reasonsOf(outcome)).toEqual([]);
  expect(outcome).toMatchObject({ outcome: "readable", added: 3, changed: 0, same: 0 });
  expect(
    (await draftSlots()).map(({ date, startMinute, endMinute }) => [date, startMinute, endMinute]).sort(),
  ).toEqual(
    [
      ["2026-12-01", 480, 495],
      ["2026-12-01", 480, 500],
      ["2026-12-01", 540, 570],
    ].sort(),
  );
});

test("looking first writes nothing; taking it in can be undone", async () => {
  expect(await bring([head, good], {}, false)).toMatchObject({
    outcome: "readable",
    added: 1,
    written: null,
  });
  expect(await draftSlots()).toEqual([]);
  const outcome = await bring([head, good]);
  if (outcome.outcome !== "readable" || outcome.written?.outcome !== "applied")
    throw new Error("not written");
  expect(await draftSlots()).toHaveLength(1);
  await school.timetable.undoChanges(planner, outcome.written.changeSet ?? "");
  expect(await draftSlots()).toEqual([]);
});

test("the same list twice adds nothing twice", async () => {
  await bring([head, good]);
  expect(await bring([head, good])).toMatchObject({ outcome: "readable", added: 0, same: 1 });
});

test("one wrong row and nothing is taken in; every wrong row is told with its reason", async () => {
  const row = (change: Record<number, string>) => good.map((cell, column) => change[column] ?? cell);
  const outcome = await bring([
    head,
    good,
    row({ 0: "31/02/2026" }),
    row({ 1: "Tiết 9" }),
    row({ 2: "Phòng nhạc" }),
    row({ 3: "Lớp Voi" }),
    row({ 4: "" }),
    row({ 0: "23/11/2026" }),
  ]);
  expect(reasonsOf(outcome)).toEqual([
    [3, "Ngày “31/02/2026” không đúng, hãy viết như 23/11/2026"],
    [4, "Không có tiết “Tiết 9”"],
    [5, "Không có phòng “Phòng nhạc”"],
    [6, "Không có lớp “Lớp Voi”"],
    [7, "Cột “Hoạt động” còn trống"],
  ]);
  expect(rowsOf(outcome)[0]?.sheet).toBe("Lịch");
  expect(await draftSlots()).toEqual([]);
});

test("slots that meet each other or what is planned already are told row by row", async () => {
  applied(
    await school.change(
      school.put("2026-12-01", { startMinute: 490, endMinute: 520, classId: school.classes[1] }),
    ),
  );
  const outcome = await bring([
    head,
    good,
    ["02/12/2026", ...good.slice(1)],
    ["02/12/2026", "Tiết 1", "Phòng Kidsmart", "Lớp Mèo Vàng", "Bờ ao vui đếm"],
  ]);
  expect(reasonsOf(outcome).map(([row]) => row)).toEqual([2, 3, 4]);
  expect(reasonsOf(outcome)[0]?.[1]).toContain("Phòng Kidsmart đã dành cho Lớp Mèo Vàng");
  expect(await draftSlots()).toHaveLength(1);
});

test("a day that is over cannot be planned from a file either", async () => {
  expect(reasonsOf(await bring([head, ["23/11/2026", ...good.slice(1)]]))[0]?.[1]).toContain("đã qua");
});

test("hours that end before they begin, or are not those of the period, are told", async () => {
  const outcome = await bring([
    ["Ngày", "Tiết", "Bắt đầu", "Kết thúc", "Phòng", "Lớp", "Hoạt động"],
    ["01/12/2026", "", "9:00", "8:30", ...good.slice(2)],
    ["01/12/2026", "Tiết 1", "10:00", "10:30", ...good.slice(2)],
    ["01/12/2026", "", "sáng", "", ...good.slice(2)],
    ["01/12/2026", "", "", "", ...good.slice(2)],
  ]);
  expect(reasonsOf(outcome)).toEqual([
    [2, "Giờ kết thúc 8:30 phải sau giờ bắt đầu 9:00"],
    [3, "Giờ 10:00–10:30 không khớp với Tiết 1 (8:15–8:45): hãy sửa giờ, hoặc xóa tên tiết để giữ giờ riêng"],
    [4, "Giờ “sáng” ở cột “Bắt đầu” không đúng, hãy viết như 8:30"],
    [5, "Hãy điền “Tiết”, hoặc cả “Bắt đầu” và “Kết thúc”"],
  ]);
});

test("merged cells in the list are told with their place; a merged title above is nobody's business", async () => {
  const outcome = await bring([["Lịch tháng 12"], head, good, good], {
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
      { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
    ],
  });
  expect(reasonsOf(outcome).map(([row, reason]) => [row, reason])).toEqual([
    [3, "Các ô C3:C4 đang gộp làm một: hãy bỏ gộp ô và điền đủ từng dòng"],
    [4, "Các ô C3:C4 đang gộp làm một: hãy bỏ gộp ô và điền đủ từng dòng"],
  ]);
});

test("a formula with a value is read, one without is told", async () => {
  const cells = new Map<string, Partial<Cell>>([
    ["1,3", { formula: 'CONCATENATE("Lớp ","Gấu Trúc")', formulaResult: "Lớp Gấu Trúc" }],
    ["2,2", { formula: "B1", value: null }],
  ]);
  const outcome = await bring([head, good, ["02/12/2026", "Tiết 1", null, ...good.slice(3)]], { cells });
  expect(reasonsOf(outcome)).toEqual([
    [3, "Ô C3 là công thức chưa có kết quả: hãy mở tệp bằng Excel rồi lưu lại, hoặc điền giá trị"],
  ]);
  expect(await bring([head, good], { cells: new Map([...cells].slice(0, 1)) })).toMatchObject({
    outcome: "readable",
    added: 1,
  });
});

test("missing columns and a file without a list are told as a whole", async () => {
  expect(
    problemsOf(
      await bring([
        ["Ngày", "Phòng", "Hoạt động"],
        ["01/12/2026", "Phòng Kidsmart", "Bờ ao vui đếm"],
      ]),
    ),
  ).toEqual(["Trang “Lịch” thiếu cột “Lớp”, “Tiết” (hoặc “Bắt đầu” và “Kết thúc”)."]);
  expect(problemsOf(await bring([["Xin chào"]]))[0]).toContain("Không tìm thấy trang nào");
  expect(problemsOf(await bring([head]))[0]).toContain("Không có dòng nào");
});

test("an id that is gone, or stands twice, is told", async () => {
  const made = school.put("2026-12-01");
  applied(await school.change(made));
  const outcome = await bring([
    [...head, "Mã tiết"],
    [...good, made.slot.id],
    ["02/12/2026", ...good.slice(1), made.slot.id],
    ["03/12/2026", ...good.slice(1), "0190a1b2-0000-7000-8000-000000000009"],
  ]);
  expect(reasonsOf(outcome)).toEqual([
    [3, "Mã tiết này đã có ở dòng 2"],
    [4, "Mã tiết này không còn trong thời khóa biểu: hãy xóa mã để thêm thành tiết mới"],
  ]);
});

test("what is no workbook, too long, or unpacks to too much is refused in a sentence", async () => {
  const of = async (bytes: Uint8Array) => problemsOf(await exchange.importWorkbook(planner, bytes, true))[0];
  expect(await of(new TextEncoder().encode("Ngày;Phòng"))).toContain("không phải sổ tính Excel");
  expect(await of(new Uint8Array(0))).toContain("không phải sổ tính Excel");
  const whole = await writeXlsx({ sheets: [{ name: "Lịch", rows: [head, good] }] });
  expect(await of(whole.slice(0, whole.length - 200))).toContain("không phải sổ tính Excel");
  const long = await writeXlsx({
    sheets: [{ name: "Lịch", rows: [head, ...Array.from({ length: 50_000 }, () => good)] }],
  });
  expect(await of(long)).toContain("quá lớn");
  // A bomb's list of contents says what it unpacks to.
  const bomb = whole.slice();
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 46; at++)
    if (view.getUint32(at, true) === 0x0201_4b50) view.setUint32(at + 24, 4_000_000_000, true);
  expect(await of(bomb)).toContain("quá lớn");
  // Another one lies about it: the sheet's XML is 100 MB of spaces.
  const packed = deflateRawSync(Buffer.alloc(100 * 1024 * 1024, 32));
  expect(await of(archiveOf("xl/worksheets/sheet1.xml", packed, 1_000))).toContain("quá lớn");
}, 30_000);

/** One entry, with what it claims to unpack to. */
function archiveOf(name: string, packed: Uint8Array, claimed: number): Uint8Array {
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x0403_4b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x0201_4b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + title.length, 12);
  end.writeUInt32LE(30 + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, central, title, end]);
}

test("of days that are over a workbook holds what took place, not what a draft once wanted, and comes in again as the same", async () => {
  const [took, removed] = [school.put("2026-11-26"), school.put("2026-11-27")];
  applied(await school.change(took, removed));
  await school.timetable.publish(planner, { fromDate: "2026-11-25", untilDate: "2027-05-31" });
  applied(
    await school.change(
      { ...took, seen: 1, slot: { ...took.slot, classId: school.classes[1] } },
      { change: "remove", seen: 1, id: removed.slot.id },
      school.put("2026-11-26", { startMinute: 600, endMinute: 620 }),
    ),
  );
  school.clock.at += 5 * 86_400_000;
  const bytes = await exchange.exportWorkbook(span, "draft");
  const [list] = (await readXlsx(bytes)).sheets;
  expect(list?.rows.slice(1).map((row) => row[7])).toEqual(["Lớp Gấu Trúc", "Lớp Gấu Trúc"]);
  expect(await exchange.importWorkbook(planner, bytes, true)).toMatchObject({ outcome: "readable", same: 2 });
});

test("a list that comes in twice at once is taken in once", async () => {
  const outcomes = await Promise.all([bring([head, good]), bring([head, good])]);
  // Which of the two is read first is nobody's promise.
  expect(outcomes).toMatchObject([{ outcome: "readable" }, { outcome: "readable" }]);
  expect(outcomes).toContainEqual(expect.objectContaining({ added: 1, same: 0 }));
  expect(outcomes).toContainEqual(expect.objectContaining({ added: 0, same: 1 }));
  expect(await draftSlots()).toHaveLength(1);
});
