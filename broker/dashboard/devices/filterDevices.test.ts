import { expect, test } from "vitest";
import type { DeviceRow } from "../../api/devices.ts";
import { everything, filterDevices } from "./filterDevices.ts";

const row = (name: string, values: Partial<Record<keyof DeviceRow, unknown>> = {}) =>
  ({
    name,
    roomId: "k",
    roomName: "Phòng Kidsmart",
    stationNumber: null,
    light: "green",
    reachability: "online",
    revokedAt: null,
    cpuPercent: null,
    ...values,
  }) as unknown as DeviceRow;
const names = (rows: readonly DeviceRow[]) => rows.map(({ name }) => name);

test("the usual order is by room, then by station number as a number, devices without a room last", () => {
  const rows = [
    row("Máy lạ", { roomId: null, roomName: null }),
    row("Trạm 10", { stationNumber: 10 }),
    row("Trạm 2", { stationNumber: 2 }),
    row("Màn hình", { roomId: "a", roomName: "Lớp Thỏ" }),
  ];
  expect(names(filterDevices(rows, everything))).toEqual(["Màn hình", "Trạm 2", "Trạm 10", "Máy lạ"]);
});

test("the search finds words without accents in name, room and number", () => {
  const rows = [row("Trạm 5", { stationNumber: 5 }), row("Máy in", { roomName: "Văn phòng" })];
  expect(names(filterDevices(rows, { ...everything, search: "van phong may" }))).toEqual(["Máy in"]);
  expect(names(filterDevices(rows, { ...everything, search: "tram 5" }))).toEqual(["Trạm 5"]);
});

test("sorting by condition puts trouble on top, and unknown figures stand below known ones", () => {
  const rows = [
    row("a"),
    row("b", { light: "red" }),
    row("c", { light: "grey" }),
    row("d", { light: "yellow" }),
  ];
  expect(names(filterDevices(rows, { ...everything, sort: "light" }))).toEqual(["b", "d", "c", "a"]);
  const loads = [row("x"), row("y", { cpuPercent: 3 }), row("z", { cpuPercent: 90 })];
  expect(names(filterDevices(loads, { ...everything, sort: "cpu", descending: true }))).toEqual([
    "z",
    "y",
    "x",
  ]);
});

test("revoked devices show only when asked for", () => {
  const rows = [row("a", { revokedAt: 5 }), row("b")];
  expect(names(filterDevices(rows, everything))).toEqual(["b"]);
  expect(names(filterDevices(rows, { ...everything, withRevoked: true }))).toEqual(["a", "b"]);
});
