// Owns the questions to the days of use.
import type { Kysely } from "kysely";
import type { Tables, UsageDayTable, UsageSessionTable } from "../store/schema.ts";

export type UsageFilter = {
  readonly from: string;
  readonly until: string;
  readonly roomId?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly classId?: string | undefined;
};

export type UsageDeviceRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly stationNumber: number | null;
  readonly emblem: string;
  readonly via: string;
  readonly roomId: string | null;
  readonly enrolledAt: number;
  readonly revokedAt: number | null;
};

export type UsageQueries = ReturnType<typeof makeUsageQueries>;

export function makeUsageQueries(query: Kysely<Tables>) {
  return {
    days({ from, until, roomId, deviceId }: UsageFilter): Promise<UsageDayTable[]> {
      let rows = query.selectFrom("usageDay").where("date", ">=", from).where("date", "<=", until);
      if (roomId !== undefined) rows = rows.where("roomId", "=", roomId);
      if (deviceId !== undefined) rows = rows.where("deviceId", "=", deviceId);
      return rows.orderBy("date").selectAll().execute();
    },
    sessions({ from, until, roomId, deviceId, classId }: UsageFilter): Promise<UsageSessionTable[]> {
      let rows = query.selectFrom("usageSession").where("date", ">=", from).where("date", "<=", until);
      if (roomId !== undefined) rows = rows.where("roomId", "=", roomId);
      if (deviceId !== undefined) rows = rows.where("deviceId", "=", deviceId);
      if (classId !== undefined) rows = rows.where("classId", "=", classId);
      return rows.orderBy("date").orderBy("openedAt").selectAll().execute();
    },
    /** Revoked ones too: what they did stays. */
    devices: (): Promise<UsageDeviceRow[]> =>
      query
        .selectFrom("device")
        .select(["id", "name", "kind", "stationNumber", "emblem", "via", "roomId", "enrolledAt", "revokedAt"])
        .execute(),
    rooms: () =>
      query.selectFrom("room").orderBy("position").orderBy("name").select(["id", "name"]).execute(),
    classes: () => query.selectFrom("schoolClass").select(["id", "name", "emblem", "position"]).execute(),
  };
}
