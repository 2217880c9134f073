// Owns writing what the evaluator decided: alerts and the messages about them in ONE transaction, so that what is open is told and
// what is told is open, wherever the hub is killed.
import type { Kysely, Transaction } from "kysely";
import { v7 } from "uuid";
import type { AlertId } from "../api/alerts.ts";
import type { AlertTable, Tables } from "../store/schema.ts";
import type { KeptChannel } from "./alertRows.ts";
import type { OpenedAlert, Transition } from "./transitions.ts";

export type Names = {
  /** As shown, of the time of the alert. */
  subject(alert: OpenedAlert): { name: string; roomId: string | null; roomName: string | null };
  rule(id: string): string;
};

export type Written = {
  /** Told by themselves, that are over now. */
  readonly cleared: AlertId[];
};

/** Parameters of one statement are limited, and thousands of devices may be folded at once. */
const rowsAtOnce = 500;
const inParts = <Each>(all: readonly Each[]): Each[][] =>
  Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, part) =>
    all.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );

export async function storeTransitions(
  query: Kysely<Tables>,
  transitions: readonly Transition[],
  names: Names,
  channels: readonly KeptChannel[],
  now: number,
): Promise<Written> {
  const cleared: AlertId[] = [];
  await query.transaction().execute(async (transaction) => {
    const opened = transitions.flatMap((each) => (each.type === "opened" ? [each.alert] : []));
    for (const part of inParts(opened.map((alert) => rowOf(alert, names))))
      await transaction.insertInto("alert").values(part).execute();
    await countFolded(transaction, transitions);
    for (const each of transitions) {
      if (each.type === "folded")
        await transaction
          .updateTable("alert")
          .set({ causeId: each.causeId })
          .where("id", "=", each.id)
          .execute();
      if (each.type === "unfolded")
        await transaction
          .updateTable("alert")
          .set({ causeId: null, openedAt: each.at, acknowledgedBy: null, acknowledgedAt: null, note: null })
          .where("id", "=", each.id)
          .execute();
      if (each.type === "flapping")
        await transaction
          .updateTable("alert")
          .set({ flapping: each.flapping ? 1 : 0 })
          .where("id", "=", each.id)
          .execute();
    }
    const news = transitions.flatMap((each) => {
      if (each.type === "opened" && each.alert.causeId === null) return [each.alert.id];
      return each.type === "unfolded" ? [each.id] : [];
    });
    await tell(transaction, channels, news, "opened", now);

    const closings = new Map<AlertId, number>();
    for (const each of transitions) if (each.type === "closed") closings.set(each.id, each.at);
    for (const part of inParts([...closings.keys()])) {
      const rows = await transaction
        .selectFrom("alert")
        .where("id", "in", part)
        .where("clearedAt", "is", null)
        .select(["id", "causeId"])
        .execute();
      // Mostly all of one moment: one statement.
      const byTime = Map.groupBy(rows, ({ id }) => closings.get(id as AlertId) ?? now);
      for (const [at, ofTime] of byTime)
        await transaction
          .updateTable("alert")
          .set({ clearedAt: at, snoozedUntil: null })
          .where(
            "id",
            "in",
            ofTime.map(({ id }) => id),
          )
          .execute();
      for (const { id, causeId } of rows) if (causeId === null) cleared.push(id as AlertId);
    }
    await tell(
      transaction,
      channels.filter(({ tellsCleared }) => tellsCleared),
      cleared,
      "cleared",
      now,
    );
  });
  return { cleared };
}

/** A message on every channel that tells of this severity. */
export async function tell(
  transaction: Transaction<Tables>,
  channels: readonly Pick<KeptChannel, "id" | "enabled" | "severities">[],
  ids: readonly AlertId[],
  event: "opened" | "cleared" | "still",
  at: number,
): Promise<void> {
  const loud = channels.filter(({ enabled }) => enabled);
  if (loud.length === 0) return;
  for (const part of inParts(ids)) {
    const rows = await transaction
      .selectFrom("alert")
      .where("id", "in", part)
      .select(["id", "severity"])
      .execute();
    const messages = loud.flatMap(({ id: channelId, severities }) =>
      rows
        .filter(({ severity }) => severities.some((each) => each === severity))
        .map(({ id: alertId, severity }) => ({
          id: v7(),
          channelId,
          alertId,
          event,
          at,
          severity,
          parcelId: null,
          sentAt: null,
        })),
    );
    for (const some of inParts(messages)) await transaction.insertInto("alertMessage").values(some).execute();
  }
}

async function countFolded(
  transaction: Transaction<Tables>,
  transitions: readonly Transition[],
): Promise<void> {
  const folded = new Map<AlertId, number>();
  for (const each of transitions) {
    const cause = each.type === "opened" ? each.alert.causeId : each.type === "folded" ? each.causeId : null;
    if (cause !== null) folded.set(cause, (folded.get(cause) ?? 0) + 1);
  }
  for (const [id, count] of folded)
    await transaction
      .updateTable("alert")
      .set(({ eb }) => ({ devices: eb("devices", "+", count) }))
      .where("id", "=", id)
      .execute();
}

function rowOf(alert: OpenedAlert, names: Names): AlertTable {
  const { name, roomId, roomName } = names.subject(alert);
  return {
    id: alert.id,
    ruleId: alert.ruleId,
    ruleName: names.rule(alert.ruleId),
    measure: alert.measure,
    severity: alert.severity,
    subjectKind: alert.subject.kind,
    subjectId: alert.subject.id,
    subjectName: name,
    roomId,
    roomName,
    causeId: alert.causeId,
    sinceAt: alert.sinceAt,
    openedAt: alert.openedAt,
    clearedAt: null,
    value: alert.value,
    devices: 0,
    flapping: alert.flapping ? 1 : 0,
    acknowledgedBy: null,
    acknowledgedAt: null,
    note: null,
    snoozedUntil: null,
  };
}
