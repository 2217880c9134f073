// Owns one call of every route that changes something about alerts, for the test that each writes to the audit log.
import { v7 } from "uuid";
import type { RouteName } from "../api/api.ts";
import type { Client, ServedHub } from "./servedHubFixture.ts";

const rule = {
  name: "Nóng",
  measure: "temperatureC",
  setThreshold: 90,
  clearThreshold: 70,
  setForSeconds: 60,
  clearForSeconds: 60,
  severity: "warning",
  group: { of: "all" },
  times: "always",
  enabled: false,
};
const channel = {
  name: "Kênh thử",
  enabled: false,
  severities: ["urgent"],
  quiet: null,
  urgentAlways: true,
  tellsCleared: false,
  // Nobody listens there.
  settings: { kind: "webhook", url: "http://127.0.0.1:9/", headers: {}, template: "{}" },
};
const window = {
  reason: "Dọn phòng",
  place: { of: "school" },
  time: { repeats: "weekly", weekdays: [7], startMinute: 60, endMinute: 120 },
};

export async function alertChanges(served: ServedHub, client: Client, actor: string) {
  const made = async (name: RouteName, body: object) =>
    ((await (await client(name, { body })).json()) as { id: string }).id;
  const alertId = v7();
  await served.hub.store.query
    .insertInto("alert")
    .values({
      id: alertId,
      ruleId: await made("addAlertRule", rule),
      ruleName: "Nóng",
      measure: "temperatureC",
      severity: "warning",
      subjectKind: "hub",
      subjectId: "",
      subjectName: "Máy chủ",
      roomId: null,
      roomName: null,
      causeId: null,
      sinceAt: 0,
      openedAt: 0,
      clearedAt: null,
      value: 95,
      devices: 0,
      flapping: 0,
      acknowledgedBy: null,
      acknowledgedAt: null,
      note: null,
      snoozedUntil: null,
    })
    .execute();
  const changed = { ruleId: await made("addAlertRule", rule) };
  const removed = { ruleId: await made("addAlertRule", rule) };
  const ofChanged = { channelId: await made("addAlertChannel", channel) };
  const ofRemoved = { channelId: await made("addAlertChannel", channel) };
  const windowId = await made("addMaintenanceWindow", window);
  const by = (call: () => Promise<Response>) => ({ actor, call });
  return {
    acknowledgeAlert: by(() =>
      client("acknowledgeAlert", { params: { alertId }, body: { note: "Tôi xem" } }),
    ),
    snoozeAlert: by(() => client("snoozeAlert", { params: { alertId }, body: { minutes: 60 } })),
    addAlertRule: by(() => client("addAlertRule", { body: rule })),
    changeAlertRule: by(() => client("changeAlertRule", { params: changed, body: rule })),
    removeAlertRule: by(() => client("removeAlertRule", { params: removed })),
    addAlertChannel: by(() => client("addAlertChannel", { body: channel })),
    changeAlertChannel: by(() => client("changeAlertChannel", { params: ofChanged, body: channel })),
    testAlertChannel: by(() => client("testAlertChannel", { params: ofChanged })),
    removeAlertChannel: by(() => client("removeAlertChannel", { params: ofRemoved })),
    addMaintenanceWindow: by(() => client("addMaintenanceWindow", { body: window })),
    removeMaintenanceWindow: by(() => client("removeMaintenanceWindow", { params: { windowId } })),
  };
}
