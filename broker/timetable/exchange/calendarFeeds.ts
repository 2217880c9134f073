// Owns the calendar feeds: their secret addresses, and what stands in them. Published slots only; class, lesson, room and time, nothing else.
import { createHash, createHmac } from "node:crypto";
import type { Kysely } from "kysely";
import { isClosed } from "../../../protocol/timetable/schoolYear.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";
import type { Audit } from "../../audit/audit.ts";
import type { HubEvents } from "../../events/hubEvents.ts";
import type { Actor } from "../../hubServices.ts";
import { readSetting, writeSetting } from "../../school/settings.ts";
import type { PublishedSlotTable, SlotTable, Tables } from "../../store/schema.ts";
import { readPlanningFacts } from "../planningFacts.ts";
import { dayAt, usableZone } from "../schoolDay.ts";
import { inParts, samePlace } from "../slotRows.ts";
import { type CalendarEvent, writeCalendar } from "./icalendar.ts";

export type FeedAddress = {
  readonly of: "room" | "class";
  readonly id: string;
  readonly name: string;
  /** The secret part of its address. */
  readonly token: string;
};

export type CalendarFeeds = {
  list(): Promise<FeedAddress[]>;
  /** New addresses; the old ones are nothing from now on. */
  renew(actor: Actor): Promise<FeedAddress[]>;
  /** Undefined when no feed has this address. */
  read(token: string): Promise<{ readonly text: string; readonly etag: string } | undefined>;
  close(): void;
};

export type CalendarFeedsDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly random: { bytes(count: number): Uint8Array };
};

const daysBack = 30;
/** "End of the year": further ahead nothing is planned. */
const daysAhead = 400;

export function makeCalendarFeeds({
  query,
  events,
  audit,
  clock,
  random,
}: CalendarFeedsDependencies): CalendarFeeds {
  /** Phones ask every hour, the timetable changes twice a week: what was written is kept until something changes. */
  const written = new Map<string, { day: string; text: string; etag: string }>();
  /** By token. Strangers may ask as often as they like: it costs a look into a map. */
  let addresses: ReadonlyMap<string, FeedAddress> | undefined;
  /** So that addresses read before a renewal are not kept after it. */
  let renewals = 0;
  /** So that a calendar read before a change is not kept after it. */
  let changes = 0;
  const forgetWritten = () => {
    written.clear();
    changes++;
  };
  const forgetAddresses = () => {
    addresses = undefined;
    renewals++;
  };
  const close = events.subscribe(({ type }) => {
    if (type === "schoolChanged") forgetAddresses();
    if (type === "timetableChanged" || type === "schoolChanged" || type === "lessonsChanged") forgetWritten();
  });

  const makeSecret = () => Buffer.from(random.bytes(32)).toString("base64url");

  /** Two may ask for the first addresses at once: both get the first one's. */
  async function firstSecret(): Promise<string> {
    const secret = makeSecret();
    await query
      .insertInto("setting")
      .values({ name: "calendarSecret", value: JSON.stringify(secret) })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
    return (await readSetting(query, "calendarSecret")) ?? secret;
  }

  async function list(): Promise<FeedAddress[]> {
    const secret = (await readSetting(query, "calendarSecret")) ?? (await firstSecret());
    const tokenOf = (of: string, id: string) =>
      createHmac("sha256", secret).update(`${of} ${id}`).digest("base64url").slice(0, 32);
    const rooms = await query.selectFrom("room").orderBy("position").select(["id", "name"]).execute();
    const classes = await query
      .selectFrom("schoolClass")
      .where("archivedAt", "is", null)
      .orderBy("position")
      .select(["id", "name"])
      .execute();
    return [
      ...rooms.map(({ id, name }) => ({ of: "room" as const, id, name, token: tokenOf("room", id) })),
      ...classes.map(({ id, name }) => ({ of: "class" as const, id, name, token: tokenOf("class", id) })),
    ];
  }

  async function readAddresses(): Promise<ReadonlyMap<string, FeedAddress>> {
    const before = renewals;
    const read = new Map((await list()).map((feed) => [feed.token, feed]));
    if (renewals === before) addresses = read;
    return read;
  }

  async function write(feed: FeedAddress): Promise<string> {
    const facts = await readPlanningFacts(query, clock.now());
    const school = await query.selectFrom("school").select("name").executeTakeFirstOrThrow();
    const rows = await query
      .selectFrom("publishedSlot")
      .where(feed.of === "room" ? "roomId" : "classId", "=", feed.id)
      .where("date", ">=", addDays(facts.today, -daysBack))
      .where("date", "<=", addDays(facts.today, daysAhead))
      .orderBy("date")
      .orderBy("startMinute")
      .selectAll()
      .execute();
    const open = rows.filter(({ date }) => !isClosed(date, facts.closures));
    const drafts = await draftsOf(query, open);
    const calendarEvents = open.map((slot): CalendarEvent => {
      const className = facts.classes.get(slot.classId)?.name ?? "Lớp";
      const lessonName = facts.lessons.get(slot.lessonId)?.name ?? "Hoạt động";
      const roomName = facts.rooms.get(slot.roomId)?.name ?? "Phòng";
      return {
        uid: `${slot.id}@kidsmart`,
        changedAt: changedAtOf(slot, drafts.get(slot.id)),
        date: slot.date,
        startMinute: slot.startMinute,
        endMinute: slot.endMinute,
        summary: feed.of === "room" ? `${className}: ${lessonName}` : `${lessonName} (${roomName})`,
        location: roomName,
        description: `${className} · ${lessonName}`,
      };
    });
    return writeCalendar({
      name: `${feed.name} · ${school.name}`,
      zone: usableZone(facts.zone),
      events: calendarEvents,
    });
  }

  return {
    list,
    async renew(actor) {
      await writeSetting(query, "calendarSecret", makeSecret());
      forgetWritten();
      forgetAddresses();
      await audit.write({
        actor: actor.name,
        action: "calendar.renew",
        subject: "Lịch trên điện thoại",
        detail: {},
      });
      return list();
    },
    async read(token) {
      const feed = (addresses ?? (await readAddresses())).get(token);
      if (feed === undefined) return undefined;
      const { zone } = await query.selectFrom("school").select("zone").executeTakeFirstOrThrow();
      const day = dayAt(clock.now(), zone);
      const kept = written.get(token);
      if (kept !== undefined && kept.day === day) return kept;
      const before = changes;
      const text = await write(feed);
      const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
      const made = { day, text, etag };
      if (changes === before) written.set(token, made);
      return made;
    },
    close,
  };
}

async function draftsOf(
  query: Kysely<Tables>,
  slots: readonly PublishedSlotTable[],
): Promise<Map<string, SlotTable>> {
  const found = new Map<string, SlotTable>();
  for (const part of inParts(slots.map(({ id }) => id)))
    for (const row of await query.selectFrom("slot").where("id", "in", part).selectAll().execute())
      found.set(row.id, row);
  return found;
}

/** What is published keeps no time of its own: the draft's while they are the same, else when the slot was made, which its id tells. */
function changedAtOf(slot: PublishedSlotTable, draft: SlotTable | undefined): number {
  const madeAt = Number.parseInt(slot.id.replace("-", "").slice(0, 12), 16);
  return draft !== undefined && samePlace(draft, slot) ? Math.max(madeAt, draft.changedAt) : madeAt;
}
