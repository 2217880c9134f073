// Owns how alerts, rules, channels and windows lie in the database, and how they are read back.
import type { Kysely } from "kysely";
import { z } from "zod";
import {
  type Alert,
  type AlertRule,
  type AlertRuleOrder,
  alert,
  alertRule,
  channelSettings,
  type MaintenanceWindowOrder,
  maintenancePlace,
  maintenanceTime,
  measureName,
  severity,
} from "../api/alerts.ts";
import { readJson } from "../store/readJson.ts";
import type {
  AlertChannelTable,
  AlertRuleTable,
  AlertTable,
  MaintenanceWindowTable,
  Tables,
} from "../store/schema.ts";
import { alertSentence } from "./alertSentence.ts";
import type { KeptAlert } from "./transitions.ts";

const parsed = (text: string): unknown => {
  const read = readJson(text, z.unknown());
  return read.ok ? read.value : undefined;
};

/** Undefined: it was made by another version or by hand, and is left alone. */
export function readRule({ deviceGroup, enabled, ...row }: AlertRuleTable): AlertRule | undefined {
  const read = alertRule.safeParse({ ...row, group: parsed(deviceGroup), enabled: enabled === 1 });
  return read.success ? read.data : undefined;
}

export const ruleColumns = ({ group, enabled, ...order }: AlertRuleOrder) => ({
  ...order,
  deviceGroup: JSON.stringify(group),
  enabled: enabled ? 1 : 0,
});

export async function readRules(query: Kysely<Tables>): Promise<AlertRule[]> {
  const rows = await query.selectFrom("alertRule").orderBy("id").selectAll().execute();
  return rows.flatMap((row) => readRule(row) ?? []);
}

export type KeptWindow = MaintenanceWindowOrder &
  Pick<MaintenanceWindowTable, "id" | "createdBy" | "createdAt">;

export async function readWindows(query: Kysely<Tables>): Promise<KeptWindow[]> {
  const rows = await query.selectFrom("maintenanceWindow").orderBy("id").selectAll().execute();
  return rows.flatMap(({ place, time, ...row }) => {
    const readPlace = readJson(place, maintenancePlace);
    const readTime = readJson(time, maintenanceTime);
    return readPlace.ok && readTime.ok ? [{ ...row, place: readPlace.value, time: readTime.value }] : [];
  });
}

const quietHours = z.object({ startMinute: z.number(), endMinute: z.number() });

export type KeptChannel = ReturnType<typeof readChannel>;

/** Throws on a row that no version of this hub wrote. */
export function readChannel({ severities, quiet, settings, ...row }: AlertChannelTable) {
  return {
    ...row,
    enabled: row.enabled === 1,
    urgentAlways: row.urgentAlways === 1,
    tellsCleared: row.tellsCleared === 1,
    severities: z.array(severity).parse(JSON.parse(severities)),
    quiet: quiet === null ? null : quietHours.parse(JSON.parse(quiet)),
    settings: channelSettings.parse(JSON.parse(settings)),
  };
}

export function readAlert(row: AlertTable): Alert {
  const measure = measureName.parse(row.measure);
  const subjectKind = alert.shape.subject.shape.kind.parse(row.subjectKind);
  const flapping = row.flapping === 1;
  return alert.parse({
    id: row.id,
    ruleId: row.ruleId,
    ruleName: row.ruleName,
    measure,
    severity: row.severity,
    subject: { kind: subjectKind, id: row.subjectId, name: row.subjectName, roomName: row.roomName },
    sentence: alertSentence({ ...row, measure, subjectKind, flapping }),
    sinceAt: row.sinceAt,
    openedAt: row.openedAt,
    clearedAt: row.clearedAt,
    value: row.value,
    flapping,
    acknowledged:
      row.acknowledgedBy === null || row.acknowledgedAt === null
        ? null
        : { by: row.acknowledgedBy, at: row.acknowledgedAt, note: row.note ?? "" },
    snoozedUntil: row.snoozedUntil,
    ticketId: null,
    devices: row.devices,
  });
}

export function keptAlert(row: AlertTable): KeptAlert {
  const { id, ruleId, subject } = readAlert(row);
  return {
    id,
    ruleId,
    subject: { kind: subject.kind, id: subject.id },
    causeId: row.causeId as KeptAlert["causeId"],
    sinceAt: row.sinceAt,
    openedAt: row.openedAt,
    value: row.value,
    flapping: row.flapping === 1,
  };
}
