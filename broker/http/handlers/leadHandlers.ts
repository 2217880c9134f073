// Owns the routes of leading a lesson: what to propose, the orders, readiness, and the lessons as they happened.
import type { Kysely } from "kysely";
import type { RoomId } from "../../../protocol/ids.ts";
import { extendableUntil } from "../../../protocol/lesson/applyOrder.ts";
import { proposeLesson } from "../../../protocol/lesson/proposeLesson.ts";
import { openSlots, runningLead } from "../../../protocol/lesson/runningLead.ts";
import type { LeadPage, leadRoutes } from "../../api/lead.ts";
import type { InstalledGames } from "../../games/installedGames.ts";
import type { HubCore } from "../../hubServices.ts";
import { makeGamesInLesson } from "../../lead/gamesInLesson.ts";
import { makeSessionList } from "../../lead/sessionList.ts";
import type { BoardBuilder } from "../../live/board.ts";
import type { Tables } from "../../store/schema.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export type LeadHandlersDependencies = {
  readonly query: Kysely<Tables>;
  readonly core: Pick<HubCore, "leads" | "desired" | "commands" | "devices">;
  readonly board: BoardBuilder;
  readonly installed: InstalledGames;
  readonly clock: { now(): number };
};

/** A lesson of this day: what begins tomorrow is no proposal. */
const soonMs = 6 * 60 * 60_000;

export function leadHandlers(deps: LeadHandlersDependencies): Handlers<keyof typeof leadRoutes> {
  const { query, core, board, installed, clock } = deps;
  const { leads, desired, commands } = core;
  const gamesInLesson = makeGamesInLesson(installed);
  const sessions = makeSessionList(query);

  function proposalOf(
    roomId: RoomId,
    room: LeadPage["room"],
    classes: LeadPage["classes"],
    now: number,
  ): LeadPage["proposal"] {
    const { current } = room;
    const ended = [...(leads.of(roomId)?.ended ?? [])];
    if (current !== null && current.endedAt !== null) ended.push(current.sessionId);
    const slots = desired.slots(roomId, now, now + soonMs);
    const proposed = proposeLesson(slots, now, ended);
    if (proposed === null) return null;
    const { classId, lessonId, slot } = proposed;
    const on = room.stations.filter(
      ({ kind, reachability }) => kind === "station" && reachability === "online",
    );
    return {
      classId,
      lessonId,
      slotId: slot?.slotId ?? null,
      startAt: slot?.startAt ?? null,
      endAt: slot?.endAt ?? null,
      headcount: classes.find(({ id }) => id === classId)?.children ?? null,
      stationsInUse: on.length === 0 ? null : on.length,
    };
  }

  return {
    async showLead({ params: { roomId } }) {
      const now = clock.now();
      const [rooms, classes, lessons] = await Promise.all([
        board.boardRooms(),
        board.classes(),
        board.lessons(),
      ]);
      const room = rooms.find(({ id }) => id === roomId);
      const plan = desired.plan(roomId);
      if (room === undefined || plan === undefined)
        return refuse("NOT_FOUND", { detail: `no room ${roomId}` });
      const led = leads.of(roomId);
      const slots = openSlots(desired.slots(roomId, now, now + soonMs), led?.ended ?? []);
      const running = runningLead(led?.lead ?? null, slots, now);
      const planned = plan.lessons.find(({ id }) => id === running?.lessonId);
      return {
        ok: true,
        value: {
          room,
          games: planned === undefined ? [] : await gamesInLesson(planned.games),
          proposal: proposalOf(roomId, room, classes, now),
          classes,
          lessons,
          extendableUntil:
            running === null
              ? null
              : extendableUntil(running, { slots, classes: plan.classes, capMinutes: plan.capMinutes }),
          now,
        },
      };
    },
    giveOrder: ({ actor, params, body }) => leads.giveOrder(actor, params.roomId, body),
    async checkReadiness({ actor, params }) {
      const asked = await commands.checkReadiness(actor, params.roomId);
      return asked.ok ? { ok: true, value: { asked: asked.value } } : asked;
    },
    listSessions: async ({ query: wanted }) => ({ ok: true, value: await sessions(wanted) }),
  };
}
