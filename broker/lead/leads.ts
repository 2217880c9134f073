// Owns leading: an order becomes the room's new lead, which is stored before any station hears of it, and told again to whoever comes back (ADR 0021).
import { v4, v7 } from "uuid";
import type { CommandId, DeviceId, RoomId, SessionId } from "../../protocol/ids.ts";
import { applyOrder, type OrderFacts } from "../../protocol/lesson/applyOrder.ts";
import { type LessonLead, lessonLead } from "../../protocol/lesson/lessonLead.ts";
import type { LessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import { type OrderRefusal, refuseOrder } from "../../protocol/lesson/orderRefusal.ts";
import { holdsRoom, leadHoldsUntil, openSlots, runningLead } from "../../protocol/lesson/runningLead.ts";
import type { RoomCommand } from "../../protocol/messages/command.ts";
import { type Ok, ok } from "../../protocol/result.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";
import { byPlace } from "../devices/describe.ts";
import type { Registry } from "../devices/registry.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, DesiredDocuments, Device, Leads, RoomLead } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { Store } from "../store/store.ts";
import { dayAt } from "../timetable/schoolDay.ts";
import { endedOf, type PastSession, pastSession, rememberPast } from "./pastSessions.ts";

export type LeadDependencies = {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  readonly desired: Pick<DesiredDocuments, "slots" | "plan">;
  /** To every device of the room, web screens too. */
  readonly sendToRoom: (room: RoomId, command: RoomCommand) => void;
  readonly sendToDevice: (device: DeviceId, room: RoomId, command: RoomCommand) => void;
};

export type LeadService = Leads & {
  /** A device of a room came, or its kiosk did: it hears the newest lead as long as that holds. */
  offer(device: DeviceId): void;
};

/** Beyond the lesson's own end: a station whose clock is a little late still takes the command. */
const graceMs = 2 * 60_000;
/** No lesson is longer, and what follows later bounds none. */
const lookAheadMs = 6 * 60 * 60_000;

const dayMs = 24 * 60 * 60_000;
/** No honest station says more; what counts on from there would soon be no whole number. */
const highestRevision = 1_000_000;

type Plan = NonNullable<ReturnType<DesiredDocuments["plan"]>>;
type Kept = RoomLead & { readonly issuedBy: string; readonly past: readonly PastSession[] };

export async function openLeads(dependencies: LeadDependencies): Promise<LeadService> {
  const { store, registry, events, audit, log, clock, desired, sendToRoom, sendToDevice } = dependencies;
  const kept = new Map<RoomId, Kept>();
  const turns = new Map<RoomId, Promise<unknown>>();

  for (const row of await store.query.selectFrom("roomLead").selectAll().execute()) {
    const { endedAt, issuedBy } = row;
    const lead = readJson(row.lead, lessonLead);
    const past = readJson(row.past, pastSession.array());
    if (!past.ok)
      log.warn({ room: row.roomId }, "what is over in a room is unreadable; its slots may begin again");
    const known = past.ok ? past.value : [];
    if (lead.ok)
      kept.set(row.roomId as RoomId, {
        lead: lead.value,
        endedAt,
        issuedBy,
        past: known,
        ended: endedOf(known),
      });
    else log.warn({ room: row.roomId }, "a stored lead is unreadable; the room follows its timetable");
  }

  async function keep(room: RoomId, { lead, endedAt, issuedBy, past }: Kept): Promise<void> {
    const row = { lead: JSON.stringify(lead), endedAt, issuedBy, past: JSON.stringify(past) };
    await store.query
      .insertInto("roomLead")
      .values({ roomId: room, ...row })
      .onConflict((conflict) => conflict.column("roomId").doUpdateSet(row))
      .execute();
  }

  function factsOf(room: RoomId, plan: Plan): OrderFacts {
    const now = clock.now();
    return {
      now,
      slots: desired.slots(room, now, now + lookAheadMs),
      ended: kept.get(room)?.ended ?? [],
      revisions: heardRevisions(room),
      classes: plan.classes,
      lessons: plan.lessons,
      capMinutes: plan.capMinutes,
      stations: [...registry.entries()]
        .filter(({ device }) => device.roomId === room && device.revokedAt === null)
        .filter(({ device }) => device.kind === "station")
        .sort((a, b) => byPlace(a.device, b.device))
        .map(({ device, reachability }) => ({ deviceId: device.id, online: reachability === "online" })),
      newSessionId: v4() as SessionId,
    };
  }

  /** How far orders of each session were counted: by what the room remembers, and by what its stations say that they follow. */
  function heardRevisions(room: RoomId): Map<SessionId, number> {
    const heard = new Map<SessionId, number>();
    const hear = (session: SessionId, revision: number) =>
      heard.set(session, Math.max(revision, heard.get(session) ?? 0));
    for (const { sessionId, revision } of kept.get(room)?.past ?? []) hear(sessionId, revision);
    for (const { device, kiosk } of registry.entries())
      if (device.roomId === room && device.revokedAt === null && kiosk?.sessionId)
        if (kiosk.leadRevision < highestRevision) hear(kiosk.sessionId, kiosk.leadRevision);
    return heard;
  }

  /** Of the class that a start names. What it plays in the lesson that runs is not taken off: that goes on in any case. */
  async function dayLeft(
    { classId }: Extract<LessonOrder, { order: "start" }>,
    plan: Plan,
    { now, slots, ended }: OrderFacts,
    lead: LessonLead | null,
  ): Promise<number | undefined> {
    const ageBand = plan.classes.find(({ id }) => id === classId)?.ageBand;
    if (ageBand === undefined) return undefined;
    const { zone } = plan.timetable;
    const running = runningLead(lead, openSlots(slots, ended), now)?.sessionId;
    const sessions = await store.query
      .selectFrom("session")
      .select(["id", "openedAt", "playedMs"])
      .where("classId", "=", classId)
      .where("openedAt", ">", now - dayMs)
      .execute();
    const played = sessions
      .filter(({ id, openedAt }) => id !== running && dayAt(openedAt, zone) === dayAt(now, zone))
      .reduce((sum, { playedMs }) => sum + (playedMs ?? 0), 0);
    return Math.max(0, plan.dayCapMinutes[ageBand] * 60_000 - played);
  }

  async function giveOrder(
    actor: Actor,
    room: RoomId,
    order: LessonOrder,
    panel: Device | undefined,
  ): Promise<Ok<LessonLead> | OrderRefusal> {
    const plan = desired.plan(room);
    if (plan === undefined) return refuseOrder("NOT_FOUND");
    const before = kept.get(room);
    const known = factsOf(room, plan);
    const left =
      order.order === "start" ? await dayLeft(order, plan, known, before?.lead ?? null) : undefined;
    const facts = left === undefined ? known : { ...known, dayLeftMs: left };
    const applied = applyOrder(before?.lead ?? null, order, facts);
    if (!applied.ok || applied.value === before?.lead) return applied;
    const lead = applied.value;
    const past = rememberPast(before?.past ?? [], before?.lead ?? null, lead, facts.slots, facts.now);
    const next: Kept = {
      lead,
      past,
      ended: endedOf(past),
      endedAt: lead.all.ended ? facts.now : null,
      issuedBy: actor.staffId ?? "hub",
    };
    await keep(room, next);
    kept.set(room, next);
    sendToRoom(room, commandOf(room, next));
    events.publish({ type: "lessonChanged", room });
    // Stations rest within a tenth of a second; the line about it may come after.
    await audit.write({
      actor: actor.name,
      action: `lesson.${order.order}`,
      subject: plan.roomName,
      detail: {
        ...order,
        sessionId: lead.sessionId,
        revision: lead.revision,
        schoolClass: plan.classes.find(({ id }) => id === lead.classId)?.name,
        lesson: plan.lessons.find(({ id }) => id === lead.lessonId)?.title,
        minutes: Math.round((lead.endAt - lead.startAt) / 60_000),
        ...(panel === undefined ? {} : { station: panel.name }),
      },
    });
    return ok(lead);
  }

  function commandOf(room: RoomId, { lead, issuedBy }: Kept): RoomCommand {
    return {
      id: v7() as CommandId,
      issuedAt: clock.now(),
      expiresAt: leadHoldsUntil(lead, desired.slots(room, lead.startAt, lead.endAt)) + graceMs,
      issuedBy,
      name: "leadLesson",
      lead,
    };
  }

  return {
    of: (room) => kept.get(room) ?? null,
    giveOrder(actor, room, order, panel) {
      // Two teachers at once: the second one's order is read against what the first one's has made.
      const mine = (turns.get(room) ?? Promise.resolve()).then(() => giveOrder(actor, room, order, panel));
      turns.set(
        room,
        mine.catch(() => undefined),
      );
      return mine;
    },
    offer(device) {
      const entry = registry.find(device);
      const room = entry?.device.roomId ?? null;
      const newest = room === null ? undefined : kept.get(room);
      if (room === null || newest === undefined) return;
      const now = clock.now();
      const command = commandOf(room, newest);
      const [planned] = openSlots(desired.slots(room, now, now + 1), newest.ended);
      if (now <= command.expiresAt && holdsRoom(newest.lead, planned, now))
        sendToDevice(device, room, command);
    },
  };
}
