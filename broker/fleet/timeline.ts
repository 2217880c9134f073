// Owns the timeline of a device: everything that happened on it, from wherever the hub keeps it, in one order.
import type { Kysely } from "kysely";
import { recordTypes } from "../../protocol/records/records.ts";
import { type TimelineEvent, type TimelineKind, timelineKind } from "../api/fleet.ts";
import type { Device } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";

export type Wish = {
  readonly device: Device;
  /** UTC ms, corrected time; [from, before). */
  readonly from: number;
  readonly before: number;
  readonly limit: number;
  readonly kinds: readonly TimelineKind[];
};
/** The newest of [from, before), newest first, at most `limit`. */
type Source = (wish: Wish) => Promise<TimelineEvent[]>;

export type Timeline = {
  /**
   * Newest first; `before` is exclusive. A page may be longer than `limit`: events of its last millisecond all stand
   * on it, for the next page begins before them.
   */
  of(
    device: Device,
    page: {
      readonly before?: number | undefined;
      readonly limit: number;
      readonly kinds?: readonly TimelineKind[] | undefined;
    },
  ): Promise<TimelineEvent[]>;
};

const kindOfRecord: Record<keyof typeof recordTypes, TimelineKind> = {
  health: "measured",
  inventory: "measured",
  condition: "measured",
  software: "measured",
  peripheral: "faults",
  power: "power",
  session: "lessons",
  gameRun: "lessons",
  fault: "faults",
  readiness: "faults",
  commandResult: "commands",
  report: "faults",
  outboxDropped: "faults",
};

/** Alerts of one device that may be open together: a rule has one at a time. */
const mostOpenAtOnce = 50;
/** Of one millisecond; only a device whose clock stands still has more. */
const mostAtOnce = 1000;

export function makeTimeline(query: Kysely<Tables>): Timeline {
  // Of one millisecond what stands later here happened first: nothing was before it was enrolled.
  const sources: readonly Source[] = [records, presence, commands, audited, tickets, alerts, enrolled];

  async function between(wish: Wish): Promise<TimelineEvent[]> {
    const lists = await Promise.all(sources.map((source) => source(wish)));
    return lists
      .flat()
      .sort((a, b) => b.at - a.at)
      .slice(0, wish.limit);
  }

  async function records({ device, from, before, limit, kinds }: Wish): Promise<TimelineEvent[]> {
    const types = Object.keys(recordTypes).filter((type) => kinds.includes(kindOf(type)));
    if (types.length === 0) return [];
    const all = types.length === Object.keys(recordTypes).length;
    const rows = await query
      .selectFrom("record")
      .where("deviceId", "=", device.id)
      .where("correctedAt", ">=", from)
      .where("correctedAt", "<", before)
      // A record of a type that a newer hub knew is nobody's kind, and shown with all.
      .$if(!all, (rest) => rest.where("type", "in", types))
      .orderBy("correctedAt", "desc")
      .limit(limit)
      .select(["type", "correctedAt", "body"])
      .execute();
    return rows.map(({ type, correctedAt, body }) => ({
      kind: kindOf(type),
      type,
      at: correctedAt,
      body: parsed(body),
    }));
  }

  async function presence({ device, from, before, limit, kinds }: Wish): Promise<TimelineEvent[]> {
    if (!kinds.includes("presence")) return [];
    const rows = await query
      .selectFrom("presence")
      .where("deviceId", "=", device.id)
      // What the index can find; the time itself then decides.
      .where("minute", ">=", Math.floor(from / 60_000))
      .where("minute", "<=", Math.floor(before / 60_000))
      .where("at", ">=", from)
      .where("at", "<", before)
      .orderBy("minute", "desc")
      .limit(limit)
      .select(["state", "at"])
      .execute();
    return rows.map(({ state, at }) => ({ kind: "presence", type: state, at, body: null }));
  }

  async function enrolled({ device, from, before, kinds }: Wish): Promise<TimelineEvent[]> {
    const { enrolledAt: at, via } = device;
    if (!kinds.includes("changes") || at < from || at >= before) return [];
    return [{ kind: "changes", type: "enrolled", at, body: { via } }];
  }

  async function commands({ device, from, before, limit, kinds }: Wish): Promise<TimelineEvent[]> {
    if (!kinds.includes("commands")) return [];
    const rows = await query
      .selectFrom("command")
      .where("deviceId", "=", device.id)
      .where("issuedAt", ">=", from)
      .where("issuedAt", "<", before)
      .orderBy("issuedAt", "desc")
      .limit(limit)
      .select(["name", "issuedBy", "issuedAt", "state"])
      .execute();
    return rows.map(({ issuedAt, ...body }) => ({ kind: "commands", type: "command", at: issuedAt, body }));
  }

  /** What people changed on it, and what the hub refused it. */
  async function audited({ device, from, before, limit, kinds }: Wish): Promise<TimelineEvent[]> {
    if (!kinds.includes("changes")) return [];
    const rows = await query
      .selectFrom("audit")
      .where("at", ">=", from)
      .where("at", "<", before)
      // The audit names people's things, not ids; its detail carries the device for this page.
      .where("detail", "like", `%"deviceId":"${device.id}"%`)
      // Commands have rows of their own, which say what became of them.
      .where("action", "not like", "command.%")
      .orderBy("at", "desc")
      .limit(limit)
      .select(["at", "actor", "action", "detail"])
      .execute();
    return rows.map(({ at, actor, action, detail }) => ({
      kind: "changes",
      type: "audit",
      at,
      body: { actor, action, detail: parsed(detail) },
    }));
  }

  /** Without what people wrote: a ticket's own page asks who may read that. */
  async function tickets({ device, from, before, limit, kinds }: Wish): Promise<TimelineEvent[]> {
    if (!kinds.includes("tickets")) return [];
    const rows = await query
      .selectFrom("ticketEvent")
      .innerJoin("ticket", "ticket.id", "ticketEvent.ticketId")
      .where("ticket.deviceId", "=", device.id)
      .where("ticketEvent.at", ">=", from)
      .where("ticketEvent.at", "<", before)
      .orderBy("ticketEvent.at", "desc")
      .limit(limit)
      .select([
        "ticketEvent.at as at",
        "ticketEvent.kind as event",
        "ticketEvent.toState as state",
        "ticket.number as number",
        "ticket.part as part",
        "ticket.id as ticketId",
      ])
      .execute();
    return rows.map(({ at, ...body }) => ({ kind: "tickets", type: "ticket", at, body }));
  }

  /** Each alert of the device itself, where it began, where somebody saw it, and where it ended. */
  async function alerts({ device, from, before, limit, kinds }: Wish): Promise<TimelineEvent[]> {
    if (!kinds.includes("alerts")) return [];
    const rows = await query
      .selectFrom("alert")
      .where("subjectKind", "=", "device")
      .where("subjectId", "=", device.id)
      .where("openedAt", "<", before)
      .where((each) =>
        each.or([
          each("clearedAt", "is", null),
          each("clearedAt", ">=", from),
          each("acknowledgedAt", ">=", from),
          each("openedAt", ">=", from),
        ]),
      )
      .orderBy("openedAt", "desc")
      // A long alert that ended lately began long ago: more are read than can be shown.
      .limit(limit + mostOpenAtOnce)
      .select(["id", "ruleName", "severity", "openedAt", "clearedAt", "acknowledgedAt", "acknowledgedBy"])
      .execute();
    return rows
      .flatMap(({ openedAt, clearedAt, acknowledgedAt, acknowledgedBy, ...alert }): TimelineEvent[] => {
        const body = { ...alert, who: acknowledgedBy };
        const told = [
          ["alertOpened", openedAt],
          ["alertAcknowledged", acknowledgedAt],
          ["alertCleared", clearedAt],
        ] as const;
        return told.flatMap(([type, at]) =>
          at === null || at < from || at >= before ? [] : [{ kind: "alerts" as const, type, at, body }],
        );
      })
      .sort((a, b) => b.at - a.at)
      .slice(0, limit);
  }

  return {
    async of(device, { before = Number.MAX_SAFE_INTEGER, limit, kinds = [] }) {
      const wish = {
        device,
        from: Number.MIN_SAFE_INTEGER,
        before,
        limit,
        kinds: kinds.length === 0 ? timelineKind.options : kinds,
      };
      const page = await between(wish);
      const last = page[limit - 1];
      if (last === undefined) return page;
      const together = await between({ ...wish, from: last.at, before: last.at + 1, limit: mostAtOnce });
      return [...page.filter(({ at }) => at > last.at), ...together];
    },
  };
}

const kindOf = (type: string): TimelineKind =>
  Object.hasOwn(kindOfRecord, type) ? kindOfRecord[type as keyof typeof recordTypes] : "measured";

/** A row that is no JSON any more costs itself, not the page. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
