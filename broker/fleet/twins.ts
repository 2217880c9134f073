// Owns finding a device's twins and reading what they are compared by: the last week's hours, conditions, programs.
import type { Kysely } from "kysely";
import type { DeviceId } from "../../protocol/ids.ts";
import { type Software, software } from "../../protocol/records/software.ts";
import type { TwinComparison } from "../api/fleet.ts";
import type { Device, Devices } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { Tables } from "../store/schema.ts";
import { modelName } from "./fleetRows.ts";
import { judgeTwins, median, type TwinFigures } from "./judgeTwins.ts";
import { differentFacts, differentPrograms } from "./twinDifferences.ts";

export type TwinsDependencies = {
  readonly query: Kysely<Tables>;
  readonly devices: Pick<Devices, "list" | "rows" | "inventory" | "condition">;
  readonly clock: { now(): number };
};

export type Twins = { compare(device: Device): Promise<TwinComparison> };

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;
/** More tell nothing new and cost a week of hours each. */
const mostTwins = 40;
/** Of the same model; with fewer, the room's others are the better measure. */
const fewestOfModel = 2;

export function makeTwins({ query, devices, clock }: TwinsDependencies): Twins {
  function twinsOf(device: Device): { by: TwinComparison["by"]; twins: Device[] } {
    const others = devices.list().filter(({ id, kind }) => id !== device.id && kind === device.kind);
    const model = modelName(devices.inventory(device.id));
    const sameModel =
      model === null ? [] : others.filter(({ id }) => modelName(devices.inventory(id)) === model);
    // Nearest first, so that the limit keeps those of the room.
    sameModel.sort((a, b) => Number(b.roomId === device.roomId) - Number(a.roomId === device.roomId));
    if (sameModel.length >= fewestOfModel) return { by: "model", twins: sameModel.slice(0, mostTwins) };
    const room = others.filter(({ roomId }) => roomId !== null && roomId === device.roomId);
    return { by: "room", twins: room.slice(0, mostTwins) };
  }

  /** Middles of the week's hourly means. */
  async function weekOf(ids: readonly DeviceId[], from: number): Promise<Map<string, TwinFigures>> {
    const rows = await query
      .selectFrom("healthHour")
      .where("deviceId", "in", ids)
      .where("hour", ">=", Math.floor(from / hourMs))
      .select([
        "deviceId",
        "cpuSum",
        "cpuCount",
        "memorySum",
        "memoryCount",
        "temperatureSum",
        "temperatureCount",
      ])
      .execute();
    const byDevice = Map.groupBy(rows, ({ deviceId }) => deviceId);
    return new Map(
      [...byDevice].map(([id, hours]) => [
        id,
        {
          cpuPercent: middle(hours.map(({ cpuSum, cpuCount }) => mean(cpuSum, cpuCount))),
          memoryPercent: middle(hours.map(({ memorySum, memoryCount }) => mean(memorySum, memoryCount))),
          temperatureC: middle(
            hours.map(({ temperatureSum, temperatureCount }) => mean(temperatureSum, temperatureCount)),
          ),
        },
      ]),
    );
  }

  function slowFigures(id: DeviceId): TwinFigures {
    const condition = devices.condition(id);
    if (condition === null) return {};
    const { volumeFreeMiB, volumeSizeMiB, roundTripMs, lostPercent, signalPercent } = condition;
    const { powerLosses, kioskCrashes, updates } = condition;
    return {
      diskFreePercent:
        volumeFreeMiB === null || volumeSizeMiB === null || volumeSizeMiB === 0
          ? null
          : (volumeFreeMiB / volumeSizeMiB) * 100,
      roundTripMs,
      lostPercent,
      signalPercent,
      powerLosses,
      kioskCrashes,
      updates,
    };
  }

  async function programsOf(ids: readonly DeviceId[]): Promise<Map<string, Software>> {
    const rows = await query
      .selectFrom("newestRecord")
      .where("type", "=", "software")
      .where("deviceId", "in", ids)
      .select(["deviceId", "body"])
      .execute();
    return new Map(
      rows.flatMap(({ deviceId, body }) => {
        const read = readJson(body, software.schema);
        return read.ok ? [[deviceId, read.value] as const] : [];
      }),
    );
  }

  const built = (id: DeviceId) => ({ inventory: devices.inventory(id), condition: devices.condition(id) });

  return {
    async compare(device) {
      const { by, twins } = twinsOf(device);
      const ids = twins.map(({ id }) => id);
      const until = clock.now();
      const from = until - weekMs;
      const [week, programs] = await Promise.all([
        weekOf([device.id, ...ids], from),
        programsOf([device.id, ...ids]),
      ]);
      const figures = (id: DeviceId): TwinFigures => ({ ...week.get(id), ...slowFigures(id) });
      const own = programs.get(device.id);
      const theirs = ids.flatMap((id) => programs.get(id) ?? []);
      return {
        by,
        twins: devices.rows(ids).map(({ deviceId, name, roomName }) => ({ deviceId, name, roomName })),
        from,
        until,
        findings: judgeTwins(figures(device.id), ids.map(figures)),
        facts: differentFacts(built(device.id), ids.map(built)),
        programs: own === undefined ? [] : differentPrograms(own, theirs),
        programsOf: own === undefined ? 0 : theirs.length,
      };
    },
  };
}

/** The sums hold tenths. */
const mean = (sum: number, count: number) => (count === 0 ? null : sum / count / 10);

function middle(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}
