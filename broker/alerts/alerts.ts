// Owns the alerts of a hub: facts to the evaluator, its decisions into the database, messages out, and what people do with all of it.

import { statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { z } from "zod";
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import { isOver } from "../../protocol/lesson/runningLead.ts";
import { condition } from "../../protocol/records/condition.ts";
import { readiness } from "../../protocol/records/readiness.ts";
import type { Log } from "../../runtime/log.ts";
import type { AlertId } from "../api/alerts.ts";
import type { Audit } from "../audit/audit.ts";
import { readinessAheadMs } from "../devices/stationReadiness.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { DesiredDocuments, Devices, HubClock, Leads, SchoolIdentity } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { Tables } from "../store/schema.ts";
import { usableZone } from "../timetable/schoolDay.ts";
import { type AlertBook, makeAlertBook } from "./alertBook.ts";
import {
  type KeptChannel,
  type KeptWindow,
  keptAlert,
  readAlert,
  readRules,
  readWindows,
} from "./alertRows.ts";
import { type ChannelBook, makeChannelBook, readChannels } from "./channelBook.ts";
import { openChannelSecrets } from "./channelSecrets.ts";
import { makeEvaluator } from "./evaluator.ts";
import { makeFacts } from "./facts.ts";
import { makeOutbox } from "./outbox.ts";
import { makeRuleBook, type RuleBook } from "./ruleBook.ts";
import { quietPlaces } from "./schedule.ts";
import { makeSchoolHours } from "./schoolHours.ts";
import type { Parcel, SendOutcome } from "./senders/parcel.ts";
import { sendParcel } from "./senders/sendParcel.ts";
import { type Names, storeTransitions, tell } from "./storeTransitions.ts";
import type { Moment, Transition } from "./transitions.ts";

export type Alerts = {
  readonly book: AlertBook;
  readonly rules: RuleBook;
  readonly channels: ChannelBook;
  /** Judges, stores and sends once; the hub does it every few seconds. Resolves when all of it is done. */
  tick(): Promise<void>;
  close(): Promise<void>;
};

export type AlertsDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: HubClock;
  readonly random: () => number;
  readonly devices: Pick<Devices, "list" | "find" | "vitals">;
  readonly desired: Pick<DesiredDocuments, "slots">;
  readonly leads: Pick<Leads, "of">;
  readonly school: SchoolIdentity;
  readonly figures: () => { readonly diskFull: boolean };
  /** The hub's own folder: its disk is watched, and the key of secrets lies there. */
  readonly folder: string;
  /** Calls again and again; returns the way to stop. */
  readonly every: (ms: number, call: () => void) => () => void;
  /** Says on the ticket of an alert, if there is one, what became of it. */
  readonly noteOnTicket: (alertId: string, text: string) => Promise<void>;
  /** Instead of the network, for tests of everything before it. */
  readonly send?: (channel: KeptChannel, parcel: Parcel) => Promise<SendOutcome>;
};

const tickMs = 5_000;
const onsetsEveryMs = 5 * 60_000;
const keepToldMs = 90 * 24 * 60 * 60_000;
const bytesPerMiB = 1024 * 1024;

export async function openAlerts(deps: AlertsDependencies): Promise<Alerts> {
  const { query, events, audit, log, clock, devices, desired, leads, school, figures, folder } = deps;
  const secrets = openChannelSecrets(join(folder, "alert-secrets.key"));
  const zone = () => usableZone(school.zone);
  const send =
    deps.send ??
    ((channel: KeptChannel, parcel: Parcel) =>
      sendParcel(
        channel.settings,
        channel.secret === null ? null : secrets.open(channel.secret),
        parcel,
        zone(),
      ));

  // UUIDs of the same millisecond are in order too, so that lists have one.
  const evaluator = makeEvaluator({ makeId: () => v7() as AlertId });
  const hours = makeSchoolHours(query, () => school.zone);
  let windows: readonly KeptWindow[] = [];
  let channels: readonly KeptChannel[] = [];
  let ruleNames = new Map<string, string>();
  let roomNames = new Map<string, string>();
  /** Decided and not yet in the database: the disk was full. */
  let unwritten: Transition[] = [];
  let onsetsAt = 0;
  let closing = false;

  async function readRoomNames(): Promise<void> {
    const rows = await query.selectFrom("room").select(["id", "name"]).execute();
    roomNames = new Map(rows.map(({ id, name }) => [id, name]));
  }
  async function reloadRules(): Promise<void> {
    const rules = await readRules(query);
    ruleNames = new Map([...ruleNames, ...rules.map(({ id, name }) => [id, name] as const)]);
    evaluator.setRules(rules, clock.now());
    windows = await readWindows(query);
    events.publish({ type: "alertsChanged" });
  }
  async function reloadChannels(): Promise<void> {
    channels = await readChannels(query);
    events.publish({ type: "alertsChanged" });
  }

  await readRoomNames();
  const facts = makeFacts({ evaluator, devices, clock });
  await reloadRules();
  await reloadChannels();
  const open = await query
    .selectFrom("alert")
    .where("clearedAt", "is", null)
    .orderBy("id")
    .selectAll()
    .execute();
  const onsets = await query.selectFrom("alertOnset").selectAll().execute();
  const twice = await query
    .selectFrom("credential")
    .where("usedTwiceAt", "is not", null)
    .select("deviceId")
    .execute();
  for (const { deviceId } of twice) facts.usedTwice(deviceId as DeviceId, true);
  evaluator.restore(open.map(keptAlert), clock.now(), onsets);
  await rememberNewest(query, facts);

  async function lookAtCredentials(device: DeviceId): Promise<void> {
    const row = await query
      .selectFrom("credential")
      .where("deviceId", "=", device)
      .select("usedTwiceAt")
      .executeTakeFirst();
    facts.usedTwice(device, row?.usedTwiceAt != null);
  }

  const unsubscribe = events.subscribe((event) => {
    facts.hear(event);
    if (event.type === "credentialsChanged") void lookAtCredentials(event.device).catch(report);
    if (event.type === "schoolChanged") void readRoomNames().catch(report);
    if (
      event.type === "schoolChanged" ||
      event.type === "classroomChanged" ||
      event.type === "timetableChanged"
    )
      hours.forget();
  });
  const report = (error: unknown) => log.error({ err: error }, "alerts could not be judged or stored");

  const names: Names = {
    rule: (id) => ruleNames.get(id) ?? "",
    subject({ subject: { kind, id } }) {
      if (kind === "school") return { name: school.name, roomId: null, roomName: null };
      if (kind === "hub") return { name: "Máy chủ", roomId: null, roomName: null };
      if (kind === "room") {
        const name = roomNames.get(id) ?? "";
        return { name, roomId: id, roomName: name };
      }
      const device = devices.find(id as DeviceId);
      const roomId = device?.roomId ?? null;
      return {
        name: device?.name ?? "",
        roomId,
        roomName: roomId === null ? null : (roomNames.get(roomId) ?? null),
      };
    },
  };

  async function momentNow(): Promise<Moment> {
    const now = clock.now();
    const ofDay = await hours.on(now);
    const within = ofDay !== null && ofDay.startAt <= now && now < ofDay.endAt;
    const near = new Map<string, boolean>();
    const quiet = quietPlaces(windows, now, zone());
    return {
      now,
      hoursStartAt: within ? ofDay.startAt : null,
      lessonNear(roomId) {
        const known = near.get(roomId);
        if (known !== undefined) return known;
        const lead = leads.of(roomId as RoomId)?.lead;
        const found =
          (lead !== undefined && !isOver(lead, now)) ||
          desired.slots(roomId as RoomId, now, now + readinessAheadMs).length > 0;
        near.set(roomId, found);
        return found;
      },
      quiet: quiet.covers,
    };
  }

  async function freeMiB(): Promise<number | null> {
    try {
      const { bavail, bsize } = await statfs(folder);
      return Math.floor((bavail * bsize) / bytesPerMiB);
    } catch (error) {
      // Some file systems do not tell; what is full is noticed at writing.
      log.debug({ err: error }, "free space is not known");
      return null;
    }
  }

  const outbox = makeOutbox({
    query,
    clock,
    log,
    random: deps.random,
    school: () => ({ name: school.name, zone: zone() }),
    channels: () => channels,
    send,
    changed: reloadChannels,
  });

  async function wakeSnoozed(now: number): Promise<boolean> {
    return query.transaction().execute(async (transaction) => {
      const due = await transaction
        .selectFrom("alert")
        .where("clearedAt", "is", null)
        .where("snoozedUntil", "<=", now)
        .select(["id", "acknowledgedAt", "causeId"])
        .execute();
      if (due.length === 0) return false;
      const ids = due.map(({ id }) => id as AlertId);
      await transaction.updateTable("alert").set({ snoozedUntil: null }).where("id", "in", ids).execute();
      const loud = due.filter(({ acknowledgedAt, causeId }) => acknowledgedAt === null && causeId === null);
      await tell(
        transaction,
        channels,
        loud.map(({ id }) => id as AlertId),
        "still",
        now,
      );
      return true;
    });
  }

  async function keepOnsets(): Promise<void> {
    const rows = evaluator.onsets();
    await query.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("alertOnset").execute();
      // The alerts themselves are kept for ever; how they were told is asked for some weeks at most.
      await transaction
        .deleteFrom("alertMessage")
        .where("sentAt", "<", clock.now() - keepToldMs)
        .execute();
      for (let from = 0; from < rows.length; from += 1000)
        await transaction
          .insertInto("alertOnset")
          .values(rows.slice(from, from + 1000))
          .execute();
    });
  }

  async function judgeAndStore(): Promise<void> {
    facts.pass({ full: figures().diskFull, freeMiB: await freeMiB() });
    const moment = await momentNow();
    unwritten.push(...evaluator.tick(moment));
    let changed = false;
    if (unwritten.length > 0) {
      const transitions = unwritten;
      const { cleared } = await storeTransitions(query, transitions, names, channels, moment.now);
      unwritten = [];
      changed = true;
      for (const id of cleared) await sayOnTicket(id).catch(report);
    }
    if (await wakeSnoozed(moment.now)) changed = true;
    if (clock.mono() - onsetsAt >= onsetsEveryMs) {
      onsetsAt = clock.mono();
      await keepOnsets();
    }
    if (changed) events.publish({ type: "alertsChanged" });
  }

  async function sayOnTicket(id: AlertId): Promise<void> {
    const row = await query.selectFrom("alert").where("id", "=", id).selectAll().executeTakeFirst();
    if (row === undefined) return;
    await deps.noteOnTicket(id, `Cảnh báo “${row.ruleName}” đã tự hết: ${readAlert(row).sentence}`);
  }

  let judging: Promise<void> | undefined;
  const judge = () => {
    judging ??= judgeAndStore().finally(() => {
      judging = undefined;
    });
    return judging;
  };
  const stopTicking = deps.every(tickMs, () => {
    // A channel that does not answer must not keep the next one from being judged.
    void judge()
      .then(() => outbox.deliver())
      .catch(report);
  });

  const changed = async () => {
    await reloadRules();
  };
  return {
    book: makeAlertBook({ query, events, audit, clock }),
    rules: makeRuleBook({
      query,
      audit,
      clock,
      zone,
      changed,
      async known() {
        await readRoomNames();
        return {
          hasRoom: (id) => roomNames.has(id),
          hasDevice: (id) => devices.find(id as DeviceId)?.revokedAt === null,
        };
      },
    }),
    channels: makeChannelBook({
      query,
      audit,
      clock,
      secrets,
      school: () => school,
      send,
      changed: reloadChannels,
    }),
    async tick() {
      await judge();
      await outbox.deliver();
    },
    async close() {
      if (closing) return;
      closing = true;
      stopTicking();
      unsubscribe();
      await judging?.catch(report);
      await keepOnsets().catch(report);
      await outbox.stop();
    },
  };
}

/** How devices were when they last said so: conditions come once a day, and a restart must not wait for the next ones. */
async function rememberNewest(
  query: Kysely<Tables>,
  facts: Pick<ReturnType<typeof makeFacts>, "rememberCondition" | "rememberChecks">,
): Promise<void> {
  const conditions = await query
    .selectFrom("newestRecord")
    .where("type", "=", "condition")
    .selectAll()
    .execute();
  for (const { deviceId, at, body } of conditions) {
    const read = readJson(body, condition.schema);
    if (read.ok) facts.rememberCondition(deviceId as DeviceId, read.value, at);
  }
  const checks = z.object({ checks: readiness.schema.shape.checks });
  for (const { deviceId, at, checks: text } of await query.selectFrom("readiness").selectAll().execute()) {
    const read = readJson(`{"checks":${text}}`, checks);
    if (read.ok) facts.rememberChecks(deviceId as DeviceId, read.value, at);
  }
}
