// Owns the columns of the fleet's table: what each is sorted by, and which are there before anybody chose. Pure.
import type { FleetRow } from "../../api/fleet.ts";

export const columnGroups = ["place", "now", "condition", "machine"] as const;
export type ColumnGroup = (typeof columnGroups)[number];

type Column = {
  readonly group: ColumnGroup;
  /** Null sorts last. Room and light have orders of their own (filterDevices). */
  readonly value: (row: FleetRow) => number | string | null;
  /** Right-aligned. */
  readonly figure?: true;
  /** Shown before anybody chose. */
  readonly usual?: true;
  /** Width, px. */
  readonly width: number;
};

const online = <Value>(row: FleetRow, value: Value | null): Value | null =>
  row.reachability === "online" ? value : null;

export const columns = {
  name: { group: "place", value: ({ name }) => name, usual: true, width: 190 },
  room: { group: "place", value: ({ roomName }) => roomName, usual: true, width: 170 },
  light: { group: "now", value: ({ light }) => light, usual: true, width: 240 },
  shows: { group: "now", value: ({ kiosk }) => kiosk?.state ?? null, usual: true, width: 160 },
  cpu: { group: "now", value: (row) => online(row, row.cpuPercent), figure: true, usual: true, width: 84 },
  memory: {
    group: "now",
    value: (row) => online(row, row.memoryPercent),
    figure: true,
    usual: true,
    width: 94,
  },
  temperature: {
    group: "now",
    value: (row) => online(row, row.temperatureC),
    figure: true,
    usual: true,
    width: 100,
  },
  disk: { group: "now", value: ({ diskFreeMiB }) => diskFreeMiB, figure: true, usual: true, width: 104 },
  lastSeen: { group: "now", value: ({ lastSeenAt }) => lastSeenAt, usual: true, width: 150 },
  diskSize: {
    group: "condition",
    value: ({ condition }) => condition?.volumeSizeMiB ?? null,
    figure: true,
    width: 104,
  },
  smart: { group: "condition", value: ({ condition }) => condition?.smart ?? null, width: 120 },
  battery: {
    group: "condition",
    value: ({ condition }) => condition?.batteryPercent ?? null,
    figure: true,
    width: 90,
  },
  link: { group: "condition", value: ({ condition }) => condition?.linkKind ?? null, width: 140 },
  roundTrip: {
    group: "condition",
    value: ({ condition }) => condition?.roundTripMs ?? null,
    figure: true,
    width: 112,
  },
  updates: {
    group: "condition",
    value: ({ condition }) => condition?.updates ?? null,
    figure: true,
    width: 116,
  },
  restart: {
    group: "condition",
    value: ({ condition }) => (condition?.restartNeeded == null ? null : Number(condition.restartNeeded)),
    width: 128,
  },
  clockError: {
    group: "condition",
    value: ({ clockErrorMs }) => (clockErrorMs === null ? null : Math.abs(clockErrorMs)),
    figure: true,
    width: 116,
  },
  volume: {
    group: "condition",
    value: ({ condition }) => condition?.volumePercent ?? null,
    figure: true,
    width: 100,
  },
  powerLosses: {
    group: "condition",
    value: ({ condition }) => condition?.powerLosses ?? null,
    figure: true,
    width: 110,
  },
  crashes: {
    group: "condition",
    value: ({ condition }) => condition && condition.kioskCrashes + condition.gameCrashes,
    figure: true,
    width: 100,
  },
  kind: { group: "machine", value: ({ kind }) => kind, width: 120 },
  number: { group: "machine", value: ({ stationNumber }) => stationNumber, figure: true, width: 84 },
  model: { group: "machine", value: ({ model }) => model, width: 200 },
  serial: { group: "machine", value: ({ serial }) => serial, width: 150 },
  operatingSystem: { group: "machine", value: ({ operatingSystem }) => operatingSystem, width: 210 },
  processor: { group: "machine", value: ({ processor }) => processor, width: 220 },
  memorySize: { group: "machine", value: ({ memoryMiB }) => memoryMiB, figure: true, width: 100 },
  agent: { group: "machine", value: ({ agentVersion }) => agentVersion, width: 100 },
  kiosk: { group: "machine", value: ({ kioskVersion }) => kioskVersion, width: 100 },
  reboot: { group: "machine", value: ({ allowReboot }) => Number(allowReboot), width: 150 },
  enrolled: { group: "machine", value: ({ enrolledAt }) => enrolledAt, width: 116 },
} as const satisfies Record<string, Column>;

export type ColumnKey = keyof typeof columns;
// Object.keys forgets the keys' types; they are exactly the table's own.
export const columnKeys = Object.keys(columns) as ColumnKey[];
export const columnOf = (key: ColumnKey): Column => columns[key];
export const usualColumns: readonly ColumnKey[] = columnKeys.filter((key) => columnOf(key).usual === true);

/** In the table's order; what another version remembered and this one does not know is left out, the name always stands. */
export function chosenFrom(remembered: string | null): readonly ColumnKey[] {
  if (remembered === null) return usualColumns;
  const names = remembered.split(",");
  return columnKeys.filter((key) => key === "name" || names.includes(key));
}
