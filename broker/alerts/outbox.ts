// Owns getting messages out: they wait in the database while a channel is down or quiet, go out together, and are marked once the other
// side took them (ADR 0033).
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Log } from "../../runtime/log.ts";
import type { AlertMessageTable, Tables } from "../store/schema.ts";
import { timeAt } from "../timetable/schoolDay.ts";
import { type KeptChannel, readAlert } from "./alertRows.ts";
import { isInHours } from "./schedule.ts";
import { type Parcel, type ParcelItem, type SendOutcome, writeParcel } from "./senders/parcel.ts";

export type OutboxDependencies = {
  readonly query: Kysely<Tables>;
  readonly clock: { now(): number };
  readonly log: Pick<Log, "warn" | "error">;
  readonly random: () => number;
  readonly school: () => { readonly name: string; readonly zone: string };
  readonly channels: () => readonly KeptChannel[];
  readonly send: (channel: KeptChannel, parcel: Parcel) => Promise<SendOutcome>;
  /** Something that pages show changed. */
  readonly changed: () => Promise<void>;
};

export type Outbox = {
  /** Sends on every channel what may go now; a channel that still sends is left alone. Resolves when it is done. */
  deliver(): Promise<void>;
  /** Waits a moment for what is being sent; what takes longer keeps its id and goes out again after the next start. */
  stop(): Promise<void>;
};

const firstRetryMs = 60_000;
const longestRetryMs = 60 * 60_000;
/** Retries of many channels are spread: this share less or more. */
const retrySpread = 0.25;
const stopPatienceMs = 1_000;
/** More do not fit a mail that anybody reads; they are told as a number. */
const mostInParcel = 1000;

export function makeOutbox(deps: OutboxDependencies): Outbox {
  const { query, clock, log, random, school, channels, send, changed } = deps;
  const busy = new Map<string, Promise<void>>();
  let stopping = false;
  /** The hub's store may be closed already. */
  let left = false;

  const waitingOn = (channelId: string) =>
    query.selectFrom("alertMessage").where("channelId", "=", channelId).where("sentAt", "is", null);

  /** What goes out now, with the id it goes under; undefined: nothing. */
  async function nextParcel(
    channel: KeptChannel,
  ): Promise<{ id: string; messages: AlertMessageTable[] } | undefined> {
    const waiting = waitingOn(channel.id).orderBy("id").limit(mostInParcel).selectAll();
    // Under way when the hub was killed, or when the other side fell silent: again the same, under the same id.
    const [first] = await waiting.where("parcelId", "is not", null).limit(1).execute();
    const underWay = first?.parcelId;
    if (underWay != null)
      return { id: underWay, messages: await waiting.where("parcelId", "=", underWay).execute() };
    const { minute } = timeAt(clock.now(), school().zone);
    const held = isInHours(channel.quiet, minute);
    if (held && !channel.urgentAlways) return undefined;
    // Asked for before they are counted off: urgent ones do not wait behind a thousand others.
    const messages = await (held ? waiting.where("severity", "=", "urgent") : waiting).execute();
    if (messages.length === 0) return undefined;
    const ids = messages.map(({ id }) => id);
    const id = createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 32);
    await query.updateTable("alertMessage").set({ parcelId: id }).where("id", "in", ids).execute();
    return { id, messages };
  }

  async function write(id: string, messages: readonly AlertMessageTable[]): Promise<Parcel | undefined> {
    const wanted = [...new Set(messages.map(({ alertId }) => alertId))];
    const rows = await query.selectFrom("alert").where("id", "in", wanted).selectAll().execute();
    const items = rows.map((row): ParcelItem => {
      const { sentence, severity, openedAt, clearedAt } = readAlert(row);
      // As it is now: what came and went while the message waited is told as over.
      const events = messages.filter(({ alertId }) => alertId === row.id).map(({ event }) => event);
      const event = clearedAt !== null ? "cleared" : events.includes("opened") ? "opened" : "still";
      return { event, severity, sentence, openedAt, clearedAt };
    });
    if (items.length === 0) return undefined;
    return writeParcel(id, items, { ...school(), now: clock.now(), school: school().name });
  }

  async function deliverOn(channel: KeptChannel): Promise<void> {
    if (!channel.enabled || mustWait(channel.nextTryAt, clock.now())) return;
    const next = await nextParcel(channel);
    if (next === undefined) return;
    const ofParcel = query
      .updateTable("alertMessage")
      .where("channelId", "=", channel.id)
      .where("parcelId", "=", next.id);
    const parcel = await write(next.id, next.messages);
    // Their alerts are gone: nothing to tell.
    const outcome: SendOutcome =
      parcel === undefined ? { sent: true, answer: "" } : await send(channel, parcel);
    if (left) return;
    if (outcome.sent) {
      await ofParcel.set({ sentAt: clock.now() }).execute();
      await query
        .updateTable("alertChannel")
        .set({ sentAt: clock.now(), lastError: null, failures: 0, nextTryAt: 0 })
        .where("id", "=", channel.id)
        .execute();
    } else {
      // Certainly not taken: what waits then goes out together.
      if (outcome.certain) await ofParcel.set({ parcelId: null }).execute();
      const failures = channel.failures + 1;
      const waitMs =
        Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)) *
        (1 - retrySpread + random() * 2 * retrySpread);
      await query
        .updateTable("alertChannel")
        .set({ lastError: outcome.answer, failures, nextTryAt: Math.round(clock.now() + waitMs) })
        .where("id", "=", channel.id)
        .execute();
      log.warn(
        { channel: channel.id, answer: outcome.answer, failures },
        "alerts could not be sent; they wait",
      );
    }
    await changed();
  }

  return {
    async deliver() {
      for (const channel of stopping ? [] : channels()) {
        if (busy.has(channel.id)) continue;
        const work = deliverOn(channel)
          .catch((error: unknown) => log.error({ err: error, channel: channel.id }, "a channel broke"))
          .finally(() => busy.delete(channel.id));
        busy.set(channel.id, work);
      }
      await Promise.all(busy.values());
    },
    async stop() {
      stopping = true;
      const patience = new AbortController();
      const tooLong = sleep(stopPatienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
      await Promise.race([Promise.all(busy.values()), tooLong]);
      patience.abort();
      left = true;
    },
  };
}

/** Later than any retry: the hub's clock was ahead when it was written. */
function mustWait(nextTryAt: number, now: number): boolean {
  return nextTryAt > now && nextTryAt <= now + longestRetryMs * (1 + retrySpread);
}
