// Owns the rule of the devices list: which rows are shown and in which order. Pure.
import type { DeviceRow } from "../../api/devices.ts";
import type { HealthLight } from "../../api/rooms.ts";
import { matchesSearch } from "../text/searchText.ts";

export const sortColumns = [
  "name",
  "room",
  "light",
  "cpu",
  "memory",
  "temperature",
  "disk",
  "lastSeen",
] as const;
export type SortColumn = (typeof sortColumns)[number];

export type DeviceFilter = {
  readonly search: string;
  /** A room's id, "none" for devices without a room, null for all. */
  readonly roomId: string | null;
  readonly light: HealthLight | null;
  readonly reachability: DeviceRow["reachability"] | null;
  readonly withRevoked: boolean;
  readonly sort: SortColumn;
  readonly descending: boolean;
};

export const everything: DeviceFilter = {
  search: "",
  roomId: null,
  light: null,
  reachability: null,
  withRevoked: false,
  sort: "room",
  descending: false,
};

export function filterDevices(rows: readonly DeviceRow[], filter: DeviceFilter): DeviceRow[] {
  const shown = rows.filter(
    (row) =>
      (filter.withRevoked || row.revokedAt === null) &&
      (filter.roomId === null || (row.roomId ?? "none") === filter.roomId) &&
      (filter.light === null || row.light === filter.light) &&
      (filter.reachability === null || row.reachability === filter.reachability) &&
      matchesSearch(filter.search, `${row.name} ${row.roomName ?? ""} ${row.stationNumber ?? ""}`),
  );
  const direction = filter.descending ? -1 : 1;
  return shown.sort((a, b) => direction * compareBy(filter.sort, a, b) || byPlace(a, b));
}

/** Worst first: what needs a person stands on top. */
const lightOrder: Record<HealthLight, number> = { red: 0, yellow: 1, grey: 2, green: 3 };

function compareBy(column: SortColumn, a: DeviceRow, b: DeviceRow): number {
  switch (column) {
    case "name":
      return byText(a.name, b.name);
    case "room":
      return byPlace(a, b);
    case "light":
      return lightOrder[a.light] - lightOrder[b.light];
    case "cpu":
      return byNumber(a.cpuPercent, b.cpuPercent);
    case "memory":
      return byNumber(a.memoryPercent, b.memoryPercent);
    case "temperature":
      return byNumber(a.temperatureC, b.temperatureC);
    case "disk":
      return byNumber(a.diskFreeMiB, b.diskFreeMiB);
    case "lastSeen":
      return byNumber(a.lastSeenAt, b.lastSeenAt);
  }
}

const collator = new Intl.Collator("vi", { numeric: true });
const byText = (a: string, b: string) => collator.compare(a, b);
/** Unknown figures go below every known one. */
const byNumber = (a: number | null, b: number | null) =>
  (a ?? Number.NEGATIVE_INFINITY) === (b ?? Number.NEGATIVE_INFINITY) ? 0 : (a ?? -1) - (b ?? -1);
const byPlace = (a: DeviceRow, b: DeviceRow) =>
  byText(a.roomName ?? "\uffff", b.roomName ?? "\uffff") ||
  (a.stationNumber ?? 1000) - (b.stationNumber ?? 1000) ||
  byText(a.name, b.name);
