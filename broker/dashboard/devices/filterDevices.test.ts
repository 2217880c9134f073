import { expect, test } from "vitest";
import type { FleetRow } from "../../api/fleet.ts";
import { chosenFrom, usualColumns } from "./columns.ts";
import { filterDevices } from "./filterDevices.ts";
import { addressOf, everything, type FleetFilter, filterFrom } from "./fleetFilter.ts";
import { problemsOf } from "./problems.ts";

const row = (name: string, values: Partial<Record<keyof FleetRow, unknown>> = {}) =>
  ({
    deviceId: name,
    name,
    kind: "station",
    roomId: "k",
    roomName: "Phòng Kidsmart",
    stationNumber: null,
    light: "green",
    reachability: "online",
    revokedAt: null,
    readiness: null,
    kiosk: null,
    cpuPercent: null,
    memoryPercent: null,
    temperatureC: null,
    diskFreeMiB: null,
    clockErrorMs: null,
    agentVersion: "1.0",
    kioskVersion: null,
    model: null,
    serial: null,
    operatingSystem: null,
    condition: null,
    ...values,
  }) as unknown as FleetRow;
const names = (rows: readonly FleetRow[]) => rows.map(({ name }) => name);
const shown = (rows: readonly FleetRow[], filter: Partial<FleetFilter>) =>
  names(filterDevices(rows, { ...everything, ...filter }));

test("the usual order is by room, then by station number as a number, devices without a room last", () => {
  const rows = [
    row("Máy lạ", { roomId: null, roomName: null }),
    row("Trạm 10", { stationNumber: 10 }),
    row("Trạm 2", { stationNumber: 2 }),
    row("Màn hình", { roomId: "a", roomName: "Lớp Thỏ" }),
  ];
  expect(shown(rows, {})).toEqual(["Màn hình", "Trạm 2", "Trạm 10", "Máy lạ"]);
});

test("the search finds words without accents in name, room, number, model and serial", () => {
  const rows = [
    row("Trạm 5", { stationNumber: 5, model: "Dell OptiPlex 3050", serial: "9XK2" }),
    row("Máy in", { roomName: "Văn phòng" }),
  ];
  expect(shown(rows, { search: "van phong may" })).toEqual(["Máy in"]);
  expect(shown(rows, { search: "tram 5" })).toEqual(["Trạm 5"]);
  expect(shown(rows, { search: "optiplex 9xk2" })).toEqual(["Trạm 5"]);
  // A row that changed is looked at anew.
  expect(shown([{ ...row("Trạm 5"), name: "Trạm 6" } as FleetRow], { search: "tram 6" })).toEqual(["Trạm 6"]);
});

test("sorting by condition puts trouble on top, and what is not known stands last either way", () => {
  const rows = [
    row("a"),
    row("b", { light: "red" }),
    row("c", { light: "grey" }),
    row("d", { light: "yellow" }),
  ];
  expect(shown(rows, { sort: "light" })).toEqual(["b", "d", "c", "a"]);
  const loads = [row("x"), row("y", { cpuPercent: 3 }), row("z", { cpuPercent: 90 })];
  expect(shown(loads, { sort: "cpu", descending: true })).toEqual(["z", "y", "x"]);
  expect(shown(loads, { sort: "cpu" })).toEqual(["y", "z", "x"]);
});

test("revoked devices show only when asked for, and count among no problem", () => {
  const rows = [row("a", { revokedAt: 5, temperatureC: 99 }), row("b")];
  expect(shown(rows, {})).toEqual(["b"]);
  expect(shown(rows, { withRevoked: true })).toEqual(["a", "b"]);
  expect(shown(rows, { withRevoked: true, problem: "hot" })).toEqual([]);
});

test("devices are found by room, kind, version and problem together", () => {
  const rows = [
    row("a", { kind: "office" }),
    row("b", { agentVersion: "0.9" }),
    row("c", { roomId: null }),
    row("d", { condition: { smart: "failing" } }),
  ];
  expect(shown(rows, { kind: "office" })).toEqual(["a"]);
  expect(shown(rows, { version: "0.9" })).toEqual(["b"]);
  expect(shown(rows, { roomId: "none" })).toEqual(["c"]);
  expect(shown(rows, { problem: "diskFailing" })).toEqual(["d"]);
});

test("a mouse is missing only at a station that has no touch screen either", () => {
  const condition = { mice: 0, touchScreens: 0, soundDevices: 1, volumePercent: 40 };
  expect(problemsOf(row("a", { condition }))).toEqual(["noMouse"]);
  expect(problemsOf(row("a", { kind: "office", condition }))).toEqual([]);
  expect(problemsOf(row("a", { condition: { ...condition, touchScreens: 1 } }))).toEqual([]);
  // Not asked is not missing.
  expect(problemsOf(row("a", { condition: { ...condition, mice: null } }))).toEqual([]);
});

test("what is shown stands in the address and comes back from it; what nobody knows there is ignored", () => {
  const filter: FleetFilter = {
    ...everything,
    view: "table",
    search: "Trạm & 4",
    light: "red",
    problem: "hot",
    sort: "temperature",
    descending: true,
  };
  expect(filterFrom(new URLSearchParams(addressOf(filter).toString()))).toEqual(filter);
  expect(addressOf(everything).toString()).toBe("");
  expect(filterFrom(new URLSearchParams("light=blue&sort=x&problem=y&view=z"))).toEqual(everything);
});

test("columns that were remembered stand in the table's order, always with the name", () => {
  expect(chosenFrom("serial,room,oldColumn")).toEqual(["name", "room", "serial"]);
  expect(chosenFrom(null)).toEqual(usualColumns);
});

test("two thousand devices are searched and sorted in less than a tenth of a second", () => {
  const rows = Array.from({ length: 2000 }, (_, index) =>
    row(`Trạm ${index % 20}`, { roomName: `Phòng máy ${index % 97}`, stationNumber: index % 20 }),
  );
  // The best of five: other work of this machine is none of the rule's.
  const tookMs = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    expect(shown(rows, { search: "phong tram 1", sort: "name" }).length).toBeGreaterThan(100);
    return performance.now() - begun;
  });
  expect(Math.min(...tookMs)).toBeLessThan(100);
});
