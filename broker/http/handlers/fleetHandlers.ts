// Owns the routes of the fleet pages.
import type { Kysely } from "kysely";
import { condition } from "../../../protocol/records/condition.ts";
import { software } from "../../../protocol/records/software.ts";
import type { fleetRoutes } from "../../api/fleet.ts";
import { makeFleetChanges } from "../../fleet/changeFleet.ts";
import { fleetRowsOf } from "../../fleet/fleetRows.ts";
import { makeTimeline } from "../../fleet/timeline.ts";
import { makeTwins } from "../../fleet/twins.ts";
import type { Devices } from "../../hubServices.ts";
import { readJson } from "../../store/readJson.ts";
import type { Tables } from "../../store/schema.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export type FleetHandlersDependencies = {
  readonly query: Kysely<Tables>;
  readonly devices: Devices;
  readonly clock: { now(): number };
};

export function fleetHandlers(deps: FleetHandlersDependencies): Handlers<keyof typeof fleetRoutes> {
  const { query, devices } = deps;
  const timeline = makeTimeline(query);
  const twins = makeTwins(deps);
  const changes = makeFleetChanges(deps);
  const unknown = (id: string) => refuse("NOT_FOUND", { detail: `no device ${id}` });

  return {
    listFleet: async () => ({
      ok: true,
      value: fleetRowsOf(
        devices,
        devices.all().map(({ id }) => id),
      ),
    }),
    someOfFleet: async ({ body }) => ({ ok: true, value: fleetRowsOf(devices, body.deviceIds) }),
    changeFleet: async ({ actor, body }) => ({ ok: true, value: await changes.apply(actor, body.changes) }),
    async showCondition({ params: { deviceId } }) {
      if (devices.find(deviceId) === undefined) return unknown(deviceId);
      const rows = await query
        .selectFrom("newestRecord")
        .where("deviceId", "=", deviceId)
        .select(["type", "at", "body"])
        .execute();
      const [ofCondition, ofSoftware] = ["condition", "software"].map((type) =>
        rows.find((row) => row.type === type),
      );
      const measured = ofCondition && readJson(ofCondition.body, condition.schema);
      const installed = ofSoftware && readJson(ofSoftware.body, software.schema);
      return {
        ok: true,
        value: {
          figures: devices.condition(deviceId),
          condition: measured?.ok ? { at: ofCondition?.at ?? 0, body: measured.value } : null,
          software: installed?.ok ? { at: ofSoftware?.at ?? 0, body: installed.value } : null,
        },
      };
    },
    async deviceTimeline({ params: { deviceId }, query: page }) {
      const device = devices.find(deviceId);
      if (device === undefined) return unknown(deviceId);
      return { ok: true, value: await timeline.of(device, page) };
    },
    async compareTwins({ params: { deviceId } }) {
      const device = devices.find(deviceId);
      if (device === undefined) return unknown(deviceId);
      return { ok: true, value: await twins.compare(device) };
    },
  };
}
