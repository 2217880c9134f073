// Owns the rule of the fleet's list: which rows are shown and in which order. Pure.
import type { FleetRow } from "../../api/fleet.ts";
import type { HealthLight } from "../../api/rooms.ts";
import { plainText } from "../text/searchText.ts";
import { type ColumnKey, columnOf } from "./columns.ts";
import type { FleetFilter } from "./fleetFilter.ts";
import { has } from "./problems.ts";

export function filterDevices(rows: readonly FleetRow[], filter: FleetFilter): FleetRow[] {
  const words = plainText(filter.search).split(" ");
  const shown = rows.filter(
    (row) =>
      (filter.withRevoked || row.revokedAt === null) &&
      (filter.roomId === null || (row.roomId ?? "none") === filter.roomId) &&
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.light === null || (row.light === filter.light && row.revokedAt === null)) &&
      (filter.reachability === null || row.reachability === filter.reachability) &&
      (filter.version === null || versionOf(row) === filter.version) &&
      (filter.problem === null || (row.revokedAt === null && has(row, filter.problem))) &&
      words.every((word) => searchedText(row).includes(word)),
  );
  const place = placeOrder(shown);
  const compare = comparison(filter.sort, place, filter.descending ? -1 : 1);
  return shown.sort((a, b) => compare(a, b) || place(a, b));
}

export const versionOf = ({ agentVersion, kioskVersion }: FleetRow): string | null =>
  agentVersion ?? kioskVersion;

/** A row that changed is another object, so what was made of it is found by the row itself. */
const searched = new WeakMap<FleetRow, string>();
function searchedText(row: FleetRow): string {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const { name, roomName, stationNumber, model, serial, operatingSystem } = row;
  const text = plainText(
    [name, roomName, stationNumber, model, serial, operatingSystem].filter((part) => part !== null).join(" "),
  );
  searched.set(row, text);
  return text;
}

/** Worst first: what needs a person stands on top. */
export const lightOrder: Readonly<Record<HealthLight, number>> = { red: 0, yellow: 1, grey: 2, green: 3 };

type Compare = (a: FleetRow, b: FleetRow) => number;
const collator = new Intl.Collator("vi", { numeric: true });

/** Rooms by name, stations by number, the rest by name. A rank for each room: comparing words costs most of the sorting. */
function placeOrder(rows: readonly FleetRow[]): Compare {
  const names = [...new Set(rows.map(({ roomName }) => roomName ?? "\uffff"))].sort(collator.compare);
  const rank = new Map(names.map((name, index) => [name, index]));
  const rankOf = ({ roomName }: FleetRow) => rank.get(roomName ?? "\uffff") ?? 0;
  return (a, b) =>
    rankOf(a) - rankOf(b) ||
    (a.stationNumber ?? 1000) - (b.stationNumber ?? 1000) ||
    collator.compare(a.name, b.name);
}

/** Whichever way it is sorted, what is not known stands last. */
function comparison(key: ColumnKey, place: Compare, direction: 1 | -1): Compare {
  if (key === "room") return (a, b) => direction * place(a, b);
  if (key === "light") return (a, b) => direction * (lightOrder[a.light] - lightOrder[b.light]);
  const { value } = columnOf(key);
  return (a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return typeof one === "number" && typeof other === "number"
      ? direction * (one - other)
      : direction * collator.compare(String(one), String(other));
  };
}
