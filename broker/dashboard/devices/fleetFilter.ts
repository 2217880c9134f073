// Owns what of the fleet is shown, as it stands in the address: a link that is sent shows the same to whoever opens it. Pure.
import type { FleetRow } from "../../api/fleet.ts";
import type { HealthLight } from "../../api/rooms.ts";
import { type ColumnKey, columnKeys } from "./columns.ts";
import { type Problem, problems } from "./problems.ts";

export const lights = ["red", "yellow", "green", "grey"] as const satisfies readonly HealthLight[];
export const reachabilities = ["online", "lost", "stopped", "neverSeen"] as const;
export const kinds = ["station", "screen", "office"] as const;
export const views = ["rooms", "table"] as const;

export type FleetFilter = {
  readonly view: (typeof views)[number];
  readonly search: string;
  /** A room's id, "none" for devices without a room, null for all. */
  readonly roomId: string | null;
  readonly kind: FleetRow["kind"] | null;
  readonly light: HealthLight | null;
  readonly reachability: FleetRow["reachability"] | null;
  /** Of the agent, or of the page on web screens. */
  readonly version: string | null;
  readonly problem: Problem | null;
  readonly withRevoked: boolean;
  readonly sort: ColumnKey;
  readonly descending: boolean;
};

export const everything: FleetFilter = {
  view: "rooms",
  search: "",
  roomId: null,
  kind: null,
  light: null,
  reachability: null,
  version: null,
  problem: null,
  withRevoked: false,
  sort: "room",
  descending: false,
};

/** All but what it looks like: view and order. */
export const isNarrowed = (filter: FleetFilter): boolean =>
  filter.search.trim() !== "" ||
  [filter.roomId, filter.kind, filter.light, filter.reachability, filter.version, filter.problem].some(
    (each) => each !== null,
  );

/** What nobody knows in the address counts as not said. */
export function filterFrom(search: URLSearchParams): FleetFilter {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === search.get(name)) ?? null;
  return {
    view: oneOf("view", views) ?? everything.view,
    search: search.get("q") ?? "",
    roomId: search.get("room"),
    kind: oneOf("kind", kinds),
    light: oneOf("light", lights),
    reachability: oneOf("link", reachabilities),
    version: search.get("version"),
    problem: oneOf("problem", problems),
    withRevoked: search.get("revoked") === "1",
    sort: oneOf("sort", columnKeys) ?? everything.sort,
    descending: search.get("desc") === "1",
  };
}

/** Only what differs from everything. */
export function addressOf(filter: FleetFilter): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | null, usual: string | null = null) => {
    if (value !== null && value !== "" && value !== usual) search.set(name, value);
  };
  put("view", filter.view, everything.view);
  put("q", filter.search);
  put("room", filter.roomId);
  put("kind", filter.kind);
  put("light", filter.light);
  put("link", filter.reachability);
  put("version", filter.version);
  put("problem", filter.problem);
  put("revoked", filter.withRevoked ? "1" : null);
  put("sort", filter.sort, everything.sort);
  put("desc", filter.descending ? "1" : null);
  return search;
}
