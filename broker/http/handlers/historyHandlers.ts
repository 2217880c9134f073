// Owns the routes of what is kept of the past: health over years, days of use.
import type { historyRoutes } from "../../api/history.ts";
import type { hubDiskRoutes } from "../../api/hubDisk.ts";
import type { usageRoutes } from "../../api/usage.ts";
import type { DiskWatch } from "../../history/diskWatch.ts";
import type { HealthHistoryReader } from "../../history/healthHistory.ts";
import type { UsageReports } from "../../history/usageReports.ts";
import type { HubCore } from "../../hubServices.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";
import { disorderlySpan } from "./gameHandlers.ts";

export type HistoryHandlersDependencies = {
  readonly core: Pick<HubCore, "devices">;
  readonly health: HealthHistoryReader;
  readonly usage: UsageReports;
  readonly diskWatch: Pick<DiskWatch, "now">;
};

export function historyHandlers({
  core,
  health,
  usage,
  diskWatch,
}: HistoryHandlersDependencies): Handlers<
  keyof typeof historyRoutes | keyof typeof usageRoutes | keyof typeof hubDiskRoutes
> {
  return {
    async deviceHistory({ params: { deviceId }, query: { from, to } }) {
      if (core.devices.find(deviceId) === undefined)
        return refuse("NOT_FOUND", { detail: `no device ${deviceId}` });
      return { ok: true, value: await health.of(deviceId, from, to) };
    },
    usageDay: async ({ query: { date } }) => ({ ok: true, value: await usage.day(date) }),
    showHubDisk: async () => ({ ok: true, value: diskWatch.now() }),
    async usageSpan({ query }) {
      return disorderlySpan(query) ?? { ok: true, value: await usage.span(query) };
    },
  };
}
