// Owns the contract of alerts: what is told, by which rules, over which channels, and when not.
import { z } from "zod";
import { deviceKind } from "../../protocol/documents/config.ts";
import { deviceId, roomId } from "../../protocol/ids.ts";
import { minuteOfDay } from "../../protocol/timetable/timetable.ts";
import { measureNames } from "./alertMeasures.ts";
import { defineRoutes } from "./route.ts";

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const alertId = uuid.brand<"AlertId">();
export type AlertId = z.infer<typeof alertId>;
export const alertRuleId = uuid.brand<"AlertRuleId">();
export type AlertRuleId = z.infer<typeof alertRuleId>;
export const alertChannelId = uuid.brand<"AlertChannelId">();
export type AlertChannelId = z.infer<typeof alertChannelId>;
export const maintenanceWindowId = uuid.brand<"MaintenanceWindowId">();
export type MaintenanceWindowId = z.infer<typeof maintenanceWindowId>;

export const measureName = z.enum(measureNames);

/** urgent: somebody goes there now; warning: today; info: when there is time. */
export const severity = z.enum(["urgent", "warning", "info"]);
export type Severity = z.infer<typeof severity>;

export const deviceGroup = z.discriminatedUnion("of", [
  z.object({ of: z.literal("all") }),
  z.object({ of: z.literal("kinds"), kinds: z.array(deviceKind).max(10) }),
  z.object({ of: z.literal("rooms"), roomIds: z.array(roomId).max(500) }),
  z.object({ of: z.literal("devices"), deviceIds: z.array(deviceId).max(2000) }),
]);
export type DeviceGroup = z.infer<typeof deviceGroup>;

/** always; schoolHours: in the day's periods, on days that are not closed; beforeLesson: from half an hour before a lesson in the room to its end. */
export const ruleTimes = z.enum(["always", "schoolHours", "beforeLesson"]);
export type RuleTimes = z.infer<typeof ruleTimes>;

const ruleFields = z.object({
  name: z.string().trim().min(1).max(80),
  /** One of `measureName`; a text here, so that an unknown one is refused with a sentence. */
  measure: z.string().max(60),
  /** In the measure's unit; 1 for what is so or is not. */
  setThreshold: z.number(),
  /** Where it is well again; the other side of the set threshold. */
  clearThreshold: z.number(),
  setForSeconds: z.number().int(),
  clearForSeconds: z.number().int(),
  severity,
  group: deviceGroup,
  times: ruleTimes,
  enabled: z.boolean(),
});
export const alertRule = ruleFields.extend({
  id: alertRuleId,
  measure: measureName,
  changedBy: z.string(),
  /** UTC ms. */
  changedAt: z.number().int(),
});
export type AlertRule = z.infer<typeof alertRule>;
export type AlertRuleOrder = z.infer<typeof ruleFields>;

export const maintenancePlace = z.discriminatedUnion("of", [
  z.object({ of: z.literal("school") }),
  z.object({ of: z.literal("room"), id: roomId }),
  z.object({ of: z.literal("device"), id: deviceId }),
]);
export const maintenanceTime = z.discriminatedUnion("repeats", [
  /** UTC ms. */
  z.object({ repeats: z.literal("once"), fromAt: z.number().int(), untilAt: z.number().int() }),
  z.object({
    repeats: z.literal("weekly"),
    /** ISO: 1 Monday … 7 Sunday. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7),
    startMinute: minuteOfDay,
    /** At or before the start: it ends the next day. */
    endMinute: minuteOfDay,
  }),
]);
const windowFields = z.object({
  /** Why, for people. */
  reason: z.string().trim().min(1).max(120),
  place: maintenancePlace,
  time: maintenanceTime,
});
export const maintenanceWindow = windowFields.extend({
  id: maintenanceWindowId,
  createdBy: z.string(),
  /** UTC ms. */
  createdAt: z.number().int(),
  /** It is quiet there now. */
  running: z.boolean(),
});
export type MaintenanceWindow = z.infer<typeof maintenanceWindow>;
export type MaintenanceWindowOrder = z.infer<typeof windowFields>;

const address = z.string().trim().max(500);
export const channelSettings = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("email"),
    host: z.string().trim().max(200),
    port: z.number().int().min(1).max(65_535),
    /** tls: from the first byte (465); startTls: required after the greeting (587); none: a server in the building. */
    security: z.enum(["tls", "startTls", "none"]),
    username: z.string().trim().max(200),
    from: address,
    /** Addresses. */
    to: z.array(address).max(20),
  }),
  z.object({
    kind: z.literal("telegram"),
    /** Usually https://api.telegram.org; a school may have a relay. */
    base: address,
    chatId: z.string().trim().max(100),
  }),
  z.object({
    kind: z.literal("webhook"),
    url: address,
    /** Names of HTTP headers; the value of each may hold {{secret}}. */
    headers: z.record(z.string().max(100), z.string().max(1000)),
    /** JSON text with {{title}}, {{text}}, {{severity}}, {{count}}, {{school}}, {{time}}. */
    template: z.string().max(8000),
  }),
]);
export type ChannelSettings = z.infer<typeof channelSettings>;

const channelFields = z.object({
  name: z.string().trim().min(1).max(80),
  enabled: z.boolean(),
  severities: z.array(severity).max(3),
  /** In these minutes of the day messages wait, then come as one. Null: never. Over midnight when the end is smaller. */
  quiet: z.object({ startMinute: minuteOfDay, endMinute: minuteOfDay }).nullable(),
  /** Urgent ones do not wait for the end of the quiet hours. */
  urgentAlways: z.boolean(),
  /** Also tells when it is over. */
  tellsCleared: z.boolean(),
  settings: channelSettings,
});
export const alertChannel = channelFields.extend({
  id: alertChannelId,
  /** The password or token is kept and never told. */
  hasSecret: z.boolean(),
  /** Messages that wait. */
  waiting: z.number().int(),
  /** When one last went out, UTC ms. */
  sentAt: z.number().int().nullable(),
  /** What the other side said last when it did not work; null while it works. */
  lastError: z.string().nullable(),
});
export type AlertChannel = z.infer<typeof alertChannel>;
/** `secret`: absent keeps the one there is, empty takes it away. */
const channelOrder = channelFields.extend({ secret: z.string().max(4000).optional() });
export type AlertChannelOrder = z.infer<typeof channelOrder>;

export const alertSubject = z.object({
  /** A room or the school: many of its devices have one cause. */
  kind: z.enum(["device", "room", "school", "hub"]),
  /** Device or room; empty for the other two. */
  id: z.string(),
  /** As shown; the last known one of what is gone. */
  name: z.string(),
  /** Of a device. */
  roomName: z.string().nullable(),
});

export const alert = z.object({
  id: alertId,
  ruleId: alertRuleId,
  ruleName: z.string(),
  measure: measureName,
  severity,
  subject: alertSubject,
  /** What it is, Vietnamese, one sentence. */
  sentence: z.string(),
  /** When the trouble began and when it was told, UTC ms. */
  sinceAt: z.number().int(),
  openedAt: z.number().int(),
  clearedAt: z.number().int().nullable(),
  /** The measured value when it was opened; null for many devices. */
  value: z.number().nullable(),
  /** It comes and goes. */
  flapping: z.boolean(),
  acknowledged: z.object({ by: z.string(), at: z.number().int(), note: z.string() }).nullable(),
  /** Not counted and not told until then. */
  snoozedUntil: z.number().int().nullable(),
  ticketId: z.string().nullable(),
  /** Devices that are folded under it. */
  devices: z.number().int(),
});
export type Alert = z.infer<typeof alert>;

export const alertPage = alert.extend({
  rule: alertRule.nullable(),
  /** Devices under one cause; null `clearedAt` while they are in trouble. */
  folded: z.array(
    z.object({
      deviceId: z.string(),
      name: z.string(),
      roomName: z.string().nullable(),
      value: z.number().nullable(),
      clearedAt: z.number().int().nullable(),
    }),
  ),
  /** How it was told: which channel, when; null `sentAt` while it waits. */
  told: z.array(z.object({ channel: z.string(), sentAt: z.number().int().nullable() })),
});
export type AlertPage = z.infer<typeof alertPage>;

export const alertCount = z.object({
  /** Open, neither acknowledged nor snoozed. */
  open: z.number().int(),
  urgent: z.number().int(),
});

const oneAlert = z.object({ alertId });
const oneRule = z.object({ ruleId: alertRuleId });
const oneChannel = z.object({ channelId: alertChannelId });
const oneWindow = z.object({ windowId: maintenanceWindowId });

export const alertRoutes = defineRoutes({
  listAlerts: {
    method: "GET",
    path: "/api/alerts",
    permission: "alerts.view",
    summary: "Alerts: what is open, or what is over, newest first",
    query: z.object({
      state: z.enum(["open", "cleared"]).default("open"),
      /** Of what is over: opened before this moment, UTC ms. */
      before: z.coerce.number().int().optional(),
    }),
    reply: z.object({ alerts: z.array(alert), more: z.boolean() }),
  },
  countAlerts: {
    method: "GET",
    path: "/api/alerts/count",
    permission: "alerts.view",
    summary: "How many alerts nobody has taken yet",
    reply: alertCount,
  },
  showAlert: {
    method: "GET",
    path: "/api/alerts/:alertId",
    permission: "alerts.view",
    summary: "One alert: why, which devices, how it was told",
    params: oneAlert,
    reply: alertPage,
  },
  acknowledgeAlert: {
    method: "POST",
    path: "/api/alerts/:alertId/acknowledgement",
    permission: "alerts.manage",
    summary: "Take an alert: somebody sees to it",
    params: oneAlert,
    body: z.object({ note: z.string().trim().max(500) }),
    reply: alert,
  },
  snoozeAlert: {
    method: "POST",
    path: "/api/alerts/:alertId/snooze",
    permission: "alerts.manage",
    summary: "Let an alert rest; it is told again when it is still there after that. 0 wakes it",
    params: oneAlert,
    body: z.object({
      minutes: z
        .number()
        .int()
        .min(0)
        .max(14 * 24 * 60),
    }),
    reply: alert,
  },
  listAlertRules: {
    method: "GET",
    path: "/api/alert-rules",
    permission: "alerts.view",
    summary: "What is watched",
    reply: z.array(alertRule),
  },
  addAlertRule: {
    method: "POST",
    path: "/api/alert-rules",
    permission: "alerts.manage",
    summary: "Watch one thing more",
    body: ruleFields,
    reply: alertRule,
  },
  changeAlertRule: {
    method: "PATCH",
    path: "/api/alert-rules/:ruleId",
    permission: "alerts.manage",
    summary: "Change a rule; it judges anew",
    params: oneRule,
    body: ruleFields,
    reply: alertRule,
  },
  removeAlertRule: {
    method: "DELETE",
    path: "/api/alert-rules/:ruleId",
    permission: "alerts.manage",
    summary: "Watch one thing less; what it told stays in the history",
    params: oneRule,
    reply: null,
  },
  listAlertChannels: {
    method: "GET",
    path: "/api/alert-channels",
    permission: "alerts.manage",
    summary: "Ways on which alerts are told beside the dashboard",
    reply: z.array(alertChannel),
  },
  addAlertChannel: {
    method: "POST",
    path: "/api/alert-channels",
    permission: "alerts.manage",
    summary: "Tell alerts on one way more",
    body: channelOrder,
    reply: alertChannel,
  },
  changeAlertChannel: {
    method: "PATCH",
    path: "/api/alert-channels/:channelId",
    permission: "alerts.manage",
    summary: "Change a channel; the secret stays unless a new one is given",
    params: oneChannel,
    body: channelOrder,
    reply: alertChannel,
  },
  removeAlertChannel: {
    method: "DELETE",
    path: "/api/alert-channels/:channelId",
    permission: "alerts.manage",
    summary: "Take a channel away, with what waits on it",
    params: oneChannel,
    reply: null,
  },
  testAlertChannel: {
    method: "POST",
    path: "/api/alert-channels/:channelId/test",
    permission: "alerts.manage",
    summary: "Send a trial message now and tell what the other side said",
    params: oneChannel,
    reply: z.object({ sent: z.boolean(), answer: z.string() }),
  },
  listMaintenanceWindows: {
    method: "GET",
    path: "/api/maintenance-windows",
    permission: "alerts.view",
    summary: "When nothing is told, and where",
    reply: z.array(maintenanceWindow),
  },
  addMaintenanceWindow: {
    method: "POST",
    path: "/api/maintenance-windows",
    permission: "alerts.manage",
    summary: "Keep a room, a device or the school quiet for a while or every week",
    body: windowFields,
    reply: maintenanceWindow,
  },
  removeMaintenanceWindow: {
    method: "DELETE",
    path: "/api/maintenance-windows/:windowId",
    permission: "alerts.manage",
    summary: "End a window at once, or take a weekly one away",
    params: oneWindow,
    reply: null,
  },
});
