// Owns the routes of alerts.
import type { Alerts } from "../../alerts/alerts.ts";
import type { alertRoutes } from "../../api/alerts.ts";
import type { Handlers } from "../routeHandlers.ts";

export function alertHandlers({ book, rules, channels }: Alerts): Handlers<keyof typeof alertRoutes> {
  return {
    listAlerts: async ({ query: { state, before } }) => ({ ok: true, value: await book.list(state, before) }),
    countAlerts: async () => ({ ok: true, value: await book.count() }),
    showAlert: ({ params }) => book.show(params.alertId),
    acknowledgeAlert: ({ actor, params, body }) => book.acknowledge(actor, params.alertId, body.note),
    snoozeAlert: ({ actor, params, body }) => book.snooze(actor, params.alertId, body.minutes),
    listAlertRules: async () => ({ ok: true, value: await rules.rules() }),
    addAlertRule: ({ actor, body }) => rules.addRule(actor, body),
    changeAlertRule: ({ actor, params, body }) => rules.changeRule(actor, params.ruleId, body),
    removeAlertRule: ({ actor, params }) => rules.removeRule(actor, params.ruleId),
    listAlertChannels: async () => ({ ok: true, value: await channels.list() }),
    addAlertChannel: ({ actor, body }) => channels.add(actor, body),
    changeAlertChannel: ({ actor, params, body }) => channels.change(actor, params.channelId, body),
    removeAlertChannel: ({ actor, params }) => channels.remove(actor, params.channelId),
    testAlertChannel: ({ actor, params }) => channels.test(actor, params.channelId),
    listMaintenanceWindows: async () => ({ ok: true, value: await rules.windows() }),
    addMaintenanceWindow: ({ actor, body }) => rules.addWindow(actor, body),
    removeMaintenanceWindow: ({ actor, params }) => rules.removeWindow(actor, params.windowId),
  };
}
